/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layer.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

/**
 * AtlasTileLayer:
 *
 * A map of tiles over the ground. Which tiles it wants follows the view; tiles that have come are
 * drawn by a worker into the picture that the layer keeps, so that a map that is moved costs one
 * painting like every other layer, however many tiles there are. A layer that is not on the screen
 * wants nothing.
 */
#define ATLAS_TYPE_TILE_LAYER (atlas_tile_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, ATLAS, TILE_LAYER, AtlasLayer)

AtlasTileLayer *atlas_tile_layer_new (ShumateViewport *viewport, AtlasViewState *state);

/* (nullable): NULL for none; the layer then hides. */
void atlas_tile_layer_set_source (AtlasTileLayer *self, AtlasTileSource *source);

/* TRUE when nothing is under way for the view and what has come is drawn. */
gboolean atlas_tile_layer_is_settled (AtlasTileLayer *self);

G_END_DECLS
