/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-tile-library.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasServerDialog:
 *
 * Describes a tile server: address, name, who made its map, levels. What is typed is checked at
 * once; nobody is asked for anything until "Preview" or "Add" is pressed, and what will be sent to
 * whom is said before that.
 */
#define ATLAS_TYPE_SERVER_DIALOG (atlas_server_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasServerDialog, atlas_server_dialog, ATLAS, SERVER_DIALOG, AdwWindow)

/* Adds the server to the library's list and chooses it in @state. */
GtkWidget *atlas_server_dialog_new (GtkWindow *parent,
                                    AtlasTileLibrary *library,
                                    AtlasViewState *state);

G_END_DECLS
