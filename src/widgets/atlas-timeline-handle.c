/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-day-slider.h"
#include "atlas-interface-style.h"
#include "atlas-palette.h"
#include "atlas-timeline-handle.h"

#define DRAWN_WIDTH 8.0f
#define DRAWN_HEIGHT 20.0f

struct _AtlasTimelineHandle
{
  GtkWidget parent_instance;

  AtlasDaySlider *slider;
  AtlasViewState *state;
  AtlasHistoryIndex *index; /* (nullable) */
  gboolean is_end;
  double grip; /* where the pointer took hold, pixels from the middle of the drawn handle */
};

enum
{
  DRAGGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasTimelineHandle, atlas_timeline_handle, GTK_TYPE_WIDGET)

static double
get_middle (AtlasTimelineHandle *self)
{
  return self->is_end ? ATLAS_TIMELINE_HANDLE_WIDTH - ATLAS_TIMELINE_HANDLE_MIDDLE
                      : ATLAS_TIMELINE_HANDLE_MIDDLE;
}

/* The days on which it may stand: on its own side of the date. */
static AtlasTimeSpan
get_limits (AtlasTimelineHandle *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_date (self->state);

  return self->is_end ? (AtlasTimeSpan){ date, range.end } : (AtlasTimeSpan){ range.begin, date };
}

AtlasDay
atlas_timeline_handle_get_day (AtlasTimelineHandle *self)
{
  AtlasTimeSpan window;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_HANDLE (self), 0);

  window = atlas_view_state_get_window (self->state);
  return self->is_end ? window.end : window.begin;
}

void
atlas_timeline_handle_set_day (AtlasTimelineHandle *self, AtlasDay day)
{
  AtlasTimeSpan window, limits;

  g_return_if_fail (ATLAS_IS_TIMELINE_HANDLE (self));

  window = atlas_view_state_get_window (self->state);
  limits = get_limits (self);
  day = CLAMP (day, limits.begin, limits.end);
  atlas_view_state_set_free_window (self->state,
                                    self->is_end ? (AtlasTimeSpan){ window.begin, day }
                                                 : (AtlasTimeSpan){ day, window.end });
}

static void
announce (AtlasTimelineHandle *self)
{
  AtlasTimeSpan limits = get_limits (self);
  AtlasDay day = atlas_timeline_handle_get_day (self);
  g_autofree char *words =
    atlas_date_format_day (day, ATLAS_DATE_LONG, atlas_view_state_get_language (self->state));

  atlas_day_slider_update (self->slider, limits, day, words, NULL);
}

static void
move_by_steps (AtlasTimelineHandle *self, int n)
{
  AtlasDay day = atlas_timeline_handle_get_day (self);

  switch (atlas_view_state_get_step (self->state))
    {
    case ATLAS_STEP_MONTH:
      day = atlas_day_add_months (day, n);
      break;
    case ATLAS_STEP_YEAR:
      day = atlas_day_add_years (day, n);
      break;
    case ATLAS_STEP_DAY:
    default:
      day += n;
      break;
    }
  atlas_timeline_handle_set_day (self, day);
}

static void
move_to_change (AtlasTimelineHandle *self, gboolean next)
{
  AtlasDay day = atlas_timeline_handle_get_day (self), found;

  if (self->index == NULL)
    return;
  if (next ? atlas_history_index_next_change (self->index, day, &found)
           : atlas_history_index_previous_change (self->index, day, &found))
    atlas_timeline_handle_set_day (self, found);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        AtlasTimelineHandle *self)
{
  int step = modifiers & GDK_SHIFT_MASK ? 10 : 1;

  if (modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Left:
      move_by_steps (self, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Right:
      move_by_steps (self, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_to_change (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_to_change (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_timeline_handle_set_day (self, get_limits (self).begin);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      atlas_timeline_handle_set_day (self, get_limits (self).end);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AtlasTimelineHandle *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->slider));
  self->grip = x - get_middle (self);
}

/* The handle moves under the pointer, so the offset of the gesture means nothing: the parent stands
 * still. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, AtlasTimelineHandle *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkEventSequence *sequence =
    gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  double x, y;

  if (!gtk_gesture_get_point (GTK_GESTURE (gesture), sequence, &x, &y) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), parent, x, y, &x, &y))
    return;
  g_signal_emit (self, signals[DRAGGED], 0, x - self->grip);
}

static gboolean
query_tooltip_cb (AtlasTimelineHandle *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *day = atlas_date_format_day (atlas_timeline_handle_get_day (self),
                                                ATLAS_DATE_LONG,
                                                atlas_view_state_get_language (self->state));
  g_autofree char *words =
    g_strdup_printf (self->is_end ? _ ("The window ends on %s") : _ ("The window begins on %s"),
                     day);

  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static GdkRGBA
to_rgba (AtlasColor color, double alpha)
{
  return (GdkRGBA){ (float) color.r, (float) color.g, (float) color.b, (float) alpha };
}

static void
append_box (GtkSnapshot *snapshot, float x, float y, float width, float height, GdkRGBA color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MIN (width, height) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
atlas_timeline_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTimelineHandle *self = ATLAS_TIMELINE_HANDLE (widget);
  const AtlasPalette *palette = atlas_palette_get (atlas_interface_style_get ());
  GdkRGBA accent = to_rgba (palette->accent, 1.0);
  float x = (float) get_middle (self) - DRAWN_WIDTH / 2.0f;
  float y = ((float) gtk_widget_get_height (widget) - DRAWN_HEIGHT) / 2.0f;

  if (gtk_widget_has_visible_focus (GTK_WIDGET (self->slider)))
    {
      append_box (snapshot, x - 4.0f, y - 4.0f, DRAWN_WIDTH + 8.0f, DRAWN_HEIGHT + 8.0f, accent);
      append_box (snapshot,
                  x - 2.0f,
                  y - 2.0f,
                  DRAWN_WIDTH + 4.0f,
                  DRAWN_HEIGHT + 4.0f,
                  to_rgba (palette->paper, 1.0));
    }
  append_box (snapshot, x, y, DRAWN_WIDTH, DRAWN_HEIGHT, accent);
  append_box (snapshot,
              x + 1.5f,
              y + 1.5f,
              DRAWN_WIDTH - 3.0f,
              DRAWN_HEIGHT - 3.0f,
              to_rgba (palette->paper, 1.0));
  for (int i = 0; i < 2; i++)
    gtk_snapshot_append_color (snapshot,
                               &accent,
                               &GRAPHENE_RECT_INIT (x + 2.5f + 2.0f * (float) i,
                                                    y + 6.5f,
                                                    1.0f,
                                                    DRAWN_HEIGHT - 13.0f));
}

static void
atlas_timeline_handle_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? ATLAS_TIMELINE_HANDLE_WIDTH
                                                                  : ATLAS_TIMELINE_HANDLE_HEIGHT;
}

static void
atlas_timeline_handle_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *slider = GTK_WIDGET (ATLAS_TIMELINE_HANDLE (widget)->slider);
  int least_width, least_height;

  /* It is not drawn, so it may be as large as its theme wants it. */
  gtk_widget_measure (slider, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (slider, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (slider, MAX (width, least_width), MAX (height, least_height), -1, NULL);
}

static gboolean
atlas_timeline_handle_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_TIMELINE_HANDLE (widget)->slider));
}

static void
atlas_timeline_handle_dispose (GObject *object)
{
  AtlasTimelineHandle *self = ATLAS_TIMELINE_HANDLE (object);

  if (self->slider != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->slider)));
  g_clear_object (&self->index);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_timeline_handle_parent_class)->dispose (object);
}

static void
atlas_timeline_handle_class_init (AtlasTimelineHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_timeline_handle_dispose;
  widget_class->grab_focus = atlas_timeline_handle_grab_focus;
  widget_class->snapshot = atlas_timeline_handle_snapshot;
  widget_class->size_allocate = atlas_timeline_handle_size_allocate;
  widget_class->measure = atlas_timeline_handle_measure;
  signals[DRAGGED] = g_signal_new ("dragged",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "timelinehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_handle_init (AtlasTimelineHandle *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "ew-resize");
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

static void
day_set_cb (AtlasTimelineHandle *self, int day)
{
  atlas_timeline_handle_set_day (self, day);
  /* Where it stopped short of that day, the slider is told. */
  announce (self);
}

/* The slider takes the keyboard; its own keys know nothing of months and changes. */
static void
add_slider (AtlasTimelineHandle *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *slider =
    atlas_day_slider_new (self->is_end ? _ ("End of the window") : _ ("Beginning of the window"));

  self->slider = ATLAS_DAY_SLIDER (slider);
  gtk_widget_set_parent (slider, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (slider, key);
  g_signal_connect_object (slider, "day-set", G_CALLBACK (day_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (slider,
                           "state-flags-changed",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_timeline_handle_new (AtlasViewState *state, gboolean is_end)
{
  static const char *changes[] = { "notify::date",        "notify::window-length",
                                   "notify::free-begin",  "notify::free-end",
                                   "notify::range-begin", "notify::range-end",
                                   "notify::language" };
  AtlasTimelineHandle *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_TIMELINE_HANDLE, NULL);
  self->state = g_object_ref (state);
  self->is_end = is_end;
  add_slider (self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (state, changes[i], G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
  announce (self);
  return GTK_WIDGET (self);
}

void
atlas_timeline_handle_set_index (AtlasTimelineHandle *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_HANDLE (self));

  g_set_object (&self->index, index);
}
