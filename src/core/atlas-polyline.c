/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-polyline.h"

#include "atlas-mercator.h"

/* The part of a line, by its first and last vertex, that is still to be looked at. */
typedef struct
{
  guint first;
  guint last;
} Part;

static AtlasPlanePoint
project (AtlasPoint point)
{
  return (AtlasPlanePoint){ atlas_mercator_x (point.lon), atlas_mercator_y (point.lat) };
}

/* The squared distance of @p from the stretch between @a and @b, which may be one and the same
 * point. */
static double
squared_distance (AtlasPlanePoint p, AtlasPlanePoint a, AtlasPlanePoint b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double squared_length = dx * dx + dy * dy;
  double t = 0.0;

  if (squared_length > 0.0)
    t = CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / squared_length, 0.0, 1.0);
  dx = p.x - (a.x + t * dx);
  dy = p.y - (a.y + t * dy);
  return dx * dx + dy * dy;
}

static guint
find_furthest (const AtlasPlanePoint *plane, Part part, double *furthest)
{
  guint found = part.first;

  *furthest = -1.0;
  for (guint i = part.first + 1; i < part.last; i++)
    {
      double distance = squared_distance (plane[i], plane[part.first], plane[part.last]);

      if (distance > *furthest)
        {
          *furthest = distance;
          found = i;
        }
    }
  return found;
}

/**
 * atlas_polyline_length:
 * @points: (array length=n): vertices in degrees
 * @n: how many; a line of one vertex or none has no length
 *
 * Returns: the sum of the geodesics between neighbours, in metres
 */
double
atlas_polyline_length (const AtlasPoint *points, guint n)
{
  double metres = 0.0;

  g_return_val_if_fail (points != NULL || n == 0, 0.0);

  for (guint i = 1; i < n; i++)
    metres += atlas_geo_distance (points[i - 1], points[i]);
  return metres;
}

/**
 * atlas_polyline_point_at:
 * @points: (array length=n): vertices in degrees
 * @n: how many, at least one
 * @fraction: 0 (first vertex) to 1 (last vertex) of the geodesic length; clamped
 * @index: (out) (optional): the vertex before the point, at most @n - 2 (0 where @n is 1)
 *
 * Between two vertices the point runs along the straight line of the Mercator map, not along the
 * geodesic: what moves on a drawn line must not leave it.
 *
 * Returns: the point
 */
AtlasPoint
atlas_polyline_point_at (const AtlasPoint *points, guint n, double fraction, guint *index)
{
  double left;
  double length = 0.0;
  guint i = 0;

  g_return_val_if_fail (points != NULL && n > 0, ((AtlasPoint){ 0.0, 0.0 }));

  left = CLAMP (fraction, 0.0, 1.0) * atlas_polyline_length (points, n);
  for (; i + 1 < n; i++)
    {
      length = atlas_geo_distance (points[i], points[i + 1]);
      if (left <= length || i + 2 == n)
        break;
      left -= length;
    }
  if (index != NULL)
    *index = i;
  if (length <= 0.0 || left <= 0.0)
    return points[i];
  if (left >= length)
    return points[i + 1];

  AtlasPlanePoint a = project (points[i]);
  AtlasPlanePoint b = project (points[i + 1]);
  double t = left / length;

  return (AtlasPoint){ atlas_mercator_lon (a.x + t * (b.x - a.x)),
                       atlas_mercator_lat (a.y + t * (b.y - a.y)) };
}

/**
 * atlas_polyline_simplify_plane:
 * @plane: (array length=n): vertices on a plane
 * @n: how many
 * @tolerance: how far a vertex that is left out may lie from the line, in the units of the plane
 *
 * D. Douglas and T. Peucker, "Algorithms for the reduction of the number of points required to
 * represent a digitized line" (1973), with the distance taken from the stretch rather than from its
 * infinite line, so that lines which double back keep their turning points. A stack stands in place
 * of recursion: lines can be long.
 *
 * Returns: (transfer full) (element-type guint): the indices kept, ascending; first and last always
 */
GArray *
atlas_polyline_simplify_plane (const AtlasPlanePoint *plane, guint n, double tolerance)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint first = 0;

  g_return_val_if_fail (plane != NULL || n == 0, kept);

  if (n == 0)
    return kept;

  /* The right half waits on the stack while the left half is walked, so vertices come out in order.
   */
  g_array_append_val (kept, first);
  if (n > 1)
    g_array_append_val (parts, ((Part){ 0, n - 1 }));
  while (parts->len > 0)
    {
      Part part = g_array_index (parts, Part, parts->len - 1);
      double furthest;
      guint split = find_furthest (plane, part, &furthest);

      g_array_set_size (parts, parts->len - 1);
      if (furthest > tolerance * tolerance)
        {
          g_array_append_val (parts, ((Part){ split, part.last }));
          g_array_append_val (parts, ((Part){ part.first, split }));
        }
      else
        {
          g_array_append_val (kept, part.last);
        }
    }
  return kept;
}

/**
 * atlas_polyline_simplify:
 * @points: (array length=n): vertices in degrees
 * @n: how many
 * @tolerance: as above, in units of the world's width
 *
 * The same on the map's plane.
 *
 * Returns: (transfer full) (element-type guint): the indices kept
 */
GArray *
atlas_polyline_simplify (const AtlasPoint *points, guint n, double tolerance)
{
  g_autofree AtlasPlanePoint *plane = g_new (AtlasPlanePoint, n + 1);

  for (guint i = 0; i < n; i++)
    plane[i] = project (points[i]);
  return atlas_polyline_simplify_plane (plane, n, tolerance);
}
