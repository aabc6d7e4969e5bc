/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile.h"

G_BEGIN_DECLS

/* A real tile server on this computer, for tests: it makes its tiles itself, behaves as badly as it
 * is told to, and keeps account of what was asked. Tiles are at /KEY/{z}/{x}/{y}.png. */

typedef enum
{
  TILE_SERVER_GOOD,
  TILE_SERVER_NOT_FOUND,    /* 404 */
  TILE_SERVER_GONE,         /* 410 */
  TILE_SERVER_WAIT,         /* 429, Retry-After: 30 */
  TILE_SERVER_UNAUTHORIZED, /* 401 */
  TILE_SERVER_ERROR,        /* 500 */
  TILE_SERVER_HANG,         /* never answers */
  TILE_SERVER_CUT,          /* closes the connection in the middle of the image */
  TILE_SERVER_LOOP,         /* redirects to itself */
  TILE_SERVER_MOVED,        /* redirects once, to where it is good */
  TILE_SERVER_LEAVE,        /* redirects to another host without HTTPS */
  TILE_SERVER_HTML,         /* 200, but a page */
  TILE_SERVER_GARBAGE,      /* 200, said to be a PNG, and is not */
  TILE_SERVER_LONG,         /* ten megabytes */
  TILE_SERVER_HUGE,         /* 30000 by 30000 pixels by its header */
  TILE_SERVER_WRONG_TYPE,   /* a PNG, said to be text */
} TileServerMode;

typedef struct _TileServer TileServer;

TileServer *tile_server_new (void);
void tile_server_free (TileServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TileServer, tile_server_free)

/* Nobody answers at its port any more; and again. */
void tile_server_stop (TileServer *self);
void tile_server_start (TileServer *self);

/* Where its tiles are, with @key in the path. (transfer full) */
char *tile_server_get_template (TileServer *self, const char *key);

/* How it behaves; and how for one tile. */
void tile_server_set_mode (TileServer *self, TileServerMode mode);
void tile_server_set_tile_mode (TileServer *self, AtlasTile tile, TileServerMode mode);

/* A header of every good answer; NULL takes it away. An ETag or a Last-Modified makes it answer
 * 304 to whoever has it. */
void tile_server_set_header (TileServer *self, const char *name, const char *value);

/* While it holds, it takes requests and answers none. */
void tile_server_hold (TileServer *self, gboolean hold);

/* What was asked so far: how often, for one tile, how many at the same time at most, over how many
 * connections, and how many were answered with 304. */
guint tile_server_count (TileServer *self);
guint tile_server_count_tile (TileServer *self, AtlasTile tile);
guint tile_server_count_at_once (TileServer *self);
guint tile_server_count_connections (TileServer *self);
guint tile_server_count_unchanged (TileServer *self);
/* How many are being held now. */
guint tile_server_count_held (TileServer *self);
void tile_server_forget (TileServer *self);

/* The tile of the @i-th request, and a header of it. */
AtlasTile tile_server_get_tile (TileServer *self, guint i);
const char *tile_server_get_header (TileServer *self, guint i, const char *name);

/* The colour that it paints a tile in, as 0xAARRGGBB. */
guint32 tile_server_get_color (AtlasTile tile);

/* The image of a tile, as it sends it. (transfer full) */
GBytes *tile_server_make_image (AtlasTile tile);

G_END_DECLS
