/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rectangle in logical pixels, y to the south. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AtlasRect;

/* Where a label stands from its symbol, in the order in which the places are tried. */
typedef enum
{
  ATLAS_SIDE_EAST,
  ATLAS_SIDE_WEST,
  ATLAS_SIDE_SOUTH,
  ATLAS_SIDE_NORTH,
  ATLAS_SIDE_SOUTH_EAST,
  ATLAS_SIDE_NORTH_EAST,
  ATLAS_SIDE_SOUTH_WEST,
  ATLAS_SIDE_NORTH_WEST,
  ATLAS_N_SIDES,
  ATLAS_SIDE_NONE = ATLAS_N_SIDES,
} AtlasLabelSide;

/* What stands in the way: a label may never touch a hard thing; it may cross a soft one (a route)
 * if there is no other room. */
typedef enum
{
  ATLAS_OBSTACLE_HARD,
  ATLAS_OBSTACLE_SOFT,
} AtlasObstacle;

/**
 * AtlasLabelPlacer:
 *
 * Finds room for labels: rectangles in, rectangles out. First come, first served, so ask in the
 * order of claim. Obstacles are kept in a grid, so that n labels cost about n.
 */
typedef struct _AtlasLabelPlacer AtlasLabelPlacer;

/* Labels stay inside @bounds. */
AtlasLabelPlacer *atlas_label_placer_new (AtlasRect bounds);
void atlas_label_placer_free (AtlasLabelPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelPlacer, atlas_label_placer_free)

void atlas_label_placer_block (AtlasLabelPlacer *self, AtlasRect rect, AtlasObstacle obstacle);

/* Whether @rect lies inside the bounds and touches nothing hard, and with @avoid_soft nothing soft
 * either. */
gboolean atlas_label_placer_is_free (const AtlasLabelPlacer *self,
                                     AtlasRect rect,
                                     gboolean avoid_soft);

/* Takes @rect if it is free. */
gboolean atlas_label_placer_take (AtlasLabelPlacer *self, AtlasRect rect, gboolean avoid_soft);

/* Where a label of this size stands on @side of a symbol of @radius at (@x, @y), 4 pixels from it.
 */
AtlasRect atlas_label_side_rect (AtlasLabelSide side,
                                 double x,
                                 double y,
                                 double radius,
                                 double width,
                                 double height);

/* Finds a side for a label, tries @hint (or ATLAS_SIDE_NONE) first so that labels do not jump from
 * one picture to the next, takes the room and tells it in @rect. ATLAS_SIDE_NONE where there is
 * none. */
AtlasLabelSide atlas_label_placer_place (AtlasLabelPlacer *self,
                                         double x,
                                         double y,
                                         double radius,
                                         double width,
                                         double height,
                                         AtlasLabelSide hint,
                                         AtlasRect *rect);

static inline gboolean
atlas_rect_overlaps (AtlasRect a, AtlasRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

G_END_DECLS
