/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Changes that follow each other faster than this are one step. */
#define ATLAS_HISTORY_FOLD (800 * 1000) /* microseconds */

/**
 * AtlasHistory:
 *
 * Remembers where a state has been, as a browser remembers pages: date, window, step of the slider,
 * comparison, view, layers, filter, viewpoint and selection together are one step. How time is
 * played, in which language and calendars, is a manner and no place. What moves without a pause (a
 * drag, a flight of the map, a playback) is one step however far it goes; selecting a record,
 * switching something off or on and each stop of a tour always begin a new one. Closing a page by itself leaves no trace.
 * What is done after going back takes the place of what lay ahead. Properties, read only:
 * "can-go-back", "can-go-forward".
 */
#define ATLAS_TYPE_HISTORY (atlas_history_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHistory, atlas_history, ATLAS, HISTORY, GObject)

AtlasHistory *atlas_history_new (AtlasViewState *state);

/* Takes the time from @clock, in microseconds, instead of the system's. */
typedef gint64 (*AtlasHistoryClock) (gpointer user_data);
void atlas_history_set_clock (AtlasHistory *self, AtlasHistoryClock clock, gpointer user_data);

gboolean atlas_history_can_go_back (AtlasHistory *self);
gboolean atlas_history_can_go_forward (AtlasHistory *self);

/* Bring the state to the step before or after. Do nothing where there is nowhere to go. */
void atlas_history_go_back (AtlasHistory *self);
void atlas_history_go_forward (AtlasHistory *self);

/* Whether the state is changing now because it is brought to another step: nothing need be brought
 * into sight then. */
gboolean atlas_history_is_restoring (AtlasHistory *self);

/* The date of the step that is now began where the last one with another date had come to. FALSE
 * where there is none. */
gboolean atlas_history_get_last_date (AtlasHistory *self, AtlasDay *date);

/* Forgets everything but what is now, for a new atlas. */
void atlas_history_clear (AtlasHistory *self);

G_END_DECLS
