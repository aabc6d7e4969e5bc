/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-grouped-list.h"
#include "atlas-random-atlas.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasHistoryIndex *index;
  AtlasViewState *state;
  AtlasVisibleSet *set;
  GPtrArray *mirror; /* what a listener believes the list to be */
  guint n_touched;   /* items that the listener was told of */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Fixture *fixture = data;

  if (removed > 0)
    g_ptr_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (AtlasEvent) event = g_list_model_get_item (model, position + i);

      g_assert_true (ATLAS_IS_EVENT (event));
      g_ptr_array_insert (fixture->mirror, (int) (position + i), event);
    }
  fixture->n_touched += removed + added;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = random_atlas_new ();
  fixture->index = atlas_history_index_new (fixture->dataset);
  fixture->state = atlas_view_state_new ();
  atlas_view_state_set_range (fixture->state, (AtlasTimeSpan){ 2400000, 2404000 });
  fixture->set = atlas_visible_set_new (fixture->state);
  fixture->mirror = g_ptr_array_new ();
  fixture->n_touched = 0;
  g_signal_connect (fixture->set, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->mirror);
  g_assert_finalize_object (fixture->set);
  g_assert_finalize_object (fixture->state);
  g_assert_finalize_object (fixture->index);
  g_assert_finalize_object (fixture->dataset);
}

/* The list and what a listener made of its signals agree. */
static void
assert_mirrored (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->set));

  g_assert_cmpuint (fixture->mirror->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasEvent) event = g_list_model_get_item (G_LIST_MODEL (fixture->set), i);

      g_assert_true (fixture->mirror->pdata[i] == event);
    }
}

/* And the index says the same. */
static void
assert_right (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->set);
  g_autoptr (GPtrArray) expected =
    atlas_history_index_events_in (fixture->index,
                                   atlas_view_state_get_window (fixture->state),
                                   atlas_view_state_get_filter (fixture->state));
  guint n_items;

  g_object_get (fixture->set, "n-items", &n_items, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected->len);
  g_assert_cmpuint (n_items, ==, expected->len);
  assert_mirrored (fixture);
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (AtlasEvent) event = g_list_model_get_item (model, i);

      g_assert_true (event == expected->pdata[i]);
    }
  g_assert_null (g_list_model_get_item (model, n_items));
  g_assert_true (g_list_model_get_item_type (model) == ATLAS_TYPE_EVENT);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->set)), ==, 0);
  atlas_visible_set_set_index (fixture->set, fixture->index);
  assert_right (fixture);
  for (int i = 0; i < 300; i++)
    {
      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          atlas_view_state_set_window_length (fixture->state,
                                              (AtlasWindowLength) g_test_rand_int_range (0, 7));
          break;
        case 1:
          atlas_view_state_set_filter (fixture->state,
                                       atlas_filter_with_status (NULL,
                                                                 ATLAS_STATUS_UNCORROBORATED,
                                                                 g_test_rand_bit ()));
          break;
        case 2:
          atlas_view_state_step_by (fixture->state, g_test_rand_int_range (-40, 41));
          break;
        default:
          atlas_view_state_set_date (fixture->state, g_test_rand_int_range (2400000, 2404000));
          break;
        }
      assert_right (fixture);
    }
  atlas_visible_set_set_index (fixture->set, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->set)), ==, 0);
  g_assert_cmpuint (fixture->mirror->len, ==, 0);
}

/* Only what enters or leaves is announced, not the rest of the list. */
static void
test_by_difference (Fixture *fixture, gconstpointer data)
{
  atlas_view_state_set_window_length (fixture->state, ATLAS_WINDOW_YEAR);
  atlas_view_state_set_date (fixture->state, 2401000);
  atlas_visible_set_set_index (fixture->set, fixture->index);
  for (int i = 0; i < 400; i++)
    {
      g_autoptr (GPtrArray) before =
        atlas_history_index_events_in (fixture->index,
                                       atlas_view_state_get_window (fixture->state),
                                       NULL);
      g_autoptr (GPtrArray) after = NULL;
      guint n_kept = 0;

      fixture->n_touched = 0;
      atlas_view_state_step_by (fixture->state, 3);
      after = atlas_history_index_events_in (fixture->index,
                                             atlas_view_state_get_window (fixture->state),
                                             NULL);
      for (guint j = 0; j < before->len; j++)
        n_kept += (guint) g_ptr_array_find (after, before->pdata[j], NULL);
      g_assert_cmpuint (fixture->n_touched, ==, before->len + after->len - 2 * n_kept);
    }
}

/* However the state sorts and groups: the list is all events of the window in that order, a
 * listener is told rightly, and each group has its heading once. */
static void
test_orders (Fixture *fixture, gconstpointer data)
{
  static const char *const langs[] = { "en", "zh-Hant", "ru" };
  guint n_headings = 0;

  atlas_visible_set_set_index (fixture->set, fixture->index);
  for (int round = 0; round < 200; round++)
    {
      AtlasSort sort = (AtlasSort) g_test_rand_int_range (0, 3);
      AtlasGroup group = (AtlasGroup) g_test_rand_int_range (0, 3);
      g_autoptr (AtlasEventOrder) order = NULL;
      g_autoptr (AtlasGroupedList) grouped = NULL;
      g_autoptr (GHashTable) headed = g_hash_table_new (NULL, NULL);
      guint n = 0;

      atlas_view_state_set_language (fixture->state, langs[g_test_rand_int_range (0, 3)]);
      atlas_view_state_set_sort (fixture->state, sort);
      atlas_view_state_set_group (fixture->state, group);
      atlas_view_state_set_date (fixture->state, g_test_rand_int_range (2400000, 2404000));
      assert_mirrored (fixture);
      order = atlas_event_order_new (fixture->dataset,
                                     sort,
                                     group,
                                     atlas_view_state_get_language (fixture->state));
      grouped = atlas_grouped_list_new (fixture->set);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (grouped)); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (G_LIST_MODEL (grouped), i);

          if (ATLAS_IS_EVENT (record))
            {
              g_assert_true (record == fixture->mirror->pdata[n]);
              if (n > 0)
                g_assert_cmpint (atlas_event_order_compare (order,
                                                            fixture->mirror->pdata[n - 1],
                                                            ATLAS_EVENT (record)),
                                 <,
                                 0);
              n++;
              continue;
            }
          g_assert_true (g_hash_table_add (headed, record));
          g_assert_true (atlas_event_order_get_heading (order, fixture->mirror->pdata[n]) ==
                         record);
          n_headings++;
        }
      g_assert_cmpuint (n, ==, fixture->mirror->len);
    }
  g_assert_cmpuint (n_headings, >, 50);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/state/visible-set/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("follows", test_follows);
  ADD ("by-difference", test_by_difference);
  ADD ("orders", test_orders);
  return g_test_run ();
}
