/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasHistoryWidget:
 *
 * What every widget shares that shows the history as the view state asks for it. Properties:
 * "state" (AtlasViewState) and "index" (AtlasHistoryIndex); either may be NULL, and the index may
 * come long after the state, when the files are read.
 */
#define ATLAS_TYPE_HISTORY_WIDGET (atlas_history_widget_get_type ())
G_DECLARE_DERIVABLE_TYPE (AtlasHistoryWidget,
                          atlas_history_widget,
                          ATLAS,
                          HISTORY_WIDGET,
                          GtkWidget)

/**
 * AtlasHistoryWidgetClass:
 * @set_state: (nullable): hears of another state, to connect to it; what it gets stays the base's
 * and lives until the widget is disposed of
 * @set_index: (nullable): the same for another index
 *
 * A state that is given at construction comes before "constructed".
 */
struct _AtlasHistoryWidgetClass
{
  GtkWidgetClass parent_class;

  void (*set_state) (AtlasHistoryWidget *self, AtlasViewState *state);
  void (*set_index) (AtlasHistoryWidget *self, AtlasHistoryIndex *index);
};

/* Both (transfer none) (nullable). */
AtlasViewState *atlas_history_widget_get_state (AtlasHistoryWidget *self);
AtlasHistoryIndex *atlas_history_widget_get_index (AtlasHistoryWidget *self);

void atlas_history_widget_set_state (AtlasHistoryWidget *self, AtlasViewState *state);
void atlas_history_widget_set_index (AtlasHistoryWidget *self, AtlasHistoryIndex *index);

G_END_DECLS
