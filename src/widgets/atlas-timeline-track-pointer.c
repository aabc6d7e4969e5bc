/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-timeline-track-private.h"

#define WHEEL_FACTOR 1.25
/* Pixels that a press may wander and still be a click. */
#define CLICK_SLACK 4.0
/* Pixels to either side of the cursor that belong to its flag in the row of the axis. */
#define FLAG_REACH 60.0
/* Pixels on each side of the second cursor that take hold of it. */
#define HOLD 8.0

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AtlasTimelineTrack *self)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->pointer_x < view.left && !view.compact)
    atlas_timeline_track_scroll_lanes (self, dy * ATLAS_TIMELINE_LANE);
  else if (modifiers & GDK_SHIFT_MASK || fabs (dx) > fabs (dy))
    {
      double step = (dx + dy) * ((double) self->span.end - self->span.begin) / 12.0;

      atlas_timeline_track_put_span (self, self->span.begin + step, self->span.end + step);
    }
  else
    atlas_timeline_track_zoom_at (self,
                                  atlas_timeline_view_get_day (&view, self->pointer_x),
                                  pow (WHEEL_FACTOR, dy));
  return GDK_EVENT_STOP;
}

static gboolean
is_on_overview (const AtlasTimelineView *view, double y)
{
  return y >= view->height - ATLAS_TIMELINE_ALL;
}

/* Whether a press at @x means the second cursor rather than the first. */
static gboolean
is_on_compare_cursor (AtlasTimelineTrack *self, double x)
{
  double own, other;

  if (!atlas_timeline_track_is_comparing (self))
    return FALSE;
  own = fabs (x - atlas_timeline_track_get_x (self, atlas_view_state_get_date (self->state)));
  other =
    fabs (x - atlas_timeline_track_get_x (self, atlas_view_state_get_compare_date (self->state)));
  return other <= HOLD && other < own;
}

static void
move_cursor_to (AtlasTimelineTrack *self, double x)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double day = floor (
    atlas_timeline_view_get_day (&view, CLAMP (x, view.left, view.left + view.width - 0.01)));

  if (self->drag == ATLAS_TIMELINE_DRAG_COMPARE)
    atlas_view_state_set_compare_date (self->state, (AtlasDay) day);
  else
    atlas_view_state_set_date (self->state, (AtlasDay) day);
}

static void
move_frame_to (AtlasTimelineTrack *self, double offset)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double days = offset / view.width * ((double) view.range.end - view.range.begin + 1.0);

  atlas_timeline_track_put_span (self, self->drag_span.begin + days, self->drag_span.end + days);
}

/* The axis is drawn along by what is written on it, the cursor by its flag. */
static gboolean
is_on_axis (AtlasTimelineTrack *self, double x, double y)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double top = atlas_timeline_layout_get_changes_top (&view) + ATLAS_TIMELINE_CHANGES;
  double cursor = atlas_timeline_track_get_x (self, atlas_view_state_get_date (self->state));

  return y >= top && !is_on_overview (&view, y) && x >= view.left && fabs (x - cursor) > FLAG_REACH;
}

static void
move_axis_by (AtlasTimelineTrack *self, double offset)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double days = -offset / view.width * ((double) self->drag_span.end - self->drag_span.begin + 1.0);

  atlas_timeline_track_put_span (self, self->drag_span.begin + days, self->drag_span.end + days);
}

/* Whether a click on it does something of its own. */
static gboolean
is_clickable (const AtlasTimelineHit *hit)
{
  return hit->kind == ATLAS_TIMELINE_HIT_CHAPTER || hit->kind == ATLAS_TIMELINE_HIT_BAR ||
         (hit->kind == ATLAS_TIMELINE_HIT_NAME && hit->record != NULL) ||
         hit->kind == ATLAS_TIMELINE_HIT_MARK || hit->kind == ATLAS_TIMELINE_HIT_CHANGE;
}

static void
click (AtlasTimelineTrack *self, const AtlasTimelineHit *hit)
{
  if (hit->kind == ATLAS_TIMELINE_HIT_CHANGE)
    atlas_view_state_set_date (self->state, hit->change->day);
  else if (hit->kind == ATLAS_TIMELINE_HIT_CHAPTER)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.begin-chapter", "u", hit->chapter);
  else
    atlas_view_state_set_selection (self->state, atlas_record_get_id (hit->record));
}

/* Others may have set what is hovered; only what was set here is taken back. */
static void
hover (AtlasTimelineTrack *self, const char *id)
{
  if (id == self->hovered)
    return;
  self->hovered = id;
  atlas_view_state_set_hovered (self->state, id);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, AtlasTimelineTrack *self)
{
  AtlasTimelineHit hit = atlas_timeline_track_find_hit (self, x, y);

  self->pointer_x = x;
  /* What the pointer is over is shown on the map too. */
  if (hit.kind == ATLAS_TIMELINE_HIT_MARK)
    hover (self, atlas_record_get_id (hit.record));
  else
    hover (self, NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_clickable (&hit) ? "pointer" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller, AtlasTimelineTrack *self)
{
  hover (self, NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AtlasTimelineTrack *self)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AtlasTimelineHit hit = atlas_timeline_track_find_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->slider));
  self->drag_start = x;
  self->drag_span = self->span;
  if (is_on_overview (&view, y))
    {
      AtlasTimelineView all = view;
      double day;
      double half = ((double) self->span.end - self->span.begin) / 2.0;

      all.span = all.range;
      day = atlas_timeline_view_get_day (&all, x);
      self->drag = ATLAS_TIMELINE_DRAG_FRAME;
      if (day < self->span.begin || day > self->span.end)
        atlas_timeline_track_put_span (self, day - half, day + half);
      self->drag_span = self->span;
    }
  else if (atlas_timeline_track_is_comparing (self) && modifiers & GDK_SHIFT_MASK)
    {
      self->drag = ATLAS_TIMELINE_DRAG_COMPARE;
      move_cursor_to (self, x);
    }
  else if (is_on_compare_cursor (self, x))
    self->drag = ATLAS_TIMELINE_DRAG_COMPARE;
  else if (is_on_axis (self, x, y))
    self->drag = ATLAS_TIMELINE_DRAG_AXIS;
  else if (is_clickable (&hit) || hit.kind == ATLAS_TIMELINE_HIT_NAME)
    self->drag = ATLAS_TIMELINE_DRAG_NONE;
  else
    {
      self->drag = ATLAS_TIMELINE_DRAG_CURSOR;
      move_cursor_to (self, x);
    }
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, AtlasTimelineTrack *self)
{
  if (self->drag == ATLAS_TIMELINE_DRAG_FRAME)
    move_frame_to (self, x);
  else if (self->drag == ATLAS_TIMELINE_DRAG_AXIS)
    move_axis_by (self, x);
  else if (self->drag == ATLAS_TIMELINE_DRAG_CURSOR || self->drag == ATLAS_TIMELINE_DRAG_COMPARE)
    move_cursor_to (self, self->drag_start + x);
  else if (fabs (x) > CLICK_SLACK)
    self->drag = ATLAS_TIMELINE_DRAG_CURSOR;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, AtlasTimelineTrack *self)
{
  double start_x, start_y;
  AtlasTimelineHit hit;

  /* A press on the axis that has not moved it means the day there. */
  if (self->drag == ATLAS_TIMELINE_DRAG_AXIS && fabs (x) <= CLICK_SLACK)
    move_cursor_to (self, self->drag_start);
  if (self->drag != ATLAS_TIMELINE_DRAG_NONE ||
      !gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    return;
  hit = atlas_timeline_track_find_hit (self, start_x, start_y);
  if (is_clickable (&hit))
    click (self, &hit);
}

/* Twice on a bar, an event or a lane: the axis shows it whole. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AtlasTimelineTrack *self)
{
  AtlasTimelineHit hit = atlas_timeline_track_find_hit (self, x, y);
  AtlasTimeSpan span;
  double margin;

  if (n_press != 2 || hit.kind == ATLAS_TIMELINE_HIT_NOTHING ||
      hit.kind == ATLAS_TIMELINE_HIT_ALL_YEARS || hit.kind == ATLAS_TIMELINE_HIT_CHANGE)
    return;
  span = atlas_time_span_intersection (hit.span, atlas_view_state_get_range (self->state));
  margin = ((double) span.end - span.begin) * 0.1 + 10.0;
  atlas_timeline_track_put_span (self, span.begin - margin, span.end + margin);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, AtlasTimelineTrack *self)
{
  self->drag_span = self->span;
}

/* Two fingers zoom about the day between them. */
static void
pinch_cb (GtkGestureZoom *gesture, double scale, AtlasTimelineTrack *self)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double x = self->pointer_x, y, day;

  if (scale <= 0.0)
    return;
  if (gtk_gesture_is_active (GTK_GESTURE (gesture)))
    gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  view.span = self->drag_span;
  day = atlas_timeline_view_get_day (&view, x);
  atlas_timeline_track_put_span (self,
                                 day - (day - self->drag_span.begin) / scale,
                                 day + (self->drag_span.end - day) / scale);
}

static gboolean
query_tooltip_cb (AtlasTimelineTrack *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AtlasTimelineHit hit = atlas_timeline_track_find_hit (self, x, y);
  g_autofree char *text =
    keyboard ? NULL
             : atlas_timeline_hit_describe (&hit,
                                            self->index,
                                            atlas_view_state_get_language (self->state));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
atlas_timeline_track_add_pointer (AtlasTimelineTrack *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_group (click, drag);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
