/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-comparison.h"
#include "atlas-random-atlas.h"

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(int *) data)++;
}

static void
settle (AtlasComparison *comparison)
{
  while (!atlas_comparison_is_settled (comparison))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_same (GPtrArray *pieces, GPtrArray *expected)
{
  g_assert_cmpuint (pieces->len, ==, expected->len);
  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *a = pieces->pdata[i], *b = expected->pdata[i];

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpstr (a->from.polity, ==, b->from.polity);
      g_assert_cmpstr (a->to.polity, ==, b->to.polity);
      g_assert_cmpint (a->day, ==, b->day);
      g_assert_cmpfloat_with_epsilon (a->area, b->area, 1.0);
    }
}

/* Whatever the two dates are, and whichever stands on the left, the answer is the net change from
 * the earlier to the later. */
static void
test_random_dates (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (state);
  guint n_pieces = 0;

  atlas_comparison_set_index (comparison, index);
  atlas_view_state_set_compare_mode (state, ATLAS_COMPARE_SWIPE);
  for (int i = 0; i < 40; i++)
    {
      AtlasDay first = atlas_day_from_gregorian (1860, 1, 1) + g_test_rand_int_range (0, 2900);
      AtlasDay second = atlas_day_from_gregorian (1860, 1, 1) + g_test_rand_int_range (0, 2900);
      g_autoptr (GPtrArray) expected =
        atlas_changes_between (index, MIN (first, second), MAX (first, second), ATLAS_CHANGES_NET);

      atlas_view_state_set_compare_date (state, first);
      atlas_view_state_set_date (state, second);
      settle (comparison);
      g_assert_cmpint (atlas_comparison_get_span (comparison).begin, ==, MIN (first, second));
      g_assert_cmpint (atlas_comparison_get_span (comparison).end, ==, MAX (first, second));
      assert_same (atlas_comparison_get_pieces (comparison), expected);
      n_pieces += expected->len;
    }
  g_assert_cmpuint (n_pieces, >, 0);
}

/* Nothing is asked while nothing is compared, and nothing is kept afterwards. */
static void
test_only_while_comparing (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (state);
  int count = 0;

  g_signal_connect (comparison, "notify::pieces", G_CALLBACK (count_cb), &count);
  atlas_comparison_set_index (comparison, index);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1866, 1, 1));
  g_assert_true (atlas_comparison_is_settled (comparison));
  g_assert_null (atlas_comparison_get_pieces (comparison));

  atlas_view_state_set_compare_mode (state, ATLAS_COMPARE_SIDE_BY_SIDE);
  g_assert_false (atlas_comparison_is_settled (comparison));
  settle (comparison);
  g_assert_nonnull (atlas_comparison_get_pieces (comparison));
  g_assert_cmpint (count, ==, 1);

  /* Back before the worker is heard of: its answer is not taken. */
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1867, 1, 1));
  atlas_view_state_set_compare_mode (state, ATLAS_COMPARE_NONE);
  g_assert_null (atlas_comparison_get_pieces (comparison));
  g_assert_cmpint (count, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (atlas_comparison_get_pieces (comparison));
}

/* The first comparison is with the day before the last change; a later one leaves the other date
 * where it was put. */
static void
test_enter (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (state);
  AtlasDay date = atlas_day_from_gregorian (1867, 6, 1), other;
  g_autoptr (GPtrArray) after = NULL;

  atlas_comparison_set_index (comparison, index);
  atlas_view_state_set_date (state, date);
  atlas_comparison_enter (comparison, ATLAS_COMPARE_SWIPE);
  g_assert_cmpint (atlas_view_state_get_compare_mode (state), ==, ATLAS_COMPARE_SWIPE);
  other = atlas_view_state_get_compare_date (state);
  g_assert_cmpint (other, <, date);
  after = atlas_changes_between (index, other + 1, date, ATLAS_CHANGES_EACH);
  /* A land may also lose its holder and find none: that is a change without a piece. */
  g_assert_cmpuint (atlas_history_index_territory_epoch (index, other),
                    !=,
                    atlas_history_index_territory_epoch (index, other + 1));
  g_assert_cmpuint (after->len, ==, 0);

  atlas_view_state_set_compare_date (state, date - 400);
  atlas_comparison_enter (comparison, ATLAS_COMPARE_SIDE_BY_SIDE);
  g_assert_cmpint (atlas_view_state_get_compare_date (state), ==, date - 400);

  /* Before the first change of all there is only the year before. */
  atlas_comparison_enter (comparison, ATLAS_COMPARE_NONE);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1850, 6, 1));
  atlas_comparison_enter (comparison, ATLAS_COMPARE_SWIPE);
  g_assert_cmpint (atlas_view_state_get_compare_date (state),
                   ==,
                   atlas_day_from_gregorian (1849, 6, 1));
}

static void
test_chosen (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (state);
  int count = 0;

  g_signal_connect (comparison, "notify::chosen", G_CALLBACK (count_cb), &count);
  atlas_comparison_set_chosen (comparison, 0);
  g_assert_cmpint (atlas_comparison_get_chosen (comparison), ==, -1);

  atlas_comparison_set_index (comparison, index);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1867, 6, 1));
  atlas_comparison_enter (comparison, ATLAS_COMPARE_SWIPE);
  settle (comparison);
  atlas_comparison_set_chosen (comparison, 0);
  atlas_comparison_set_chosen (comparison, 0);
  g_assert_cmpint (atlas_comparison_get_chosen (comparison), ==, 0);
  g_assert_cmpint (count, ==, 1);
  atlas_comparison_set_chosen (comparison, (int) atlas_comparison_get_pieces (comparison)->len);
  g_assert_cmpint (atlas_comparison_get_chosen (comparison), ==, -1);

  atlas_comparison_set_chosen (comparison, 0);
  atlas_view_state_set_compare_date (state, atlas_day_from_gregorian (1861, 1, 1));
  settle (comparison);
  g_assert_cmpint (atlas_comparison_get_chosen (comparison), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/comparison/random-dates", test_random_dates);
  g_test_add_func ("/state/comparison/only-while-comparing", test_only_while_comparing);
  g_test_add_func ("/state/comparison/enter", test_enter);
  g_test_add_func ("/state/comparison/chosen", test_chosen);
  return g_test_run ();
}
