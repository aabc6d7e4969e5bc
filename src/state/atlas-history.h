/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasHistory:
 *
 * Remembers what a state has selected, as a browser remembers pages: back, forward, and whatever is
 * selected after going back takes the place of what lay ahead. Selecting nothing leaves no trace.
 * Properties, read only: "can-go-back", "can-go-forward".
 */
#define ATLAS_TYPE_HISTORY (atlas_history_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHistory, atlas_history, ATLAS, HISTORY, GObject)

AtlasHistory *atlas_history_new (AtlasViewState *state);

gboolean atlas_history_can_go_back (AtlasHistory *self);
gboolean atlas_history_can_go_forward (AtlasHistory *self);

/* Change the selection of the state. Do nothing where there is nowhere to go. */
void atlas_history_go_back (AtlasHistory *self);
void atlas_history_go_forward (AtlasHistory *self);

/* Forgets everything, for a new atlas. */
void atlas_history_clear (AtlasHistory *self);

G_END_DECLS
