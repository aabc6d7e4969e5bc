/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-geo.h"
#include "atlas-tile-map.h"
#include "atlas-tile.h"

G_BEGIN_DECLS

#define ATLAS_MBTILES_ERROR (atlas_mbtiles_error_quark ())
GQuark atlas_mbtiles_error_quark (void);

typedef enum
{
  ATLAS_MBTILES_ERROR_FILE,   /* no file, or none that SQLite reads */
  ATLAS_MBTILES_ERROR_FORMAT, /* a database, but without tiles */
  ATLAS_MBTILES_ERROR_VECTOR, /* its tiles are no pictures */
} AtlasMbtilesError;

/**
 * AtlasMbtiles:
 *
 * A file of tiles (MBTiles 1.3: SQLite with the tables metadata and tiles). It is opened so that
 * nothing is ever written, to it or beside it, and as something that may come from anywhere: what
 * is read is bounded in length and in time, and the only thing that its views can do is to read.
 * May be used from any thread.
 */
#define ATLAS_TYPE_MBTILES (atlas_mbtiles_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMbtiles, atlas_mbtiles, ATLAS, MBTILES, GObject)

AtlasMbtiles *atlas_mbtiles_open (const char *path, GError **error);

/* What it says about itself: name, attribution as plain text and its link, levels. (transfer full)
 */
AtlasTileMap *atlas_mbtiles_describe (AtlasMbtiles *self);

/* The piece of the world that it shows; FALSE where it does not say. */
gboolean atlas_mbtiles_get_bounds (AtlasMbtiles *self, AtlasBox *bounds);

/* The image of a tile. (transfer full) (nullable) without @error where the file does not have it.
 */
GBytes *atlas_mbtiles_read (AtlasMbtiles *self, AtlasTile tile, GError **error);

G_END_DECLS
