/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasComparison:
 *
 * What changed hands between the two dates of a state, while its compare mode is not
 * ATLAS_COMPARE_NONE. A worker answers; until it has, the last answer stays, and dates that pass
 * by meanwhile are skipped. Properties: "state" (construct only), "pieces" (boxed GPtrArray or
 * NULL), "chosen" (int, -1 for none).
 */
#define ATLAS_TYPE_COMPARISON (atlas_comparison_get_type ())
G_DECLARE_FINAL_TYPE (AtlasComparison, atlas_comparison, ATLAS, COMPARISON, GObject)

AtlasComparison *atlas_comparison_new (AtlasViewState *state);

void atlas_comparison_set_index (AtlasComparison *self, AtlasHistoryIndex *index);

/* Goes over to @mode. Where nothing was compared yet, the date is compared with the day before the
 * last change of hands up to it, or, where the atlas knows of none, with that of a year earlier. */
void atlas_comparison_enter (AtlasComparison *self, AtlasCompareMode mode);

/* The days of the answer, the earlier first: the land of the one becomes that of the other. */
AtlasTimeSpan atlas_comparison_get_span (AtlasComparison *self);

/* In the order of atlas_changes_between(); NULL while nothing is compared and before the first
 * answer. (nullable) (transfer none) (element-type AtlasChange) */
GPtrArray *atlas_comparison_get_pieces (AtlasComparison *self);

/* The piece that the reader looks at: its position, or -1. It is forgotten with each answer. */
int atlas_comparison_get_chosen (AtlasComparison *self);
void atlas_comparison_set_chosen (AtlasComparison *self, int position);

/* TRUE when the answer is the one for the dates of the state. */
gboolean atlas_comparison_is_settled (AtlasComparison *self);

G_END_DECLS
