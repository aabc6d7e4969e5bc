/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the track share: atlas-timeline-track.c is the widget, the others are its
 * pointer, its keys and the scrolling of its lanes. */

#include "atlas-day-slider.h"
#include "atlas-timeline-handle.h"
#include "atlas-timeline-hit.h"
#include "atlas-timeline-track.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_TIMELINE_DRAG_NONE,
  ATLAS_TIMELINE_DRAG_CURSOR,
  ATLAS_TIMELINE_DRAG_COMPARE, /* the cursor of the date that is compared with */
  ATLAS_TIMELINE_DRAG_FRAME,
  ATLAS_TIMELINE_DRAG_AXIS,
} AtlasTimelineDrag;

struct _AtlasTimelineTrack
{
  GtkWidget parent_instance;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasTimelineModel *model;
  AtlasDaySlider *slider;          /* the date for the keyboard and for assistive technology */
  AtlasDaySlider *compare_slider;  /* the same for the date that is compared with */
  AtlasTimelineHandle *handles[2]; /* of the window's beginning and end */
  const char *hovered;             /* interned: the event under the pointer */
  AtlasTimeSpan span;

  GtkAdjustment *lanes; /* how far they are scrolled, and how high all are */
  GtkWidget *lanes_bar; /* beside the axis, where they have less room than they need */
  double lanes_room;    /* the most that they ask for, pixels */

  AtlasTimelineDrag drag;
  double drag_start, pointer_x;
  AtlasTimeSpan drag_span;
};

AtlasTimelineView atlas_timeline_track_get_view (AtlasTimelineTrack *self);
gboolean atlas_timeline_track_is_comparing (AtlasTimelineTrack *self);

/* What lies under (@x, @y). */
AtlasTimelineHit atlas_timeline_track_find_hit (AtlasTimelineTrack *self, double x, double y);

/* Shows these days, kept within all years and to a least length. */
void atlas_timeline_track_put_span (AtlasTimelineTrack *self, double begin, double end);

/* Shows @factor times as many days, @day staying where it is. */
void atlas_timeline_track_zoom_at (AtlasTimelineTrack *self, double day, double factor);

/* The bar that scrolls the lanes; to be placed when the widget has its size. */
void atlas_timeline_track_add_lanes (AtlasTimelineTrack *self);
void atlas_timeline_track_place_lanes (AtlasTimelineTrack *self);
void atlas_timeline_track_scroll_lanes (AtlasTimelineTrack *self, double offset);

/* Brings the lane of a campaign or polity into sight. */
void atlas_timeline_track_reveal_lane (AtlasTimelineTrack *self, const char *id);

void atlas_timeline_track_add_pointer (AtlasTimelineTrack *self);
void atlas_timeline_track_add_keys (AtlasTimelineTrack *self);

G_END_DECLS
