/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-geo.h"

G_BEGIN_DECLS

/* A closed ring: the first point is not repeated at the end. */
typedef struct
{
  AtlasPoint *points;
  guint n_points;
} AtlasRing;

/* An outer ring and its holes. */
typedef struct
{
  AtlasRing *rings;
  guint n_rings;
  AtlasBox box;
} AtlasPolygon;

/* Immutable, counted by reference. */
typedef struct _AtlasMultiPolygon AtlasMultiPolygon;

/* Takes rings as lists of points; @starts says which rings are outer ones. Use the builder below. */
typedef struct _AtlasMultiPolygonBuilder AtlasMultiPolygonBuilder;
AtlasMultiPolygonBuilder *atlas_multi_polygon_builder_new (void);
void atlas_multi_polygon_builder_add_ring (
  AtlasMultiPolygonBuilder *self, const AtlasPoint *points, guint n, gboolean outer);
/* (transfer full): frees the builder. */
AtlasMultiPolygon *atlas_multi_polygon_builder_end (AtlasMultiPolygonBuilder *self);

/* A shape whose points lie in the memory of @owner, which it holds; @polygons and the lists of their
 * rings are g_malloc()ed and taken over, with their boxes. (transfer full) */
AtlasMultiPolygon *atlas_multi_polygon_new_borrowed (AtlasPolygon *polygons, guint n, GBytes *owner);

/* Tells a shape that nobody has seen yet its area and the point for its label (nullable), as they
 * were worked out before. */
void atlas_multi_polygon_remember (AtlasMultiPolygon *self, double area, const AtlasPoint *label);

AtlasMultiPolygon *atlas_multi_polygon_ref (AtlasMultiPolygon *self);
void atlas_multi_polygon_unref (AtlasMultiPolygon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMultiPolygon, atlas_multi_polygon_unref)

const AtlasPolygon *atlas_multi_polygon_get_polygons (const AtlasMultiPolygon *self, guint *n);
AtlasBox atlas_multi_polygon_get_box (const AtlasMultiPolygon *self);

gboolean atlas_multi_polygon_contains (const AtlasMultiPolygon *self, AtlasPoint point);

/* Geodesic area in square metres on WGS84 (PROJ's geodesic.h). */
double atlas_multi_polygon_area (const AtlasMultiPolygon *self);

/* A point well inside the largest polygon, for a label (GEOS). FALSE for an empty shape. */
gboolean atlas_multi_polygon_label_point (const AtlasMultiPolygon *self, AtlasPoint *point);

/* Whether GEOS finds it valid; otherwise the reason and where. (transfer full) (out) (optional) */
gboolean atlas_multi_polygon_is_valid (const AtlasMultiPolygon *self, char **reason, AtlasPoint *where);

/* By GEOS. (transfer full) */
AtlasMultiPolygon *atlas_multi_polygon_difference (const AtlasMultiPolygon *a, const AtlasMultiPolygon *b);
AtlasMultiPolygon *atlas_multi_polygon_intersection (const AtlasMultiPolygon *a, const AtlasMultiPolygon *b);

/* A line whose points belong to somebody else. */
typedef struct
{
  const AtlasPoint *points;
  guint n_points;
} AtlasLine;

/* The pieces of land into which @lines cut the plane: whatever they close in, each once. Points of the lines keep
 * every digit; where lines cross, a point is added. By GEOS. (transfer full) (element-type AtlasMultiPolygon) */
GPtrArray *atlas_multi_polygon_faces (const AtlasLine *lines, guint n);

/* Shapes that do not overlap and that meet in equal edges, made one: their common edges go. By GEOS. (transfer full) */
AtlasMultiPolygon *atlas_multi_polygon_join (AtlasMultiPolygon *const *shapes, guint n);

/* Any point of the inside, quickly (GEOS). FALSE for an empty shape. */
gboolean atlas_multi_polygon_inner_point (const AtlasMultiPolygon *self, AtlasPoint *point);

G_END_DECLS
