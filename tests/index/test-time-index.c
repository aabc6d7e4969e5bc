/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-time-index.h"

#define N_SPANS 60
#define LAST_DAY 120

/* Few days and many spans, so that ends and beginnings fall together; open ends and empty spans
 * among them. */
static guint
make_spans (AtlasTimeSpan *spans)
{
  guint n = (guint) g_test_rand_int_range (0, N_SPANS);

  for (guint i = 0; i < n; i++)
    {
      spans[i].begin = g_test_rand_int_range (0, LAST_DAY);
      spans[i].end = spans[i].begin + g_test_rand_int_range (-2, i % 3 == 0 ? 100 : 12);
      if (g_test_rand_int_range (0, 10) == 0)
        spans[i].begin = ATLAS_DAY_OPEN_PAST;
      if (g_test_rand_int_range (0, 10) == 0)
        spans[i].end = ATLAS_DAY_OPEN_FUTURE;
    }
  return n;
}

static AtlasTimeSpan
make_window (void)
{
  AtlasTimeSpan window;

  window.begin = g_test_rand_int_range (-5, LAST_DAY + 10);
  window.end = window.begin + g_test_rand_int_range (-1, 30);
  if (g_test_rand_int_range (0, 12) == 0)
    window.begin = ATLAS_DAY_OPEN_PAST;
  if (g_test_rand_int_range (0, 12) == 0)
    window.end = ATLAS_DAY_OPEN_FUTURE;
  return window;
}

static gboolean
touches (AtlasTimeSpan span, AtlasTimeSpan window)
{
  return !atlas_time_span_is_empty (span) && !atlas_time_span_is_empty (window) &&
         atlas_time_span_overlaps (span, window);
}

static gboolean
contains_item (GArray *items, guint item)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += g_array_index (items, guint, i) == item;
  g_assert_cmpuint (n, <=, 1);
  return n == 1;
}

static void
test_query (void)
{
  for (int round = 0; round < 1500; round++)
    {
      AtlasTimeSpan spans[N_SPANS];
      guint n = make_spans (spans);
      g_autoptr (AtlasTimeIndex) index = atlas_time_index_new (spans, n);
      AtlasTimeSpan window = make_window ();
      g_autoptr (GArray) found = atlas_time_index_query (index, window);
      guint next = 0;

      for (guint i = 0; i < n; i++)
        if (touches (spans[i], window))
          {
            g_assert_cmpuint (next, <, found->len);
            g_assert_cmpuint (g_array_index (found, guint, next++), ==, i);
          }
      g_assert_cmpuint (next, ==, found->len);
    }
}

static void
test_difference (void)
{
  for (int round = 0; round < 1500; round++)
    {
      AtlasTimeSpan spans[N_SPANS];
      guint n = make_spans (spans);
      g_autoptr (AtlasTimeIndex) index = atlas_time_index_new (spans, n);
      AtlasTimeSpan from = make_window ();
      AtlasTimeSpan to = make_window ();
      g_autoptr (GArray) entered = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));

      atlas_time_index_difference (index, from, to, entered, left);
      for (guint i = 0; i < n; i++)
        {
          gboolean before = touches (spans[i], from);
          gboolean after = touches (spans[i], to);

          g_assert_cmpint (contains_item (entered, i), ==, after && !before);
          g_assert_cmpint (contains_item (left, i), ==, before && !after);
        }
    }
}

static gboolean
is_change (const AtlasTimeSpan *spans, guint n, AtlasDay day)
{
  for (guint i = 0; i < n; i++)
    if (!atlas_time_span_is_empty (spans[i]) && (spans[i].begin == day || spans[i].end == day - 1))
      return TRUE;
  return FALSE;
}

static void
test_changes (void)
{
  for (int round = 0; round < 200; round++)
    {
      AtlasTimeSpan spans[N_SPANS];
      guint n = make_spans (spans);
      g_autoptr (AtlasTimeIndex) index = atlas_time_index_new (spans, n);

      for (AtlasDay day = -3; day < LAST_DAY + 120; day += 7)
        {
          AtlasDay expected, found = -1000;
          gboolean any;

          for (expected = day + 1; expected < LAST_DAY + 200 && !is_change (spans, n, expected);
               expected++)
            ;
          any = atlas_time_index_next_change (index, day, &found);
          g_assert_cmpint (any, ==, expected < LAST_DAY + 200);
          if (any)
            g_assert_cmpint (found, ==, expected);

          for (expected = day - 1; expected > -200 && !is_change (spans, n, expected); expected--)
            ;
          any = atlas_time_index_previous_change (index, day, &found);
          g_assert_cmpint (any, ==, expected > -200);
          if (any)
            g_assert_cmpint (found, ==, expected);
        }
    }
}

/* Where the count of changes is the same, so is what is alive. */
static void
test_count_changes (void)
{
  for (int round = 0; round < 50; round++)
    {
      AtlasTimeSpan spans[N_SPANS];
      guint n = make_spans (spans);
      g_autoptr (AtlasTimeIndex) index = atlas_time_index_new (spans, n);

      for (AtlasDay day = 0; day < LAST_DAY + 110; day++)
        {
          gboolean same = atlas_time_index_count_changes (index, day) ==
                          atlas_time_index_count_changes (index, day - 1);

          g_assert_cmpint (same, ==, !is_change (spans, n, day));
        }
    }
}

static void
test_edges (void)
{
  const AtlasTimeSpan always[] = { { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE } };
  AtlasTimeIndex *none = atlas_time_index_new (NULL, 0);
  g_autoptr (AtlasTimeIndex) one = atlas_time_index_new (always, 1);
  g_autoptr (GArray) nothing = atlas_time_index_query (none, always[0]);
  g_autoptr (GArray) something = atlas_time_index_query (one, (AtlasTimeSpan){ 7, 7 });
  AtlasDay found;

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (something->len, ==, 1);
  g_assert_false (atlas_time_index_next_change (one, ATLAS_DAY_OPEN_PAST, &found));
  g_assert_false (atlas_time_index_previous_change (one, ATLAS_DAY_OPEN_FUTURE, &found));
  g_assert_false (atlas_time_index_previous_change (one, ATLAS_DAY_OPEN_PAST, &found));
  g_assert_true (atlas_time_index_ref (none) == none);
  atlas_time_index_unref (none);
  atlas_time_index_unref (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/time-index/query", test_query);
  g_test_add_func ("/index/time-index/difference", test_difference);
  g_test_add_func ("/index/time-index/changes", test_changes);
  g_test_add_func ("/index/time-index/count-changes", test_count_changes);
  g_test_add_func ("/index/time-index/edges", test_edges);
  return g_test_run ();
}
