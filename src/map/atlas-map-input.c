/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include <math.h>

#include "atlas-map-input.h"
#include "atlas-mercator.h"

/* Logical pixels that a press may wander and still be a click. */
#define CLICK_SLACK 6.0
/* Levels of zoom for one notch of a wheel, and for one double click. */
#define WHEEL_LEVELS 0.3
#define CLICK_LEVELS 1.0
/* Pixels for one press of an arrow key. */
#define KEY_STEP 80.0
/* A fling loses this share of its speed each second, and ends below this many pixels a second. */
#define FLING_LOSS 0.985
#define FLING_END 12.0
#define FLING_START 120.0
/* Milliseconds of a flight. */
#define FLIGHT_SHORT 400.0
#define FLIGHT_LONG 900.0

typedef enum
{
  MOTION_NONE,
  MOTION_FLING,
  MOTION_FLIGHT,
} Motion;

struct _AtlasMapInput
{
  GObject parent_instance;

  GtkWidget *widget; /* not owned: it owns us */
  AtlasViewState *state;

  double drag_x, drag_y; /* of the drag's last event */
  gboolean dragging;
  double pinch_scale;
  double pointer_x, pointer_y;

  Motion motion;
  guint tick;
  gint64 motion_start, motion_last; /* µs of the frame clock */
  double speed_x, speed_y;          /* pixels a second */
  double duration;                  /* ms */
  double from_x, from_y, from_zoom; /* shares of the world, as Mercator has them */
  double to_x, to_y, to_zoom, dip;
  double left_lon, left_lat, left_zoom; /* the view that the motion left behind */
};

enum
{
  CLICKED,
  POINTED,
  LANDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasMapInput, atlas_map_input, G_TYPE_OBJECT)

static void
forget_motion (AtlasMapInput *self)
{
  gboolean landed = self->motion == MOTION_FLIGHT;

  self->tick = 0;
  self->motion = MOTION_NONE;
  if (landed)
    g_signal_emit (self, signals[LANDED], 0);
}

static void
end_motion (AtlasMapInput *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  forget_motion (self);
}

void
atlas_map_input_stop (AtlasMapInput *self)
{
  g_return_if_fail (ATLAS_IS_MAP_INPUT (self));

  end_motion (self);
}

static void
pan_view (AtlasMapInput *self, double dx, double dy)
{
  double lon, lat, zoom, world;

  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  world = atlas_mercator_world_size (zoom);
  atlas_view_state_set_view (self->state,
                             atlas_mercator_lon (atlas_mercator_x (lon) + dx / world),
                             atlas_mercator_lat (atlas_mercator_y (lat) + dy / world),
                             zoom);
}

static double
ease_in_out (double t)
{
  return t * t * (3.0 - 2.0 * t);
}

static gboolean
fling_step (AtlasMapInput *self, double elapsed)
{
  double kept = pow (1.0 - FLING_LOSS, elapsed);

  pan_view (self, self->speed_x * elapsed, self->speed_y * elapsed);
  self->speed_x *= kept;
  self->speed_y *= kept;
  return hypot (self->speed_x, self->speed_y) > FLING_END;
}

static gboolean
flight_step (AtlasMapInput *self, gint64 now)
{
  double t = CLAMP ((double) (now - self->motion_start) / 1000.0 / self->duration, 0.0, 1.0);
  double s = ease_in_out (t);

  atlas_view_state_set_view (self->state,
                             atlas_mercator_lon (self->from_x + (self->to_x - self->from_x) * s),
                             atlas_mercator_lat (self->from_y + (self->to_y - self->from_y) * s),
                             self->from_zoom + (self->to_zoom - self->from_zoom) * s -
                               self->dip * sin (G_PI * s));
  return t < 1.0;
}

/* Somebody else has moved the map: the reader went back, or followed a link. */
static gboolean
was_moved (AtlasMapInput *self)
{
  double lon, lat, zoom;

  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  return fabs (lon - self->left_lon) > 1e-9 || fabs (lat - self->left_lat) > 1e-9 ||
         fabs (zoom - self->left_zoom) > 1e-9;
}

static void
note_view (AtlasMapInput *self)
{
  atlas_view_state_get_view (self->state, &self->left_lon, &self->left_lat, &self->left_zoom);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasMapInput *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double elapsed = (double) (now - self->motion_last) / G_USEC_PER_SEC;
  gboolean goes_on;

  self->motion_last = now;
  goes_on = !was_moved (self) &&
            (self->motion == MOTION_FLING ? fling_step (self, elapsed) : flight_step (self, now));
  note_view (self);
  if (goes_on)
    return G_SOURCE_CONTINUE;

  forget_motion (self);
  return G_SOURCE_REMOVE;
}

static void
start_motion (AtlasMapInput *self, Motion motion)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);

  self->motion = motion;
  self->motion_start = self->motion_last =
    clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  note_view (self);
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

static gboolean
is_animated (AtlasMapInput *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &enabled, NULL);
  return enabled && gtk_widget_get_mapped (self->widget);
}

void
atlas_map_input_pan (AtlasMapInput *self, double dx, double dy)
{
  g_return_if_fail (ATLAS_IS_MAP_INPUT (self));

  end_motion (self);
  pan_view (self, dx, dy);
}

void
atlas_map_input_zoom_at (AtlasMapInput *self, double x, double y, double levels)
{
  AtlasViewport viewport = {
    .width = gtk_widget_get_width (self->widget),
    .height = gtk_widget_get_height (self->widget),
    .scale = 1.0,
  };
  double lon, lat, moved_x, moved_y, zoom;

  g_return_if_fail (ATLAS_IS_MAP_INPUT (self));

  end_motion (self);
  atlas_view_state_get_view (self->state, &viewport.lon, &viewport.lat, &viewport.zoom);
  atlas_viewport_unproject (&viewport, x, y, &lon, &lat);

  /* The state says how far the zoom may go; only then is the point moved back under the pointer. */
  atlas_view_state_set_view (self->state, viewport.lon, viewport.lat, viewport.zoom + levels);
  atlas_view_state_get_view (self->state, &viewport.lon, &viewport.lat, &zoom);
  viewport.zoom = zoom;
  atlas_viewport_project (&viewport, lon, lat, &moved_x, &moved_y);
  pan_view (self, moved_x - x, moved_y - y);
}

void
atlas_map_input_zoom_by (AtlasMapInput *self, double levels)
{
  double lon, lat, zoom;

  g_return_if_fail (ATLAS_IS_MAP_INPUT (self));

  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  if (self->motion == MOTION_FLIGHT)
    {
      lon = atlas_mercator_lon (self->to_x);
      lat = atlas_mercator_lat (self->to_y);
      zoom = self->to_zoom;
    }
  atlas_map_input_fly_to (self, lon, lat, zoom + levels);
}

void
atlas_map_input_fly_to (AtlasMapInput *self, double lon, double lat, double zoom)
{
  double from_lon, from_lat, distance, world;

  g_return_if_fail (ATLAS_IS_MAP_INPUT (self));

  end_motion (self);
  if (!is_animated (self))
    {
      atlas_view_state_set_view (self->state, lon, lat, zoom);
      return;
    }

  atlas_view_state_get_view (self->state, &from_lon, &from_lat, &self->from_zoom);
  self->from_x = atlas_mercator_x (from_lon);
  self->from_y = atlas_mercator_y (from_lat);
  self->to_x = atlas_mercator_x (lon);
  self->to_y = atlas_mercator_y (lat);
  self->to_zoom = zoom;

  /* Distance in widths of the window, at the wider of the two zooms. */
  world = atlas_mercator_world_size (MIN (self->from_zoom, zoom));
  distance = hypot (self->to_x - self->from_x, self->to_y - self->from_y) * world /
             MAX (1, gtk_widget_get_width (self->widget));
  self->dip = distance > 1.0 ? MIN (2.0, log2 (distance) * 0.7) : 0.0;
  self->duration = CLAMP (FLIGHT_SHORT + 300.0 * distance, FLIGHT_SHORT, FLIGHT_LONG);
  start_motion (self, MOTION_FLIGHT);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AtlasMapInput *self)
{
  end_motion (self);
  gtk_widget_grab_focus (self->widget);
  self->drag_x = self->drag_y = 0.0;
  self->dragging = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, AtlasMapInput *self)
{
  if (!self->dragging && hypot (x, y) < CLICK_SLACK)
    return;
  if (!self->dragging)
    {
      self->dragging = TRUE;
      gtk_widget_set_cursor_from_name (self->widget, "grabbing");
    }
  pan_view (self, self->drag_x - x, self->drag_y - y);
  self->drag_x = x;
  self->drag_y = y;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, AtlasMapInput *self)
{
  double start_x, start_y;

  gtk_widget_set_cursor (self->widget, NULL);
  if (self->dragging || !gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y))
    return;
  g_signal_emit (self, signals[CLICKED], 0, start_x, start_y);
}

static void
swipe_cb (GtkGestureSwipe *gesture, double speed_x, double speed_y, AtlasMapInput *self)
{
  if (!self->dragging || !is_animated (self) || hypot (speed_x, speed_y) < FLING_START)
    return;
  self->speed_x = -speed_x;
  self->speed_y = -speed_y;
  start_motion (self, MOTION_FLING);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AtlasMapInput *self)
{
  if (n_press == 2)
    atlas_map_input_zoom_at (self, x, y, CLICK_LEVELS);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AtlasMapInput *self)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (modifiers & GDK_SHIFT_MASK)
    atlas_map_input_pan (self, (dx + dy) * KEY_STEP, 0.0);
  else
    atlas_map_input_zoom_at (self, self->pointer_x, self->pointer_y, -dy * WHEEL_LEVELS);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, AtlasMapInput *self)
{
  self->pinch_scale = 1.0;
}

static void
pinch_changed_cb (GtkGestureZoom *gesture, double scale, AtlasMapInput *self)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  atlas_map_input_zoom_at (self, x, y, log2 (scale / self->pinch_scale));
  self->pinch_scale = scale;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, AtlasMapInput *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (!self->dragging)
    g_signal_emit (self, signals[POINTED], 0, x, y);
}

static void
leave_cb (GtkEventControllerMotion *controller, AtlasMapInput *self)
{
  g_signal_emit (self, signals[POINTED], 0, -1.0, -1.0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        AtlasMapInput *self)
{
  double step = modifiers & GDK_SHIFT_MASK ? KEY_STEP * 4.0 : KEY_STEP;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      atlas_map_input_pan (self, -step, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      atlas_map_input_pan (self, step, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      atlas_map_input_pan (self, 0.0, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      atlas_map_input_pan (self, 0.0, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      atlas_map_input_zoom_by (self, 0.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      atlas_map_input_zoom_by (self, -0.5);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_controllers (AtlasMapInput *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_group (swipe, drag);
  gtk_gesture_group (click, drag);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);

  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (self->widget, scroll);
  gtk_widget_add_controller (self->widget, motion);
  gtk_widget_add_controller (self->widget, key);
}

static void
atlas_map_input_finalize (GObject *object)
{
  AtlasMapInput *self = ATLAS_MAP_INPUT (object);

  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_map_input_parent_class)->finalize (object);
}

static void
atlas_map_input_class_init (AtlasMapInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_map_input_finalize;

  signals[LANDED] = g_signal_new ("landed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
  signals[CLICKED] = g_signal_new ("clicked",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_DOUBLE,
                                   G_TYPE_DOUBLE);
  signals[POINTED] = g_signal_new ("pointed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   2,
                                   G_TYPE_DOUBLE,
                                   G_TYPE_DOUBLE);
}

static void
atlas_map_input_init (AtlasMapInput *self)
{
}

AtlasMapInput *
atlas_map_input_new (GtkWidget *widget, AtlasViewState *state)
{
  AtlasMapInput *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_MAP_INPUT, NULL);
  self->widget = widget;
  self->state = g_object_ref (state);
  add_controllers (self);
  /* The controllers call with this object; it lives as long as the widget that has them. */
  g_object_set_data_full (G_OBJECT (widget), "atlas-map-input", self, g_object_unref);
  return self;
}
