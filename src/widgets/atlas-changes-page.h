/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-comparison.h"
#include "atlas-history-widget.h"

G_BEGIN_DECLS

/**
 * AtlasChangesPage:
 *
 * What changed hands between two dates: what each polity gained and lost, and each piece with from
 * whom to whom, when, by what act, how much and how sure. A row that is activated is the chosen
 * piece of the comparison, and opens to its details. Properties: "state" and "comparison"
 * (construct only).
 */
#define ATLAS_TYPE_CHANGES_PAGE (atlas_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChangesPage, atlas_changes_page, ATLAS, CHANGES_PAGE, AtlasHistoryWidget)

GtkWidget *atlas_changes_page_new (AtlasComparison *comparison, AtlasViewState *state);

/* Whether the page shows what the comparison has now; it follows a moment later. */
gboolean atlas_changes_page_is_settled (AtlasChangesPage *self);

G_END_DECLS
