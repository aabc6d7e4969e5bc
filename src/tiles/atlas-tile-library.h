/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-cache.h"
#include "atlas-tile-clock.h"
#include "atlas-tile-map-list.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

/**
 * AtlasTileLibrary:
 *
 * What all windows of the program share of maps made of tiles: the list, the cache, the
 * connections, and one source for each map that is being looked at. Until a map is, no file is
 * opened and no connection made. When the network comes back all sources try again.
 */
#define ATLAS_TYPE_TILE_LIBRARY (atlas_tile_library_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileLibrary, atlas_tile_library, ATLAS, TILE_LIBRARY, GObject)

/* @list_path: (nullable): where the list is kept
 * @cache_path: (nullable): where tiles are kept
 * @clock: (nullable): NULL for one that goes by itself */
AtlasTileLibrary *atlas_tile_library_new (const char *list_path,
                                          const char *cache_path,
                                          AtlasTileClock *clock);

/* (transfer none) */
AtlasTileMapList *atlas_tile_library_get_list (AtlasTileLibrary *self);
AtlasTileCache *atlas_tile_library_get_cache (AtlasTileLibrary *self);

/* Bytes of tiles that are kept on disk. */
gint64 atlas_tile_library_get_cache_limit (AtlasTileLibrary *self);
void atlas_tile_library_set_cache_limit (AtlasTileLibrary *self, gint64 limit);

/* The tiles of the map of this name; NULL where the list has none of this name, or the user has not
 * allowed it. (transfer full) (nullable) */
AtlasTileSource *atlas_tile_library_get_source (AtlasTileLibrary *self, const char *name);

/* What asks servers, for whoever tries one out. (transfer none) */
SoupSession *atlas_tile_library_get_session (AtlasTileLibrary *self);
AtlasTileClock *atlas_tile_library_get_clock (AtlasTileLibrary *self);

G_END_DECLS
