/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-day-slider.h"
#include "atlas-timeline-handle.h"
#include "atlas-timeline-hit.h"
#include "atlas-timeline-track.h"

/* The axis shows no less than this many days, and no less than this much of what it showed for one
 * notch of the wheel. */
#define LEAST_DAYS 14
#define WHEEL_FACTOR 1.25
/* Narrower than this there are no names and no lanes. */
#define COMPACT_WIDTH 880
/* Pixels that a press may wander and still be a click. */
#define CLICK_SLACK 4.0
/* Pixels from the cursor to the middle of a handle beside it. */
#define HANDLE_DISTANCE 16.0
/* Pixels to either side of the cursor that belong to its flag in the row of the axis. */
#define FLAG_REACH 60.0
/* Pixels on each side of the second cursor that take hold of it. */
#define HOLD 8.0

typedef enum
{
  DRAG_NONE,
  DRAG_CURSOR,
  DRAG_COMPARE, /* the cursor of the date that is compared with */
  DRAG_FRAME,
  DRAG_AXIS,
} Drag;

struct _AtlasTimelineTrack
{
  GtkWidget parent_instance;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasTimelineModel *model;
  AtlasDaySlider *slider;          /* the date for the keyboard and for assistive technology */
  AtlasTimelineHandle *handles[2]; /* of the window's beginning and end */
  const char *hovered;             /* interned: the event under the pointer */
  AtlasTimeSpan span;

  Drag drag;
  double drag_start, pointer_x;
  AtlasTimeSpan drag_span;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasTimelineTrack, atlas_timeline_track, GTK_TYPE_WIDGET)

static AtlasTimelineView
get_view (AtlasTimelineTrack *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean compact = width < COMPACT_WIDTH;
  double left = compact ? ATLAS_TIMELINE_MARGIN : ATLAS_TIMELINE_NAMES;

  return (AtlasTimelineView){
    .span = self->span,
    .range = atlas_view_state_get_range (self->state),
    .left = left,
    .width = MAX (1.0, width - left - ATLAS_TIMELINE_MARGIN),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .compact = compact,
    .focused = gtk_widget_has_visible_focus (GTK_WIDGET (self->slider)),
  };
}

/* The day under @x on an axis that shows @span. */
static double
get_day (const AtlasTimelineView *view, AtlasTimeSpan span, double x)
{
  return span.begin + (x - view->left) / view->width * ((double) span.end - span.begin + 1.0);
}

static gboolean
is_comparing (AtlasTimelineTrack *self)
{
  return atlas_view_state_get_compare_mode (self->state) != ATLAS_COMPARE_NONE;
}

static void
announce (AtlasTimelineTrack *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_date (self->state);
  const char *lang = atlas_view_state_get_language (self->state);
  g_autofree char *day = atlas_date_format_day (date, ATLAS_DATE_LONG, lang);
  g_autofree char *other =
    atlas_date_format_day (atlas_view_state_get_compare_date (self->state), ATLAS_DATE_LONG, lang);
  /* Translators: two dates. */
  g_autofree char *words =
    is_comparing (self) ? g_strdup_printf (_ ("%s, compared with %s"), day, other) : g_strdup (day);

  atlas_day_slider_update (self->slider,
                           range,
                           date,
                           words,
                           _ ("Arrow keys step, Page Up and Page Down go to the change before and "
                              "after, plus and minus zoom. With Control they move the date that is "
                              "compared with."));
}

/* Keeps the axis within all years, and at least LEAST_DAYS long. */
static void
set_span (AtlasTimelineTrack *self, double begin, double end)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  double length = CLAMP (end - begin, LEAST_DAYS - 1.0, (double) range.end - range.begin);

  begin = CLAMP (begin, (double) range.begin, (double) range.end - length);
  self->span = (AtlasTimeSpan){ (AtlasDay) round (begin), (AtlasDay) round (begin + length) };
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The handles stand at the ends of the window. */
static void
window_changed_cb (AtlasTimelineTrack *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A cursor that leaves the axis takes the axis along. */
static void
date_changed_cb (AtlasTimelineTrack *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  double length = (double) self->span.end - self->span.begin;

  if (date < self->span.begin || date > self->span.end)
    set_span (self, date - length / 2.0, date + length / 2.0);
  announce (self);
  window_changed_cb (self);
}

/* Both dates of a comparison are on the axis when it begins, and while the second is moved. */
static void
compare_changed_cb (AtlasTimelineTrack *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state),
           other = atlas_view_state_get_compare_date (self->state);

  if (is_comparing (self) && (other < self->span.begin || other > self->span.end))
    {
      double margin = fabs ((double) date - other) * 0.1 + LEAST_DAYS;

      set_span (self,
                MIN ((double) self->span.begin, MIN (date, other) - margin),
                MAX ((double) self->span.end, MAX (date, other) + margin));
    }
  announce (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
range_changed_cb (AtlasTimelineTrack *self)
{
  atlas_timeline_track_show_all (self);
  announce (self);
}

static void
zoom_at (AtlasTimelineTrack *self, double day, double factor)
{
  set_span (self, day - (day - self->span.begin) * factor, day + (self->span.end - day) * factor);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AtlasTimelineTrack *self)
{
  AtlasTimelineView view = get_view (self);
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (modifiers & GDK_SHIFT_MASK || fabs (dx) > fabs (dy))
    {
      double step = (dx + dy) * ((double) self->span.end - self->span.begin) / 12.0;

      set_span (self, self->span.begin + step, self->span.end + step);
    }
  else
    zoom_at (self, get_day (&view, self->span, self->pointer_x), pow (WHEEL_FACTOR, dy));
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

  if (!is_comparing (self))
    return FALSE;
  own = fabs (x - atlas_timeline_track_get_x (self, atlas_view_state_get_date (self->state)));
  other =
    fabs (x - atlas_timeline_track_get_x (self, atlas_view_state_get_compare_date (self->state)));
  return other <= HOLD && other < own;
}

static void
move_cursor_to (AtlasTimelineTrack *self, double x)
{
  AtlasTimelineView view = get_view (self);
  double day =
    floor (get_day (&view, self->span, CLAMP (x, view.left, view.left + view.width - 0.01)));

  if (self->drag == DRAG_COMPARE)
    atlas_view_state_set_compare_date (self->state, (AtlasDay) day);
  else
    atlas_view_state_set_date (self->state, (AtlasDay) day);
}

static void
move_frame_to (AtlasTimelineTrack *self, double offset)
{
  AtlasTimelineView view = get_view (self);
  double days = offset / view.width * ((double) view.range.end - view.range.begin + 1.0);

  set_span (self, self->drag_span.begin + days, self->drag_span.end + days);
}

/* The axis is drawn along by what is written on it, the cursor by its flag. */
static gboolean
is_on_axis (AtlasTimelineTrack *self, double x, double y)
{
  AtlasTimelineView view = get_view (self);
  double top = atlas_timeline_painter_get_changes_top (&view, self->model) + ATLAS_TIMELINE_CHANGES;
  double cursor = atlas_timeline_track_get_x (self, atlas_view_state_get_date (self->state));

  return y >= top && !is_on_overview (&view, y) && x >= view.left && fabs (x - cursor) > FLAG_REACH;
}

static void
move_axis_by (AtlasTimelineTrack *self, double offset)
{
  AtlasTimelineView view = get_view (self);
  double days = -offset / view.width * ((double) self->drag_span.end - self->drag_span.begin + 1.0);

  set_span (self, self->drag_span.begin + days, self->drag_span.end + days);
}

static AtlasTimelineHit
find_hit (AtlasTimelineTrack *self, double x, double y)
{
  AtlasTimelineView view = get_view (self);

  return atlas_timeline_hit_find (&view, self->index, self->model, self->state, x, y);
}

/* Whether a click on it does something of its own. */
static gboolean
is_clickable (const AtlasTimelineHit *hit)
{
  return hit->kind == ATLAS_TIMELINE_HIT_CHAPTER || hit->kind == ATLAS_TIMELINE_HIT_BAR ||
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
  AtlasTimelineHit hit = find_hit (self, x, y);

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
  AtlasTimelineView view = get_view (self);
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  AtlasTimelineHit hit = find_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self->slider));
  self->drag_start = x;
  self->drag_span = self->span;
  if (is_on_overview (&view, y))
    {
      double day = get_day (&view, view.range, x);
      double half = ((double) self->span.end - self->span.begin) / 2.0;

      self->drag = DRAG_FRAME;
      if (day < self->span.begin || day > self->span.end)
        set_span (self, day - half, day + half);
      self->drag_span = self->span;
    }
  else if (is_comparing (self) && modifiers & GDK_SHIFT_MASK)
    {
      self->drag = DRAG_COMPARE;
      move_cursor_to (self, x);
    }
  else if (is_on_compare_cursor (self, x))
    self->drag = DRAG_COMPARE;
  else if (is_on_axis (self, x, y))
    self->drag = DRAG_AXIS;
  else if (is_clickable (&hit))
    self->drag = DRAG_NONE;
  else
    {
      self->drag = DRAG_CURSOR;
      move_cursor_to (self, x);
    }
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, AtlasTimelineTrack *self)
{
  if (self->drag == DRAG_FRAME)
    move_frame_to (self, x);
  else if (self->drag == DRAG_AXIS)
    move_axis_by (self, x);
  else if (self->drag == DRAG_CURSOR || self->drag == DRAG_COMPARE)
    move_cursor_to (self, self->drag_start + x);
  else if (fabs (x) > CLICK_SLACK)
    self->drag = DRAG_CURSOR;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, AtlasTimelineTrack *self)
{
  double start_x, start_y;
  AtlasTimelineHit hit;

  /* A press on the axis that has not moved it means the day there. */
  if (self->drag == DRAG_AXIS && fabs (x) <= CLICK_SLACK)
    move_cursor_to (self, self->drag_start);
  if (self->drag != DRAG_NONE || !gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    return;
  hit = find_hit (self, start_x, start_y);
  if (is_clickable (&hit))
    click (self, &hit);
}

/* Twice on a bar, an event or a lane: the axis shows it whole. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AtlasTimelineTrack *self)
{
  AtlasTimelineHit hit = find_hit (self, x, y);
  AtlasTimeSpan span;
  double margin;

  if (n_press != 2 || hit.kind == ATLAS_TIMELINE_HIT_NOTHING ||
      hit.kind == ATLAS_TIMELINE_HIT_ALL_YEARS || hit.kind == ATLAS_TIMELINE_HIT_CHANGE)
    return;
  span = atlas_time_span_intersection (hit.span, atlas_view_state_get_range (self->state));
  margin = ((double) span.end - span.begin) * 0.1 + 10.0;
  set_span (self, span.begin - margin, span.end + margin);
}

static void
go_to_change (AtlasTimelineTrack *self, gboolean next)
{
  AtlasDay date = atlas_view_state_get_date (self->state), found;

  if (self->index == NULL)
    return;
  if (next ? atlas_history_index_next_change (self->index, date, &found)
           : atlas_history_index_previous_change (self->index, date, &found))
    atlas_view_state_set_date (self->state, found);
}

/* The same keys with Control move the second cursor. */
static gboolean
move_compare_by_key (AtlasTimelineTrack *self, guint keyval, int step)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_compare_date (self->state), found;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      atlas_view_state_step_compare_by (self->state, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      atlas_view_state_step_compare_by (self->state, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      if (self->index != NULL && atlas_history_index_previous_change (self->index, date, &found))
        atlas_view_state_set_compare_date (self->state, found);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      if (self->index != NULL && atlas_history_index_next_change (self->index, date, &found))
        atlas_view_state_set_compare_date (self->state, found);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_view_state_set_compare_date (self->state, range.begin);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      atlas_view_state_set_compare_date (self->state, range.end);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        AtlasTimelineTrack *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  int step = modifiers & GDK_SHIFT_MASK ? 10 : 1;

  if (modifiers & GDK_CONTROL_MASK && !(modifiers & GDK_ALT_MASK) && is_comparing (self))
    return move_compare_by_key (self, keyval, step);
  if (modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Left:
      atlas_view_state_step_by (self->state, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Right:
      atlas_view_state_step_by (self->state, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      go_to_change (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      go_to_change (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_view_state_set_date (self->state, range.begin);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      atlas_view_state_set_date (self->state, range.end);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      atlas_timeline_track_zoom (self, 1.0 / 1.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      atlas_timeline_track_zoom (self, 1.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      atlas_timeline_track_show_all (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
query_tooltip_cb (AtlasTimelineTrack *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AtlasTimelineHit hit = find_hit (self, x, y);
  g_autofree char *text =
    keyboard ? NULL
             : atlas_timeline_hit_describe (&hit,
                                            self->index,
                                            atlas_view_state_get_language (self->state));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
atlas_timeline_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);
  AtlasTimelineView view = get_view (self);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot,
                               &GRAPHENE_RECT_INIT (0,
                                                    0,
                                                    (float) gtk_widget_get_width (widget),
                                                    (float) gtk_widget_get_height (widget)));

  atlas_timeline_painter_draw (widget, cr, &view, self->index, self->model, self->state);
  cairo_destroy (cr);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->handles[i]), snapshot);
}

/* A handle stands at its end of the window. Where the window is too narrow for the cursor's handle
 * between the two, they stand beside it. */
static void
place_handle (AtlasTimelineTrack *self, guint number)
{
  AtlasTimelineView view = get_view (self);
  GtkWidget *handle = GTK_WIDGET (self->handles[number]);
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);
  double days = (double) view.span.end - view.span.begin + 1.0;
  double cursor = atlas_timeline_track_get_x (self, atlas_view_state_get_date (self->state));
  double edge = number == 0 ? window.begin : window.end + 1.0;
  double x = view.left + (edge - view.span.begin) / days * view.width;
  gboolean shown = x >= view.left - 1.0 && x <= view.left + view.width + 1.0;
  float left;
  GskTransform *transform;

  x = number == 0 ? MIN (x, cursor - HANDLE_DISTANCE) : MAX (x, cursor + HANDLE_DISTANCE);
  left = (float) (x - (number == 0 ? ATLAS_TIMELINE_HANDLE_MIDDLE
                                   : ATLAS_TIMELINE_HANDLE_WIDTH - ATLAS_TIMELINE_HANDLE_MIDDLE));
  transform = gsk_transform_translate (NULL,
                                       &GRAPHENE_POINT_INIT (left,
                                                             ATLAS_TIMELINE_CHAPTERS +
                                                               (ATLAS_TIMELINE_DENSITY -
                                                                ATLAS_TIMELINE_HANDLE_HEIGHT) /
                                                                 2.0f));
  gtk_widget_set_child_visible (handle, shown && self->model != NULL);
  gtk_widget_allocate (handle,
                       ATLAS_TIMELINE_HANDLE_WIDTH,
                       ATLAS_TIMELINE_HANDLE_HEIGHT,
                       -1,
                       transform);
}

static void
atlas_timeline_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);
  int least_height;

  gtk_widget_measure (GTK_WIDGET (self->slider),
                      GTK_ORIENTATION_VERTICAL,
                      -1,
                      &least_height,
                      NULL,
                      NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (self->slider), width, MAX (height, least_height), -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    place_handle (self, i);
}

static gboolean
atlas_timeline_track_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_TIMELINE_TRACK (widget)->slider));
}

static void
handle_dragged_cb (AtlasTimelineHandle *handle, double x, AtlasTimelineTrack *self)
{
  AtlasTimelineView view = get_view (self);
  double day = round (get_day (&view, view.span, CLAMP (x, view.left, view.left + view.width)));

  /* The window ends with its last day, not with the day after. */
  atlas_timeline_handle_set_day (handle, (AtlasDay) day - (handle == self->handles[1]));
}

static void
add_handles (AtlasTimelineTrack *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    {
      GtkWidget *handle = atlas_timeline_handle_new (self->state, i == 1);

      self->handles[i] = ATLAS_TIMELINE_HANDLE (handle);
      gtk_widget_set_parent (handle, GTK_WIDGET (self));
      g_signal_connect (handle, "dragged", G_CALLBACK (handle_dragged_cb), self);
    }
}

static void
atlas_timeline_track_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 280;
  else
    *minimum = *natural =
      atlas_timeline_painter_get_height (self->model, for_size > 0 && for_size < COMPACT_WIDTH);
}

static GtkSizeRequestMode
atlas_timeline_track_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  AtlasTimelineView view = get_view (self);
  double x = self->pointer_x, y, day;

  if (scale <= 0.0)
    return;
  if (gtk_gesture_is_active (GTK_GESTURE (gesture)))
    gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  day = get_day (&view, self->drag_span, x);
  set_span (self,
            day - (day - self->drag_span.begin) / scale,
            day + (self->drag_span.end - day) / scale);
}

static void
add_controllers (AtlasTimelineTrack *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new (),
                     *key = gtk_event_controller_key_new ();

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
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->slider), key);
}

static void
day_set_cb (AtlasTimelineTrack *self, int day)
{
  atlas_view_state_set_date (self->state, day);
  /* Where the date stopped short of that day, the slider is told. */
  announce (self);
}

static void
add_slider (AtlasTimelineTrack *self)
{
  GtkWidget *slider = atlas_day_slider_new (_ ("Date of the map"));

  self->slider = ATLAS_DAY_SLIDER (slider);
  gtk_widget_set_parent (slider, GTK_WIDGET (self));
  g_signal_connect_object (slider, "day-set", G_CALLBACK (day_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (slider,
                           "state-flags-changed",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_timeline_track_constructed (GObject *object)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (object);
  const char *redraws[] = {
    "notify::language", "notify::show", "notify::style", "notify::selection"
  };
  const char *windows[] = { "notify::window-length", "notify::free-begin", "notify::free-end" };

  G_OBJECT_CLASS (atlas_timeline_track_parent_class)->constructed (object);
  g_signal_connect_object (self->state,
                           "notify::date",
                           G_CALLBACK (date_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::compare-date",
                           G_CALLBACK (compare_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::compare-mode",
                           G_CALLBACK (compare_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::range-begin",
                           G_CALLBACK (range_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::range-end",
                           G_CALLBACK (range_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  add_handles (self);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    g_signal_connect_object (self->state,
                             windows[i],
                             G_CALLBACK (window_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (redraws); i++)
    g_signal_connect_object (self->state,
                             redraws[i],
                             G_CALLBACK (gtk_widget_queue_draw),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (announce),
                           self,
                           G_CONNECT_SWAPPED);
  self->span = atlas_view_state_get_range (self->state);
  announce (self);
}

static void
atlas_timeline_track_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  ATLAS_TIMELINE_TRACK (object)->state = g_value_dup_object (value);
}

static void
atlas_timeline_track_dispose (GObject *object)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (object);

  if (self->slider != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->slider)));
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    if (self->handles[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->handles[i])));
  g_clear_pointer (&self->model, atlas_timeline_model_free);
  g_clear_object (&self->index);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_timeline_track_parent_class)->dispose (object);
}

static void
atlas_timeline_track_class_init (AtlasTimelineTrackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_timeline_track_constructed;
  object_class->set_property = atlas_timeline_track_set_property;
  object_class->dispose = atlas_timeline_track_dispose;
  widget_class->grab_focus = atlas_timeline_track_grab_focus;
  widget_class->snapshot = atlas_timeline_track_snapshot;
  widget_class->size_allocate = atlas_timeline_track_size_allocate;
  widget_class->measure = atlas_timeline_track_measure;
  widget_class->get_request_mode = atlas_timeline_track_get_request_mode;

  properties[PROP_STATE] =
    g_param_spec_object ("state",
                         NULL,
                         NULL,
                         ATLAS_TYPE_VIEW_STATE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "timelinetrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_track_init (AtlasTimelineTrack *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  add_slider (self);
  add_controllers (self);
}

GtkWidget *
atlas_timeline_track_new (AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return g_object_new (ATLAS_TYPE_TIMELINE_TRACK, "state", state, NULL);
}

void
atlas_timeline_track_set_index (AtlasTimelineTrack *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  if (!g_set_object (&self->index, index))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    atlas_timeline_handle_set_index (self->handles[i], index);
  g_clear_pointer (&self->model, atlas_timeline_model_free);
  if (index != NULL)
    self->model = atlas_timeline_model_new (index);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AtlasTimeSpan
atlas_timeline_track_get_span (AtlasTimelineTrack *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_TRACK (self), ((AtlasTimeSpan){ 0, -1 }));

  return self->span;
}

void
atlas_timeline_track_set_span (AtlasTimelineTrack *self, AtlasTimeSpan span)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  set_span (self, span.begin, span.end);
}

void
atlas_timeline_track_zoom (AtlasTimelineTrack *self, double factor)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  zoom_at (self, atlas_view_state_get_date (self->state), factor);
}

void
atlas_timeline_track_show_all (AtlasTimelineTrack *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);

  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  set_span (self, range.begin, range.end);
}

double
atlas_timeline_track_get_x (AtlasTimelineTrack *self, AtlasDay day)
{
  AtlasTimelineView view = get_view (self);

  g_return_val_if_fail (ATLAS_IS_TIMELINE_TRACK (self), 0.0);

  return view.left + (day + 0.5 - view.span.begin) /
                       ((double) view.span.end - view.span.begin + 1.0) * view.width;
}
