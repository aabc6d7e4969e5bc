/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-tile-library.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasBaseMenu:
 *
 * What lies under the history: the relief alone, or a map over it, with how much of the relief it
 * hides. Each map that is online says whom it asks and for what. Actions of the window: win.base
 * (the name of a map, or empty), win.add-tile-server, win.open-mbtiles, win.manage-maps.
 */
#define ATLAS_TYPE_BASE_MENU (atlas_base_menu_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBaseMenu, atlas_base_menu, ATLAS, BASE_MENU, GtkWidget)

void atlas_base_menu_set_library (AtlasBaseMenu *self,
                                  AtlasTileLibrary *library,
                                  AtlasViewState *state);

/* What is sent to whom when @map is shown, as words for people. (transfer full) */
char *atlas_base_menu_describe (AtlasTileMap *map);

G_END_DECLS
