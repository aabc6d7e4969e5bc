/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-timeline-layout.h"
#include "atlas-timeline-track.h"
#include "atlas-window-test.h"

/* The slider and the map: whoever draws the years along sees the Ili valley change hands, on the
 * screen and in the model. */

/* Ghulja, where power in the valley sat. */
#define GHULJA_LON 81.32
#define GHULJA_LAT 43.915

/* Colours of one stage differ by less than this on the screen, those of two stages by more. */
#define SAME 3.0
#define OTHER 8.0
/* Pixels about the spot that are averaged: two lines of the hatch of occupied land fit in, wherever
 * they begin. */
#define REACH 10

/* Who held the valley, from which day; from the rising at Ghulja to the fall of Huiyuan the
 * sultanate had only the town and what lies about it, and its edge shades the spot. */
static const struct
{
  int year, month, day;
  const char *polity;
  AtlasStanding standing;
} stages[] = {
  { 1862, 1, 1, "polity/qing", ATLAS_STANDING_SOVEREIGN },
  { 1864, 11, 10, "polity/ili-sultanate", ATLAS_STANDING_CONTROL },
  { 1866, 3, 8, "polity/ili-sultanate", ATLAS_STANDING_CONTROL },
  { 1871, 7, 4, "polity/russia", ATLAS_STANDING_OCCUPATION },
  { 1882, 3, 22, "polity/qing", ATLAS_STANDING_SOVEREIGN },
};

static AtlasDay
get_begin (guint stage)
{
  return atlas_day_from_gregorian (stages[stage].year, stages[stage].month, stages[stage].day);
}

static guint
find_stage (AtlasDay day)
{
  guint stage = G_N_ELEMENTS (stages) - 1;

  while (stage > 0 && day < get_begin (stage))
    stage--;
  return stage;
}

static gboolean
is_other_holder (guint stage)
{
  return stage > 0 && !g_str_equal (stages[stage].polity, stages[stage - 1].polity);
}

/* The valley alone: no marker, route or name lies over the spot that is looked at. */
static AtlasWindow *
open_valley (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);

  atlas_view_state_set_show (state,
                             ATLAS_SHOW_TERRITORIES | ATLAS_SHOW_BORDERS | ATLAS_SHOW_RELIEF);
  atlas_view_state_set_view (state, GHULJA_LON, GHULJA_LAT, 8.0);
  atlas_view_state_set_step (state, ATLAS_STEP_YEAR);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1862, 6, 1));
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
  return window;
}

static AtlasTestColor
look_at_valley (AtlasWindow *window)
{
  GtkWidget *map = atlas_test_get_map (window);
  cairo_surface_t *picture;
  AtlasTestColor color;
  double x, y;

  atlas_test_settle (window);
  picture = atlas_test_render (map);
  atlas_test_locate (window, GHULJA_LON, GHULJA_LAT, &x, &y);
  color = atlas_test_mean (picture, x, y, REACH);
  cairo_surface_destroy (picture);
  return color;
}

/* The model's answer on the date that the window has now. */
static void
assert_holder (AtlasWindow *window)
{
  AtlasDay date = atlas_view_state_get_date (atlas_window_get_state (window));
  guint stage = find_stage (date);
  AtlasTerritory *territory =
    atlas_history_index_territory_at (atlas_window_get_index (window),
                                      (AtlasPoint){ GHULJA_LON, GHULJA_LAT },
                                      date);

  g_assert_nonnull (territory);
  g_assert_cmpstr (atlas_territory_get_polity (territory), ==, stages[stage].polity);
  g_assert_cmpint (atlas_territory_get_standing (territory), ==, stages[stage].standing);
}

static void
test_drag (void)
{
  AtlasWindow *window = open_valley ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *slider = atlas_test_get_track (window);
  AtlasTimelineTrack *track = ATLAS_TIMELINE_TRACK (slider);
  /* On the axis itself, where no mark and no bar is in the way. */
  double y = gtk_widget_get_height (slider) - ATLAS_TIMELINE_ALL - ATLAS_TIMELINE_AXIS / 2.0;
  AtlasTestColor colors[G_N_ELEMENTS (stages)];
  guint seen[G_N_ELEMENTS (stages)] = { 0 };

  atlas_timeline_track_set_span (track,
                                 (AtlasTimeSpan){ atlas_day_from_gregorian (1860, 1, 1),
                                                  atlas_day_from_gregorian (1884, 12, 31) });
  atlas_test_next_frame (slider);
  atlas_test_press (slider,
                    atlas_timeline_track_get_x (track, atlas_day_from_gregorian (1862, 6, 15)),
                    y);
  for (int year = 1862; year <= 1882; year++)
    {
      AtlasDay wanted = atlas_day_from_gregorian (year, 6, 15);
      AtlasTestColor color;
      guint stage;

      atlas_test_point (slider, atlas_timeline_track_get_x (track, wanted), y);
      g_assert_cmpint (ABS (atlas_view_state_get_date (state) - wanted), <, 16);
      assert_holder (window);

      color = look_at_valley (window);
      stage = find_stage (wanted);
      if (seen[stage]++ == 0)
        colors[stage] = color;
      g_assert_cmpfloat (atlas_test_distance (color, colors[stage]), <, SAME);
    }
  atlas_test_release (slider);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_assert_cmpuint (seen[i], >, 0);
      if (is_other_holder (i))
        g_assert_cmpfloat (atlas_test_distance (colors[i - 1], colors[i]), >, OTHER);
    }
  /* What came back is what was lost. */
  g_assert_cmpfloat (atlas_test_distance (colors[0], colors[G_N_ELEMENTS (stages) - 1]), <, SAME);

  /* A pointer that moves on without the button leaves the date alone. */
  AtlasDay date = atlas_view_state_get_date (state);

  atlas_test_point (slider, atlas_timeline_track_get_x (track, get_begin (0)), y);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, date);
  atlas_test_window_close (window);
}

/* Twenty presses of Right in steps of a year. */
static void
test_year_keys (void)
{
  AtlasWindow *window = open_valley ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *slider = atlas_test_get_track (window);

  assert_holder (window);
  for (int year = 1863; year <= 1882; year++)
    {
      atlas_test_key (slider, "Right");
      g_assert_cmpint (atlas_view_state_get_date (state),
                       ==,
                       atlas_day_from_gregorian (year, 6, 1));
      assert_holder (window);
    }
  atlas_test_window_close (window);
}

/* The picture changes on the very day: the last day of each stage and the first of the next. */
static void
test_turning_days (void)
{
  AtlasWindow *window = open_valley ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *slider = atlas_test_get_track (window);

  atlas_view_state_set_step (state, ATLAS_STEP_DAY);
  for (guint i = 1; i < G_N_ELEMENTS (stages); i++)
    {
      AtlasTestColor before, after;

      if (!is_other_holder (i))
        continue;
      atlas_view_state_set_date (state, get_begin (i) - 2);
      atlas_test_next_frame (slider);
      before = look_at_valley (window);

      atlas_test_key (slider, "Right");
      g_assert_cmpint (find_stage (atlas_view_state_get_date (state)), ==, i - 1);
      assert_holder (window);
      g_assert_cmpfloat (atlas_test_distance (before, look_at_valley (window)), <, SAME);

      atlas_test_key (slider, "Right");
      g_assert_cmpint (find_stage (atlas_view_state_get_date (state)), ==, i);
      assert_holder (window);
      after = look_at_valley (window);
      g_assert_cmpfloat (atlas_test_distance (before, after), >, OTHER);
    }
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-slider/drag", test_drag);
  g_test_add_func ("/app/window-slider/year-keys", test_year_keys);
  g_test_add_func ("/app/window-slider/turning-days", test_turning_days);
  return g_test_run ();
}
