/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <geodesic.h>

#include "atlas-geo.h"

/* The axis and the flattening of WGS84, from its definition (NIMA TR8350.2). */
#define WGS84_AXIS 6378137.0
#define WGS84_FLATTENING (1.0 / 298.257223563)

/**
 * atlas_geo_distance:
 * @a: a point
 * @b: another point
 *
 * The geodesic between the two on WGS84, by C. F. F. Karney's method as PROJ carries it.
 *
 * Returns: metres
 */
double
atlas_geo_distance (AtlasPoint a, AtlasPoint b)
{
  struct geod_geodesic earth;
  double metres = 0.0;

  geod_init (&earth, WGS84_AXIS, WGS84_FLATTENING);
  geod_inverse (&earth, a.lat, a.lon, b.lat, b.lon, &metres, NULL, NULL);
  return metres;
}

/**
 * atlas_box_of_points:
 * @points: (array length=n): points in degrees
 * @n: how many
 *
 * Returns: the smallest box about the points; with no points a box that is inside out, so that
 *   it contains nothing, overlaps nothing, and a union by minimum and maximum leaves the other box
 * as it is
 */
AtlasBox
atlas_box_of_points (const AtlasPoint *points, guint n)
{
  AtlasBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_return_val_if_fail (points != NULL || n == 0, box);

  for (guint i = 0; i < n; i++)
    {
      box.west = MIN (box.west, points[i].lon);
      box.south = MIN (box.south, points[i].lat);
      box.east = MAX (box.east, points[i].lon);
      box.north = MAX (box.north, points[i].lat);
    }
  return box;
}
