/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-label-placer.h"
#include "atlas-shape-cache.h"
#include "atlas-sprite-cache.h"

G_BEGIN_DECLS

/**
 * AtlasDrawCache:
 *
 * What drawing an atlas remembers from one picture to the next: geometry made ready for a zoom
 * level, rendered symbols and labels, and where labels stood. It belongs to the index and dies with
 * it; a picture is the same with an empty cache, except that labels may keep the side they had.
 */
typedef struct _AtlasDrawCache AtlasDrawCache;

/* (transfer none): the cache of @index, made when first asked for. Any thread. */
AtlasDrawCache *atlas_draw_cache_get (AtlasHistoryIndex *index);

/* Geometry has a lock of its own. */
AtlasShapeCache *atlas_draw_cache_get_shapes (AtlasDrawCache *self);

/* Everything else may only be touched between these two. */
AtlasSpriteCache *atlas_draw_cache_lock (AtlasDrawCache *self);
void atlas_draw_cache_unlock (AtlasDrawCache *self);

/* The side at which the label of a record stood last; ATLAS_SIDE_NONE where it did not. */
AtlasLabelSide atlas_draw_cache_get_hint (AtlasDrawCache *self, gconstpointer record);
void atlas_draw_cache_set_hint (AtlasDrawCache *self, gconstpointer record, AtlasLabelSide side);

/* Names of polities by whatever they depend on. (transfer none) (nullable); the cache takes @names.
 */
GArray *atlas_draw_cache_get_names (AtlasDrawCache *self, const char *key);
void atlas_draw_cache_take_names (AtlasDrawCache *self, const char *key, GArray *names);

G_END_DECLS
