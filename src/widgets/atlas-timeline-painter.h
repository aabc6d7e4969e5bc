/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-timeline-layout.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Draws the timeline. @widget gives the font and the colour of text. @index and @model may be NULL.
 */
void atlas_timeline_painter_draw (GtkWidget *widget,
                                  cairo_t *cr,
                                  const AtlasTimelineView *view,
                                  AtlasHistoryIndex *index,
                                  const AtlasTimelineModel *model,
                                  AtlasViewState *state);

G_END_DECLS
