/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Degrees, WGS84, longitude first. */
typedef struct
{
  double lon;
  double lat;
} AtlasPoint;

/* A box that does not cross the antimeridian: west <= east. */
typedef struct
{
  double west;
  double south;
  double east;
  double north;
} AtlasBox;

/* Geodesic distance in metres (PROJ's geodesic.h). */
double atlas_geo_distance (AtlasPoint a, AtlasPoint b);

static inline gboolean
atlas_box_contains (AtlasBox box, AtlasPoint point)
{
  return box.west <= point.lon && point.lon <= box.east && box.south <= point.lat && point.lat <= box.north;
}

static inline gboolean
atlas_box_overlaps (AtlasBox a, AtlasBox b)
{
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/* The smallest box about @n points; an inside-out box (west > east) for none. */
AtlasBox atlas_box_of_points (const AtlasPoint *points, guint n);

G_END_DECLS
