/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-timeline-model.h"

G_BEGIN_DECLS

/* Where things stand on the timeline, for those who draw it and those who look under the pointer.
 * Heights of the rows in pixels, after section 9 of the visual language. */
#define ATLAS_TIMELINE_CHAPTERS 26
#define ATLAS_TIMELINE_DENSITY 36
#define ATLAS_TIMELINE_LANE 20
#define ATLAS_TIMELINE_ROW 15
#define ATLAS_TIMELINE_BAR 14
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
 * @scrolled: how far the lanes are scrolled down, pixels
 * @compact: without names and lanes, for small windows
 * @focused: whether the keyboard is on the date
 * @compare_focused: whether it is on the date that is compared with
 *
 * What the layout needs beside the model.
 */
typedef struct
{
  AtlasTimeSpan span;
  AtlasTimeSpan range;
  double left;
  double width;
  double height;
  double scrolled;
  gboolean compact;
  gboolean focused;
  gboolean compare_focused;
} AtlasTimelineView;

/* Where the first moment of @day stands, pixels; a half is noon. */
double atlas_timeline_view_get_x (const AtlasTimelineView *view, double day);

/* The day under @x on the axis. */
double atlas_timeline_view_get_day (const AtlasTimelineView *view, double x);

/* Height of the widget for a model (which may be NULL) if its lanes have @room and no more; they
 * are scrolled where that is less than they need. */
int atlas_timeline_layout_get_height (const AtlasTimelineModel *model,
                                      gboolean compact,
                                      double room);

/* Top and height of the part of the widget in which the lanes are, and how high those are together
 * that have something in the days of the axis. */
double atlas_timeline_layout_get_lanes_top (void);
double atlas_timeline_layout_get_lanes_room (const AtlasTimelineView *view);
double atlas_timeline_layout_get_lanes_height (const AtlasTimelineView *view, const AtlasTimelineModel *model);

/* Top of the lane of a number, pixels; it may be scrolled out of sight. */
double atlas_timeline_layout_get_lane_top (const AtlasTimelineView *view,
                                           const AtlasTimelineModel *model,
                                           guint lane);
/* With as many rows as have something in the days of the axis; 0 for a lane that has nothing. */
double atlas_timeline_layout_get_lane_height (const AtlasTimelineView *view,
                                              const AtlasTimelineLane *lane);

/* Top of the bars in a row of a lane that begins at @lane_top. */
double atlas_timeline_layout_get_bar_top (double lane_top, guint row);

/* The lower edge of the bars in a row of a lane, on which the marks of events stand. */
double atlas_timeline_layout_get_marks_bottom (const AtlasTimelineView *view,
                                               const AtlasTimelineModel *model,
                                               guint lane,
                                               guint row);

/* Top of the row of border changes. */
double atlas_timeline_layout_get_changes_top (const AtlasTimelineView *view);

G_END_DECLS
