/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-random-atlas.h"
#include "atlas-step-changes.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasHistoryIndex *index;
  AtlasViewState *state;
  AtlasHistory *history;
  AtlasStepChanges *changes;
  gint64 now;
} Fixture;

static gint64
tell_time (gpointer user_data)
{
  return ((Fixture *) user_data)->now;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = random_atlas_new ();
  fixture->index = atlas_history_index_new (fixture->dataset);
  fixture->state = atlas_view_state_new ();
  fixture->history = atlas_history_new (fixture->state);
  atlas_history_set_clock (fixture->history, tell_time, fixture);
  fixture->changes = atlas_step_changes_new (fixture->state, fixture->history);
  atlas_step_changes_set_index (fixture->changes, fixture->index);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* The worker lets go of its task, and so of these, a moment after its answer was heard. */
  g_object_unref (fixture->changes);
  g_object_unref (fixture->history);
  g_object_unref (fixture->state);
  g_object_unref (fixture->index);
  g_object_unref (fixture->dataset);
}

static void
go_to (Fixture *fixture, AtlasDay date)
{
  fixture->now += 2 * ATLAS_HISTORY_FOLD;
  atlas_view_state_set_date (fixture->state, date);
  while (!atlas_step_changes_is_settled (fixture->changes))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
holds_land (Fixture *fixture, AtlasRecord *polity, AtlasDay day)
{
  for (guint i = 0; i < atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasTerritory *territory =
        ATLAS_TERRITORY (atlas_dataset_get_record (fixture->dataset, ATLAS_KIND_TERRITORY, i));

      if (g_str_equal (atlas_territory_get_polity (territory), atlas_record_get_id (polity)) &&
          atlas_territory_get_standing (territory) != ATLAS_STANDING_CLAIM &&
          atlas_territory_get_viewpoint (territory) == NULL &&
          atlas_time_span_contains (atlas_record_get_bounds (ATLAS_RECORD (territory)), day))
        return TRUE;
    }
  return FALSE;
}

static AtlasDay
random_day (void)
{
  return atlas_day_from_gregorian (RANDOM_ATLAS_FIRST_YEAR, 1, 1) +
         g_test_rand_int_range (0, RANDOM_ATLAS_N_YEARS * 365);
}

/* Against the plainest answer: who held land before and who does now, town by town. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  guint n_polities = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_POLITY);
  guint n_controls = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_CONTROL);
  guint n_begun = 0, n_pieces = 0;
  AtlasDay from, to;

  g_assert_false (atlas_step_changes_get_days (fixture->changes, &from, &to));
  go_to (fixture, random_day ());
  for (int round = 0; round < 12; round++)
    {
      AtlasDay last = atlas_view_state_get_date (fixture->state), date = random_day ();
      g_autoptr (GPtrArray) pieces = NULL;

      if (date == last)
        continue;
      go_to (fixture, date);
      g_assert_true (atlas_step_changes_get_days (fixture->changes, &from, &to));
      g_assert_cmpint (from, ==, last);
      g_assert_cmpint (to, ==, date);
      for (guint i = 0; i < n_polities; i++)
        {
          AtlasRecord *polity = atlas_dataset_get_record (fixture->dataset, ATLAS_KIND_POLITY, i);
          gboolean named =
            !g_str_equal (atlas_polity_get_family (ATLAS_POLITY (polity)), "unknown");
          gboolean before = named && holds_land (fixture, polity, last);
          gboolean after = named && holds_land (fixture, polity, date);

          g_assert_cmpint (g_ptr_array_find (atlas_step_changes_get_begun (fixture->changes),
                                             polity,
                                             NULL),
                           ==,
                           after && !before);
          g_assert_cmpint (g_ptr_array_find (atlas_step_changes_get_ended (fixture->changes),
                                             polity,
                                             NULL),
                           ==,
                           before && !after);
          n_begun += after != before;
        }
      for (guint i = 0; i < n_controls; i++)
        {
          AtlasRecord *control = atlas_dataset_get_record (fixture->dataset, ATLAS_KIND_CONTROL, i);
          AtlasDay day = atlas_record_get_bounds (control).begin;

          g_assert_cmpint (g_ptr_array_find (atlas_step_changes_get_towns (fixture->changes),
                                             control,
                                             NULL),
                           ==,
                           day > last && day <= date);
        }
      pieces = atlas_changes_between (fixture->index, last, date, ATLAS_CHANGES_NET);
      g_assert_cmpuint (atlas_step_changes_get_pieces (fixture->changes)->len, ==, pieces->len);
      n_pieces += pieces->len;
    }
  g_assert_cmpuint (n_begun + n_pieces, >, 0);
}

/* A drag is one step, and a step back is told from where one stood. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  AtlasDay first = atlas_day_from_gregorian (1862, 1, 1), from, to;

  go_to (fixture, first);
  fixture->now += 2 * ATLAS_HISTORY_FOLD;
  for (int i = 1; i <= 20; i++)
    {
      fixture->now += ATLAS_HISTORY_FOLD / 2;
      atlas_view_state_set_date (fixture->state, first + i * 30);
    }
  go_to (fixture, first + 20 * 30);
  g_assert_true (atlas_step_changes_get_days (fixture->changes, &from, &to));
  g_assert_cmpint (from, ==, first);
  g_assert_cmpint (to, ==, first + 600);

  /* Another atlas has seen no steps yet. */
  atlas_step_changes_set_index (fixture->changes, NULL);
  g_assert_false (atlas_step_changes_get_days (fixture->changes, &from, &to));
  g_assert_cmpuint (atlas_step_changes_get_pieces (fixture->changes)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/state/step-changes/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/state/step-changes/steps", Fixture, NULL, set_up, test_steps, tear_down);
  return g_test_run ();
}
