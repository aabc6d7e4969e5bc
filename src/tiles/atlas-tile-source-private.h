/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-tile-source.h"

G_BEGIN_DECLS

/* For the kinds of sources. */

/* What all clients together want, the most wanted first; tiles that are absent are not in it, but
 * their parents are. (transfer none) (element-type AtlasTile) */
const GArray *atlas_tile_source_get_wanted (AtlasTileSource *self);
gboolean atlas_tile_source_is_wanted (AtlasTileSource *self, AtlasTile tile);

/* @pixels: (transfer full) */
void atlas_tile_source_take_pixels (AtlasTileSource *self, AtlasTile tile, AtlasTilePixels *pixels);
gboolean atlas_tile_source_has_pixels (AtlasTileSource *self, AtlasTile tile);

/* The map has no such tile. @update is called again where something is wanted in its stead. */
void atlas_tile_source_set_absent (AtlasTileSource *self, AtlasTile tile);
void atlas_tile_source_forget_absent (AtlasTileSource *self);

void atlas_tile_source_set_trouble (AtlasTileSource *self, AtlasTileTrouble trouble);

G_END_DECLS
