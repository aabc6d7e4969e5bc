/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-base-menu.h"
#include "atlas-history-index.h"
#include "atlas-overlay-list.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasLayersMenu:
 *
 * What the map shows, as switches that each carry a drawing of what they switch. Every switch is an
 * action of the window: win.show-territories, win.show-borders and so on, and win.muted for the
 * muted colours.
 */
#define ATLAS_TYPE_LAYERS_MENU (atlas_layers_menu_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLayersMenu, atlas_layers_menu, ATLAS, LAYERS_MENU, GtkWidget)

/* The part about what lies under the history. (transfer none) */
AtlasBaseMenu *atlas_layers_menu_get_base_menu (AtlasLayersMenu *self);

/* Lists the viewpoints of an atlas (win.viewpoint, a polity's id or empty), named in @lang. */
void atlas_layers_menu_set_index (AtlasLayersMenu *self,
                                  AtlasHistoryIndex *index,
                                  const char *lang);

/* Lists the user's own files; once. */
void atlas_layers_menu_set_overlays (AtlasLayersMenu *self,
                                     AtlasOverlayList *overlays,
                                     AtlasViewState *state);

G_END_DECLS
