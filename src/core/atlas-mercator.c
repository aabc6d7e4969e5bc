/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <math.h>

#include "atlas-mercator.h"

/* Radius of the sphere of EPSG:3857, metres. */
#define SPHERE_RADIUS 6378137.0

double
atlas_mercator_world_size (double zoom)
{
  return ATLAS_MERCATOR_TILE * exp2 (zoom);
}

double
atlas_mercator_x (double lon)
{
  return (lon + 180.0) / 360.0;
}

double
atlas_mercator_y (double lat)
{
  double phi = CLAMP (lat, -ATLAS_MERCATOR_MAX_LAT, ATLAS_MERCATOR_MAX_LAT) * G_PI / 180.0;

  return 0.5 - asinh (tan (phi)) / (2.0 * G_PI);
}

double
atlas_mercator_lon (double x)
{
  return x * 360.0 - 180.0;
}

double
atlas_mercator_lat (double y)
{
  return atan (sinh (G_PI * (1.0 - 2.0 * y))) * 180.0 / G_PI;
}

double
atlas_mercator_metres_per_pixel (double lat, double zoom)
{
  return 2.0 * G_PI * SPHERE_RADIUS * cos (lat * G_PI / 180.0) / atlas_mercator_world_size (zoom);
}

void
atlas_viewport_project (const AtlasViewport *self, double lon, double lat, double *x, double *y)
{
  double world = atlas_mercator_world_size (self->zoom);

  *x = (atlas_mercator_x (lon) - atlas_mercator_x (self->lon)) * world + self->width / 2.0;
  *y = (atlas_mercator_y (lat) - atlas_mercator_y (self->lat)) * world + self->height / 2.0;
}

void
atlas_viewport_unproject (const AtlasViewport *self, double x, double y, double *lon, double *lat)
{
  double world = atlas_mercator_world_size (self->zoom);

  *lon = atlas_mercator_lon (atlas_mercator_x (self->lon) + (x - self->width / 2.0) / world);
  *lat = atlas_mercator_lat (atlas_mercator_y (self->lat) + (y - self->height / 2.0) / world);
}

void
atlas_viewport_bounds (
  const AtlasViewport *self, double margin, double *west, double *south, double *east, double *north)
{
  atlas_viewport_unproject (self, -margin, -margin, west, north);
  atlas_viewport_unproject (self, self->width + margin, self->height + margin, east, south);
}
