/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-history-index.h"
#include "atlas-opening.h"
#include "atlas-preferences.h"
#include "atlas-tile-library.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasWindow:
 *
 * The window: header bar, map, timeline, side panel; a page while the atlas is read and one for an
 * atlas that cannot be read.
 */
#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindow, atlas_window, ATLAS, WINDOW, AdwApplicationWindow)

/* @preferences may be NULL: then nothing is remembered. @basemap_folder holds the ground's files.
 */
AtlasWindow *atlas_window_new (GtkApplication *application,
                               AtlasPreferences *preferences,
                               const char *basemap_folder);

/* Builds all that is in the window anew over what it shows, in the language that gettext speaks by
 * now. */
void atlas_window_renew (AtlasWindow *self);

/* Reads the atlas at @path (a manifest or its folder), showing progress, and then shows it. */
void atlas_window_open (AtlasWindow *self, const char *path);

/* Shows what an atlas: link says, as soon as there is an atlas. */
void atlas_window_open_link (AtlasWindow *self, const char *link);

/* The same with what was begun before the window was there. */
void atlas_window_take_opening (AtlasWindow *self, AtlasOpening *opening);

/* Lays a GeoJSON file over the map; @group_by (nullable) as in atlas_geojson_read(). */
void atlas_window_open_overlay (AtlasWindow *self, const char *path, const char *group_by);

/* The atlas that "Open the Shipped Atlas" goes back to. */
void atlas_window_set_shipped_path (AtlasWindow *self, const char *path);

/* Where the maps of tiles are that may lie under the history; once. */
void atlas_window_set_library (AtlasWindow *self, AtlasTileLibrary *library);
/* (nullable) (transfer none) */
AtlasTileLibrary *atlas_window_get_library (AtlasWindow *self);

AtlasViewState *atlas_window_get_state (AtlasWindow *self);

/* (nullable) until an atlas was read. (transfer none) */
AtlasHistoryIndex *atlas_window_get_index (AtlasWindow *self);

/* TRUE when an atlas is shown and every layer of its map stands complete. */
gboolean atlas_window_is_settled (AtlasWindow *self);

G_END_DECLS
