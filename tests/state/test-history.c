/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-history.h"
#include "atlas-link.h"

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(int *) data)++;
}

static void
assert_at (AtlasViewState *state,
           AtlasHistory *history,
           const char *id,
           gboolean back,
           gboolean forward)
{
  gboolean can_go_back, can_go_forward;

  g_object_get (history, "can-go-back", &can_go_back, "can-go-forward", &can_go_forward, NULL);
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, id);
  g_assert_cmpint (can_go_back, ==, back);
  g_assert_cmpint (can_go_forward, ==, forward);
}

static void
test_back_and_forward (void)
{
  AtlasViewState *state = atlas_view_state_new ();
  AtlasHistory *history = atlas_history_new (state);

  assert_at (state, history, NULL, FALSE, FALSE);
  atlas_history_go_back (history);
  atlas_history_go_forward (history);
  assert_at (state, history, NULL, FALSE, FALSE);

  atlas_view_state_set_selection (state, "a");
  assert_at (state, history, "a", TRUE, FALSE);
  atlas_view_state_set_selection (state, "b");
  atlas_view_state_set_selection (state, NULL);
  atlas_view_state_set_selection (state, "c");
  assert_at (state, history, "c", TRUE, FALSE);
  atlas_history_go_back (history);
  assert_at (state, history, "b", TRUE, TRUE);
  atlas_history_go_back (history);
  assert_at (state, history, "a", TRUE, TRUE);
  atlas_history_go_back (history);
  assert_at (state, history, NULL, FALSE, TRUE);
  atlas_history_go_forward (history);
  atlas_history_go_forward (history);
  assert_at (state, history, "b", TRUE, TRUE);

  /* Something else from here: what lay ahead is gone. */
  atlas_view_state_set_selection (state, "d");
  assert_at (state, history, "d", TRUE, FALSE);
  atlas_history_go_back (history);
  assert_at (state, history, "b", TRUE, TRUE);

  /* Closing a page and opening it again is no step. */
  atlas_view_state_set_selection (state, NULL);
  atlas_view_state_set_selection (state, "b");
  assert_at (state, history, "b", TRUE, TRUE);

  atlas_history_clear (history);
  assert_at (state, history, "b", FALSE, FALSE);
  g_assert_finalize_object (history);
  g_assert_finalize_object (state);
}

/* Each switch is a step: what was switched off comes back with "back". */
static void
test_filter (void)
{
  AtlasViewState *state = atlas_view_state_new ();
  AtlasHistory *history = atlas_history_new (state);
  const AtlasFilter *first = atlas_filter_with_source (NULL, "source/a", FALSE);
  const AtlasFilter *second = atlas_filter_with_status (first, ATLAS_STATUS_DISPUTED, FALSE);

  atlas_view_state_set_filter (state, first);
  atlas_view_state_set_filter (state, second);
  atlas_history_go_back (history);
  g_assert_true (atlas_view_state_get_filter (state) == first);
  atlas_history_go_back (history);
  g_assert_null (atlas_view_state_get_filter (state));
  g_assert_false (atlas_history_can_go_back (history));
  atlas_history_go_forward (history);
  atlas_history_go_forward (history);
  g_assert_true (atlas_view_state_get_filter (state) == second);
  g_assert_finalize_object (history);
  g_assert_finalize_object (state);
}

typedef struct
{
  AtlasViewState *state;
  AtlasHistory *history;
  gint64 now;
} Timed;

static gint64
get_time_cb (gpointer data)
{
  return ((Timed *) data)->now;
}

static void
timed_set_up (Timed *self, gconstpointer data)
{
  self->state = atlas_view_state_new ();
  atlas_view_state_set_date (self->state, 2400000);
  atlas_view_state_set_view (self->state, 80.0, 43.0, 6.0);
  self->history = atlas_history_new (self->state);
  atlas_history_set_clock (self->history, get_time_cb, self);
}

static void
timed_tear_down (Timed *self, gconstpointer data)
{
  g_assert_finalize_object (self->history);
  g_assert_finalize_object (self->state);
}

static void
drag (Timed *self, AtlasDay from, AtlasDay to)
{
  self->now += 10 * G_USEC_PER_SEC;
  for (AtlasDay day = from; day != to; day += from < to ? 1 : -1)
    {
      self->now += 16000;
      atlas_view_state_set_date (self->state, day);
    }
}

static void
assert_shows (Timed *self, AtlasDay date, double lon, const char *selection)
{
  double now;

  atlas_view_state_get_view (self->state, &now, NULL, NULL);
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);
  g_assert_cmpfloat_with_epsilon (now, lon, 1e-9);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, selection);
}

/* Two drags are two steps, however many days each of them passed. */
static void
test_folds_drags (Timed *self, gconstpointer data)
{
  drag (self, 2400001, 2400300);
  drag (self, 2400300, 2400100);
  assert_shows (self, 2400101, 80.0, NULL);
  atlas_history_go_back (self->history);
  assert_shows (self, 2400299, 80.0, NULL);
  atlas_history_go_back (self->history);
  assert_shows (self, 2400000, 80.0, NULL);
  g_assert_false (atlas_history_can_go_back (self->history));
  atlas_history_go_forward (self->history);
  atlas_history_go_forward (self->history);
  assert_shows (self, 2400101, 80.0, NULL);

  /* Moving on at once after going back does not spoil what was gone back to. */
  atlas_history_go_back (self->history);
  atlas_view_state_set_date (self->state, 2400500);
  g_assert_false (atlas_history_can_go_forward (self->history));
  atlas_history_go_back (self->history);
  assert_shows (self, 2400299, 80.0, NULL);
}

/* Date, place and page that one click brings are one step. */
static void
test_one_step (Timed *self, gconstpointer data)
{
  atlas_view_state_set_selection (self->state, "event/a");
  atlas_view_state_set_date (self->state, 2401000);
  for (int i = 1; i <= 50; i++)
    {
      self->now += 16000;
      atlas_view_state_set_view (self->state, 80.0 + i / 10.0, 43.0, 6.0);
    }
  self->now += 5 * G_USEC_PER_SEC;
  atlas_view_state_set_free_window (self->state, (AtlasTimeSpan){ 2400900, 2401100 });
  self->now += 5 * G_USEC_PER_SEC;
  /* A page that is closed and then a drag at once: the page is still there behind. */
  atlas_view_state_set_selection (self->state, NULL);
  atlas_view_state_set_date (self->state, 2401090);

  atlas_history_go_back (self->history);
  assert_shows (self, 2401000, 85.0, "event/a");
  g_assert_cmpint (atlas_view_state_get_window (self->state).begin, ==, 2400900);
  atlas_history_go_back (self->history);
  assert_shows (self, 2401000, 85.0, "event/a");
  g_assert_cmpint (atlas_view_state_get_window_length (self->state), ==, ATLAS_WINDOW_YEAR);
  atlas_history_go_back (self->history);
  assert_shows (self, 2400000, 80.0, NULL);
  g_assert_false (atlas_history_can_go_back (self->history));
}

/* A playback is one step, even where its frames are far apart, and leads back to where it began. */
static void
test_folds_playback (Timed *self, gconstpointer data)
{
  drag (self, 2400001, 2400020);
  atlas_view_state_set_playing (self->state, TRUE);
  for (int i = 0; i < 30; i++)
    {
      self->now += 3 * G_USEC_PER_SEC;
      atlas_view_state_set_date (self->state, 2400020 + i);
    }
  atlas_history_go_back (self->history);
  assert_shows (self, 2400019, 80.0, NULL);
  g_assert_false (atlas_view_state_get_playing (self->state));
  atlas_history_go_forward (self->history);
  assert_shows (self, 2400049, 80.0, NULL);
}

static void
restored_cb (Timed *self)
{
  g_assert_true (atlas_history_is_restoring (self->history));
  g_assert_true (atlas_history_can_go_forward (self->history));
  assert_shows (self, 2400000, 80.0, NULL);
}

/* Everybody who listens hears of a step as a whole. */
static void
test_restores_at_once (Timed *self, gconstpointer data)
{
  atlas_view_state_set_selection (self->state, "event/a");
  atlas_view_state_set_date (self->state, 2400010);
  atlas_view_state_set_view (self->state, 81.0, 43.0, 6.0);
  g_signal_connect_swapped (self->state, "notify", G_CALLBACK (restored_cb), self);
  atlas_history_go_back (self->history);
  g_assert_false (atlas_history_is_restoring (self->history));
}

static void
test_notifies_once (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autoptr (AtlasHistory) history = NULL;
  int back = 0, forward = 0;

  atlas_view_state_set_selection (state, "a");
  history = atlas_history_new (state);
  g_signal_connect (history, "notify::can-go-back", G_CALLBACK (count_cb), &back);
  g_signal_connect (history, "notify::can-go-forward", G_CALLBACK (count_cb), &forward);
  atlas_view_state_set_selection (state, "b");
  atlas_view_state_set_selection (state, "c");
  g_assert_cmpint (back, ==, 1);
  g_assert_cmpint (forward, ==, 0);
  atlas_history_go_back (history);
  g_assert_cmpint (back, ==, 1);
  g_assert_cmpint (forward, ==, 1);
  atlas_history_go_back (history);
  g_assert_cmpint (back, ==, 2);
  g_assert_cmpint (forward, ==, 1);
}

/* A long session forgets its beginning, and nothing else. */
static void
test_long_session (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autoptr (AtlasHistory) history = atlas_history_new (state);
  int steps = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("event/%d", i);

      atlas_view_state_set_selection (state, id);
    }
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "event/999");
  for (; atlas_history_can_go_back (history); steps++)
    atlas_history_go_back (history);
  g_assert_cmpint (steps, ==, 199);
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "event/800");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/state/history/" name, Timed, NULL, timed_set_up, function, timed_tear_down)

/* One thing that a reader may change, by chance. */
static void
change_something (AtlasViewState *state)
{
  AtlasTimeSpan range = atlas_view_state_get_range (state);
  AtlasDay day = g_test_rand_int_range (range.begin, range.end + 1);

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      atlas_view_state_set_date (state, day);
      break;
    case 1:
      atlas_view_state_set_window_length (state, (AtlasWindowLength) g_test_rand_int_range (0, 8));
      break;
    case 2:
      atlas_view_state_set_free_window (state, (AtlasTimeSpan){ day, range.end });
      break;
    case 3:
      atlas_view_state_set_view (state,
                                 g_test_rand_double_range (-180.0, 180.0),
                                 g_test_rand_double_range (-80.0, 80.0),
                                 g_test_rand_double_range (2.0, 12.0));
      break;
    case 4:
      atlas_view_state_set_step (state, (AtlasStep) g_test_rand_int_range (0, 3));
      break;
    case 5:
      atlas_view_state_set_compare_mode (state, (AtlasCompareMode) g_test_rand_int_range (0, 3));
      break;
    case 6:
      atlas_view_state_set_compare_date (state, day);
      break;
    case 7:
      atlas_view_state_set_show (state, ATLAS_SHOW_ALL & (guint) g_test_rand_int_range (0, 1 << 9));
      break;
    case 8:
      atlas_view_state_set_viewpoint (state, g_test_rand_bit () ? "polity/qing" : NULL);
      break;
    default:
      atlas_view_state_set_selection (state, g_test_rand_bit () ? "event/a" : "event/b");
      break;
    }
}

static gboolean
is_same (AtlasViewState *a, AtlasViewState *b)
{
  g_autofree char *first = atlas_link_write (a);
  g_autofree char *second = atlas_link_write (b);

  return g_str_equal (first, second) &&
         atlas_view_state_get_compare_date (a) == atlas_view_state_get_compare_date (b);
}

static AtlasViewState *
copy (AtlasViewState *state)
{
  AtlasViewState *other = atlas_view_state_new ();
  g_autofree char *link = atlas_link_write (state);

  g_assert_true (atlas_link_apply (link, other, NULL, NULL));
  atlas_view_state_set_compare_date (other, atlas_view_state_get_compare_date (state));
  return other;
}

/* Whatever was changed: going back through all of it shows every state again as it was, and going
 * forward too. */
static void
test_whole_state (Timed *self, gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  guint position;

  g_ptr_array_add (states, copy (self->state));
  while (states->len < 150)
    {
      self->now += 2 * ATLAS_HISTORY_FOLD;
      change_something (self->state);
      if (!is_same (self->state, g_ptr_array_index (states, states->len - 1)))
        g_ptr_array_add (states, copy (self->state));
    }
  position = states->len - 1;
  for (int i = 0; i < 400; i++)
    {
      gboolean back = i < 149 || g_test_rand_bit ();

      if (back)
        atlas_history_go_back (self->history);
      else
        atlas_history_go_forward (self->history);
      position += back ? -(position > 0) : position + 1 < states->len;
      g_assert_true (is_same (self->state, g_ptr_array_index (states, position)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/state/history/notifies-once", test_notifies_once);
  g_test_add_func ("/state/history/filter", test_filter);
  g_test_add_func ("/state/history/long-session", test_long_session);
  ADD ("folds-drags", test_folds_drags);
  ADD ("one-step", test_one_step);
  ADD ("folds-playback", test_folds_playback);
  ADD ("restores-at-once", test_restores_at_once);
  ADD ("whole-state", test_whole_state);
  return g_test_run ();
}
