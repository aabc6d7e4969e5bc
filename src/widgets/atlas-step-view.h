/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-widget.h"
#include "atlas-step-changes.h"

G_BEGIN_DECLS

/**
 * AtlasStepView:
 *
 * What the last step of the date changed, in sentences: "Russia occupies the Ili valley · The
 * Sultanate of Ili ends". Not there where nothing changed. Names are links that select.
 */
#define ATLAS_TYPE_STEP_VIEW (atlas_step_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStepView, atlas_step_view, ATLAS, STEP_VIEW, AtlasHistoryWidget)

/* (nullable) */
void atlas_step_view_set_changes (AtlasStepView *self, AtlasStepChanges *changes);

G_END_DECLS
