/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-widget.h"
#include "atlas-step-changes.h"

G_BEGIN_DECLS

/**
 * AtlasEventList:
 *
 * Everything that the map shows now, as a list: what the last step of the date changed, who holds
 * what on the day, and the events in the window, sorted, grouped and narrowed down as the state
 * says; where nothing is in the window, the nearest event before and after. Selecting a row selects
 * in the state, and what is under the pointer in one of list and map is marked in the other.
 * Properties: "state" (construct only), "index".
 */
#define ATLAS_TYPE_EVENT_LIST (atlas_event_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEventList, atlas_event_list, ATLAS, EVENT_LIST, AtlasHistoryWidget)

/* (nullable): what the last step changed stands above the list. */
void atlas_event_list_set_changes (AtlasEventList *self, AtlasStepChanges *changes);

G_END_DECLS
