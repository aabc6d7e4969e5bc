/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-area-sprite.h"
#include "atlas-overlay-index.h"

G_BEGIN_DECLS

/* How a user's own file looks on the map. */
typedef struct
{
  AtlasAreaStyle area;
  double radius;            /* of points, in logical pixels */
  const AtlasColor *colors; /* of the groups, in turn */
  guint n_colors;
} AtlasOverlayStyle;

/* (transfer none): lasts as long as the program. */
const AtlasOverlayStyle *atlas_overlay_style_get (AtlasMapStyle style);

typedef enum
{
  ATLAS_OVERLAY_POINTS_CHANGED = 1 << 0,
  ATLAS_OVERLAY_AREAS_CHANGED = 1 << 1,
} AtlasOverlayChange;

/* What is under the pointer: a point, or an area where @is_area. */
typedef struct
{
  AtlasOverlayIndex *index; /* (nullable) where nothing is */
  gboolean is_area;
  guint item;
} AtlasOverlayHit;

/**
 * AtlasOverlayPainter:
 *
 * Draws what an overlay shows in a window of time. It remembers which features those are, and
 * changes that by difference when the window moves.
 */
typedef struct _AtlasOverlayPainter AtlasOverlayPainter;

/* @style lasts as long as the painter; @scale is device pixels for a logical one. */
AtlasOverlayPainter *atlas_overlay_painter_new (AtlasOverlayIndex *index,
                                                const AtlasOverlayStyle *style,
                                                double scale);
void atlas_overlay_painter_free (AtlasOverlayPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOverlayPainter, atlas_overlay_painter_free)

/* Shows what touches @window from now on; returns AtlasOverlayChange flags. */
guint atlas_overlay_painter_set_window (AtlasOverlayPainter *self, AtlasTimeSpan window);

/* Lays the areas over what @cr draws on, whose user space is the pixels of @piece. */
void atlas_overlay_painter_put_areas (AtlasOverlayPainter *self,
                                      const AtlasPiece *piece,
                                      cairo_t *cr);

/* Lays the points over one part of @canvas, in the order of the file. */
void atlas_overlay_painter_put_points (AtlasOverlayPainter *self,
                                       const AtlasCanvas *canvas,
                                       const cairo_rectangle_int_t *part);

/* Has a thread make ready what other times will show of @piece. */
void atlas_overlay_painter_work_ahead (AtlasOverlayPainter *self, const AtlasPiece *piece);

/* What is at the pixel @x, @y of @piece: the nearest point within @slack pixels of its edge, or the
 * uppermost area. */
AtlasOverlayHit atlas_overlay_painter_pick (AtlasOverlayPainter *self,
                                            const AtlasPiece *piece,
                                            double x,
                                            double y,
                                            double slack);

G_END_DECLS
