/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-history.h"
#include "atlas-test.h"
#include "atlas-tour.h"

/* A tour of the small atlas, whose two chapters have two and three steps. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasViewState *state;
  AtlasTour *tour;
  int n_steps; /* signals so far */
  int n_away;
} Fixture;

static void
count_cb (int *count)
{
  (*count)++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->dataset = atlas_test_read_fixture ("small");
  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state, atlas_dataset_get_range (self->dataset));
  self->tour = atlas_tour_new (self->state);
  atlas_tour_set_dataset (self->tour, self->dataset);
  g_signal_connect_swapped (self->tour, "stepped", G_CALLBACK (count_cb), &self->n_steps);
  g_signal_connect_swapped (self->tour, "notify::away", G_CALLBACK (count_cb), &self->n_away);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->tour);
  g_assert_finalize_object (self->state);
  g_object_unref (self->dataset);
}

/* Everything that the step says is what the state shows. */
static void
assert_shown (Fixture *self, guint chapter, guint number)
{
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (self->dataset, &n);
  const AtlasChapterStep *step = &chapters[chapter].steps[number];
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);
  double lon, lat, zoom;

  g_assert_cmpint (atlas_tour_get_number (self->tour), ==, (int) chapter);
  g_assert_true (atlas_tour_get_chapter (self->tour) == &chapters[chapter]);
  g_assert_true (atlas_tour_get_step (self->tour) == step);
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, step->date);
  g_assert_cmpint (window.begin, ==, step->window.begin);
  g_assert_cmpint (window.end, ==, step->window.end);
  g_assert_cmpstr (atlas_view_state_get_viewpoint (self->state), ==, step->viewpoint);
  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, step->lon, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, step->lat, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom, step->zoom, 1e-9);
  g_assert_false (atlas_view_state_get_playing (self->state));
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, NULL);
  g_assert_false (atlas_tour_is_away (self->tour));
}

static void
test_go (Fixture *self, gconstpointer data)
{
  g_assert_null (atlas_tour_get_step (self->tour));
  g_assert_cmpint (atlas_tour_get_number (self->tour), ==, -1);
  g_assert_false (atlas_tour_can_go_on (self->tour));
  g_assert_false (atlas_tour_can_go_back (self->tour));
  g_assert_false (atlas_tour_go (self->tour, 2, 0));
  g_assert_false (atlas_tour_go (self->tour, 0, 2));
  g_assert_cmpint (self->n_steps, ==, 0);

  g_assert_true (atlas_tour_go (self->tour, 0, 0));
  assert_shown (self, 0, 0);
  g_assert_cmpint (self->n_steps, ==, 1);
  g_assert_false (atlas_tour_can_go_back (self->tour));
  atlas_tour_go_back (self->tour);
  assert_shown (self, 0, 0);
  atlas_tour_go_on (self->tour);
  assert_shown (self, 0, 1);

  /* The end of one chapter leads to the next, and that of the last nowhere. */
  g_assert_cmpint (atlas_tour_get_next_chapter (self->tour), ==, 1);
  atlas_tour_go_on (self->tour);
  assert_shown (self, 1, 0);
  g_assert_false (atlas_tour_can_go_back (self->tour));
  g_assert_true (atlas_tour_go (self->tour, 1, 2));
  g_assert_cmpint (atlas_tour_get_next_chapter (self->tour), ==, -1);
  g_assert_false (atlas_tour_can_go_on (self->tour));
  self->n_steps = 0;
  atlas_tour_go_on (self->tour);
  assert_shown (self, 1, 2);
  g_assert_cmpint (self->n_steps, ==, 0);

  atlas_tour_leave (self->tour);
  g_assert_cmpint (self->n_steps, ==, 1);
  g_assert_null (atlas_tour_get_step (self->tour));
  g_assert_cmpstr (atlas_view_state_get_chapter (self->state), ==, NULL);
}

static void
test_wander (Fixture *self, gconstpointer data)
{
  double lon, lat, zoom;

  atlas_tour_go (self->tour, 1, 1);
  g_assert_cmpint (self->n_away, ==, 0);
  atlas_view_state_set_date (self->state, atlas_view_state_get_date (self->state) + 1);
  g_assert_true (atlas_tour_is_away (self->tour));
  g_assert_cmpint (self->n_away, ==, 1);
  atlas_view_state_set_date (self->state, atlas_view_state_get_date (self->state) + 40);
  g_assert_cmpint (self->n_away, ==, 1);
  atlas_tour_return (self->tour);
  assert_shown (self, 1, 1);
  g_assert_cmpint (self->n_away, ==, 2);

  /* A nudge is no departure. */
  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  atlas_view_state_set_view (self->state, lon + 0.05, lat, zoom + 0.1);
  g_assert_false (atlas_tour_is_away (self->tour));
  atlas_view_state_set_view (self->state, lon + 2.0, lat, zoom);
  g_assert_true (atlas_tour_is_away (self->tour));
  atlas_view_state_set_view (self->state, lon, lat, zoom - 1.0);
  g_assert_true (atlas_tour_is_away (self->tour));
  atlas_view_state_set_view (self->state, lon, lat, zoom);
  g_assert_false (atlas_tour_is_away (self->tour));

  atlas_view_state_set_window_length (self->state, ATLAS_WINDOW_YEAR);
  g_assert_true (atlas_tour_is_away (self->tour));
  atlas_tour_return (self->tour);
  atlas_view_state_set_compare_mode (self->state, ATLAS_COMPARE_SWIPE);
  g_assert_true (atlas_tour_is_away (self->tour));
  atlas_tour_return (self->tour);
  assert_shown (self, 1, 1);

  /* To read about something is not to go anywhere. */
  atlas_view_state_set_selection (self->state, "event/sandwell-battle");
  g_assert_false (atlas_tour_is_away (self->tour));

  atlas_view_state_set_playing (self->state, TRUE);
  atlas_view_state_set_date (self->state, atlas_view_state_get_date (self->state) + 3);
  atlas_tour_go_on (self->tour);
  assert_shown (self, 1, 2);

  /* Nobody is away from a tour that is over. */
  atlas_view_state_set_date (self->state, atlas_view_state_get_date (self->state) - 3);
  atlas_tour_leave (self->tour);
  g_assert_false (atlas_tour_is_away (self->tour));
}

typedef struct
{
  double lon, lat, zoom;
  int n;
} Journey;

static void
travel_cb (AtlasTour *tour, double lon, double lat, double zoom, Journey *journey)
{
  *journey = (Journey){ lon, lat, zoom, journey->n + 1 };
}

/* A map that takes its time is not away while it is on its way, and is if it is stopped there. */
static void
test_travel (Fixture *self, gconstpointer data)
{
  Journey journey = { 0 };

  atlas_view_state_set_view (self->state, 60.0, 40.0, 4.0);
  g_signal_connect (self->tour, "travel", G_CALLBACK (travel_cb), &journey);
  atlas_tour_go (self->tour, 1, 1);
  g_assert_cmpint (journey.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (journey.zoom, 7.5, 1e-9);
  g_assert_false (atlas_tour_is_away (self->tour));
  atlas_view_state_set_view (self->state, 70.0, 42.0, 5.0);
  g_assert_false (atlas_tour_is_away (self->tour));
  atlas_tour_arrive (self->tour);
  g_assert_true (atlas_tour_is_away (self->tour));

  atlas_tour_return (self->tour);
  g_assert_false (atlas_tour_is_away (self->tour));
  atlas_view_state_set_view (self->state, journey.lon, journey.lat, journey.zoom);
  atlas_tour_arrive (self->tour);
  g_assert_false (atlas_tour_is_away (self->tour));
  /* Once there, the map is the reader's. */
  atlas_view_state_set_view (self->state, 70.0, 42.0, 5.0);
  g_assert_true (atlas_tour_is_away (self->tour));

  /* The date does not travel: it is away at once. */
  atlas_tour_return (self->tour);
  atlas_view_state_set_date (self->state, atlas_view_state_get_date (self->state) + 1);
  g_assert_true (atlas_tour_is_away (self->tour));
}

/* A link, or going back, may set the chapter without the tour. */
static void
test_set_by_others (Fixture *self, gconstpointer data)
{
  atlas_view_state_set_chapter (self->state, "chapter/spring-march", 2);
  g_assert_true (atlas_tour_get_step (self->tour) != NULL);
  g_assert_cmpint (self->n_steps, >=, 1);
  g_assert_true (atlas_tour_is_away (self->tour));
  atlas_tour_return (self->tour);
  assert_shown (self, 1, 2);

  atlas_view_state_set_chapter (self->state, "chapter/of-another-atlas", 0);
  g_assert_null (atlas_tour_get_step (self->tour));
  g_assert_false (atlas_tour_can_go_on (self->tour));
  atlas_tour_return (self->tour);
  atlas_tour_set_dataset (self->tour, NULL);
  g_assert_null (atlas_tour_get_chapter (self->tour));
}

static void
test_back (Fixture *self, gconstpointer data)
{
  AtlasHistory *history = atlas_history_new (self->state);

  atlas_tour_go (self->tour, 1, 0);
  atlas_tour_go_on (self->tour);
  atlas_tour_go_on (self->tour);
  atlas_history_go_back (history);
  assert_shown (self, 1, 1);
  atlas_history_go_back (history);
  assert_shown (self, 1, 0);
  atlas_history_go_forward (history);
  assert_shown (self, 1, 1);
  atlas_history_go_back (history);
  atlas_history_go_back (history);
  g_assert_null (atlas_tour_get_step (self->tour));
  g_object_unref (history);
}

/* Any walk is what two numbers and a flag say. */
static void
test_random_walk (Fixture *self, gconstpointer data)
{
  static const guint lengths[] = { 2, 3 };
  int chapter = -1;
  guint step = 0;

  for (int i = 0; i < 5000; i++)
    switch (g_test_rand_int_range (0, 7))
      {
      case 0:
        chapter = g_test_rand_int_range (0, 2);
        step = (guint) g_test_rand_int_range (0, (int) lengths[chapter]);
        g_assert_true (atlas_tour_go (self->tour, (guint) chapter, step));
        assert_shown (self, (guint) chapter, step);
        break;
      case 1:
        g_assert_cmpint (atlas_tour_can_go_on (self->tour),
                         ==,
                         chapter >= 0 && (chapter == 0 || step < 2));
        if (chapter >= 0 && step + 1 < lengths[chapter])
          step++;
        else if (chapter == 0)
          chapter = 1, step = 0;
        else
          break;
        atlas_tour_go_on (self->tour);
        assert_shown (self, (guint) chapter, step);
        break;
      case 2:
        g_assert_cmpint (atlas_tour_can_go_back (self->tour), ==, step > 0);
        if (step == 0)
          break;
        atlas_tour_go_back (self->tour);
        assert_shown (self, (guint) chapter, --step);
        break;
      case 3:
        atlas_view_state_set_date (self->state,
                                   atlas_view_state_get_range (self->state).begin +
                                     g_test_rand_int_range (0, 7000));
        break;
      case 4:
        atlas_view_state_set_view (self->state,
                                   g_test_rand_double_range (60.0, 100.0),
                                   g_test_rand_double_range (30.0, 50.0),
                                   g_test_rand_double_range (3.0, 9.0));
        break;
      case 5:
        atlas_tour_return (self->tour);
        if (chapter >= 0)
          assert_shown (self, (guint) chapter, step);
        break;
      case 6:
      default:
        if (g_test_rand_int_range (0, 5) > 0)
          break;
        atlas_tour_leave (self->tour);
        chapter = -1;
        step = 0;
        break;
      }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/state/tour/go", test_go },         { "/state/tour/wander", test_wander },
    { "/state/tour/travel", test_travel }, { "/state/tour/set-by-others", test_set_by_others },
    { "/state/tour/back", test_back },     { "/state/tour/random-walk", test_random_walk },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
