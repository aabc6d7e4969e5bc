/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-widget.h"

G_BEGIN_DECLS

/**
 * AtlasFilterMenu:
 *
 * The state's filter as switches: standings, kinds of event, and the one campaign, actor or place
 * to keep to. Sources have a window of their own (win.sources).
 */
#define ATLAS_TYPE_FILTER_MENU (atlas_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFilterMenu, atlas_filter_menu, ATLAS, FILTER_MENU, AtlasHistoryWidget)

G_END_DECLS
