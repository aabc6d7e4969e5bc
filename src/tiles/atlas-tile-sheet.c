/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-sheet.h"

/* A tile so many levels up is too coarse to stand for one that is missing. */
#define MOST_LEVELS_UP 6

struct _AtlasTileSheet
{
  AtlasTileMap *map;
  int zoom;
  GArray *pieces;
};

/* The piece at a column and a row: the tile, or a part of the nearest one above it. */
static AtlasTilePiece
find_piece (AtlasTileSource *source, const AtlasTileGrid *grid, int column, int row)
{
  AtlasTilePiece piece = { .column = column, .row = row, .share = 1.0 };
  AtlasTile tile = atlas_tile_grid_get (grid, column, row);

  for (guint i = 0; i <= MOST_LEVELS_UP; i++)
    {
      AtlasTilePixels *pixels = atlas_tile_source_lookup (source, tile);

      if (pixels != NULL)
        {
          piece.pixels = atlas_tile_pixels_ref (pixels);
          return piece;
        }
      if (tile.zoom == 0)
        break;
      piece.left = (piece.left + tile.x % 2) / 2.0;
      piece.top = (piece.top + tile.y % 2) / 2.0;
      piece.share /= 2.0;
      tile = atlas_tile_parent (tile);
    }
  return piece;
}

static void
clear_piece (gpointer data)
{
  g_clear_pointer (&((AtlasTilePiece *) data)->pixels, atlas_tile_pixels_unref);
}

AtlasTileSheet *
atlas_tile_sheet_new (AtlasTileSource *source, const AtlasViewport *viewport, double margin)
{
  AtlasTileSheet *self;
  AtlasTileGrid grid;

  g_return_val_if_fail (ATLAS_IS_TILE_SOURCE (source) && viewport != NULL, NULL);

  self = g_atomic_rc_box_new0 (AtlasTileSheet);
  self->map = g_object_ref (atlas_tile_source_get_map (source));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AtlasTilePiece));
  g_array_set_clear_func (self->pieces, clear_piece);
  grid = atlas_tile_grid_new (viewport,
                              margin,
                              atlas_tile_map_get_min_zoom (self->map),
                              atlas_tile_map_get_max_zoom (self->map));
  self->zoom = grid.zoom;
  for (int row = grid.north; row <= grid.south; row++)
    for (int column = grid.west; column <= grid.east; column++)
      {
        AtlasTilePiece piece = find_piece (source, &grid, column, row);

        g_array_append_val (self->pieces, piece);
      }
  return self;
}

AtlasTileSheet *
atlas_tile_sheet_ref (AtlasTileSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_sheet (gpointer data)
{
  AtlasTileSheet *self = data;

  g_array_unref (self->pieces);
  g_object_unref (self->map);
}

void
atlas_tile_sheet_unref (AtlasTileSheet *self)
{
  g_atomic_rc_box_release_full (self, clear_sheet);
}

int
atlas_tile_sheet_get_zoom (const AtlasTileSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->zoom;
}

const AtlasTilePiece *
atlas_tile_sheet_get_pieces (const AtlasTileSheet *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->pieces->len;
  return (const AtlasTilePiece *) self->pieces->data;
}

gboolean
atlas_tile_sheet_is_empty (const AtlasTileSheet *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->pieces->len; i++)
    if (g_array_index (self->pieces, AtlasTilePiece, i).pixels != NULL)
      return FALSE;
  return TRUE;
}

AtlasTileMap *
atlas_tile_sheet_get_map (const AtlasTileSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->map;
}
