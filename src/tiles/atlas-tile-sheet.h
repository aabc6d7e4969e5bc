/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-mercator.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

/**
 * AtlasTilePiece:
 * @column: where it lies, in columns of the sheet's level; may be beyond the antimeridian
 * @row: likewise
 * @pixels: (nullable) of the tile itself or of one above it; NULL where there is neither
 * @left: where the piece begins in @pixels, as a share of their width
 * @top: likewise of their height
 * @share: how much of them it is: 1 for the tile itself, 1/2 for a piece of its parent, and so on
 *
 * What covers one tile of a sheet.
 */
typedef struct
{
  int column;
  int row;
  AtlasTilePixels *pixels;
  double left;
  double top;
  double share;
} AtlasTilePiece;

/**
 * AtlasTileSheet:
 *
 * The tiles that are at hand for a view, at one moment; where one is missing, the part of a tile
 * above it that is at hand. Immutable; a box of g_atomic_rc_box_new(), so that any thread may hold
 * it.
 */
typedef struct _AtlasTileSheet AtlasTileSheet;

/* What @source has for @viewport, with @margin logical pixels on each side. */
AtlasTileSheet *atlas_tile_sheet_new (AtlasTileSource *source,
                                      const AtlasViewport *viewport,
                                      double margin);
AtlasTileSheet *atlas_tile_sheet_ref (AtlasTileSheet *self);
void atlas_tile_sheet_unref (AtlasTileSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileSheet, atlas_tile_sheet_unref)

int atlas_tile_sheet_get_zoom (const AtlasTileSheet *self);
const AtlasTilePiece *atlas_tile_sheet_get_pieces (const AtlasTileSheet *self, guint *n);

/* Whether any of it shows something. */
gboolean atlas_tile_sheet_is_empty (const AtlasTileSheet *self);

/* The map that they are of. (transfer none) */
AtlasTileMap *atlas_tile_sheet_get_map (const AtlasTileSheet *self);

G_END_DECLS
