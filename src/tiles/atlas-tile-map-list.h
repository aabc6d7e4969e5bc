/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-tile-map.h"

G_BEGIN_DECLS

#define ATLAS_TILE_MAP_LIST_ERROR (atlas_tile_map_list_error_quark ())
GQuark atlas_tile_map_list_error_quark (void);

typedef enum
{
  ATLAS_TILE_MAP_LIST_ERROR_NAME, /* another map is called so */
} AtlasTileMapListError;

/**
 * AtlasTileMapList:
 *
 * The maps that the user can choose from, in the user's order: a GListModel of AtlasTileMap.
 * OpenStreetMap is always the first. The others are kept in a file that only the user can read,
 * since an address may hold a key.
 *
 * A map on a server is allowed once the user has added it or chosen it by hand; a link alone does
 * not make one ask a server for anything.
 */
#define ATLAS_TYPE_TILE_MAP_LIST (atlas_tile_map_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileMapList, atlas_tile_map_list, ATLAS, TILE_MAP_LIST, GObject)

/* @path: (nullable): where it is kept; NULL for nowhere. */
AtlasTileMapList *atlas_tile_map_list_new (const char *path);

/* (transfer none) (nullable) */
AtlasTileMap *atlas_tile_map_list_lookup (AtlasTileMapList *self, const char *name);

/* Adds a map at the end. */
gboolean atlas_tile_map_list_add (AtlasTileMapList *self, AtlasTileMap *map, GError **error);

/* The same under a name that nobody has: "Name", "Name 2" and so on. (transfer none) */
AtlasTileMap *atlas_tile_map_list_add_renamed (AtlasTileMapList *self, AtlasTileMap *map);

/* Whether the one at @position can be removed and moved. */
gboolean atlas_tile_map_list_is_own (AtlasTileMapList *self, guint position);
void atlas_tile_map_list_remove (AtlasTileMapList *self, guint position);
/* Moves one up (-1) or down (1), as far as it goes. */
void atlas_tile_map_list_move (AtlasTileMapList *self, guint position, int by);

gboolean atlas_tile_map_list_is_allowed (AtlasTileMapList *self, AtlasTileMap *map);
void atlas_tile_map_list_allow (AtlasTileMapList *self, AtlasTileMap *map);

G_END_DECLS
