/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-map-view.h"
#include "atlas-tile-library.h"

G_BEGIN_DECLS

/* What comes of a file that was chosen. */
typedef struct
{
  AtlasTileLibrary *library;
  AtlasViewState *state;
  AtlasMapView *map_view;
  AdwToastOverlay *toasts;
} AtlasMbtilesOpener;

/* Asks for an MBTiles file, and adds and chooses the map in it. */
void atlas_mbtiles_opener_run (GtkWindow *parent, const AtlasMbtilesOpener *opener);

/* The same with a file that is known. A toast says what is wrong with one that cannot be read; a
 * map that lies out of sight is brought into view. */
gboolean atlas_mbtiles_opener_open (const AtlasMbtilesOpener *opener, const char *path);

G_END_DECLS
