/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "atlas-tile-layer.h"
#include "atlas-tile-library.h"
#include "atlas-tile-sheet.h"

G_BEGIN_DECLS

/**
 * AtlasBaseTiles:
 *
 * The map of tiles that the view state asks for, on one map widget: its layer over the ground, who
 * made it, in a corner and with a link, and a quiet word while something is the matter, which goes
 * by itself.
 *
 * Properties: "attributed" (boolean, read only: whether the corner is taken).
 */
#define ATLAS_TYPE_BASE_TILES (atlas_base_tiles_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBaseTiles, atlas_base_tiles, ATLAS, BASE_TILES, GObject)

/* Adds the layer to @map above @ground, and the rest to @overlay. */
AtlasBaseTiles *atlas_base_tiles_new (GtkOverlay *overlay,
                                      ShumateMap *map,
                                      AtlasLayer *ground,
                                      AtlasViewState *state);

/* Where the maps are; without it there is the ground alone. */
void atlas_base_tiles_set_library (AtlasBaseTiles *self, AtlasTileLibrary *library);

/* Hides everything and asks nobody for anything, for a map that is only a background. */
void atlas_base_tiles_set_hidden (AtlasBaseTiles *self, gboolean hidden);

/* On which side of the lower edge it says who made the map. */
void atlas_base_tiles_set_side (AtlasBaseTiles *self, GtkAlign side);

gboolean atlas_base_tiles_get_attributed (AtlasBaseTiles *self);

/* (transfer none) */
AtlasTileLayer *atlas_base_tiles_get_layer (AtlasBaseTiles *self);

/* What is at hand for @viewport, for a picture of it; NULL where there is only the ground.
 * (transfer full) (nullable) */
AtlasTileSheet *atlas_base_tiles_get_sheet (AtlasBaseTiles *self, const AtlasViewport *viewport);

G_END_DECLS
