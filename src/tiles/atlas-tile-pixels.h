/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A tile of more bytes than this, or with a longer side, is refused before it is decoded. */
#define ATLAS_TILE_MOST_BYTES (2 * 1024 * 1024)
#define ATLAS_TILE_MOST_SIDE 1024

/**
 * AtlasTilePixels:
 * @width: pixels
 * @height: pixels
 * @data: rows without gaps; each pixel as alpha, red, green, blue from the highest byte, the
 * colours multiplied by alpha
 *
 * A decoded tile. Immutable and counted; may be held by several threads.
 */
typedef struct
{
  int width;
  int height;
  guint32 data[];
} AtlasTilePixels;

/* Unset pixels, for whoever fills them. (transfer full) */
AtlasTilePixels *atlas_tile_pixels_new (int width, int height);
AtlasTilePixels *atlas_tile_pixels_ref (AtlasTilePixels *self);
void atlas_tile_pixels_unref (AtlasTilePixels *self);
gsize atlas_tile_pixels_get_size (const AtlasTilePixels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTilePixels, atlas_tile_pixels_unref)

G_END_DECLS
