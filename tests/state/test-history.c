/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-history.h"

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
  assert_at (state, history, "a", FALSE, FALSE);
  atlas_view_state_set_selection (state, "b");
  atlas_view_state_set_selection (state, NULL);
  atlas_view_state_set_selection (state, "c");
  assert_at (state, history, "c", TRUE, FALSE);
  atlas_history_go_back (history);
  assert_at (state, history, "b", TRUE, TRUE);
  atlas_history_go_back (history);
  assert_at (state, history, "a", FALSE, TRUE);
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/state/history/notifies-once", test_notifies_once);
  g_test_add_func ("/state/history/long-session", test_long_session);
  return g_test_run ();
}
