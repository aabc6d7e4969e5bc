/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-palette.h"
#include "atlas-timeline-track-private.h"
#include "atlas-window-test.h"

/* The bars of campaigns and polities: where they lie, how they end, what a click on them does. */

/* A height in a bar that neither its name nor a mark at its foot reaches, from its top. */
#define CLEAR 1.5
/* Milliseconds between two presses, on the slowest of machines. */
#define PATIENT 20000

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  AtlasTimelineTrack *track;
  AtlasViewState *state;
  AtlasTimelineModel *model;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AtlasHistoryIndex *index = atlas_test_get_index ();

  self->model = atlas_timeline_model_new (index);
  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              atlas_dataset_get_range (atlas_history_index_get_dataset (index)));
  atlas_view_state_set_date (self->state, atlas_day_from_gregorian (1949, 12, 31));
  atlas_view_state_set_window_length (self->state, ATLAS_WINDOW_DAY);
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
  gtk_window_destroy (GTK_WINDOW (self->window));
  atlas_test_flush ();
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->state);
  atlas_timeline_model_free (self->model);
}

static void
show (Fixture *self, AtlasDay from, AtlasDay to)
{
  atlas_timeline_track_set_span (self->track, (AtlasTimeSpan){ from, to });
  atlas_test_next_frame (self->widget);
}

/* The bar of a record and the lane it is in; fails where there is none. */
static const AtlasTimelineBar *
find_bar (Fixture *self, const char *id, guint *number)
{
  for (*number = 0; *number < self->model->lanes->len; (*number)++)
    {
      const AtlasTimelineLane *lane = g_ptr_array_index (self->model->lanes, *number);

      for (guint i = 0; i < lane->bars->len; i++)
        if (g_str_equal (atlas_record_get_id (
                           g_array_index (lane->bars, AtlasTimelineBar, i).record),
                         id))
          return &g_array_index (lane->bars, AtlasTimelineBar, i);
    }
  g_assert_not_reached ();
}

/* The top of a bar as it is scrolled now. */
static double
get_top (Fixture *self, guint lane, const AtlasTimelineBar *bar)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self->track);

  return atlas_timeline_layout_get_marks_bottom (&view, self->model, lane, bar->row) -
         ATLAS_TIMELINE_BAR;
}

/* Where a day begins. */
static double
get_edge (Fixture *self, AtlasDay day)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self->track);

  return atlas_timeline_view_get_x (&view, day);
}

/* How much of the bar's colour stands at @x, 0 to 1, between what is there with no bar and what is
 * there with a full one. */
static double
measure_strength (cairo_surface_t *picture,
                  double x,
                  double y,
                  AtlasTestColor bare,
                  AtlasTestColor full)
{
  AtlasTestColor found = atlas_test_mean (picture, x, y, 0);

  return (found.green - bare.green) / (full.green - bare.green);
}

/* The conquest of Kokand ended in the course of 1876, nobody says when: the bar is full to the last
 * of 1875, gone at the first of 1877, and half as strong in the middle of the year. */
static void
test_soft_end (Fixture *self, gconstpointer data)
{
  guint lane;
  const AtlasTimelineBar *bar = find_bar (self, "campaign/kokand-conquest", &lane);
  AtlasDay begin = atlas_day_from_gregorian (1876, 1, 1),
           end = atlas_day_from_gregorian (1877, 1, 1);
  cairo_surface_t *picture;
  AtlasTestColor bare, full;
  double y, from, to;

  g_assert_cmpint (bar->solid.end, ==, begin);
  g_assert_cmpint (bar->bounds.end, ==, end - 1);
  show (self, atlas_day_from_gregorian (1874, 1, 1), atlas_day_from_gregorian (1878, 12, 31));
  picture = atlas_test_render (self->widget);
  y = get_top (self, lane, bar) + CLEAR;
  from = get_edge (self, begin);
  to = get_edge (self, end);
  full = atlas_test_mean (picture, from - 20.0, y, 0);
  bare = atlas_test_mean (picture, to + 20.0, y, 0);
  g_assert_cmpfloat (atlas_test_distance (full, bare), >, 100.0);
  for (int part = 1; part < 10; part++)
    g_assert_cmpfloat_with_epsilon (measure_strength (picture,
                                                      from + (to - from) * part / 10.0,
                                                      y,
                                                      bare,
                                                      full),
                                    1.0 - part / 10.0,
                                    0.04);
  g_assert_cmpfloat_with_epsilon (measure_strength (picture, from - 3.0, y, bare, full), 1.0, 0.02);
  g_assert_cmpfloat_with_epsilon (measure_strength (picture, to + 3.0, y, bare, full), 0.0, 0.02);
  cairo_surface_destroy (picture);
}

/* An end that is known to the day is sharp. */
static void
test_sharp_end (Fixture *self, gconstpointer data)
{
  guint lane;
  const AtlasTimelineBar *bar = find_bar (self, "polity/ili-sultanate", &lane);
  AtlasDay end = atlas_day_from_gregorian (1871, 7, 4);
  cairo_surface_t *picture;
  AtlasTestColor bare, full;
  double y, x;

  g_assert_cmpint (bar->bounds.end, ==, end);
  g_assert_cmpint (bar->solid.end, ==, end);
  show (self, atlas_day_from_gregorian (1870, 1, 1), atlas_day_from_gregorian (1872, 12, 31));
  atlas_timeline_track_reveal_lane (self->track, "polity/ili-sultanate");
  atlas_test_next_frame (self->widget);
  picture = atlas_test_render (self->widget);
  y = get_top (self, lane, bar) + ATLAS_TIMELINE_BAR / 2.0;
  x = get_edge (self, end + 1);
  full = atlas_test_mean (picture, x - 40.0, y, 0);
  bare = atlas_test_mean (picture, x + 40.0, y, 0);
  g_assert_cmpfloat (atlas_test_distance (full, bare), >, 100.0);
  g_assert_cmpfloat_with_epsilon (measure_strength (picture, x - 4.0, y, bare, full), 1.0, 0.02);
  g_assert_cmpfloat_with_epsilon (measure_strength (picture, x + 3.0, y, bare, full), 0.0, 0.02);
  cairo_surface_destroy (picture);
}

/* What rests on one account that others contradict is no solid bar: paper shows between the lines
 * of its hatching and between the dashes of its outline. */
static void
test_hollow (Fixture *self, gconstpointer data)
{
  guint lane, n_ink = 0, n_paper = 0;
  const AtlasTimelineBar *bar = find_bar (self, "campaign/war-1863-64", &lane);
  const AtlasPalette *palette = atlas_palette_get (ATLAS_MAP_STYLE_LIGHT);
  AtlasColor color = atlas_palette_get_polity (ATLAS_MAP_STYLE_LIGHT, "russia")->edge;
  AtlasTestColor paper = {
    palette->paper.r * 255.0, palette->paper.g * 255.0, palette->paper.b * 255.0, 255.0
  };
  AtlasTestColor ink = { color.r * 255.0, color.g * 255.0, color.b * 255.0, 255.0 };
  cairo_surface_t *picture;
  double y, from;

  g_assert_true (bar->hollow);
  show (self, atlas_day_from_gregorian (1863, 1, 1), atlas_day_from_gregorian (1864, 12, 31));
  picture = atlas_test_render (self->widget);
  y = get_top (self, lane, bar) + ATLAS_TIMELINE_BAR / 2.0;
  from = get_edge (self, bar->bounds.begin);
  for (int x = 20; x < 60; x++)
    {
      AtlasTestColor found = atlas_test_mean (picture, from + x, y, 0);

      n_ink += atlas_test_distance (found, ink) < 90.0;
      n_paper += atlas_test_distance (found, paper) < 90.0;
    }
  g_assert_cmpuint (n_ink, >=, 6);
  g_assert_cmpuint (n_paper, >=, 12);
  cairo_surface_destroy (picture);
}

/* Presses twice on a place. */
static void
click_twice (GtkWidget *widget, double x, double y)
{
  g_object_set (gtk_widget_get_settings (widget), "gtk-double-click-time", PATIENT, NULL);
  atlas_test_click (widget, x, y);
  atlas_test_click (widget, x, y);
  atlas_test_flush ();
}

/* The axis shows the whole of @wanted and little more. */
static void
assert_fits (Fixture *self, AtlasTimeSpan wanted)
{
  AtlasTimeSpan span = atlas_timeline_track_get_span (self->track);

  g_assert_cmpint (span.begin, <, wanted.begin);
  g_assert_cmpint (span.end, >, wanted.end);
  g_assert_cmpint (span.end - span.begin, <, (wanted.end - wanted.begin) * 5 / 4 + 30);
}

static void
test_double_click_bar (Fixture *self, gconstpointer data)
{
  guint number;
  const AtlasTimelineBar *bar = find_bar (self, "campaign/ili-occupation", &number);

  show (self, atlas_day_from_gregorian (1850, 1, 1), atlas_day_from_gregorian (1949, 12, 31));
  click_twice (self->widget,
               get_edge (self, atlas_day_from_gregorian (1875, 1, 1)),
               get_top (self, number, bar) + CLEAR);
  assert_fits (self, bar->bounds);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, "campaign/ili-occupation");
}

/* Beside the axis, on the name of a lane: all of the lane, and the date stays. */
static void
test_double_click_name (Fixture *self, gconstpointer data)
{
  guint number;
  const AtlasTimelineBar *bar = find_bar (self, "campaign/ili-occupation", &number);
  const AtlasTimelineLane *lane = g_ptr_array_index (self->model->lanes, number);
  AtlasDay date = atlas_view_state_get_date (self->state);

  show (self, atlas_day_from_gregorian (1850, 1, 1), atlas_day_from_gregorian (1949, 12, 31));
  click_twice (self->widget, 30.0, get_top (self, number, bar) + CLEAR);
  assert_fits (self, lane->bounds);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, "campaign/ili-crisis");
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);
}

/* The lanes of polities lie below those of campaigns; the wheel over the names brings them into
 * sight, and a click on a bar chooses the polity. */
static void
test_polities (Fixture *self, gconstpointer data)
{
  guint number;
  const AtlasTimelineBar *bar = find_bar (self, "polity/kokand", &number);
  AtlasDay date = atlas_view_state_get_date (self->state);
  AtlasTimelineView view;
  AtlasTimelineHit hit;
  g_autofree char *words = NULL;
  double x, y;

  g_assert_cmpuint (number, >=, self->model->n_campaigns);
  show (self, atlas_day_from_gregorian (1860, 1, 1), atlas_day_from_gregorian (1880, 12, 31));
  atlas_timeline_track_set_lanes_room (self->track, 120.0);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 250);
  atlas_test_next_frame (self->widget);
  atlas_test_next_frame (self->widget);
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat (get_top (self, number, bar), >, atlas_timeline_layout_get_changes_top (&view));

  /* By the keyboard too. */
  atlas_test_key (self->widget, "alt+Down");
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat_with_epsilon (view.scrolled, ATLAS_TIMELINE_LANE, 0.5);
  atlas_test_key (self->widget, "alt+Up");
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat_with_epsilon (view.scrolled, 0.0, 0.5);
  atlas_test_wheel (self->widget, 40.0, atlas_timeline_layout_get_lanes_top () + 20.0, 40);
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat (view.scrolled, >, 0.0);
  atlas_timeline_track_reveal_lane (self->track, "polity/kokand");
  y = get_top (self, number, bar) + CLEAR;
  x = get_edge (self, atlas_day_from_gregorian (1870, 1, 1));
  g_assert_cmpfloat (y, <, atlas_timeline_layout_get_changes_top (&view));
  view = atlas_timeline_track_get_view (self->track);
  hit = atlas_timeline_hit_find (&view, atlas_test_get_index (), self->model, self->state, x, y);
  words = atlas_timeline_hit_describe (&hit, atlas_test_get_index (), "en");
  g_assert_true (g_str_has_prefix (words, "Khanate of Kokand\n"));

  atlas_test_click (self->widget, x, y);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, "polity/kokand");
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);
}

/* A lane that has nothing in the days of the axis takes no room, and none of its rows does. */
static void
test_empty_lanes (Fixture *self, gconstpointer data)
{
  guint number;
  const AtlasTimelineLane *lane;
  AtlasTimelineView view;

  find_bar (self, "campaign/ghulja-rising", &number);
  lane = g_ptr_array_index (self->model->lanes, number);
  show (self, atlas_day_from_gregorian (1860, 1, 1), atlas_day_from_gregorian (1880, 12, 31));
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat (atlas_timeline_layout_get_lane_height (&view, lane), <, 1.0);
  show (self, atlas_day_from_gregorian (1940, 1, 1), atlas_day_from_gregorian (1949, 12, 31));
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat (atlas_timeline_layout_get_lane_height (&view, lane), >, 19.0);
  g_assert_cmpuint (lane->n_rows, >, 1);
  /* Alone in its decade a bar of the first row needs no second one. */
  show (self, atlas_day_from_gregorian (1935, 1, 1), atlas_day_from_gregorian (1938, 12, 31));
  view = atlas_timeline_track_get_view (self->track);
  g_assert_cmpfloat (atlas_timeline_layout_get_lane_height (&view, lane),
                     <,
                     ATLAS_TIMELINE_LANE + 1.0);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/widgets/timeline-bars/soft-end", test_soft_end },
    { "/widgets/timeline-bars/sharp-end", test_sharp_end },
    { "/widgets/timeline-bars/hollow", test_hollow },
    { "/widgets/timeline-bars/double-click-bar", test_double_click_bar },
    { "/widgets/timeline-bars/double-click-name", test_double_click_name },
    { "/widgets/timeline-bars/polities", test_polities },
    { "/widgets/timeline-bars/empty-lanes", test_empty_lanes },
  };

  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
