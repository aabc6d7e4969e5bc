/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-widget.h"

G_BEGIN_DECLS

/**
 * AtlasListBar:
 *
 * How the list of what the map shows is sorted, grouped and narrowed down, above that list.
 */
#define ATLAS_TYPE_LIST_BAR (atlas_list_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasListBar, atlas_list_bar, ATLAS, LIST_BAR, AtlasHistoryWidget)

G_END_DECLS
