/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-geos-private.h"

/* The plane cut up by lines, and put together again. */

/* (nullable): NULL for a line of fewer than two points. */
static GEOSGeometry *
line_to_geos (GEOSContextHandle_t geos, const AtlasLine *line)
{
  GEOSCoordSequence *coords;

  if (line->n_points < 2)
    return NULL;
  coords = GEOSCoordSeq_create_r (geos, line->n_points, 2);
  for (guint i = 0; coords != NULL && i < line->n_points; i++)
    GEOSCoordSeq_setXY_r (geos, coords, i, line->points[i].lon, line->points[i].lat);
  return coords != NULL ? GEOSGeom_createLineString_r (geos, coords) : NULL;
}

/* All lines, cut at their crossings; each stretch once. (nullable) */
static GEOSGeometry *
cut_lines (GEOSContextHandle_t geos, const AtlasLine *lines, guint n)
{
  g_autofree GEOSGeometry **parts = g_new0 (GEOSGeometry *, n + 1);
  GEOSGeometry *all, *cut;
  guint n_parts = 0;

  for (guint i = 0; i < n; i++)
    if ((parts[n_parts] = line_to_geos (geos, &lines[i])) != NULL)
      n_parts++;
  all = GEOSGeom_createCollection_r (geos, GEOS_MULTILINESTRING, parts, n_parts);
  if (all == NULL)
    return NULL;
  cut = GEOSUnaryUnion_r (geos, all);
  GEOSGeom_destroy_r (geos, all);
  return cut;
}

static void
add_faces (GEOSContextHandle_t geos, const GEOSGeometry *collection, GPtrArray *faces)
{
  int n = collection != NULL ? GEOSGetNumGeometries_r (geos, collection) : 0;

  for (int i = 0; i < n; i++)
    g_ptr_array_add (faces, atlas_geos_to_shape (geos, GEOSGetGeometryN_r (geos, collection, i)));
}

/**
 * atlas_multi_polygon_faces:
 * @lines: (array length=n): lines in degrees; one of fewer than two points is passed over
 * @n: how many
 *
 * Lines or parts of lines that close nothing in are left out. Every place inside lies in exactly
 * one face.
 *
 * Returns: (transfer full) (element-type AtlasMultiPolygon): the faces, each one polygon; none
 * where GEOS cannot cut the lines
 */
GPtrArray *
atlas_multi_polygon_faces (const AtlasLine *lines, guint n)
{
  GPtrArray *faces = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_multi_polygon_unref);
  GEOSContextHandle_t geos;
  GEOSGeometry *cut;

  g_return_val_if_fail (lines != NULL || n == 0, faces);

  geos = atlas_geos_open ();
  cut = cut_lines (geos, lines, n);
  if (cut != NULL)
    {
      const GEOSGeometry *nets[] = { cut };
      GEOSGeometry *collection = GEOSPolygonize_r (geos, nets, 1);

      add_faces (geos, collection, faces);
      if (collection != NULL)
        GEOSGeom_destroy_r (geos, collection);
      GEOSGeom_destroy_r (geos, cut);
    }
  GEOS_finish_r (geos);
  return faces;
}

/**
 * atlas_multi_polygon_join:
 * @shapes: (array length=n): shapes that do not overlap and whose common edges have the same
 * points, as faces of one net have
 * @n: how many
 *
 * Returns: (transfer full): all of them as one shape; empty for none
 */
AtlasMultiPolygon *
atlas_multi_polygon_join (AtlasMultiPolygon *const *shapes, guint n)
{
  GEOSContextHandle_t geos;
  g_autofree GEOSGeometry **parts = NULL;
  GEOSGeometry *all, *joined = NULL;
  AtlasMultiPolygon *shape;
  guint n_parts = 0;

  g_return_val_if_fail (shapes != NULL || n == 0, NULL);

  if (n == 1)
    return atlas_multi_polygon_ref (shapes[0]);
  geos = atlas_geos_open ();
  parts = g_new0 (GEOSGeometry *, n + 1);
  for (guint i = 0; i < n; i++)
    if ((parts[n_parts] = atlas_geos_from_shape (geos, shapes[i])) != NULL)
      n_parts++;
  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION, parts, n_parts);
  if (all != NULL)
    {
      joined = GEOSCoverageUnion_r (geos, all);
      /* What does not meet edge on edge is refused there; the slower way takes everything. */
      if (joined == NULL)
        joined = GEOSUnaryUnion_r (geos, all);
      GEOSGeom_destroy_r (geos, all);
    }
  shape = atlas_geos_to_shape (geos, joined);
  if (joined != NULL)
    GEOSGeom_destroy_r (geos, joined);
  GEOS_finish_r (geos);
  return shape;
}

/**
 * atlas_multi_polygon_inner_point:
 * @self: a shape
 * @point: (out): degrees
 *
 * Returns: whether there is such a point
 */
gboolean
atlas_multi_polygon_inner_point (const AtlasMultiPolygon *self, AtlasPoint *point)
{
  GEOSContextHandle_t geos;
  GEOSGeometry *shape, *found = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  geos = atlas_geos_open ();
  shape = atlas_geos_from_shape (geos, self);
  if (shape != NULL)
    {
      found = GEOSPointOnSurface_r (geos, shape);
      GEOSGeom_destroy_r (geos, shape);
    }
  if (found != NULL)
    {
      ok = atlas_geos_read_first_point (geos, found, point);
      GEOSGeom_destroy_r (geos, found);
    }
  GEOS_finish_r (geos);
  return ok;
}
