/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-geo.h"

G_BEGIN_DECLS

/* Geodesic length in metres. */
double atlas_polyline_length (const AtlasPoint *points, guint n);

/* The point at @fraction (0 to 1) of the length; *@index is the vertex before it. */
AtlasPoint atlas_polyline_point_at (const AtlasPoint *points, guint n, double fraction, guint *index);

/* Douglas-Peucker in Mercator units: keeps ends and whatever is further than @tolerance (in units of the world's width). Returns the
 * indices kept, ascending. (transfer full) (element-type guint) */
GArray *atlas_polyline_simplify (const AtlasPoint *points, guint n, double tolerance);

G_END_DECLS
