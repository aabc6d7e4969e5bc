/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/**
 * AtlasTimeIndex:
 *
 * Answers which of n spans touch a window, and what enters and leaves from one window to the next.
 * Immutable after it is made; items are numbers from 0 to n - 1. May be read from any thread.
 */
typedef struct _AtlasTimeIndex AtlasTimeIndex;

/* Copies @spans. Empty spans are never found. */
AtlasTimeIndex *atlas_time_index_new (const AtlasTimeSpan *spans, guint n);
AtlasTimeIndex *atlas_time_index_ref (AtlasTimeIndex *self);
void atlas_time_index_unref (AtlasTimeIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimeIndex, atlas_time_index_unref)

/* All items that touch @window, ascending. (transfer full) (element-type guint) */
GArray *atlas_time_index_query (const AtlasTimeIndex *self, AtlasTimeSpan window);

/* Appends to @entered the items that touch @to but not @from and to @left those that touch @from
 * but not @to. Costs in proportion to the changes where the windows are near each other. */
void atlas_time_index_difference (const AtlasTimeIndex *self,
                                  AtlasTimeSpan from,
                                  AtlasTimeSpan to,
                                  GArray *entered,
                                  GArray *left);

/* How many beginnings and ends lie between two windows: what a difference would cost. */
guint atlas_time_index_distance (const AtlasTimeIndex *self, AtlasTimeSpan from, AtlasTimeSpan to);

/* How many spans there are, empty ones too. */
guint atlas_time_index_get_n_items (const AtlasTimeIndex *self);

/* Looks at every span once: bit i % 64 of @bits[i / 64] says whether item i touches @window. */
void atlas_time_index_scan (const AtlasTimeIndex *self, AtlasTimeSpan window, guint64 *bits);

/* The next or previous day on which any span begins or ends its life (a begin, or the day after an
 * end), strictly after or before @day. FALSE where there is none. */
gboolean atlas_time_index_next_change (const AtlasTimeIndex *self, AtlasDay day, AtlasDay *found);
gboolean atlas_time_index_previous_change (const AtlasTimeIndex *self,
                                           AtlasDay day,
                                           AtlasDay *found);

/* How many such days there are up to and including @day: equal numbers, equal sets of spans alive.
 */
guint atlas_time_index_count_changes (const AtlasTimeIndex *self, AtlasDay day);

G_END_DECLS
