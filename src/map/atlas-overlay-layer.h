/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "atlas-overlay-picture.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasOverlayLayer:
 *
 * The user's own files on the map, for the window of the state's date. It is drawn within the
 * frame: what stands there always belongs to the date and to the view.
 */
#define ATLAS_TYPE_OVERLAY_LAYER (atlas_overlay_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverlayLayer, atlas_overlay_layer, ATLAS, OVERLAY_LAYER, ShumateLayer)

AtlasOverlayLayer *atlas_overlay_layer_new (ShumateViewport *viewport, AtlasViewState *state);

/* (element-type AtlasOverlayIndex), the lowest first. */
void atlas_overlay_layer_set_overlays (AtlasOverlayLayer *self, GPtrArray *overlays);

/* A colour that covers whatever lies below (nullable). */
void atlas_overlay_layer_set_ground (AtlasOverlayLayer *self, const AtlasColor *ground);

/* What is shown at logical pixel @x, @y. */
AtlasOverlayHit atlas_overlay_layer_pick (AtlasOverlayLayer *self, double x, double y);

/* Whether the last frame shows what the state asks for. */
gboolean atlas_overlay_layer_is_settled (AtlasOverlayLayer *self);

G_END_DECLS
