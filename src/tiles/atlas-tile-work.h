/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-tile-cache.h"
#include "atlas-tile-pixels.h"

G_BEGIN_DECLS

/* What the source of a server has threads do: to read and write the cache, and to decode. */

/**
 * AtlasTileFound:
 * @record: (nullable): what is kept
 * @pixels: (nullable): decoded
 */
typedef struct
{
  AtlasTileRecord *record;
  AtlasTilePixels *pixels;
} AtlasTileFound;

void atlas_tile_found_free (AtlasTileFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileFound, atlas_tile_found_free)

/* Looks a tile up and decodes it. With @renew above 0 it is kept as fresh until then, first. What
 * cannot be decoded is taken out of the cache. */
void atlas_tile_work_find_async (AtlasTileCache *cache,
                                 const char *map,
                                 AtlasTile tile,
                                 gint64 now,
                                 gint64 renew,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AtlasTileFound *atlas_tile_work_find_finish (GAsyncResult *result);

/* Decodes @record (transfer full) and, where that succeeds and @keep, keeps it. */
void atlas_tile_work_take_async (AtlasTileCache *cache,
                                 const char *map,
                                 AtlasTile tile,
                                 gint64 now,
                                 AtlasTileRecord *record,
                                 gboolean keep,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AtlasTilePixels *atlas_tile_work_take_finish (GAsyncResult *result, GError **error);

G_END_DECLS
