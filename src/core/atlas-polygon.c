/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <geodesic.h>
#include <math.h>
#include <string.h>

#include "atlas-polygon-private.h"

#define WGS84_AXIS 6378137.0
#define WGS84_FLATTENING (1.0 / 298.257223563)

struct _AtlasMultiPolygon
{
  gatomicrefcount ref_count;
  AtlasPolygon *polygons;
  guint n_polygons;
  AtlasBox box;
  GBytes *owner; /* (nullable) of the points; without, each ring has its own */

  /* Worked out when first asked for, by whichever thread asks; guarded by g_once_init_enter(). */
  gsize area_once;
  double area;
  gsize label_once;
  gboolean has_label;
  AtlasPoint label;
};

struct _AtlasMultiPolygonBuilder
{
  GArray *polygons; /* (element-type GArray of AtlasRing) */
};

static double
measure_ring (const AtlasRing *ring)
{
  struct geod_geodesic earth;
  struct geod_polygon polygon;
  double area = 0.0;

  geod_init (&earth, WGS84_AXIS, WGS84_FLATTENING);
  geod_polygon_init (&polygon, FALSE);
  for (guint i = 0; i < ring->n_points; i++)
    geod_polygon_addpoint (&earth, &polygon, ring->points[i].lat, ring->points[i].lon);
  geod_polygon_compute (&earth, &polygon, FALSE, TRUE, &area, NULL);
  return fabs (area);
}

static double
measure_polygon (const AtlasPolygon *polygon)
{
  double area = measure_ring (&polygon->rings[0]);

  for (guint i = 1; i < polygon->n_rings; i++)
    area -= measure_ring (&polygon->rings[i]);
  return area;
}

/* Whether a ray from the point to the east crosses the ring an odd number of times. The half-open
 * test of latitudes counts a ray through a vertex once. */
static gboolean
ring_contains (const AtlasRing *ring, AtlasPoint p)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = ring->n_points - 1; i < ring->n_points; j = i++)
    {
      AtlasPoint a = ring->points[i];
      AtlasPoint b = ring->points[j];

      if ((a.lat > p.lat) != (b.lat > p.lat) &&
          p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
        inside = !inside;
    }
  return inside;
}

static gboolean
polygon_contains (const AtlasPolygon *polygon, AtlasPoint point)
{
  if (!atlas_box_contains (polygon->box, point) || !ring_contains (&polygon->rings[0], point))
    return FALSE;
  for (guint i = 1; i < polygon->n_rings; i++)
    if (ring_contains (&polygon->rings[i], point))
      return FALSE;
  return TRUE;
}

static const AtlasPolygon *
find_largest (const AtlasMultiPolygon *self)
{
  const AtlasPolygon *largest = NULL;
  double largest_area = -1.0;

  for (guint i = 0; i < self->n_polygons; i++)
    {
      double area = measure_polygon (&self->polygons[i]);

      if (area > largest_area)
        {
          largest_area = area;
          largest = &self->polygons[i];
        }
    }
  return largest;
}

static void
add_box (AtlasBox *box, const AtlasBox *other)
{
  box->west = MIN (box->west, other->west);
  box->south = MIN (box->south, other->south);
  box->east = MAX (box->east, other->east);
  box->north = MAX (box->north, other->north);
}

static void
clear_rings (gpointer data)
{
  GArray *rings = *(GArray **) data;

  g_array_unref (rings);
}

/**
 * atlas_multi_polygon_builder_new:
 *
 * Returns: (transfer full): an empty builder, to be freed by atlas_multi_polygon_builder_end()
 */
AtlasMultiPolygonBuilder *
atlas_multi_polygon_builder_new (void)
{
  AtlasMultiPolygonBuilder *self = g_new0 (AtlasMultiPolygonBuilder, 1);

  self->polygons = g_array_new (FALSE, FALSE, sizeof (GArray *));
  g_array_set_clear_func (self->polygons, clear_rings);
  return self;
}

/**
 * atlas_multi_polygon_builder_add_ring:
 * @self: a builder
 * @points: (array length=n): the ring in degrees, in either direction; copied
 * @n: how many; a last point that repeats the first is dropped
 * @outer: whether the ring begins a new polygon; a hole belongs to the outer ring added last
 */
void
atlas_multi_polygon_builder_add_ring (AtlasMultiPolygonBuilder *self,
                                      const AtlasPoint *points,
                                      guint n,
                                      gboolean outer)
{
  AtlasRing ring;

  g_return_if_fail (self != NULL);
  g_return_if_fail (points != NULL && n > 0);
  g_return_if_fail (outer || self->polygons->len > 0);

  if (n > 1 && memcmp (&points[0], &points[n - 1], sizeof (AtlasPoint)) == 0)
    n--;
  ring.points = g_memdup2 (points, n * sizeof (AtlasPoint));
  ring.n_points = n;
  if (outer)
    {
      GArray *rings = g_array_new (FALSE, FALSE, sizeof (AtlasRing));

      g_array_append_val (self->polygons, rings);
    }
  g_array_append_val (g_array_index (self->polygons, GArray *, self->polygons->len - 1), ring);
}

/**
 * atlas_multi_polygon_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the rings as one shape, which may be empty
 */
AtlasMultiPolygon *
atlas_multi_polygon_builder_end (AtlasMultiPolygonBuilder *self)
{
  AtlasMultiPolygon *shape;

  g_return_val_if_fail (self != NULL, NULL);

  shape = g_new0 (AtlasMultiPolygon, 1);
  g_atomic_ref_count_init (&shape->ref_count);
  shape->n_polygons = self->polygons->len;
  shape->polygons = g_new0 (AtlasPolygon, shape->n_polygons);
  shape->box = atlas_box_of_points (NULL, 0);
  for (guint i = 0; i < shape->n_polygons; i++)
    {
      AtlasPolygon *polygon = &shape->polygons[i];
      gsize n_rings;

      polygon->rings =
        (AtlasRing *) g_array_steal (g_array_index (self->polygons, GArray *, i), &n_rings);
      polygon->n_rings = (guint) n_rings;
      polygon->box = atlas_box_of_points (polygon->rings[0].points, polygon->rings[0].n_points);
      add_box (&shape->box, &polygon->box);
    }
  g_array_unref (self->polygons);
  g_free (self);
  return shape;
}

AtlasMultiPolygon *
atlas_multi_polygon_new_borrowed (AtlasPolygon *polygons, guint n, GBytes *owner)
{
  AtlasMultiPolygon *self = g_new0 (AtlasMultiPolygon, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->polygons = polygons;
  self->n_polygons = n;
  self->owner = g_bytes_ref (owner);
  self->box = atlas_box_of_points (NULL, 0);
  for (guint i = 0; i < n; i++)
    add_box (&self->box, &polygons[i].box);
  return self;
}

void
atlas_multi_polygon_remember (AtlasMultiPolygon *self, double area, const AtlasPoint *label)
{
  g_return_if_fail (self != NULL);

  self->area = area;
  self->area_once = 1;
  self->has_label = label != NULL;
  if (label != NULL)
    self->label = *label;
  self->label_once = 1;
}

/**
 * atlas_multi_polygon_ref:
 * @self: a shape
 *
 * Returns: (transfer full): the same shape
 */
AtlasMultiPolygon *
atlas_multi_polygon_ref (AtlasMultiPolygon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_multi_polygon_unref:
 * @self: (transfer full): a shape
 */
void
atlas_multi_polygon_unref (AtlasMultiPolygon *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_polygons; i++)
    {
      for (guint j = 0; j < self->polygons[i].n_rings; j++)
        if (self->owner == NULL)
          g_free (self->polygons[i].rings[j].points);
      g_free (self->polygons[i].rings);
    }
  g_free (self->polygons);
  g_clear_pointer (&self->owner, g_bytes_unref);
  g_free (self);
}

/**
 * atlas_multi_polygon_get_polygons:
 * @self: a shape
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): the polygons in the order in which they were added
 */
const AtlasPolygon *
atlas_multi_polygon_get_polygons (const AtlasMultiPolygon *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n != NULL)
    *n = self->n_polygons;
  return self->polygons;
}

/**
 * atlas_multi_polygon_get_box:
 * @self: a shape
 *
 * Returns: the box about all of it; inside out where it is empty
 */
AtlasBox
atlas_multi_polygon_get_box (const AtlasMultiPolygon *self)
{
  g_return_val_if_fail (self != NULL, atlas_box_of_points (NULL, 0));

  return self->box;
}

/**
 * atlas_multi_polygon_contains:
 * @self: a shape
 * @point: degrees
 *
 * Edges are straight in degrees of longitude and latitude. For a point exactly on an edge either
 * answer may come.
 *
 * Returns: whether the point is inside one of the polygons and in none of its holes
 */
gboolean
atlas_multi_polygon_contains (const AtlasMultiPolygon *self, AtlasPoint point)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_polygons; i++)
    if (polygon_contains (&self->polygons[i], point))
      return TRUE;
  return FALSE;
}

/**
 * atlas_multi_polygon_area:
 * @self: a shape
 *
 * C. F. F. Karney, "Algorithms for geodesics" (2013), section 6, as PROJ carries it. Computed once.
 *
 * Returns: square metres on WGS84, holes taken off
 */
double
atlas_multi_polygon_area (const AtlasMultiPolygon *self)
{
  /* The shape is unchangeable to all who look at it; only this memory of an answer is written. */
  AtlasMultiPolygon *memory = (AtlasMultiPolygon *) self;

  g_return_val_if_fail (self != NULL, 0.0);

  if (g_once_init_enter (&memory->area_once))
    {
      for (guint i = 0; i < self->n_polygons; i++)
        memory->area += measure_polygon (&self->polygons[i]);
      g_once_init_leave (&memory->area_once, 1);
    }
  return self->area;
}

/**
 * atlas_multi_polygon_label_point:
 * @self: a shape
 * @point: (out): degrees
 *
 * Computed once: the first call may take some milliseconds, later ones none.
 *
 * Returns: whether there is such a point
 */
gboolean
atlas_multi_polygon_label_point (const AtlasMultiPolygon *self, AtlasPoint *point)
{
  AtlasMultiPolygon *memory = (AtlasMultiPolygon *) self;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  if (g_once_init_enter (&memory->label_once))
    {
      {
        const AtlasPolygon *largest = find_largest (self);

        memory->has_label = largest != NULL && atlas_polygon_find_label (largest, &memory->label);
      }
      g_once_init_leave (&memory->label_once, 1);
    }
  if (self->has_label)
    *point = self->label;
  return self->has_label;
}
