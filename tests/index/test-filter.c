/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-history-index.h"
#include "atlas-test.h"

static const AtlasFilter *
parse (const char *without, const char *only)
{
  g_autoptr (GError) error = NULL;
  const AtlasFilter *filter = NULL;

  g_assert_true (atlas_filter_parse (without, only, &filter, &error));
  g_assert_no_error (error);
  return filter;
}

/* Filters that say the same are one, however they were made, and what says nothing is NULL. */
static void
test_interned (void)
{
  const AtlasFilter *one = atlas_filter_with_source (NULL, "source/b", FALSE);
  const AtlasFilter *two = atlas_filter_with_source (one, "source/a", FALSE);
  const AtlasFilter *other;

  other = atlas_filter_with_source (NULL, "source/a", FALSE);
  other = atlas_filter_with_source (other, "source/b", FALSE);
  g_assert_true (two == other);
  g_assert_true (atlas_filter_with_source (two, "source/a", TRUE) == one);
  g_assert_null (atlas_filter_with_source (one, "source/b", TRUE));
  g_assert_cmpstr (atlas_filter_get_without_text (two), ==, "source/a,source/b");
  g_assert_true (parse ("source/b,source/a", NULL) == two);
  g_assert_null (parse (NULL, NULL));

  two = atlas_filter_with_status (two, ATLAS_STATUS_UNCORROBORATED, FALSE);
  two = atlas_filter_with_event_kind (two, ATLAS_EVENT_BATTLE, FALSE);
  two = atlas_filter_with_only (two, ATLAS_FILTER_PLACE, "place/a");
  g_assert_cmpstr (atlas_filter_get_without_text (two),
                   ==,
                   "uncorroborated,battle,source/a,source/b");
  g_assert_cmpstr (atlas_filter_get_only_text (two), ==, "place/a");
  g_assert_true (parse ("source/b,battle,source/a,uncorroborated", "place/a") == two);
}

/* The list of what is off turns into one of what alone is on, and is worked on in the same way. */
static void
test_only_source (void)
{
  const AtlasFilter *filter = atlas_filter_with_only_source (NULL, "source/a");

  g_assert_true (atlas_filter_shows_source (filter, "source/a"));
  g_assert_false (atlas_filter_shows_source (filter, "source/b"));
  g_assert_true (atlas_filter_has_sources_off (filter));
  filter = atlas_filter_with_source (filter, "source/b", TRUE);
  g_assert_cmpstr (atlas_filter_get_only_text (filter), ==, "source/a,source/b");
  filter = atlas_filter_with_source (filter, "source/a", FALSE);
  filter = atlas_filter_with_source (filter, "source/b", FALSE);
  g_assert_cmpstr (atlas_filter_get_only_text (filter), ==, "none");
  g_assert_false (atlas_filter_shows_source (filter, "source/b"));
  g_assert_true (parse (NULL, "none") == filter);
  g_assert_true (parse ("source/a", "source/a") == filter);
  g_assert_null (atlas_filter_with_all_sources (filter));
}

static void
test_errors (void)
{
  static const char *const wrong[] = { "dragons", "uncorroborated,,battle", "place/a" };
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  g_autoptr (GError) error = NULL;
  const AtlasFilter *filter = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (atlas_filter_parse (wrong[i], NULL, &filter, &error));
      g_assert_error (error, ATLAS_FILTER_ERROR, ATLAS_FILTER_ERROR_WORD);
      g_clear_error (&error);
    }
  g_assert_false (atlas_filter_parse (NULL, "place/a,place/b", &filter, &error));
  g_assert_error (error, ATLAS_FILTER_ERROR, ATLAS_FILTER_ERROR_WORD);
  g_clear_error (&error);

  g_assert_true (atlas_filter_check (parse ("source/annals", NULL), dataset, &error));
  g_assert_false (atlas_filter_check (parse ("source/nobody", NULL), dataset, &error));
  g_assert_error (error, ATLAS_FILTER_ERROR, ATLAS_FILTER_ERROR_RECORD);
}

static gboolean
is_within (AtlasDataset *dataset, const char *campaign, const char *whole)
{
  while (campaign != NULL && !g_str_equal (campaign, whole))
    campaign = atlas_campaign_get_parent (atlas_dataset_lookup_campaign (dataset, campaign));
  return campaign != NULL;
}

/* What a filter says of an event, asked in the plainest way. */
static gboolean
is_let_through (AtlasDataset *dataset, const AtlasFilter *filter, AtlasEvent *event)
{
  const char *campaign = atlas_filter_get_only (filter, ATLAS_FILTER_CAMPAIGN);
  const char *actor = atlas_filter_get_only (filter, ATLAS_FILTER_ACTOR);
  const char *place = atlas_filter_get_only (filter, ATLAS_FILTER_PLACE);
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (ATLAS_RECORD (event), &n);
  const AtlasEventPlace *places;
  const AtlasActor *actors;
  gboolean cited = n == 0, acted = actor == NULL, placed = place == NULL;

  for (guint i = 0; i < n; i++)
    cited |= atlas_filter_shows_source (filter, citations[i].source);
  actors = atlas_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    acted |= g_strcmp0 (actors[i].who, actor) == 0 || g_strcmp0 (actors[i].side, actor) == 0;
  places = atlas_event_get_places (event, &n);
  for (guint i = 0; i < n; i++)
    placed |= g_strcmp0 (places[i].place, place) == 0;
  return cited && acted && placed &&
         atlas_filter_shows_status (filter, atlas_record_get_status (ATLAS_RECORD (event))) &&
         atlas_filter_shows_event_kind (filter, atlas_event_get_event_kind (event)) &&
         (campaign == NULL || is_within (dataset, atlas_event_get_campaign (event), campaign));
}

static const char *
random_id (AtlasDataset *dataset, AtlasKind kind)
{
  guint n = atlas_dataset_get_n_records (dataset, kind);

  return atlas_record_get_id (
    atlas_dataset_get_record (dataset, kind, (guint) g_test_rand_int_range (0, (int) n)));
}

static const AtlasFilter *
random_filter (AtlasDataset *dataset)
{
  const AtlasFilter *filter = NULL;

  if (g_test_rand_bit ())
    filter = atlas_filter_with_only_source (filter, random_id (dataset, ATLAS_KIND_SOURCE));
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    filter =
      atlas_filter_with_source (filter, random_id (dataset, ATLAS_KIND_SOURCE), g_test_rand_bit ());
  if (g_test_rand_bit ())
    filter = atlas_filter_with_status (filter, (AtlasStatus) g_test_rand_int_range (0, 4), FALSE);
  if (g_test_rand_bit ())
    filter =
      atlas_filter_with_event_kind (filter, (AtlasEventKind) g_test_rand_int_range (0, 14), FALSE);
  if (g_test_rand_int_range (0, 4) == 0)
    filter = atlas_filter_with_only (filter,
                                     ATLAS_FILTER_CAMPAIGN,
                                     random_id (dataset, ATLAS_KIND_CAMPAIGN));
  if (g_test_rand_int_range (0, 4) == 0)
    filter =
      atlas_filter_with_only (filter, ATLAS_FILTER_ACTOR, random_id (dataset, ATLAS_KIND_POLITY));
  if (g_test_rand_int_range (0, 4) == 0)
    filter =
      atlas_filter_with_only (filter, ATLAS_FILTER_PLACE, random_id (dataset, ATLAS_KIND_PLACE));
  return filter;
}

static void
test_mask (void)
{
  const AtlasTimeSpan always = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE };
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT), some = 0;

  for (guint round = 0; round < 400; round++)
    {
      const AtlasFilter *filter = random_filter (dataset);
      g_autoptr (AtlasFilterMask) mask = atlas_history_index_ref_mask (index, filter);
      g_autoptr (AtlasFilterMask) again = atlas_history_index_ref_mask (index, filter);
      g_autoptr (GPtrArray) events = atlas_history_index_events_in (index, always, filter);
      guint off = 0;

      g_assert_true (mask == again);
      g_assert_true ((mask == NULL) == (filter == NULL));
      g_assert_true (parse (atlas_filter_get_without_text (filter),
                            atlas_filter_get_only_text (filter)) == filter);
      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *event = atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i);
          gboolean through = is_let_through (dataset, filter, ATLAS_EVENT (event));

          g_assert_cmpint (atlas_filter_mask_has (mask, event), ==, through);
          if (mask != NULL)
            g_assert_cmpint (atlas_filter_mask_get_bytes (mask, ATLAS_KIND_EVENT)[i], ==, through);
          if (atlas_record_get_when (event, NULL))
            g_assert_cmpint (g_ptr_array_find (events, event, NULL), ==, through);
          off += !through;
        }
      g_assert_cmpuint (atlas_filter_mask_count_off (mask, ATLAS_KIND_EVENT), ==, off);
      some += off > 0 && off < n;
    }
  g_assert_cmpuint (some, >, 50);
}

/* A march is of its campaign, its commanders and the places on its way. */
static void
test_legs (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_LEG);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, ATLAS_KIND_LEG, i);
      AtlasLeg *leg = ATLAS_LEG (record);
      const AtlasFilter *here =
        atlas_filter_with_only (NULL, ATLAS_FILTER_PLACE, atlas_leg_get_from (leg));
      const AtlasFilter *his =
        atlas_filter_with_only (here, ATLAS_FILTER_ACTOR, atlas_leg_get_polity (leg));
      const AtlasFilter *nobody =
        atlas_filter_with_only (his, ATLAS_FILTER_CAMPAIGN, "campaign/never");
      g_autoptr (AtlasFilterMask) mask = atlas_filter_mask_new (dataset, his);
      g_autoptr (AtlasFilterMask) empty = atlas_filter_mask_new (dataset, nobody);

      g_assert_true (atlas_filter_mask_has (mask, record));
      g_assert_false (atlas_filter_mask_has (empty, record));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/interned", test_interned);
  g_test_add_func ("/filter/only-source", test_only_source);
  g_test_add_func ("/filter/errors", test_errors);
  g_test_add_func ("/filter/mask", test_mask);
  g_test_add_func ("/filter/legs", test_legs);
  return g_test_run ();
}
