/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-overlay.h"
#include "atlas-time-index.h"

G_BEGIN_DECLS

/**
 * AtlasOverlayIndex:
 *
 * An overlay with its time indices. Immutable; may be read from any thread.
 */
#define ATLAS_TYPE_OVERLAY_INDEX (atlas_overlay_index_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverlayIndex, atlas_overlay_index, ATLAS, OVERLAY_INDEX, GObject)

AtlasOverlayIndex *atlas_overlay_index_new (AtlasOverlay *overlay);

AtlasOverlay *atlas_overlay_index_get_overlay (AtlasOverlayIndex *self);

/* Its items are the points, or the areas, by number. (transfer none) */
AtlasTimeIndex *atlas_overlay_index_get_points (AtlasOverlayIndex *self);
AtlasTimeIndex *atlas_overlay_index_get_areas (AtlasOverlayIndex *self);

/* Whether @place lies inside the area of this number. */
gboolean atlas_overlay_index_area_contains (AtlasOverlayIndex *self,
                                            guint area,
                                            AtlasFixedPoint place);

G_END_DECLS
