/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-widget.h"

G_BEGIN_DECLS

/**
 * AtlasEventList:
 *
 * Everything that the map shows now, as a list: the events in the window in order of date, who
 * holds what on the day, and, where nothing is in the window, the nearest event before and after.
 * Selecting a row selects in the state. Properties: "state" (construct only), "index".
 */
#define ATLAS_TYPE_EVENT_LIST (atlas_event_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEventList, atlas_event_list, ATLAS, EVENT_LIST, AtlasHistoryWidget)

G_END_DECLS
