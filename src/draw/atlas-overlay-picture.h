/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-overlay-painter.h"

G_BEGIN_DECLS

/**
 * AtlasOverlayPicture:
 *
 * All overlays of a map as one picture, kept from one moment to the next. A step through time lays
 * ready pieces over one another; a step to the side moves what is there and draws the strips that
 * come into view. What it shows always is what belongs to the window of time and the view that were
 * asked for last, and never depends on how they came there.
 */
typedef struct _AtlasOverlayPicture AtlasOverlayPicture;

AtlasOverlayPicture *atlas_overlay_picture_new (void);
void atlas_overlay_picture_free (AtlasOverlayPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOverlayPicture, atlas_overlay_picture_free)

/* What is shown, the lowest first (element-type AtlasOverlayIndex), and how; @style must last. The
 * areas of all lie below the points of all. */
void atlas_overlay_picture_set_overlays (AtlasOverlayPicture *self, GPtrArray *overlays);
void atlas_overlay_picture_set_style (AtlasOverlayPicture *self, const AtlasOverlayStyle *style);

/* An opaque colour below everything (nullable): without it the picture is transparent. */
void atlas_overlay_picture_set_ground (AtlasOverlayPicture *self, const AtlasColor *ground);

/**
 * atlas_overlay_picture_update:
 *
 * Brings the picture up to date.
 *
 * Returns: (transfer none): device pixels, of the size of @viewport. Its pixels change with the
 * next call, without a word to cairo: whoever has recorded it must record it again.
 */
cairo_surface_t *atlas_overlay_picture_update (AtlasOverlayPicture *self,
                                               AtlasTimeSpan window,
                                               const AtlasViewport *viewport);

/* Has threads make ready what the next steps will probably want. */
void atlas_overlay_picture_work_ahead (AtlasOverlayPicture *self);

/* What was shown last at logical pixel @x, @y: the nearest point within @slack pixels, or the
 * uppermost area. */
AtlasOverlayHit atlas_overlay_picture_pick (AtlasOverlayPicture *self,
                                            double x,
                                            double y,
                                            double slack);

G_END_DECLS
