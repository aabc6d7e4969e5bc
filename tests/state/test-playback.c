/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-playback.h"
#include "atlas-random-atlas.h"
#include "atlas-test.h"

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

/* A playback of a small atlas: an index, a range and a chapter of its own. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasHistoryIndex *index;
  AtlasViewState *state;
  AtlasPlayback *playback;
  gint64 now;
} Play;

static void
play_clear (Play *self)
{
  g_assert_finalize_object (self->playback);
  g_assert_finalize_object (self->state);
  g_assert_finalize_object (self->index);
  g_assert_finalize_object (self->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Play, play_clear)

static Play
play_new (AtlasDataset *dataset, double days_per_second)
{
  Play self = { .dataset = dataset, .index = atlas_history_index_new (dataset) };

  self.state = atlas_view_state_new ();
  atlas_view_state_set_range (self.state, atlas_dataset_get_range (dataset));
  atlas_view_state_set_days_per_second (self.state, days_per_second);
  self.playback = atlas_playback_new (self.state);
  atlas_playback_set_index (self.playback, self.index);
  return self;
}

static AtlasDay
play_frame (Play *self, gint64 usec)
{
  atlas_playback_tick (self->playback, self->now += usec);
  return atlas_view_state_get_date (self->state);
}

static void
play_start (Play *self, AtlasDay date)
{
  atlas_view_state_set_playing (self->state, FALSE);
  atlas_view_state_set_date (self->state, date);
  atlas_view_state_set_playing (self->state, TRUE);
  play_frame (self, 0);
}

/* Over ten years of a made-up atlas, at any speed, no day on which something begins or changes is
 * passed over, and quiet times go by faster than the others. */
static void
test_skip_quiet (void)
{
  for (int run = 0; run < 6; run++)
    {
      g_auto (Play) play = play_new (random_atlas_new (), g_test_rand_double_range (1.0, 4000.0));
      AtlasTimeSpan range = atlas_view_state_get_range (play.state);
      AtlasDay date = range.begin;
      int frames = 0;

      atlas_view_state_set_skip_quiet (play.state, TRUE);
      play_start (&play, date);
      while (atlas_view_state_get_playing (play.state))
        {
          AtlasDay next, now = play_frame (&play, g_test_rand_int_range (1, 200000));

          g_assert_cmpint (now, >=, date);
          if (atlas_history_index_next_change (play.index, date, &next))
            g_assert_cmpint (now, <=, MIN (next, range.end));
          date = now;
          g_assert_cmpint (++frames, <, 1000000);
        }
      g_assert_cmpint (date, ==, range.end);
    }
}

/* One day a second, but a year a second where nothing happens. */
static void
test_quiet_speed (void)
{
  g_auto (Play) play = play_new (atlas_test_read_fixture ("small"), 1.0);
  AtlasDay from = atlas_day_from_gregorian (1860, 1, 1), next;

  g_assert_true (atlas_history_index_next_change (play.index, from, &next));
  g_assert_cmpint (next - from, >, 400);
  play_start (&play, from);
  g_assert_cmpint (play_frame (&play, SECOND), ==, from + 1);
  atlas_view_state_set_skip_quiet (play.state, TRUE);
  g_assert_cmpint (play_frame (&play, SECOND), ==, from + 1 + 365);

  /* Near the change it goes at its own pace again, and stops on the very day. */
  play_start (&play, next - 2);
  g_assert_cmpint (play_frame (&play, SECOND), ==, next - 1);
  g_assert_cmpint (play_frame (&play, SECOND), ==, next);
}

static AtlasDay
get_begin (gpointer event)
{
  return atlas_record_get_bounds (event).begin;
}

/* Every event that begins is selected in its turn, on its day, for three seconds. */
static void
test_pause_on_events (void)
{
  g_auto (Play) play = play_new (random_atlas_new (), 1000.0);
  AtlasTimeSpan range = atlas_view_state_get_range (play.state);
  g_autoptr (GPtrArray) events =
    atlas_history_index_events_in (play.index, (AtlasTimeSpan){ range.begin + 1, range.end }, NULL);
  guint shown = 0, n = 0;
  const char *last = NULL;
  gint64 since = 0;

  for (guint i = 0; i < events->len; i++)
    n += get_begin (events->pdata[i]) > range.begin;
  g_assert_cmpuint (n, >, 20);
  atlas_view_state_set_pause_on_events (play.state, TRUE);
  play_start (&play, range.begin);
  while (atlas_view_state_get_playing (play.state))
    {
      AtlasDay date = play_frame (&play, SECOND / 10);
      const char *id = atlas_view_state_get_selection (play.state);

      if (id != last)
        {
          g_assert_cmpint (get_begin (atlas_dataset_lookup_event (play.dataset, id)), ==, date);
          g_assert_true (last == NULL || play.now - since >= 3 * SECOND);
          since = play.now;
          last = id;
          shown++;
        }
    }
  g_assert_cmpuint (shown, ==, n);

  /* Whoever moves the date away need not wait. */
  play_start (&play, range.begin);
  while (play_frame (&play, SECOND / 10) == range.begin)
    ;
  atlas_view_state_set_date (play.state, range.end - 50);
  atlas_view_state_set_pause_on_events (play.state, FALSE);
  g_assert_cmpint (play_frame (&play, SECOND / 100), >, range.end - 50);
}

static void
test_loop_window (void)
{
  g_auto (Play) play = play_new (atlas_test_read_fixture ("small"), 10.0);
  AtlasDay date = atlas_day_from_gregorian (1866, 6, 1);
  AtlasTimeSpan window;

  atlas_view_state_set_date (play.state, date);
  atlas_view_state_set_window_length (play.state, ATLAS_WINDOW_MONTH);
  window = atlas_view_state_get_window (play.state);
  atlas_view_state_set_loop (play.state, ATLAS_LOOP_WINDOW);
  play_start (&play, date);
  g_assert_cmpint (play_frame (&play, SECOND), ==, date + 10);
  g_assert_cmpint (play_frame (&play, SECOND), ==, window.end);
  /* The window about the date has moved; the loop has not. */
  g_assert_cmpint (play_frame (&play, SECOND / 1000), ==, window.begin);
  g_assert_true (atlas_view_state_get_playing (play.state));
  g_assert_cmpint (play_frame (&play, SECOND), ==, window.begin + 10);

  /* A date that somebody moves out of the loop takes it along. */
  atlas_view_state_set_date (play.state, date + 1000);
  play_frame (&play, 0);
  g_assert_cmpint (atlas_playback_get_span (play.playback).end, ==, date + 1015);

  atlas_view_state_set_free_window (play.state, (AtlasTimeSpan){ date + 995, date + 1003 });
  g_assert_cmpint (play_frame (&play, SECOND), ==, date + 1003);
  g_assert_cmpint (play_frame (&play, SECOND / 1000), ==, date + 995);
}

static void
test_loop_chapter (void)
{
  g_auto (Play) play = play_new (atlas_test_read_fixture ("small"), 100.0);
  AtlasTimeSpan when;
  guint n;

  when = atlas_dataset_get_chapters (play.dataset, &n)[0].when;
  g_assert_cmpuint (n, >, 0);
  atlas_view_state_set_loop (play.state, ATLAS_LOOP_CHAPTER);
  play_start (&play, when.begin + 5);
  g_assert_cmpint (atlas_playback_get_span (play.playback).begin, ==, when.begin);
  /* A date outside every chapter plays through all days. */
  play_start (&play, atlas_view_state_get_range (play.state).begin);
  g_assert_cmpint (atlas_playback_get_span (play.playback).end,
                   ==,
                   atlas_view_state_get_range (play.state).end);
}

/* Without motion: from change to change, one a second. */
static void
test_stepped (void)
{
  g_auto (Play) play = play_new (random_atlas_new (), 5000.0);
  AtlasTimeSpan range = atlas_view_state_get_range (play.state);
  AtlasDay date = range.begin, next;

  atlas_playback_set_stepped (play.playback, TRUE);
  play_start (&play, date);
  while (date < range.end)
    {
      if (!atlas_history_index_next_change (play.index, date, &next))
        next = range.end;
      for (int i = 0; i < 9; i++)
        g_assert_cmpint (play_frame (&play, SECOND / 10), ==, date);
      date = MIN (next, range.end);
      g_assert_cmpint (play_frame (&play, SECOND / 10), ==, date);
    }
  for (int i = 0; i < 11; i++)
    play_frame (&play, SECOND / 10);
  g_assert_false (atlas_view_state_get_playing (play.state));
}

/* The same frames give the same dates, whatever it does on the way. */
static void
test_deterministic (void)
{
  gint64 frames[400];
  AtlasDay dates[G_N_ELEMENTS (frames)];

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    frames[i] = g_test_rand_int_range (0, 300000);
  for (int run = 0; run < 2; run++)
    {
      g_auto (Play) play = play_new (atlas_test_read_fixture ("small"), 45.0);

      atlas_view_state_set_skip_quiet (play.state, TRUE);
      atlas_view_state_set_pause_on_events (play.state, TRUE);
      atlas_view_state_set_loop (play.state, ATLAS_LOOP_CHAPTER);
      play_start (&play, atlas_day_from_gregorian (1864, 2, 1));
      for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
        {
          AtlasDay date = play_frame (&play, frames[i]);

          if (run == 0)
            dates[i] = date;
          else
            g_assert_cmpint (date, ==, dates[i]);
        }
    }
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
  g_test_add_func ("/state/playback/skip-quiet", test_skip_quiet);
  g_test_add_func ("/state/playback/quiet-speed", test_quiet_speed);
  g_test_add_func ("/state/playback/pause-on-events", test_pause_on_events);
  g_test_add_func ("/state/playback/loop-window", test_loop_window);
  g_test_add_func ("/state/playback/loop-chapter", test_loop_chapter);
  g_test_add_func ("/state/playback/stepped", test_stepped);
  g_test_add_func ("/state/playback/deterministic", test_deterministic);
  return g_test_run ();
}
