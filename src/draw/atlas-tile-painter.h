/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-mercator.h"
#include "atlas-tile-sheet.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Draws the tiles of @sheet where they lie in @viewport, and over them the veil of @style, which
 * keeps the history above readable. Where the sheet shows nothing, nothing is drawn. @opacity is
 * that of tiles and veil together, 0 to 1. May be called from any thread. */
void atlas_tile_painter_draw (const AtlasTileSheet *sheet,
                              const AtlasViewport *viewport,
                              AtlasMapStyle style,
                              double opacity,
                              cairo_t *cr);

G_END_DECLS
