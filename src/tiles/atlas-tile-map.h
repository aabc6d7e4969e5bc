/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_TILE_MAP_ONLINE,  /* a server; the address is a template */
  ATLAS_TILE_MAP_MBTILES, /* a file; the address is its path */
} AtlasTileMapKind;

/**
 * AtlasTileMap:
 *
 * A map that is made of tiles, as it is listed: what it is called, where it comes from and who made
 * it. Immutable. Its name is what tells it from others, so that it can be named in a link; its
 * address may hold a key and goes nowhere but to the server and into the list that the user keeps.
 */
#define ATLAS_TYPE_TILE_MAP (atlas_tile_map_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileMap, atlas_tile_map, ATLAS, TILE_MAP, GObject)

/* The name of the map that is always in the list. */
#define ATLAS_TILE_MAP_OPENSTREETMAP "OpenStreetMap"

/**
 * AtlasTileMapValues:
 * @kind: where its tiles are
 * @name: not empty
 * @address: template or path
 * @attribution: (nullable): plain text that stands on the map
 * @link: (nullable): an address of the web where the attribution leads
 * @min_zoom: first level that has tiles
 * @max_zoom: last level that has tiles
 */
typedef struct
{
  AtlasTileMapKind kind;
  const char *name;
  const char *address;
  const char *attribution;
  const char *link;
  int min_zoom;
  int max_zoom;
} AtlasTileMapValues;

AtlasTileMap *atlas_tile_map_new (const AtlasTileMapValues *values);
AtlasTileMap *atlas_tile_map_new_openstreetmap (void);

AtlasTileMapKind atlas_tile_map_get_kind (AtlasTileMap *self);
const char *atlas_tile_map_get_name (AtlasTileMap *self);
const char *atlas_tile_map_get_address (AtlasTileMap *self);
const char *atlas_tile_map_get_attribution (AtlasTileMap *self);
const char *atlas_tile_map_get_link (AtlasTileMap *self);
int atlas_tile_map_get_min_zoom (AtlasTileMap *self);
int atlas_tile_map_get_max_zoom (AtlasTileMap *self);

/* What tells its tiles from those of other maps where they are kept: a hash of the address, from
 * which nobody reads a key. */
const char *atlas_tile_map_get_key (AtlasTileMap *self);

G_END_DECLS
