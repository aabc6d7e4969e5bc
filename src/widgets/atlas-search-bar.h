/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasSearchBar:
 *
 * The search box with its results below it; a button where there is no room for a box. Down and Up
 * walk through the results while the keyboard stays in the box, Enter goes to the chosen one,
 * Escape leaves. Going to a record selects it in the state, going to a date sets that. Property:
 * "state" (construct only). Signal: "chosen" (const char *id), once the state has been changed; @id
 * is NULL for a date.
 *
 * The index of the texts is made by a worker when the first picture is out of the way.
 */
#define ATLAS_TYPE_SEARCH_BAR (atlas_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchBar, atlas_search_bar, ATLAS, SEARCH_BAR, GtkWidget)

void atlas_search_bar_set_state (AtlasSearchBar *self, AtlasViewState *state);
void atlas_search_bar_set_index (AtlasSearchBar *self, AtlasHistoryIndex *index);

/* Puts the keyboard into the box, with what is in it selected. */
void atlas_search_bar_focus (AtlasSearchBar *self);

/* TRUE when the index of the texts stands. */
gboolean atlas_search_bar_is_ready (AtlasSearchBar *self);

G_END_DECLS
