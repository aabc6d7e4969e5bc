/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-tile.h"

G_BEGIN_DECLS

/**
 * AtlasTileRecord:
 * @bytes: the image as it came
 * @etag: (nullable): what to ask with whether it has changed
 * @modified: (nullable): the same, a date as the server wrote it
 * @expires: until when it is fresh, milliseconds since 1970
 * @strict: whether it may not be shown once stale
 *
 * A tile as it is kept.
 */
typedef struct
{
  GBytes *bytes;
  char *etag;
  char *modified;
  gint64 expires;
  gboolean strict;
} AtlasTileRecord;

void atlas_tile_record_free (AtlasTileRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileRecord, atlas_tile_record_free)

/**
 * AtlasTileCache:
 *
 * Tiles on disk, in one SQLite file. Maps are told apart by a key that tells nothing about their
 * address. All functions may be called from any thread. What cannot be written is not kept, and a
 * file that is damaged is begun anew: a cache never stands in the way.
 */
#define ATLAS_TYPE_TILE_CACHE (atlas_tile_cache_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileCache, atlas_tile_cache, ATLAS, TILE_CACHE, GObject)

#define ATLAS_TILE_CACHE_DEFAULT_LIMIT (G_GINT64_CONSTANT (200) * 1000 * 1000)

/* @path: (nullable): NULL for a cache that lives in memory. @limit: bytes of images, beyond which
 * the ones that were not looked at for longest go. */
AtlasTileCache *atlas_tile_cache_new (const char *path, gint64 limit);

/* (transfer full) (nullable) */
AtlasTileRecord *atlas_tile_cache_lookup (AtlasTileCache *self,
                                          const char *map,
                                          AtlasTile tile,
                                          gint64 now);

void atlas_tile_cache_store (AtlasTileCache *self,
                             const char *map,
                             AtlasTile tile,
                             const AtlasTileRecord *record,
                             gint64 now);

/* The server says that what is kept holds on. */
void atlas_tile_cache_renew (AtlasTileCache *self, const char *map, AtlasTile tile, gint64 expires);

void atlas_tile_cache_remove (AtlasTileCache *self, const char *map, AtlasTile tile);

/* Bytes of the images that are kept; and how many there may be. */
gint64 atlas_tile_cache_get_size (AtlasTileCache *self);
gint64 atlas_tile_cache_get_limit (AtlasTileCache *self);
void atlas_tile_cache_set_limit (AtlasTileCache *self, gint64 limit);

/* Forgets everything and gives the room on disk back. */
void atlas_tile_cache_empty (AtlasTileCache *self);

G_END_DECLS
