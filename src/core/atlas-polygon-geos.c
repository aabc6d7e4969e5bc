/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-geos-private.h"
#include "atlas-mercator.h"
#include "atlas-polygon-private.h"

/* What the polygons leave to GEOS: where a label goes, whether a shape is one, and what two shapes
 * have apart and in common. */

/* A label is about this many times as wide as it is high: the ellipse that is fitted for it, too.
 */
#define LABEL_ASPECT 2.5

/* The label's place is sought to this part of the shape's larger side. */
#define LABEL_TOLERANCE 0.005

static void
ignore_message_cb (const char *message, void *user_data)
{
  g_debug ("GEOS: %s", message);
}

GEOSContextHandle_t
atlas_geos_open (void)
{
  GEOSContextHandle_t geos = GEOS_init_r ();

  GEOSContext_setNoticeMessageHandler_r (geos, ignore_message_cb, NULL);
  GEOSContext_setErrorMessageHandler_r (geos, ignore_message_cb, NULL);
  return geos;
}

static AtlasPoint
same_point (AtlasPoint point)
{
  return point;
}

/* The plane in which labels are fitted: Mercator, for that is what is looked at, squeezed from the
 * sides by LABEL_ASPECT so that the circle found there is a lying ellipse on the map. */
static AtlasPoint
squeeze_point (AtlasPoint point)
{
  return (AtlasPoint){ atlas_mercator_x (point.lon) / LABEL_ASPECT, atlas_mercator_y (point.lat) };
}

static AtlasPoint
unsqueeze_point (AtlasPoint point)
{
  return (AtlasPoint){ atlas_mercator_lon (point.lon * LABEL_ASPECT),
                       atlas_mercator_lat (point.lat) };
}

/* (nullable): NULL where GEOS takes the ring for none. */
static GEOSGeometry *
ring_to_geos (GEOSContextHandle_t geos, const AtlasRing *ring, AtlasPoint (*map) (AtlasPoint))
{
  GEOSCoordSequence *coords = GEOSCoordSeq_create_r (geos, ring->n_points + 1, 2);

  if (coords == NULL)
    return NULL;
  for (guint i = 0; i <= ring->n_points && ring->n_points > 0; i++)
    {
      AtlasPoint point = map (ring->points[i % ring->n_points]);

      GEOSCoordSeq_setXY_r (geos, coords, i, point.lon, point.lat);
    }
  return GEOSGeom_createLinearRing_r (geos, coords);
}

/* (nullable) */
static GEOSGeometry *
polygon_to_geos (GEOSContextHandle_t geos,
                 const AtlasPolygon *polygon,
                 AtlasPoint (*map) (AtlasPoint))
{
  g_autofree GEOSGeometry **rings = g_new0 (GEOSGeometry *, polygon->n_rings);
  GEOSGeometry *result = NULL;
  guint n = 0;

  while (n < polygon->n_rings && (rings[n] = ring_to_geos (geos, &polygon->rings[n], map)) != NULL)
    n++;
  if (n == polygon->n_rings && n > 0)
    result = GEOSGeom_createPolygon_r (geos, rings[0], rings + 1, n - 1);
  else
    for (guint i = 0; i < n; i++)
      GEOSGeom_destroy_r (geos, rings[i]);
  return result;
}

GEOSGeometry *
atlas_geos_from_shape (GEOSContextHandle_t geos, const AtlasMultiPolygon *self)
{
  guint n_polygons;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (self, &n_polygons);
  g_autofree GEOSGeometry **parts = g_new0 (GEOSGeometry *, n_polygons);
  guint n = 0;

  while (n < n_polygons && (parts[n] = polygon_to_geos (geos, &polygons[n], same_point)) != NULL)
    n++;
  if (n == n_polygons)
    return GEOSGeom_createCollection_r (geos, GEOS_MULTIPOLYGON, parts, n);
  for (guint i = 0; i < n; i++)
    GEOSGeom_destroy_r (geos, parts[i]);
  return NULL;
}

static void
add_geos_ring (GEOSContextHandle_t geos,
               AtlasMultiPolygonBuilder *builder,
               const GEOSGeometry *ring,
               gboolean outer)
{
  const GEOSCoordSequence *coords = GEOSGeom_getCoordSeq_r (geos, ring);
  g_autofree AtlasPoint *points = NULL;
  guint n = 0;

  if (coords == NULL || !GEOSCoordSeq_getSize_r (geos, coords, &n) || n < 4)
    return;
  points = g_new (AtlasPoint, n);
  for (guint i = 0; i < n; i++)
    GEOSCoordSeq_getXY_r (geos, coords, i, &points[i].lon, &points[i].lat);
  atlas_multi_polygon_builder_add_ring (builder, points, n - 1, outer);
}

static void
add_geos_polygon (GEOSContextHandle_t geos,
                  AtlasMultiPolygonBuilder *builder,
                  const GEOSGeometry *polygon)
{
  int n_holes = GEOSGetNumInteriorRings_r (geos, polygon);

  if (GEOSisEmpty_r (geos, polygon))
    return;
  add_geos_ring (geos, builder, GEOSGetExteriorRing_r (geos, polygon), TRUE);
  for (int i = 0; i < n_holes; i++)
    add_geos_ring (geos, builder, GEOSGetInteriorRingN_r (geos, polygon, i), FALSE);
}

AtlasMultiPolygon *
atlas_geos_to_shape (GEOSContextHandle_t geos, const GEOSGeometry *geometry)
{
  AtlasMultiPolygonBuilder *builder = atlas_multi_polygon_builder_new ();
  int n = geometry != NULL ? GEOSGetNumGeometries_r (geos, geometry) : 0;

  for (int i = 0; i < n; i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN_r (geos, geometry, i);
      int type = GEOSGeomTypeId_r (geos, part);

      if (type == GEOS_POLYGON)
        {
          add_geos_polygon (geos, builder, part);
        }
      else if (type == GEOS_MULTIPOLYGON)
        {
          int n_inner = GEOSGetNumGeometries_r (geos, part);

          for (int j = 0; j < n_inner; j++)
            add_geos_polygon (geos, builder, GEOSGetGeometryN_r (geos, part, j));
        }
    }
  return atlas_multi_polygon_builder_end (builder);
}

typedef GEOSGeometry *(*Overlay) (GEOSContextHandle_t, const GEOSGeometry *, const GEOSGeometry *);

/* GEOS refuses some shapes whose rings cross themselves; those are mended and tried once more. */
static AtlasMultiPolygon *
run_overlay (const AtlasMultiPolygon *a, const AtlasMultiPolygon *b, Overlay overlay)
{
  GEOSContextHandle_t geos = atlas_geos_open ();
  GEOSGeometry *left = atlas_geos_from_shape (geos, a);
  GEOSGeometry *right = atlas_geos_from_shape (geos, b);
  GEOSGeometry *result = NULL;
  AtlasMultiPolygon *shape;

  if (left != NULL && right != NULL)
    {
      result = overlay (geos, left, right);
      if (result == NULL)
        {
          GEOSGeometry *mended_left = GEOSMakeValid_r (geos, left);
          GEOSGeometry *mended_right = GEOSMakeValid_r (geos, right);

          if (mended_left != NULL && mended_right != NULL)
            result = overlay (geos, mended_left, mended_right);
          if (mended_left != NULL)
            GEOSGeom_destroy_r (geos, mended_left);
          if (mended_right != NULL)
            GEOSGeom_destroy_r (geos, mended_right);
        }
    }
  shape = atlas_geos_to_shape (geos, result);
  if (result != NULL)
    GEOSGeom_destroy_r (geos, result);
  if (left != NULL)
    GEOSGeom_destroy_r (geos, left);
  if (right != NULL)
    GEOSGeom_destroy_r (geos, right);
  GEOS_finish_r (geos);
  return shape;
}

gboolean
atlas_geos_read_first_point (GEOSContextHandle_t geos,
                             const GEOSGeometry *geometry,
                             AtlasPoint *point)
{
  const GEOSCoordSequence *coords = GEOSGeom_getCoordSeq_r (geos, geometry);
  guint n = 0;

  return coords != NULL && GEOSCoordSeq_getSize_r (geos, coords, &n) && n > 0 &&
         GEOSCoordSeq_getXY_r (geos, coords, 0, &point->lon, &point->lat);
}

/* The centre of the largest ellipse of a label's form that fits inside; where GEOS finds none (a
 * sliver), any point of the inside. */
gboolean
atlas_polygon_find_label (const AtlasPolygon *polygon, AtlasPoint *point)
{
  GEOSContextHandle_t geos;
  GEOSGeometry *shape;
  GEOSGeometry *found = NULL;
  gboolean ok = FALSE;

  geos = atlas_geos_open ();
  shape = polygon_to_geos (geos, polygon, squeeze_point);
  if (shape != NULL)
    {
      AtlasPoint west_south = squeeze_point ((AtlasPoint){ polygon->box.west, polygon->box.south });
      AtlasPoint east_north = squeeze_point ((AtlasPoint){ polygon->box.east, polygon->box.north });
      double side = MAX (east_north.lon - west_south.lon, west_south.lat - east_north.lat);

      /* GEOS can search for ever in a shape without an inside. */
      if (GEOSisValid_r (geos, shape) == 1)
        found = GEOSMaximumInscribedCircle_r (geos, shape, side * LABEL_TOLERANCE);
      if (found == NULL)
        found = GEOSPointOnSurface_r (geos, shape);
      if (found != NULL)
        {
          ok = atlas_geos_read_first_point (geos, found, point);
          GEOSGeom_destroy_r (geos, found);
        }
      GEOSGeom_destroy_r (geos, shape);
    }
  GEOS_finish_r (geos);
  if (ok)
    *point = unsqueeze_point (*point);
  return ok;
}

/**
 * atlas_multi_polygon_is_valid:
 * @self: a shape
 * @reason: (out) (optional) (transfer full) (nullable): what is wrong, in GEOS's English words
 * @where: (out) (optional): the place of the fault, degrees
 *
 * Returns: whether no ring crosses itself or another and all holes are inside
 */
gboolean
atlas_multi_polygon_is_valid (const AtlasMultiPolygon *self, char **reason, AtlasPoint *where)
{
  GEOSContextHandle_t geos;
  GEOSGeometry *shape;
  GEOSGeometry *location = NULL;
  char *words = NULL;
  gboolean valid = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (reason != NULL)
    *reason = NULL;
  geos = atlas_geos_open ();
  shape = atlas_geos_from_shape (geos, self);
  if (shape != NULL)
    {
      valid = GEOSisValidDetail_r (geos, shape, 0, &words, &location) == 1;
      GEOSGeom_destroy_r (geos, shape);
    }
  if (!valid)
    {
      /* An empty shape is valid, so there is a first point. */
      AtlasPoint found = atlas_multi_polygon_get_polygons (self, NULL)->rings[0].points[0];

      if (location != NULL)
        atlas_geos_read_first_point (geos, location, &found);
      if (where != NULL)
        *where = found;
      if (reason != NULL)
        *reason = g_strdup (words != NULL ? words : "A ring has fewer than three points");
    }
  if (location != NULL)
    GEOSGeom_destroy_r (geos, location);
  if (words != NULL)
    GEOSFree_r (geos, words);
  GEOS_finish_r (geos);
  return valid;
}

/**
 * atlas_multi_polygon_difference:
 * @a: a shape
 * @b: another shape
 *
 * Returns: (transfer full): what is in @a and not in @b; empty where nothing is, or where a shape
 * is no polygon at all
 */
AtlasMultiPolygon *
atlas_multi_polygon_difference (const AtlasMultiPolygon *a, const AtlasMultiPolygon *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  return run_overlay (a, b, GEOSDifference_r);
}

/**
 * atlas_multi_polygon_intersection:
 * @a: a shape
 * @b: another shape
 *
 * Returns: (transfer full): what is in both; empty where nothing is, or where a shape is no polygon
 * at all
 */
AtlasMultiPolygon *
atlas_multi_polygon_intersection (const AtlasMultiPolygon *a, const AtlasMultiPolygon *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  return run_overlay (a, b, GEOSIntersection_r);
}
