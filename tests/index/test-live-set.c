/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-edtf.h"
#include "atlas-live-set.h"

#define N_SPANS 400
#define N_MOVES 60

/* Dates as people write them: exact, to the month or decade, from or to nowhere. */
static AtlasTimeSpan
make_dated_span (void)
{
  static const char *const forms[] = { "Y-06-04",  "Y-05", "Y",  "Y/1949", "../Y",     "Y/..",
                                       "Y-07-04~", "Y-21", "Y?", "/Y",     "Y-02/Y-09" };
  const char *form = forms[g_test_rand_int_range (0, (int) G_N_ELEMENTS (forms))];
  int year = g_test_rand_int_range (1717, 1949);
  g_auto (GStrv) parts = g_strsplit (form, "Y", -1);
  g_autofree char *number = g_strdup_printf ("%d", year);
  g_autofree char *text = g_strjoinv (number, parts);
  g_autoptr (GError) error = NULL;
  AtlasEdtf edtf;

  atlas_edtf_parse (text, &edtf, &error);
  g_assert_no_error (error);
  return atlas_edtf_bounds (&edtf);
}

static AtlasTimeSpan
make_window (AtlasTimeSpan before)
{
  AtlasDay begin;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return (AtlasTimeSpan){ 10, 9 };
    case 1:
      return (AtlasTimeSpan){ ATLAS_DAY_OPEN_PAST, before.end };
    case 2:
      begin = atlas_day_from_gregorian (g_test_rand_int_range (1700, 1960), 1, 1);
      return (AtlasTimeSpan){ begin, begin + g_test_rand_int_range (0, 9000) };
    default:
      return (AtlasTimeSpan){ atlas_day_add_years (before.begin, 1),
                              atlas_day_add_years (before.end, 1) };
    }
}

static void
check (const AtlasLiveSet *set, const AtlasTimeSpan *spans, guint n, AtlasTimeSpan window)
{
  guint expected = 0, next = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean touches = !atlas_time_span_is_empty (window) &&
                         !atlas_time_span_is_empty (spans[i]) && spans[i].begin <= window.end &&
                         spans[i].end >= window.begin;

      g_assert_cmpint (atlas_live_set_contains (set, i), ==, touches);
      expected += touches;
    }
  g_assert_cmpuint (atlas_live_set_get_n (set), ==, expected);
  ATLAS_LIVE_SET_FOREACH (set, item)
  {
    g_assert_cmpuint (item, >=, next);
    g_assert_true (atlas_live_set_contains (set, item));
    next = item + 1;
    expected--;
  }
  g_assert_cmpuint (expected, ==, 0);
}

/* Steps and leaps in any order, against looking at every span. */
static void
test_moves (void)
{
  for (int round = 0; round < 30; round++)
    {
      AtlasTimeSpan spans[N_SPANS], window = { 0, -1 };
      guint n = (guint) g_test_rand_int_range (0, N_SPANS);
      g_autoptr (AtlasTimeIndex) index = NULL;
      g_autoptr (AtlasLiveSet) set = NULL;

      for (guint i = 0; i < n; i++)
        spans[i] = make_dated_span ();
      if (n > 0)
        spans[0] = (AtlasTimeSpan){ 7, 3 };
      index = atlas_time_index_new (spans, n);
      set = atlas_live_set_new (index);
      check (set, spans, n, window);
      for (int move = 0; move < N_MOVES; move++)
        {
          guint before = atlas_live_set_get_n (set);
          gboolean changed;

          window = make_window (move % 10 == 0 ? (AtlasTimeSpan){ 2350000, 2350364 } : window);
          changed = atlas_live_set_move (set, window);
          check (set, spans, n, window);
          g_assert_true (changed || atlas_live_set_get_n (set) == before);
        }
    }
}

static void
test_changed (void)
{
  const AtlasTimeSpan spans[] = { { 10, 20 }, { 15, 30 } };
  g_autoptr (AtlasTimeIndex) index = atlas_time_index_new (spans, G_N_ELEMENTS (spans));
  g_autoptr (AtlasLiveSet) set = atlas_live_set_new (index);

  g_assert_true (atlas_live_set_move (set, (AtlasTimeSpan){ 12, 13 }));
  g_assert_false (atlas_live_set_move (set, (AtlasTimeSpan){ 12, 13 }));
  g_assert_false (atlas_live_set_move (set, (AtlasTimeSpan){ 13, 14 }));
  /* One goes and another comes: as many as before, but not the same. */
  g_assert_true (atlas_live_set_move (set, (AtlasTimeSpan){ 21, 22 }));
  g_assert_cmpuint (atlas_live_set_get_n (set), ==, 1);
  g_assert_true (atlas_live_set_contains (set, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/live-set/moves", test_moves);
  g_test_add_func ("/index/live-set/changed", test_changed);
  return g_test_run ();
}
