/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes.h"
#include "atlas-history.h"

G_BEGIN_DECLS

/**
 * AtlasStepChanges:
 *
 * What the last step of the date changed, however it was made: land that passed from hand to hand,
 * polities that came and went, towns that were taken. Land is worked out by a worker; "changed" is
 * emitted when an answer is there. A drag and a playback are one step.
 */
#define ATLAS_TYPE_STEP_CHANGES (atlas_step_changes_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStepChanges, atlas_step_changes, ATLAS, STEP_CHANGES, GObject)

/* @history, which follows the same state, knows where the step began. */
AtlasStepChanges *atlas_step_changes_new (AtlasViewState *state, AtlasHistory *history);

/* @index may be NULL. */
void atlas_step_changes_set_index (AtlasStepChanges *self, AtlasHistoryIndex *index);

/* FALSE before the first step. The answers below are those for these days, of which @from may be
 * the later. */
gboolean atlas_step_changes_get_days (AtlasStepChanges *self, AtlasDay *from, AtlasDay *to);

/* (transfer none) (element-type AtlasChange) the largest first */
GPtrArray *atlas_step_changes_get_pieces (AtlasStepChanges *self);

/* (transfer none) (element-type AtlasPolity) that hold land now and did not before, and the
 * reverse */
GPtrArray *atlas_step_changes_get_begun (AtlasStepChanges *self);
GPtrArray *atlas_step_changes_get_ended (AtlasStepChanges *self);

/* (transfer none) (element-type AtlasControl) in order of day; empty for a step back */
GPtrArray *atlas_step_changes_get_towns (AtlasStepChanges *self);

/* Whether the answers are those for the days of the state. */
gboolean atlas_step_changes_is_settled (AtlasStepChanges *self);

G_END_DECLS
