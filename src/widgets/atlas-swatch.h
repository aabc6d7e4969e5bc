/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-event.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* What a swatch shows. */
typedef enum
{
  ATLAS_SWATCH_LINE_TREATY,
  ATLAS_SWATCH_LINE_APPROXIMATE,
  ATLAS_SWATCH_LINE_BAND,
  ATLAS_SWATCH_LINE_CLAIM,
  ATLAS_SWATCH_LINE_PROPOSED,
  ATLAS_SWATCH_LINE_FRONT,
  ATLAS_SWATCH_OCCUPIED,
  ATLAS_SWATCH_FORCE,
  ATLAS_SWATCH_WORD,
  ATLAS_SWATCH_RULE,
  ATLAS_SWATCH_ONE_ACCOUNT,
  ATLAS_SWATCH_DIFFER,
  ATLAS_SWATCH_CLUSTER,
  ATLAS_SWATCH_ROUTE,
} AtlasSwatchSample;

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
