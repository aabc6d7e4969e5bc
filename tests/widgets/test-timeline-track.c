/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-timeline-track-private.h"
#include "atlas-window-test.h"

/* The years as a slider: what it tells a screen reader, its keys, wheel, frame and bars. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  AtlasTimelineTrack *track;
  AtlasViewState *state;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AtlasHistoryIndex *index = atlas_test_get_index ();

  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              atlas_dataset_get_range (atlas_history_index_get_dataset (index)));
  atlas_view_state_set_date (self->state, atlas_day_from_gregorian (1871, 7, 4));
  self->widget = atlas_timeline_track_new (self->state);
  self->track = ATLAS_TIMELINE_TRACK (self->widget);
  atlas_timeline_track_set_index (self->track, index);
  self->window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 420);
  gtk_window_set_child (GTK_WINDOW (self->window), self->widget);
  gtk_window_present (GTK_WINDOW (self->window));
  atlas_test_next_frame (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->widget), (gpointer *) &self->widget);
  gtk_window_destroy (GTK_WINDOW (self->window));
  atlas_test_flush ();
  g_assert_finalize_object (self->window);
  g_assert_null (self->widget);
  g_assert_finalize_object (self->state);
}

static AtlasDay
get_date (Fixture *self)
{
  return atlas_view_state_get_date (self->state);
}

/* A height at which nothing but the axis is: no mark, no bar. */
static double
get_axis (Fixture *self)
{
  return gtk_widget_get_height (self->widget) - ATLAS_TIMELINE_ALL - ATLAS_TIMELINE_AXIS / 2.0;
}

static void
assert_value (Fixture *self, AtlasDay date, const char *words)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  GtkAccessible *accessible = GTK_ACCESSIBLE (gtk_widget_get_first_child (self->widget));

  gtk_test_accessible_assert_property (accessible,
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                       (double) range.begin);
  gtk_test_accessible_assert_property (accessible,
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                       (double) range.end);
  gtk_test_accessible_assert_property (accessible,
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                       (double) date);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words);
}

static void
test_accessible (Fixture *self, gconstpointer data)
{
  AtlasDay date = atlas_day_from_gregorian (1871, 7, 4);

  gtk_test_accessible_assert_role (gtk_widget_get_first_child (self->widget),
                                   GTK_ACCESSIBLE_ROLE_SLIDER);
  g_assert_true (gtk_widget_get_focusable (gtk_widget_get_first_child (self->widget)));
  assert_value (self, date, "4 July 1871");
  atlas_view_state_set_language (self->state, "zh-Hant");
  assert_value (self, date, "1871年7月4日");
  atlas_view_state_set_date (self->state, date + 1);
  assert_value (self, date + 1, "1871年7月5日");
  atlas_view_state_set_language (self->state, "en");
  assert_value (self, date + 1, "5 July 1871");
}

static void
assert_key (Fixture *self, const char *key, AtlasDay expected)
{
  atlas_test_key (self->widget, key);
  g_assert_cmpint (get_date (self), ==, expected);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = get_date (self), change;

  atlas_view_state_set_step (self->state, ATLAS_STEP_DAY);
  assert_key (self, "Right", date + 1);
  assert_key (self, "Left", date);
  assert_key (self, "shift+Right", date + 10);
  assert_key (self, "shift+Left", date);
  assert_key (self, "Up", date + 1);
  assert_key (self, "Down", date);
  atlas_view_state_set_step (self->state, ATLAS_STEP_MONTH);
  assert_key (self, "Right", atlas_day_from_gregorian (1871, 8, 4));
  atlas_view_state_set_step (self->state, ATLAS_STEP_YEAR);
  assert_key (self, "Left", atlas_day_from_gregorian (1870, 8, 4));

  date = get_date (self);
  g_assert_true (atlas_history_index_next_change (atlas_test_get_index (), date, &change));
  assert_key (self, "Next", change);
  date = get_date (self);
  g_assert_true (atlas_history_index_previous_change (atlas_test_get_index (), date, &change));
  assert_key (self, "Prior", change);

  assert_key (self, "End", range.end);
  assert_key (self, "Right", range.end);
  assert_key (self, "Home", range.begin);
  assert_key (self, "Left", range.begin);
}

/* The axis follows a date that leaves it. */
static void
test_axis_follows (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan span = { atlas_day_from_gregorian (1870, 1, 1),
                         atlas_day_from_gregorian (1872, 1, 1) };

  atlas_timeline_track_set_span (self->track, span);
  atlas_view_state_set_date (self->state, atlas_day_from_gregorian (1944, 11, 12));
  g_assert_true (
    atlas_time_span_contains (atlas_timeline_track_get_span (self->track), get_date (self)));
  g_assert_cmpint (ABS (atlas_timeline_track_get_span (self->track).end -
                        atlas_timeline_track_get_span (self->track).begin -
                        (span.end - span.begin)),
                   <=,
                   1);
}

static double
get_length (Fixture *self)
{
  AtlasTimeSpan span = atlas_timeline_track_get_span (self->track);

  return (double) span.end - span.begin;
}

static void
test_zoom_keys (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = get_date (self);
  double length, x;

  atlas_timeline_track_show_all (self->track);
  g_assert_cmpfloat_with_epsilon (get_length (self), (double) range.end - range.begin, 0.5);

  x = atlas_timeline_track_get_x (self->track, date);
  length = get_length (self);
  atlas_test_key (self->widget, "plus");
  g_assert_cmpfloat_with_epsilon (get_length (self), length / 1.5, 2.0);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_track_get_x (self->track, date), x, 1.0);
  atlas_test_key (self->widget, "minus");
  g_assert_cmpfloat_with_epsilon (get_length (self), length, 3.0);

  for (guint i = 0; i < 30; i++)
    atlas_timeline_track_zoom (self->track, 0.5);
  g_assert_cmpfloat (get_length (self), >=, 12.0);
  g_assert_cmpfloat (get_length (self), <=, 15.0);
  g_assert_true (atlas_time_span_contains (atlas_timeline_track_get_span (self->track), date));
  atlas_test_key (self->widget, "0");
  g_assert_cmpfloat_with_epsilon (get_length (self), (double) range.end - range.begin, 0.5);
  g_assert_cmpint (get_date (self), ==, date);
}

/* The wheel zooms about the day under the pointer. */
static void
test_wheel (Fixture *self, gconstpointer data)
{
  AtlasDay day = atlas_day_from_gregorian (1864, 10, 7), date = get_date (self);
  double y = get_axis (self);
  double x, length;

  atlas_timeline_track_set_span (self->track,
                                 (AtlasTimeSpan){ atlas_day_from_gregorian (1850, 1, 1),
                                                  atlas_day_from_gregorian (1900, 1, 1) });
  atlas_test_next_frame (self->window);
  x = atlas_timeline_track_get_x (self->track, day);
  length = get_length (self);
  atlas_test_wheel (self->widget, x, y, -3);
  g_assert_cmpfloat_with_epsilon (get_length (self), length / pow (1.25, 3), 4.0);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_track_get_x (self->track, day), x, 1.5);
  atlas_test_wheel (self->widget, x, y, 3);
  g_assert_cmpfloat_with_epsilon (get_length (self), length, 8.0);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_track_get_x (self->track, day), x, 1.5);
  g_assert_cmpint (get_date (self), ==, date);
}

/* Dragging the frame in the row of all years moves the axis, and nothing else. */
static void
test_frame (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasTimeSpan before, after;
  AtlasDay date = get_date (self), middle;
  double y = gtk_widget_get_height (self->widget) - ATLAS_TIMELINE_ALL / 2.0;
  double x, per_pixel;

  /* Where a day stands in the row of all years, while the axis shows them all. */
  atlas_timeline_track_show_all (self->track);
  middle = atlas_day_from_gregorian (1865, 1, 1);
  x = atlas_timeline_track_get_x (self->track, middle);
  per_pixel =
    ((double) range.end - range.begin) / (atlas_timeline_track_get_x (self->track, range.end) -
                                          atlas_timeline_track_get_x (self->track, range.begin));

  atlas_timeline_track_set_span (self->track,
                                 (AtlasTimeSpan){ atlas_day_add_years (middle, -10),
                                                  atlas_day_add_years (middle, 10) });
  before = atlas_timeline_track_get_span (self->track);
  atlas_test_press (self->widget, x, y);
  g_assert_cmpint (atlas_timeline_track_get_span (self->track).begin, ==, before.begin);
  atlas_test_point (self->widget, x + 40, y);
  atlas_test_point (self->widget, x + 80, y);
  atlas_test_release (self->widget);
  after = atlas_timeline_track_get_span (self->track);
  g_assert_cmpfloat_with_epsilon (after.begin - before.begin, 80.0 * per_pixel, 2.0 * per_pixel);
  g_assert_cmpint (ABS ((after.end - after.begin) - (before.end - before.begin)), <=, 1);
  g_assert_cmpint (get_date (self), ==, date);

  /* A press beside the frame brings it there. */
  atlas_test_press (self->widget, x - 100, y);
  atlas_test_release (self->widget);
  g_assert_true (atlas_time_span_contains (atlas_timeline_track_get_span (self->track),
                                           middle - (AtlasDay) (100.0 * per_pixel)));
  g_assert_cmpint (get_date (self), ==, date);
}

/* A click on a bar chooses its campaign; a drag that begins there moves the date. */
static void
test_bars (Fixture *self, gconstpointer data)
{
  g_autoptr (AtlasTimelineModel) model = atlas_timeline_model_new (atlas_test_get_index ());
  const AtlasTimelineLane *lane;
  const AtlasTimelineBar *bar;
  const char *selection;
  AtlasTimelineView view;
  AtlasRecord *campaign;
  AtlasDay middle, date = get_date (self);
  double x, y;

  g_assert_cmpuint (model->lanes->len, >, 0);
  lane = g_ptr_array_index (model->lanes, 0);
  bar = &g_array_index (lane->bars, AtlasTimelineBar, 0);
  middle = bar->bounds.begin + (bar->bounds.end - bar->bounds.begin) / 2;
  atlas_timeline_track_show_all (self->track);
  x = atlas_timeline_track_get_x (self->track, middle);
  view = atlas_timeline_track_get_view (self->track);
  y = atlas_timeline_layout_get_marks_bottom (&view, model, 0, bar->row) - ATLAS_TIMELINE_BAR + 2.0;

  atlas_test_click (self->widget, x, y);
  selection = atlas_view_state_get_selection (self->state);
  campaign =
    selection != NULL
      ? atlas_dataset_lookup (atlas_history_index_get_dataset (atlas_test_get_index ()), selection)
      : NULL;
  g_assert_true (ATLAS_IS_CAMPAIGN (campaign));
  g_assert_true (atlas_time_span_overlaps (atlas_record_get_bounds (campaign), bar->bounds));
  g_assert_cmpint (get_date (self), ==, date);

  atlas_view_state_set_selection (self->state, NULL);
  atlas_test_press (self->widget, x, y);
  atlas_test_point (self->widget, x + 30, y);
  atlas_test_point (self->widget, x + 60, y);
  atlas_test_release (self->widget);
  g_assert_null (atlas_view_state_get_selection (self->state));
  g_assert_cmpint (get_date (self), !=, date);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_track_get_x (self->track, get_date (self)),
                                  x + 60,
                                  1.5);
}

/* A press outside the axis stays within the years. */
static void
test_edges (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  double y = get_axis (self);

  atlas_timeline_track_show_all (self->track);
  atlas_test_click (self->widget, gtk_widget_get_width (self->widget) - 2, y);
  g_assert_cmpint (range.end - get_date (self), <, 120);
  atlas_test_click (self->widget, ATLAS_TIMELINE_NAMES - 20, y);
  g_assert_cmpint (get_date (self), ==, range.begin);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/widgets/timeline-track/accessible", test_accessible },
    { "/widgets/timeline-track/keys", test_keys },
    { "/widgets/timeline-track/axis-follows", test_axis_follows },
    { "/widgets/timeline-track/zoom-keys", test_zoom_keys },
    { "/widgets/timeline-track/wheel", test_wheel },
    { "/widgets/timeline-track/frame", test_frame },
    { "/widgets/timeline-track/bars", test_bars },
    { "/widgets/timeline-track/edges", test_edges },
  };

  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
