/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <math.h>

#include "atlas-tile.h"

/* By how many levels tiles may be finer than the screen before they are too many to ask for. */
#define MOST_LEVELS_FINER 1

gboolean
atlas_tile_is_valid (AtlasTile self)
{
  return self.zoom >= 0 && self.zoom <= ATLAS_TILE_MAX_ZOOM && self.x >= 0 && self.y >= 0 &&
         self.x < 1 << self.zoom && self.y < 1 << self.zoom;
}

AtlasTile
atlas_tile_parent (AtlasTile self)
{
  if (self.zoom == 0)
    return self;
  return (AtlasTile){ self.zoom - 1, self.x / 2, self.y / 2 };
}

guint
atlas_tile_hash (gconstpointer tile)
{
  const AtlasTile *self = tile;

  return (guint) self->zoom * 0x9e3779b1u ^ (guint) self->x * 0x85ebca6bu ^
         (guint) self->y * 0xc2b2ae35u;
}

gboolean
atlas_tile_equal (gconstpointer a, gconstpointer b)
{
  const AtlasTile *first = a, *second = b;

  return first->zoom == second->zoom && first->x == second->x && first->y == second->y;
}

/* A level between two is rounded to the finer one, whose lettering shrinks rather than blurs. */
static int
choose_level (const AtlasViewport *viewport)
{
  return (int) floor (viewport->zoom + log2 (viewport->scale) + 0.5);
}

AtlasTileGrid
atlas_tile_grid_new (const AtlasViewport *viewport, double margin, int min_zoom, int max_zoom)
{
  int ideal = choose_level (viewport);
  int last;
  double size, x, y;
  AtlasTileGrid grid = { .zoom = CLAMP (ideal, min_zoom, max_zoom) };

  g_return_val_if_fail (0 <= min_zoom && min_zoom <= max_zoom && max_zoom <= ATLAS_TILE_MAX_ZOOM,
                        ((AtlasTileGrid){ 0, 0, -1, 0, -1 }));

  if (min_zoom > ideal + MOST_LEVELS_FINER)
    return (AtlasTileGrid){ grid.zoom, 0, -1, 0, -1 };

  size = ATLAS_MERCATOR_TILE * exp2 (viewport->zoom - grid.zoom);
  x = atlas_mercator_x (viewport->lon) * exp2 (grid.zoom);
  y = atlas_mercator_y (viewport->lat) * exp2 (grid.zoom);
  last = (1 << grid.zoom) - 1;
  grid.west = (int) floor (x - (viewport->width / 2.0 + margin) / size);
  grid.east = (int) ceil (x + (viewport->width / 2.0 + margin) / size) - 1;
  grid.north = MAX (0, (int) floor (y - (viewport->height / 2.0 + margin) / size));
  grid.south = MIN (last, (int) ceil (y + (viewport->height / 2.0 + margin) / size) - 1);
  return grid;
}

gboolean
atlas_tile_grid_is_empty (const AtlasTileGrid *self)
{
  return self->west > self->east || self->north > self->south;
}

AtlasTile
atlas_tile_grid_get (const AtlasTileGrid *self, int column, int row)
{
  int n = 1 << self->zoom;

  return (AtlasTile){ self->zoom, ((column % n) + n) % n, row };
}

typedef struct
{
  AtlasTile tile;
  double distance; /* squared, from the middle */
} Ranked;

static int
compare_distance (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  return (first->distance > second->distance) - (first->distance < second->distance);
}

GArray *
atlas_tile_grid_list (const AtlasTileGrid *self)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (AtlasTile));
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  double x = (self->west + self->east) / 2.0, y = (self->north + self->south) / 2.0;
  /* A view of more than the world shows some tiles twice. */
  int east = MIN (self->east, self->west + (1 << self->zoom) - 1);

  for (int row = self->north; row <= self->south; row++)
    for (int column = self->west; column <= east; column++)
      {
        Ranked entry = { atlas_tile_grid_get (self, column, row),
                         (column - x) * (column - x) + (row - y) * (row - y) };

        g_array_append_val (ranked, entry);
      }
  g_array_sort (ranked, compare_distance);
  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (tiles, g_array_index (ranked, Ranked, i).tile);
  return tiles;
}
