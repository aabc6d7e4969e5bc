/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-dataset.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasCover:
 *
 * The title page beside the map: the chapters, a button that begins the first and one that leaves
 * the reader alone. Properties: "state" (construct only), "dataset".
 *
 * Signal "chapter-chosen" (uint number): the reader picked a chapter. Signal "left": the reader
 * goes exploring.
 */
#define ATLAS_TYPE_COVER (atlas_cover_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCover, atlas_cover, ATLAS, COVER, GtkWidget)

void atlas_cover_set_dataset (AtlasCover *self, AtlasDataset *dataset);

G_END_DECLS
