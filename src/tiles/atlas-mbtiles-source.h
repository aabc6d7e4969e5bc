/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-mbtiles.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

/**
 * AtlasMbtilesSource:
 *
 * Tiles from a file. It is opened when something is first wanted; where that fails the source is in
 * trouble until it is told to try again.
 */
#define ATLAS_TYPE_MBTILES_SOURCE (atlas_mbtiles_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMbtilesSource,
                      atlas_mbtiles_source,
                      ATLAS,
                      MBTILES_SOURCE,
                      AtlasTileSource)

/* @map: one that is a file. */
AtlasTileSource *atlas_mbtiles_source_new (AtlasTileMap *map);

G_END_DECLS
