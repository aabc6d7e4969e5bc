/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-map-view.h"

G_BEGIN_DECLS

/* Asks for a file name and writes what the map shows there, as PNG, SVG or PDF by the name's
 * ending. A toast says how it went. */
void atlas_picture_saver_run (GtkWindow *parent, AtlasMapView *map_view, AdwToastOverlay *toasts);

G_END_DECLS
