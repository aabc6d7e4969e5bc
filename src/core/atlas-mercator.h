/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Web Mercator (EPSG:3857) as tile maps use it: at zoom z the world is a square of
 * 256 * 2^z pixels, x to the east from 180 W, y to the south from ATLAS_MERCATOR_MAX_LAT. */

#define ATLAS_MERCATOR_TILE 256.0
#define ATLAS_MERCATOR_MAX_LAT 85.05112877980659

/* The width of the world in pixels at @zoom, which may be fractional. */
double atlas_mercator_world_size (double zoom);

/* Degrees to [0, 1] of the world's width and height, and back. Latitudes are clamped. */
double atlas_mercator_x (double lon);
double atlas_mercator_y (double lat);
double atlas_mercator_lon (double x);
double atlas_mercator_lat (double y);

/* Metres on the ground for one pixel at @lat and @zoom. */
double atlas_mercator_metres_per_pixel (double lat, double zoom);

/**
 * AtlasViewport:
 * @lon: longitude of the centre, degrees east
 * @lat: latitude of the centre, degrees north
 * @zoom: zoom level, fractional
 * @width: logical pixels
 * @height: logical pixels
 * @scale: device pixels for one logical pixel (1, 2, ...)
 *
 * The piece of the world that a picture shows. North is up.
 */
typedef struct
{
  double lon;
  double lat;
  double zoom;
  int width;
  int height;
  double scale;
} AtlasViewport;

/* Degrees to logical pixels from the upper left corner, and back. Longitudes are not wrapped. */
void atlas_viewport_project (const AtlasViewport *self, double lon, double lat, double *x, double *y);
void atlas_viewport_unproject (const AtlasViewport *self, double x, double y, double *lon, double *lat);

/* The degrees that the viewport covers, grown by @margin logical pixels on each side. */
void atlas_viewport_bounds (
  const AtlasViewport *self, double margin, double *west, double *south, double *east, double *north);

G_END_DECLS
