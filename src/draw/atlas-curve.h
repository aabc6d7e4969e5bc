/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A point of the plane: of the Mercator square, 0 to 1 each way, or of the screen. */
typedef struct
{
  double x;
  double y;
} AtlasWorldPoint;

/* A smooth curve through @points with a point about every @step; closed where the last is the
 * first. (transfer full) (element-type AtlasWorldPoint) */
GArray *atlas_curve_through (const AtlasWorldPoint *points, guint n, double step);

/* Length of a line, and the point and direction (unit vector, nullable) at @length along it. */
double atlas_curve_length (const AtlasWorldPoint *points, guint n);
AtlasWorldPoint atlas_curve_point_at (const AtlasWorldPoint *points,
                                      guint n,
                                      double length,
                                      AtlasWorldPoint *direction);

/* The part of a line between two lengths. (transfer full) (element-type AtlasWorldPoint) */
GArray *atlas_curve_cut (const AtlasWorldPoint *points, guint n, double from, double to);

G_END_DECLS
