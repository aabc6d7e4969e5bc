/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-geo.h"

G_BEGIN_DECLS

/* Geodesic length in metres. */
double atlas_polyline_length (const AtlasPoint *points, guint n);

/* The point at @fraction (0 to 1) of the length; *@index is the vertex before it. */
AtlasPoint atlas_polyline_point_at (const AtlasPoint *points,
                                    guint n,
                                    double fraction,
                                    guint *index);

/* A point of a plane: the map's, in units of the world's width, or a picture's. */
typedef struct
{
  double x;
  double y;
} AtlasPlanePoint;

/* Douglas-Peucker: keeps ends and whatever is further than @tolerance, in the units of the plane or
 * of the world's width. Return the indices kept, ascending. (transfer full) (element-type guint) */
GArray *atlas_polyline_simplify_plane (const AtlasPlanePoint *plane, guint n, double tolerance);
GArray *atlas_polyline_simplify (const AtlasPoint *points, guint n, double tolerance);

G_END_DECLS
