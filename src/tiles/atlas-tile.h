/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-mercator.h"

G_BEGIN_DECLS

/* Levels beyond this have columns that no map has; the sum of all addresses still fits an int. */
#define ATLAS_TILE_MAX_ZOOM 22

/**
 * AtlasTile:
 * @zoom: level, 0 to ATLAS_TILE_MAX_ZOOM
 * @x: column from 180 W, 0 to 2^zoom - 1
 * @y: row from the north, 0 to 2^zoom - 1
 *
 * One square of the Mercator map as tile servers number it. A plain value.
 */
typedef struct
{
  int zoom;
  int x;
  int y;
} AtlasTile;

gboolean atlas_tile_is_valid (AtlasTile self);

/* The tile one level up that holds it; its own self at level 0. */
AtlasTile atlas_tile_parent (AtlasTile self);

/* For hash tables of AtlasTile, whose keys are copied with g_memdup2(). */
guint atlas_tile_hash (gconstpointer tile);
gboolean atlas_tile_equal (gconstpointer a, gconstpointer b);

/**
 * AtlasTileGrid:
 * @zoom: level of its tiles
 * @west: first column
 * @east: last column
 * @north: first row
 * @south: last row
 *
 * The tiles that cover a viewport. Columns go on beyond the antimeridian, where they are tiles of
 * the other side; rows do not leave the map. A grid without tiles has west > east.
 */
typedef struct
{
  int zoom;
  int west;
  int east;
  int north;
  int south;
} AtlasTileGrid;

/* The grid of the level whose pixels come nearest to those of @viewport, among the levels from
 * @min_zoom to @max_zoom, grown by @margin logical pixels on each side. Without tiles where
 * @min_zoom is so far in that they would be too many. */
AtlasTileGrid atlas_tile_grid_new (const AtlasViewport *viewport,
                                   double margin,
                                   int min_zoom,
                                   int max_zoom);

gboolean atlas_tile_grid_is_empty (const AtlasTileGrid *self);

/* The tile at a column, which may lie beyond the antimeridian. */
AtlasTile atlas_tile_grid_get (const AtlasTileGrid *self, int column, int row);

/* Its tiles, those next to the middle first. (transfer full) (element-type AtlasTile) */
GArray *atlas_tile_grid_list (const AtlasTileGrid *self);

G_END_DECLS
