/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-history-index.h"
#include "atlas-random-atlas.h"

#define FIRST_DAY 2400000
#define LAST_DAY 2404000

typedef struct
{
  AtlasDataset *dataset;
  AtlasHistoryIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = random_atlas_new ();
  fixture->index = atlas_history_index_new (fixture->dataset);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->index);
  g_assert_finalize_object (fixture->dataset);
}

static AtlasDay
random_day (void)
{
  return g_test_rand_int_range (FIRST_DAY, LAST_DAY);
}

static AtlasTimeSpan
random_window (void)
{
  AtlasDay begin = random_day ();

  return (AtlasTimeSpan){ begin, begin + g_test_rand_int_range (-1, 800) };
}

static AtlasRecord *
record_at (Fixture *fixture, AtlasKind kind, guint i)
{
  return atlas_dataset_get_record (fixture->dataset, kind, i);
}

static gboolean
touches (AtlasTimeSpan bounds, AtlasTimeSpan window)
{
  return !atlas_time_span_is_empty (window) && atlas_time_span_overlaps (bounds, window);
}

static const AtlasFilter *
without_uncorroborated (void)
{
  return atlas_filter_with_status (NULL, ATLAS_STATUS_UNCORROBORATED, FALSE);
}

static void
test_events_in (Fixture *fixture, gconstpointer data)
{
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_EVENT);

  g_assert_true (atlas_history_index_get_dataset (fixture->index) == fixture->dataset);
  for (int round = 0; round < 300; round++)
    {
      AtlasTimeSpan window = random_window ();
      gboolean all = round % 2;
      g_autoptr (GPtrArray) found =
        atlas_history_index_events_in (fixture->index,
                                       window,
                                       all ? NULL : without_uncorroborated ());
      guint n_expected = 0;

      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *event = record_at (fixture, ATLAS_KIND_EVENT, i);
          gboolean expected =
            touches (atlas_record_get_bounds (event), window) &&
            (all || atlas_record_get_status (event) != ATLAS_STATUS_UNCORROBORATED);

          g_assert_cmpint (g_ptr_array_find (found, event, NULL), ==, expected);
          n_expected += (guint) expected;
        }
      g_assert_cmpuint (found->len, ==, n_expected);
      for (guint i = 1; i < found->len; i++)
        {
          AtlasRecord *a = found->pdata[i - 1];
          AtlasRecord *b = found->pdata[i];
          AtlasDay begin_a = atlas_record_get_bounds (a).begin;
          AtlasDay begin_b = atlas_record_get_bounds (b).begin;

          g_assert_cmpint (begin_a, <=, begin_b);
          if (begin_a == begin_b)
            g_assert_cmpuint (atlas_event_get_weight (ATLAS_EVENT (a)),
                              <=,
                              atlas_event_get_weight (ATLAS_EVENT (b)));
          g_assert_cmpint (atlas_history_index_compare_events (ATLAS_EVENT (a), ATLAS_EVENT (b)),
                           <,
                           0);
        }
    }
}

/* The share of days by counting them. */
static void
test_strength_in (Fixture *fixture, gconstpointer data)
{
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_EVENT);
  guint n_shares = 0, n_certain = 0;

  for (int round = 0; round < 400; round++)
    {
      AtlasRecord *event =
        record_at (fixture, ATLAS_KIND_EVENT, (guint) g_test_rand_int_range (0, (int) n));
      AtlasTimeSpan window = random_window ();
      double strength = atlas_history_index_strength_in (ATLAS_EVENT (event), window);
      AtlasTimeSpan bounds = atlas_record_get_bounds (event);
      AtlasEdtf when;
      double inside = 0.0, total = 0.0;

      g_assert_true (atlas_record_get_when (event, &when));
      if (!touches (bounds, window))
        {
          g_assert_cmpfloat_with_epsilon (strength, 0.0, 1e-12);
          continue;
        }
      if (when.is_interval)
        {
          /* Both ends of the intervals here are single days: what touches them happens. */
          g_assert_cmpfloat_with_epsilon (strength, 1.0, 1e-12);
          n_certain++;
          continue;
        }
      for (AtlasDay day = bounds.begin; day <= bounds.end; day++)
        {
          total++;
          inside += atlas_time_span_contains (window, day);
        }
      g_assert_cmpfloat_with_epsilon (strength, inside / total, 1e-12);
      n_shares++;
    }
  g_assert_cmpuint (n_shares, >, 5);
  g_assert_cmpuint (n_certain, >, 5);
}

static gboolean
is_seen (AtlasTerritory *territory, const char *viewpoint)
{
  const char *of = atlas_territory_get_viewpoint (territory);

  if (of)
    return viewpoint && g_str_equal (of, viewpoint);
  return atlas_territory_get_standing (territory) != ATLAS_STANDING_CLAIM ||
         g_strcmp0 (viewpoint, atlas_territory_get_polity (territory)) == 0;
}

static void
test_territories_on (Fixture *fixture, gconstpointer data)
{
  static const char *const viewpoints[] = { NULL, "polity/r-0", "polity/r-1" };
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_TERRITORY);

  for (int round = 0; round < 150; round++)
    {
      AtlasDay day = random_day ();
      const char *viewpoint = viewpoints[round % 3];
      g_autoptr (GPtrArray) found =
        atlas_history_index_territories_on (fixture->index, day, viewpoint);
      double last_area = G_MAXDOUBLE;
      guint n_expected = 0;

      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *territory = record_at (fixture, ATLAS_KIND_TERRITORY, i);
          gboolean expected = atlas_time_span_contains (atlas_record_get_bounds (territory), day) &&
                              is_seen (ATLAS_TERRITORY (territory), viewpoint);

          g_assert_cmpint (g_ptr_array_find (found, territory, NULL), ==, expected);
          n_expected += (guint) expected;
        }
      g_assert_cmpuint (found->len, ==, n_expected);
      for (guint i = 0; i < found->len; i++)
        {
          double area = atlas_multi_polygon_area (atlas_territory_get_shape (found->pdata[i]));

          /* The index measures along parallels: of two almost alike either may come first. */
          g_assert_cmpfloat (area, <=, last_area * 1.01);
          last_area = area;
        }
    }
}

static void
test_territory_at (Fixture *fixture, gconstpointer data)
{
  guint n_found = 0;

  for (int round = 0; round < 400; round++)
    {
      AtlasDay day = random_day ();
      AtlasPoint point = { g_test_rand_double_range (68.0, 96.0),
                           g_test_rand_double_range (33.0, 52.0) };
      AtlasTerritory *found = atlas_history_index_territory_at (fixture->index, point, day);
      g_autoptr (GPtrArray) standing =
        atlas_history_index_territories_on (fixture->index, day, NULL);
      AtlasTerritory *expected = NULL;

      for (guint i = 0; i < standing->len; i++)
        {
          AtlasTerritory *territory = standing->pdata[i];
          gboolean occupies = atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION;

          if (atlas_multi_polygon_contains (atlas_territory_get_shape (territory), point) &&
              (expected == NULL || occupies ||
               atlas_territory_get_standing (expected) != ATLAS_STANDING_OCCUPATION))
            expected = territory;
        }
      g_assert_true (found == expected);
      n_found += found != NULL;
    }
  g_assert_cmpuint (n_found, >, 5);
}

/* Whether the point is on @day in the hands in which @stage is, and held in the same way. */
static gboolean
is_held_as (Fixture *fixture, AtlasPoint point, AtlasDay day, AtlasTerritory *stage)
{
  AtlasTerritory *found = atlas_history_index_territory_at (fixture->index, point, day);

  return found != NULL &&
         atlas_territory_get_standing (found) == atlas_territory_get_standing (stage) &&
         g_str_equal (atlas_territory_get_polity (found), atlas_territory_get_polity (stage));
}

/* Against walking from day to day, which is what the span means. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  guint n_found = 0;

  for (int round = 0; round < 400 && n_found < 12; round++)
    {
      AtlasDay day = random_day ();
      AtlasPoint point = { g_test_rand_double_range (68.0, 96.0),
                           g_test_rand_double_range (33.0, 52.0) };
      AtlasTerritory *stage = atlas_history_index_territory_at (fixture->index, point, day);
      AtlasTerritory *first = NULL;
      AtlasTimeSpan held = atlas_history_index_held (fixture->index, point, day, &first);
      AtlasDay begin = day, end = day;

      g_assert_true ((stage == NULL) == atlas_time_span_is_empty (held));
      if (stage == NULL)
        continue;
      n_found++;
      while (begin > FIRST_DAY && is_held_as (fixture, point, begin - 1, stage))
        begin--;
      while (end < LAST_DAY && is_held_as (fixture, point, end + 1, stage))
        end++;
      g_assert_cmpint (MAX (held.begin, FIRST_DAY), ==, begin);
      g_assert_cmpint (MIN (held.end, LAST_DAY), ==, end);
      g_assert_true (is_held_as (fixture, point, MAX (held.begin, FIRST_DAY), first));
    }
  g_assert_cmpuint (n_found, >, 2);
}

static void
test_town_control (Fixture *fixture, gconstpointer data)
{
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_CONTROL);

  for (int round = 0; round < 200; round++)
    {
      AtlasDay day = random_day ();
      g_autofree char *id = g_strdup_printf ("place/r-%d", round % 5);
      AtlasPlace *place = atlas_dataset_lookup_place (fixture->dataset, id);
      AtlasPolity *polity = atlas_history_index_town_control_on (fixture->index, place, day);
      AtlasControl *last = NULL;

      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *control = record_at (fixture, ATLAS_KIND_CONTROL, i);
          AtlasDay begin = atlas_record_get_bounds (control).begin;

          if (begin <= day && g_str_equal (atlas_control_get_place (ATLAS_CONTROL (control)), id) &&
              (last == NULL || begin > atlas_record_get_bounds (ATLAS_RECORD (last)).begin ||
               (begin == atlas_record_get_bounds (ATLAS_RECORD (last)).begin &&
                g_strcmp0 (atlas_record_get_id (control),
                           atlas_record_get_id (ATLAS_RECORD (last))) > 0)))
            last = ATLAS_CONTROL (control);
        }
      g_assert_cmpstr (polity ? atlas_record_get_id (ATLAS_RECORD (polity)) : NULL,
                       ==,
                       last ? atlas_control_get_to (last) : NULL);
    }
}

/* The legs of the fixture come in threes, each movement from one divisible by three. */
static void
test_legs_in (Fixture *fixture, gconstpointer data)
{
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_LEG);

  for (int round = 0; round < 200; round++)
    {
      AtlasTimeSpan window = random_window ();
      AtlasDay day = random_day ();
      g_autoptr (GPtrArray) found =
        atlas_history_index_legs_in (fixture->index,
                                     window,
                                     day,
                                     round % 2 ? NULL : without_uncorroborated ());

      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *leg = record_at (fixture, ATLAS_KIND_LEG, i);
          AtlasTimeSpan movement = atlas_record_get_bounds (leg);
          gboolean expected;

          for (guint j = i / 3 * 3; j < MIN (n, i / 3 * 3 + 3); j++)
            movement = atlas_time_span_union (movement,
                                              atlas_record_get_bounds (
                                                record_at (fixture, ATLAS_KIND_LEG, j)));
          expected = touches (movement, window) && atlas_record_get_bounds (leg).begin <= day &&
                     (round % 2 || atlas_record_get_status (leg) != ATLAS_STATUS_UNCORROBORATED);
          g_assert_cmpint (g_ptr_array_find (found, leg, NULL), ==, expected);
        }
    }
}

static void
test_leg_progress (Fixture *fixture, gconstpointer data)
{
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_LEG);

  for (guint i = 0; i < n; i++)
    {
      AtlasLeg *leg = ATLAS_LEG (record_at (fixture, ATLAS_KIND_LEG, i));
      AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (leg));
      double last = 0.0;

      g_assert_cmpfloat_with_epsilon (atlas_history_index_leg_progress (leg, bounds.begin - 1),
                                      0.0,
                                      1e-12);
      g_assert_cmpfloat_with_epsilon (atlas_history_index_leg_progress (leg, bounds.end),
                                      1.0,
                                      1e-12);
      for (AtlasDay day = bounds.begin; day < bounds.begin + 3000 && day <= bounds.end; day += 5)
        {
          double progress = atlas_history_index_leg_progress (leg, day);

          g_assert_cmpfloat (progress, >, 0.0);
          g_assert_cmpfloat (progress, >=, last);
          g_assert_cmpfloat (progress, <=, 1.0);
          last = progress;
        }
    }
}

static gboolean
changes_borders (Fixture *fixture, AtlasDay day)
{
  for (guint i = 0; i < atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasTimeSpan bounds = atlas_record_get_bounds (record_at (fixture, ATLAS_KIND_TERRITORY, i));

      if (bounds.begin == day || bounds.end == day - 1)
        return TRUE;
    }
  for (guint i = 0; i < atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_SEGMENT); i++)
    {
      guint n_phases;
      const AtlasBoundaryPhase *phases =
        atlas_segment_get_phases (ATLAS_SEGMENT (record_at (fixture, ATLAS_KIND_SEGMENT, i)),
                                  &n_phases);

      for (guint j = 0; j < n_phases; j++)
        if (phases[j].when.begin == day || phases[j].when.end == day - 1)
          return TRUE;
    }
  return FALSE;
}

static gboolean
begins_something (Fixture *fixture, AtlasDay day)
{
  static const AtlasKind kinds[] = { ATLAS_KIND_EVENT, ATLAS_KIND_CONTROL };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < atlas_dataset_get_n_records (fixture->dataset, kinds[k]); i++)
      if (atlas_record_get_bounds (record_at (fixture, kinds[k], i)).begin == day)
        return TRUE;
  return FALSE;
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  AtlasDay begin = 2400410;
  AtlasDay last_change = G_MININT32;

  for (AtlasDay day = begin; day < begin + 900; day++)
    {
      gboolean borders = changes_borders (fixture, day);
      AtlasDay found;

      g_assert_cmpint (atlas_history_index_territory_epoch (fixture->index, day) !=
                         atlas_history_index_territory_epoch (fixture->index, day - 1),
                       ==,
                       borders);
      if (last_change != G_MININT32)
        {
          g_assert_true (atlas_history_index_previous_change (fixture->index, day, &found));
          g_assert_cmpint (found, ==, last_change);
        }
      if (borders || begins_something (fixture, day))
        {
          if (last_change != G_MININT32)
            {
              g_assert_true (atlas_history_index_next_change (fixture->index, last_change, &found));
              g_assert_cmpint (found, ==, day);
            }
          last_change = day;
        }
    }
  g_assert_cmpint (last_change, !=, G_MININT32);
}

static void
test_density (Fixture *fixture, gconstpointer data)
{
  const AtlasTimeSpan span = { 2400000, 2403699 };
  const guint statuses = (1u << ATLAS_STATUS_ATTESTED) | (1u << ATLAS_STATUS_DISPUTED);
  guint n = atlas_dataset_get_n_records (fixture->dataset, ATLAS_KIND_EVENT);
  guint counts[37], expected[37] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *event = record_at (fixture, ATLAS_KIND_EVENT, i);
      AtlasTimeSpan bounds = atlas_record_get_bounds (event);
      AtlasDay middle = bounds.end == ATLAS_DAY_OPEN_FUTURE
                          ? bounds.begin
                          : bounds.begin + (bounds.end - bounds.begin) / 2;

      if ((atlas_record_get_status (event) == ATLAS_STATUS_ATTESTED ||
           atlas_record_get_status (event) == ATLAS_STATUS_DISPUTED) &&
          atlas_time_span_contains (span, middle))
        expected[(middle - span.begin) / 100]++;
    }
  atlas_history_index_density (fixture->index, span, statuses, 37, counts);
  g_assert_cmpmem (counts, sizeof counts, expected, sizeof expected);

  atlas_history_index_density (fixture->index, (AtlasTimeSpan){ 5, 4 }, statuses, 37, counts);
  for (guint i = 0; i < 37; i++)
    g_assert_cmpuint (counts[i], ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/index/history-index/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("events-in", test_events_in);
  ADD ("strength-in", test_strength_in);
  ADD ("territories-on", test_territories_on);
  ADD ("territory-at", test_territory_at);
  ADD ("held", test_held);
  ADD ("town-control", test_town_control);
  ADD ("legs-in", test_legs_in);
  ADD ("leg-progress", test_leg_progress);
  ADD ("changes", test_changes);
  ADD ("density", test_density);
  return g_test_run ();
}
