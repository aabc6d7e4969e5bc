/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "atlas-tile-map.h"
#include "atlas-tile-pixels.h"
#include "atlas-tile.h"

G_BEGIN_DECLS

/* What stands between the user and the map. */
typedef enum
{
  ATLAS_TILE_TROUBLE_NONE,
  ATLAS_TILE_TROUBLE_UNREACHABLE, /* no server, or no answer */
  ATLAS_TILE_TROUBLE_BUSY,        /* the server asks to wait */
  ATLAS_TILE_TROUBLE_REFUSED,     /* it wants a key, or another one */
  ATLAS_TILE_TROUBLE_BROKEN,      /* what it sends is no map */
  ATLAS_TILE_TROUBLE_FILE,        /* the file cannot be read */
} AtlasTileTrouble;

/**
 * AtlasTileSource:
 *
 * Where the tiles of one map come from. Those who show it say which tiles they want, the most
 * wanted first, and look up what is there; "changed" is emitted when there is more. What nobody
 * wants any more is not asked for. Decoded tiles are kept up to a limit. Everything happens on the
 * thread whose main context made it.
 *
 * A tile that the map does not have is replaced by its parent, which is then wanted in its stead.
 *
 * Property: "trouble" (AtlasTileTrouble as int, read only).
 */
#define ATLAS_TYPE_TILE_SOURCE (atlas_tile_source_get_type ())
G_DECLARE_DERIVABLE_TYPE (AtlasTileSource, atlas_tile_source, ATLAS, TILE_SOURCE, GObject)

/**
 * AtlasTileSourceClass:
 * @update: what is wanted has changed; begins with it and ends what is not wanted any more
 * @retry: forgets that anything went wrong, and tries again
 * @is_settled: whether nothing is under way or waiting for its turn
 */
struct _AtlasTileSourceClass
{
  GObjectClass parent_class;

  void (*update) (AtlasTileSource *self);
  void (*retry) (AtlasTileSource *self);
  gboolean (*is_settled) (AtlasTileSource *self);
};

AtlasTileMap *atlas_tile_source_get_map (AtlasTileSource *self);
AtlasTileTrouble atlas_tile_source_get_trouble (AtlasTileSource *self);

/* A number that grows whenever there are other pixels than before. */
guint64 atlas_tile_source_get_serial (AtlasTileSource *self);

/* What @client wants from now on in place of what it wanted; nothing with @n 0. The pointer only
 * tells clients apart. */
void atlas_tile_source_want (AtlasTileSource *self,
                             gconstpointer client,
                             const AtlasTile *tiles,
                             guint n);

/* The pixels of a tile that is at hand. (nullable) (transfer none) */
AtlasTilePixels *atlas_tile_source_lookup (AtlasTileSource *self, AtlasTile tile);

/* Tries again at once what failed before: the network is back, or somebody asks for it. */
void atlas_tile_source_retry (AtlasTileSource *self);

gboolean atlas_tile_source_is_settled (AtlasTileSource *self);

G_END_DECLS
