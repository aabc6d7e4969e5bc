/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-event.h"
#include "atlas-swatch-sample.h"

G_BEGIN_DECLS

/**
 * AtlasSwatch:
 *
 * A small drawing of something on the map, as the map draws it: for the legend, for switches and
 * for lists. It is decoration: what it stands for is said by the text beside it. Properties:
 * "sample", "style".
 */
#define ATLAS_TYPE_SWATCH (atlas_swatch_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSwatch, atlas_swatch, ATLAS, SWATCH, GtkWidget)

GtkWidget *atlas_swatch_new (AtlasSwatchSample sample);

/* The marker of one kind of event with the finish of its status. */
GtkWidget *atlas_swatch_new_event (AtlasEventKind kind, AtlasStatus status);

/* A square in the colour of a family of polities. */
GtkWidget *atlas_swatch_new_family (const char *family);

void atlas_swatch_set_event (AtlasSwatch *self, AtlasEventKind kind, AtlasStatus status);

G_END_DECLS
