/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"
#include "atlas-timeline-model.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineTrack:
 *
 * The years as a slider: chapters, density of events, campaigns and polities, changes of borders,
 * an axis that zooms from all years to single days, and below it all years with the visible part as
 * a frame. Its first child is the date as a slider, for the keyboard and for assistive technology.
 *
 * Drag moves the date, or on the axis the axis; wheel and pinch zoom about the pointer, Shift and
 * wheel pan. A click on an event, a campaign, a change of borders or a chapter goes there; a double
 * click shows it whole. The ends of the window have handles, which are sliders of their own; the
 * frame below can be dragged. The wheel over the names scrolls the lanes, and so do Alt with Up and
 * Down. Keys: arrows step, Page Up and Page Down go to the change before and after, Home and End,
 * plus, minus and 0 zoom. While two dates are compared a second cursor stands at the other one: it
 * is dragged near its line, set with Shift and click, and moved by the same keys with Control.
 */
#define ATLAS_TYPE_TIMELINE_TRACK (atlas_timeline_track_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineTrack, atlas_timeline_track, ATLAS, TIMELINE_TRACK, GtkWidget)

GtkWidget *atlas_timeline_track_new (AtlasViewState *state);
void atlas_timeline_track_set_index (AtlasTimelineTrack *self, AtlasHistoryIndex *index);

/* The days that the axis shows. */
AtlasTimeSpan atlas_timeline_track_get_span (AtlasTimelineTrack *self);
void atlas_timeline_track_set_span (AtlasTimelineTrack *self, AtlasTimeSpan span);

/* Shows @factor times as many days about the date. */
void atlas_timeline_track_zoom (AtlasTimelineTrack *self, double factor);
void atlas_timeline_track_show_all (AtlasTimelineTrack *self);

/* The height that lanes ask for, pixels; where they need more they scroll. */
void atlas_timeline_track_set_lanes_room (AtlasTimelineTrack *self, double room);

/* Where a day stands, in pixels of the widget; for tests and for those who draw. */
double atlas_timeline_track_get_x (AtlasTimelineTrack *self, AtlasDay day);

G_END_DECLS
