/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasVisibleSet:
 *
 * The events of the state's window, as a #GListModel of #AtlasEvent, sorted and grouped as the
 * state says, by date unless it says otherwise. It follows
 * the state, and when the date moves only what enters and what leaves is announced. What the
 * state's filter switches off is not in it; whether events are drawn on the map is no matter here.
 * Property, read only: "n-items".
 */
#define ATLAS_TYPE_VISIBLE_SET (atlas_visible_set_get_type ())
G_DECLARE_FINAL_TYPE (AtlasVisibleSet, atlas_visible_set, ATLAS, VISIBLE_SET, GObject)

AtlasVisibleSet *atlas_visible_set_new (AtlasViewState *state);

/* (nullable): without an index the set is empty. */
void atlas_visible_set_set_index (AtlasVisibleSet *self, AtlasHistoryIndex *index);

/* The campaign or place in whose group an event stands; NULL where the state groups by nothing.
 * (transfer none) (nullable) */
AtlasRecord *atlas_visible_set_get_heading (AtlasVisibleSet *self, AtlasEvent *event);

G_END_DECLS
