/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-tile-library.h"

G_BEGIN_DECLS

/**
 * AtlasMapsWindow:
 *
 * The list of maps, to be put in order and to be shortened, and how much of online maps is kept on
 * disk.
 */
#define ATLAS_TYPE_MAPS_WINDOW (atlas_maps_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapsWindow, atlas_maps_window, ATLAS, MAPS_WINDOW, AdwPreferencesWindow)

/* @settings: (nullable): where the limit is kept. */
GtkWidget *atlas_maps_window_new (GtkWindow *parent,
                                  AtlasTileLibrary *library,
                                  GSettings *settings);

G_END_DECLS
