/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasVisibleSet:
 *
 * The events of the state's window, as a #GListModel of #AtlasEvent in order of date. It follows
 * the state, and when the date moves only what enters and what leaves is announced. What the
 * state's filter switches off is not in it; whether events are drawn on the map is no matter here.
 * Property, read only: "n-items".
 */
#define ATLAS_TYPE_VISIBLE_SET (atlas_visible_set_get_type ())
G_DECLARE_FINAL_TYPE (AtlasVisibleSet, atlas_visible_set, ATLAS, VISIBLE_SET, GObject)

AtlasVisibleSet *atlas_visible_set_new (AtlasViewState *state);

/* (nullable): without an index the set is empty. */
void atlas_visible_set_set_index (AtlasVisibleSet *self, AtlasHistoryIndex *index);

typedef struct
{
  AtlasTerritory *territory;
  gboolean begun; /* else it ended */
} AtlasVisibleChange;

/* What the last move of the date brought, in the direction of the move: territories that stand now
 * and did not before, then those that stood before. Empty where nothing changed. Valid until the
 * date changes again. (transfer none) (element-type AtlasVisibleChange) */
GPtrArray *atlas_visible_set_get_changes (AtlasVisibleSet *self);

G_END_DECLS
