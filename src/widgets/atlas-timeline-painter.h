/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-timeline-model.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Heights of the rows, after section 9 of the visual language. */
#define ATLAS_TIMELINE_CHAPTERS 26
#define ATLAS_TIMELINE_DENSITY 36
#define ATLAS_TIMELINE_LANE 20
#define ATLAS_TIMELINE_LANE_TWO 34
#define ATLAS_TIMELINE_CHANGES 15
#define ATLAS_TIMELINE_AXIS 24
#define ATLAS_TIMELINE_ALL 26
#define ATLAS_TIMELINE_NAMES 124
#define ATLAS_TIMELINE_MARGIN 14

/**
 * AtlasTimelineView:
 * @span: the days of the axis
 * @range: all days
 * @left: where the axis begins, pixels
 * @width: how long it is, pixels
 * @height: of the whole widget
 * @compact: without names and lanes, for small windows
 * @focused: whether the keyboard is here
 *
 * What the painter needs beside the model and the state.
 */
typedef struct
{
  AtlasTimeSpan span;
  AtlasTimeSpan range;
  double left;
  double width;
  double height;
  gboolean compact;
  gboolean focused;
} AtlasTimelineView;

/* Height of the widget for a model (which may be NULL). */
int atlas_timeline_painter_get_height (const AtlasTimelineModel *model, gboolean compact);

/* The lower edge of the bars in a row of a lane, on which the marks of events stand. */
double atlas_timeline_painter_get_marks_bottom (const AtlasTimelineModel *model,
                                                guint lane,
                                                guint row);

/* Top of the row of border changes. */
double atlas_timeline_painter_get_changes_top (const AtlasTimelineView *view,
                                               const AtlasTimelineModel *model);

/* Top of the lane of a number, pixels. */
double atlas_timeline_painter_get_lane_top (const AtlasTimelineModel *model, guint lane);

/* @widget gives the font and the colour of text. @index and @model may be NULL. */
void atlas_timeline_painter_draw (GtkWidget *widget,
                                  cairo_t *cr,
                                  const AtlasTimelineView *view,
                                  AtlasHistoryIndex *index,
                                  const AtlasTimelineModel *model,
                                  AtlasViewState *state);

G_END_DECLS
