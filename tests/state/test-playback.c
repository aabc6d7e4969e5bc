/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-playback.h"

#define SECOND G_USEC_PER_SEC

typedef struct
{
  AtlasViewState *state;
  AtlasPlayback *playback;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->state = atlas_view_state_new ();
  atlas_view_state_set_range (fixture->state, (AtlasTimeSpan){ 1000, 1100 });
  atlas_view_state_set_date (fixture->state, 1000);
  atlas_view_state_set_days_per_second (fixture->state, 10.0);
  fixture->playback = atlas_playback_new (fixture->state);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->playback);
  g_assert_finalize_object (fixture->state);
}

static void
assert_date (Fixture *fixture, AtlasDay date)
{
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), ==, date);
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  gint64 now = 77 * SECOND;

  g_assert_false (atlas_playback_tick (fixture->playback, now));
  assert_date (fixture, 1000);

  atlas_view_state_set_playing (fixture->state, TRUE);
  g_assert_true (atlas_playback_tick (fixture->playback, now));
  assert_date (fixture, 1000);
  g_assert_true (atlas_playback_tick (fixture->playback, now += SECOND / 2));
  assert_date (fixture, 1005);

  /* Sixty frames of a sixtieth, none of which is a day long, add up to ten days. */
  for (int i = 1; i <= 60; i++)
    g_assert_true (atlas_playback_tick (fixture->playback, now + i * SECOND / 60));
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), >=, 1014);
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), <=, 1015);

  atlas_view_state_set_playing (fixture->state, FALSE);
  g_assert_false (atlas_playback_tick (fixture->playback, now + 5 * SECOND));
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), <=, 1015);
}

/* After a pause the time in between does not count. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  atlas_view_state_set_playing (fixture->state, TRUE);
  atlas_playback_tick (fixture->playback, 0);
  atlas_view_state_set_playing (fixture->state, FALSE);
  atlas_view_state_set_playing (fixture->state, TRUE);
  atlas_playback_tick (fixture->playback, SECOND);
  assert_date (fixture, 1000);
  atlas_playback_tick (fixture->playback, SECOND + SECOND / 10);
  assert_date (fixture, 1001);
}

static void
test_gap_and_backward_clock (Fixture *fixture, gconstpointer data)
{
  atlas_view_state_set_playing (fixture->state, TRUE);
  atlas_playback_tick (fixture->playback, 0);
  atlas_playback_tick (fixture->playback, 3600 * (gint64) SECOND);
  assert_date (fixture, 1010);
  atlas_playback_tick (fixture->playback, 0);
  assert_date (fixture, 1010);
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  atlas_view_state_set_date (fixture->state, 1095);
  atlas_view_state_set_playing (fixture->state, TRUE);
  atlas_playback_tick (fixture->playback, 0);
  g_assert_false (atlas_playback_tick (fixture->playback, SECOND));
  assert_date (fixture, 1100);
  g_assert_false (atlas_view_state_get_playing (fixture->state));

  atlas_view_state_set_playing (fixture->state, TRUE);
  assert_date (fixture, 1000);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/state/playback/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("moves", test_moves);
  ADD ("pause", test_pause);
  ADD ("gap-and-backward-clock", test_gap_and_backward_clock);
  ADD ("end", test_end);
  return g_test_run ();
}
