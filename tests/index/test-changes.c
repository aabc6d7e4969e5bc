/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-changes.h"
#include "atlas-polyline.h"
#include "atlas-random-atlas.h"
#include "atlas-test.h"

#define KM2 1e6

static AtlasDay
day (int year, int month, int number)
{
  return atlas_day_from_gregorian (year, month, number);
}

static AtlasHistoryIndex *
read_small (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");

  return atlas_history_index_new (dataset);
}

/* The atlas that is shipped, read once. */
static AtlasHistoryIndex *
read_shipped (void)
{
  static AtlasHistoryIndex *index;

  if (index == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "atlas", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_read (path, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      index = atlas_history_index_new (dataset);
    }
  return index;
}

/* The sum of the pieces of one kind between two polities; NULL stands for any. */
static double
sum_areas (GPtrArray *pieces, const char *from, const char *to, const char *event)
{
  double sum = 0.0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *piece = pieces->pdata[i];

      if ((from == NULL || g_strcmp0 (piece->from.polity, from) == 0) &&
          (to == NULL || g_strcmp0 (piece->to.polity, to) == 0) &&
          (event == NULL || g_strcmp0 (piece->event, event) == 0))
        sum += piece->area;
    }
  return sum;
}

/* Metres along all rings. */
static double
measure_rings (const AtlasMultiPolygon *shape)
{
  guint n;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (shape, &n);
  double length = 0.0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < polygons[i].n_rings; j++)
      {
        const AtlasRing *ring = &polygons[i].rings[j];

        length += atlas_polyline_length (ring->points, ring->n_points) +
                  atlas_geo_distance (ring->points[ring->n_points - 1], ring->points[0]);
      }
  return length;
}

static void
check_piece (const AtlasChange *piece)
{
  double length = 0.0;

  g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (piece->shape) / piece->area, 1.0, 1e-6);
  g_assert_true (atlas_multi_polygon_is_valid (piece->shape, NULL, NULL));
  g_assert_cmpfloat (piece->area, >=, 100 * KM2);
  g_assert_cmpfloat (piece->area_low, >=, 0.0);
  g_assert_cmpfloat (piece->area_low, <=, piece->area);
  g_assert_cmpfloat (piece->area_high, >=, piece->area);
  g_assert_nonnull (piece->date);
  for (guint i = 0; i < piece->n_edges; i++)
    length += piece->edges[i].length;
  g_assert_cmpfloat_with_epsilon (length / measure_rings (piece->shape), 1.0, 1e-6);
}

static double
measure_segment (AtlasHistoryIndex *index, const char *id)
{
  guint n;
  const AtlasPoint *line =
    atlas_segment_get_line (ATLAS_SEGMENT (
                              atlas_dataset_lookup (atlas_history_index_get_dataset (index), id)),
                            &n);

  return atlas_polyline_length (line, n);
}

/* The strip between the old border and the treaty's, which the North occupies from 1870-06-15. */
static void
test_small (void)
{
  g_autoptr (AtlasHistoryIndex) index = read_small ();
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autoptr (GPtrArray) net =
    atlas_changes_between (index, day (1865, 1, 1), day (1875, 1, 1), ATLAS_CHANGES_NET);
  AtlasTerritory *before = ATLAS_TERRITORY (atlas_dataset_lookup (dataset, "territory/south-1860"));
  AtlasTerritory *after = ATLAS_TERRITORY (atlas_dataset_lookup (dataset, "territory/south-1870"));
  g_autoptr (AtlasMultiPolygon) strip =
    atlas_multi_polygon_difference (atlas_territory_get_shape (before),
                                    atlas_territory_get_shape (after));
  const AtlasChange *piece;
  double doubt;

  g_assert_cmpuint (net->len, ==, 1);
  piece = net->pdata[0];
  check_piece (piece);
  g_assert_cmpint (piece->kind, ==, ATLAS_CHANGE_CONTROL);
  g_assert_cmpstr (piece->from.polity, ==, "polity/south");
  g_assert_cmpint (piece->from.standing, ==, ATLAS_STANDING_SOVEREIGN);
  g_assert_cmpstr (piece->to.polity, ==, "polity/north");
  g_assert_cmpint (piece->to.standing, ==, ATLAS_STANDING_OCCUPATION);
  g_assert_cmpstr (piece->to.over, ==, "polity/south");
  g_assert_cmpint (piece->day, ==, day (1870, 6, 15));
  g_assert_cmpstr (piece->date, ==, "1870-06-15");
  g_assert_cmpstr (piece->event, ==, "event/millford-treaty");
  g_assert_cmpstr (atlas_text_get (piece->act, "en"), ==, "Treaty of Millford");
  g_assert_cmpfloat_with_epsilon (piece->area / atlas_multi_polygon_area (strip), 1.0, 1e-9);

  /* The old border is 15 km off at most, the new one 5. */
  doubt = 15e3 * measure_segment (index, "segment/border-old") +
          5e3 * measure_segment (index, "segment/border-new");
  g_assert_cmpuint (piece->n_edges, ==, 2);
  g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (piece->edges[0].segment)),
                   ==,
                   "segment/border-old");
  g_assert_cmpfloat_with_epsilon ((piece->area_high - piece->area) / doubt, 1.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (piece->area_low, MAX (0.0, piece->area - doubt), 1.0);
  g_assert_cmpuint (piece->n_citations, ==, 2);
}

static void
test_small_days (void)
{
  g_autoptr (AtlasHistoryIndex) index = read_small ();
  struct
  {
    AtlasDay from, to;
    guint n;
  } spans[] = { { day (1870, 6, 14), day (1870, 6, 15), 1 },
                { day (1870, 6, 15), day (1870, 6, 14), 1 },
                { day (1870, 6, 15), day (1870, 6, 16), 0 },
                { day (1865, 1, 1), day (1870, 6, 14), 0 },
                { day (1870, 6, 15), day (1870, 6, 15), 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    for (int mode = ATLAS_CHANGES_NET; mode <= ATLAS_CHANGES_EACH; mode++)
      {
        g_autoptr (GPtrArray) pieces =
          atlas_changes_between (index, spans[i].from, spans[i].to, (AtlasChangesMode) mode);

        g_assert_cmpuint (pieces->len, ==, spans[i].n);
      }
}

static void
test_small_event (void)
{
  g_autoptr (AtlasHistoryIndex) index = read_small ();
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autoptr (GPtrArray) none = atlas_changes_measure_event (index, "event/no-such-thing");
  g_autoptr (GPtrArray) treaty = atlas_changes_measure_event (index, "event/millford-treaty");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (treaty->len, ==, 1);
  g_assert_cmpstr (((AtlasChange *) treaty->pdata[0])->to.polity, ==, "polity/north");
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
    {
      const char *id =
        atlas_record_get_id (atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i));
      g_autoptr (GPtrArray) pieces = atlas_changes_measure_event (index, id);

      g_assert_cmpuint (pieces->len, ==, g_str_equal (id, "event/millford-treaty") ? 1 : 0);
    }
}

/* A piece outlives the index and the atlas. */
static void
test_piece_stays (void)
{
  AtlasHistoryIndex *index = read_small ();
  g_autoptr (GPtrArray) pieces =
    atlas_changes_between (index, day (1865, 1, 1), day (1875, 1, 1), ATLAS_CHANGES_NET);
  g_autoptr (AtlasChange) piece = atlas_change_ref (pieces->pdata[0]);

  g_assert_finalize_object (index);
  g_clear_pointer (&pieces, g_ptr_array_unref);
  g_assert_cmpstr (piece->to.polity, ==, "polity/north");
  g_assert_cmpstr (atlas_text_get (piece->act, "en"), ==, "Treaty of Millford");
}

/* The net against the slow question, on borders that cross one another anywhere. */
static void
check_net (AtlasHistoryIndex *index, AtlasTimeSpan range, guint n_days)
{
  const AtlasLandNet *net = atlas_history_index_get_land_net (index);
  guint n_faces = atlas_land_net_get_n_faces (net), n_held = 0;

  g_assert_cmpuint (n_faces, >, 0);
  for (guint i = 0; i < n_days; i++)
    {
      AtlasDay when = g_test_rand_int_range (range.begin, range.end + 1);
      guint stage = atlas_land_net_get_stage_on (net, when);

      g_assert_cmpint (atlas_land_net_get_first_day (net, stage), <=, when);
      for (guint face = 0; face < n_faces; face++)
        {
          AtlasTerritory *holder = atlas_land_net_get_holder (net, stage, face);
          AtlasPoint inner;

          g_assert_true (
            atlas_multi_polygon_inner_point (atlas_land_net_get_face (net, face), &inner));
          g_assert_true (holder == atlas_history_index_territory_at (index, inner, when));
          n_held += holder != NULL ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_held, >, 0);
}

static void
test_net_on_shipped (void)
{
  check_net (read_shipped (), (AtlasTimeSpan){ day (1717, 1, 1), day (1949, 12, 31) }, 6);
}

static void
test_net_on_random (void)
{
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (AtlasDataset) dataset = random_atlas_new ();
      g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);

      check_net (index, (AtlasTimeSpan){ 2400000, 2404000 }, 30);
    }
}

/* Each arc bounds its faces, and all arcs of a face are its whole edge. */
static void
test_arcs (void)
{
  const AtlasLandNet *net = atlas_history_index_get_land_net (read_shipped ());
  guint n_faces = atlas_land_net_get_n_faces (net), n;
  const AtlasLandArc *arcs = atlas_land_net_get_arcs (net, &n);
  g_autofree double *lengths = g_new0 (double, n_faces);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (arcs[i].left, <, arcs[i].right);
      g_assert_nonnull (arcs[i].segment);
      lengths[arcs[i].right] += arcs[i].length;
      if (arcs[i].left >= 0)
        lengths[arcs[i].left] += arcs[i].length;
    }
  for (guint face = 0; face < n_faces; face++)
    {
      double length = measure_rings (atlas_land_net_get_face (net, face));

      g_assert_cmpfloat_with_epsilon (lengths[face] / length, 1.0, 1e-9);
    }
}

/* What a territory holds on a day: its land without that under an occupation. (transfer full) */
static AtlasMultiPolygon *
make_held (AtlasTerritory *territory, GPtrArray *standing)
{
  AtlasMultiPolygon *held = atlas_multi_polygon_ref (atlas_territory_get_shape (territory));

  if (atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION)
    return held;
  for (guint i = 0; i < standing->len; i++)
    if (atlas_territory_get_standing (standing->pdata[i]) == ATLAS_STANDING_OCCUPATION)
      {
        AtlasMultiPolygon *rest =
          atlas_multi_polygon_difference (held, atlas_territory_get_shape (standing->pdata[i]));

        atlas_multi_polygon_unref (held);
        held = rest;
      }
  return held;
}

/* The slow way: every territory of one day cut with every one of the other by GEOS. */
static double
cut_all (AtlasHistoryIndex *index,
         AtlasDay from,
         AtlasDay to,
         const char *loser,
         const char *winner)
{
  g_autoptr (GPtrArray) before = atlas_history_index_territories_on (index, from, NULL);
  g_autoptr (GPtrArray) after = atlas_history_index_territories_on (index, to, NULL);
  double sum = 0.0;

  for (guint i = 0; i < before->len; i++)
    {
      g_autoptr (AtlasMultiPolygon) lost = NULL;

      if (g_strcmp0 (atlas_territory_get_polity (before->pdata[i]), loser) != 0)
        continue;
      lost = make_held (before->pdata[i], before);
      for (guint j = 0; j < after->len; j++)
        {
          g_autoptr (AtlasMultiPolygon) won = NULL, both = NULL;

          if (g_strcmp0 (atlas_territory_get_polity (after->pdata[j]), winner) != 0)
            continue;
          won = make_held (after->pdata[j], after);
          both = atlas_multi_polygon_intersection (lost, won);
          sum += atlas_multi_polygon_area (both);
        }
    }
  return sum;
}

static void
test_against_slow (void)
{
  AtlasHistoryIndex *index = read_shipped ();
  const struct
  {
    AtlasDay from, to;
  } spans[] = { { day (1755, 1, 1), day (1760, 1, 1) },   { day (1850, 1, 1), day (1869, 5, 1) },
                { day (1864, 10, 6), day (1864, 10, 7) }, { day (1860, 1, 1), day (1875, 1, 1) },
                { day (1875, 1, 1), day (1890, 1, 1) },   { day (1944, 1, 1), day (1945, 10, 1) },
                { day (1945, 10, 1), day (1946, 12, 31) } };
  guint n_checked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (GPtrArray) pieces =
        atlas_changes_between (index, spans[i].from, spans[i].to, ATLAS_CHANGES_NET);
      g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint j = 0; j < pieces->len; j++)
        {
          const AtlasChange *piece = pieces->pdata[j];
          double fast, slow;

          check_piece (piece);
          if (g_strcmp0 (piece->from.polity, piece->to.polity) == 0 ||
              !g_hash_table_add (pairs,
                                 g_strconcat (piece->from.polity, " ", piece->to.polity, NULL)))
            continue;
          fast = sum_areas (pieces, piece->from.polity, piece->to.polity, NULL);
          slow = cut_all (index, spans[i].from, spans[i].to, piece->from.polity, piece->to.polity);
          /* Slivers may have been dropped from the one. */
          g_assert_cmpfloat (fabs (fast - slow), <, 250 * KM2 + 1e-4 * slow);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 40);
}

static AtlasDay
random_day (void)
{
  return g_test_rand_int_range (day (1717, 1, 1), day (1949, 12, 31));
}

/* The way back has the same pieces, turned round. */
static void
test_way_back (void)
{
  AtlasHistoryIndex *index = read_shipped ();

  for (int round = 0; round < 10; round++)
    for (int mode = ATLAS_CHANGES_NET; mode <= ATLAS_CHANGES_EACH; mode++)
      {
        AtlasDay from = random_day (), to = random_day ();
        g_autoptr (GPtrArray) there =
          atlas_changes_between (index, from, to, (AtlasChangesMode) mode);
        g_autoptr (GPtrArray) back =
          atlas_changes_between (index, to, from, (AtlasChangesMode) mode);

        g_assert_cmpuint (there->len, ==, back->len);
        for (guint i = 0; i < there->len; i++)
          {
            const AtlasChange *piece = there->pdata[i];
            double same = sum_areas (there, piece->from.polity, piece->to.polity, NULL);
            double turned = sum_areas (back, piece->to.polity, piece->from.polity, NULL);

            g_assert_cmpfloat_with_epsilon (same / turned, 1.0, 1e-9);
          }
      }
}

/* What a polity wins and loses day by day is what it has won and lost in the end, and nothing is
 * held twice. */
static void
test_sums (void)
{
  AtlasHistoryIndex *index = read_shipped ();
  const char *polities[] = { "polity/qing", "polity/russia", "polity/kokand", "polity/yettishar" };

  for (int round = 0; round < 10; round++)
    {
      AtlasDay first = random_day (), second = random_day ();
      AtlasDay from = MIN (first, second), to = MAX (first, second);
      g_autoptr (GPtrArray) net = atlas_changes_between (index, from, to, ATLAS_CHANGES_NET);
      g_autoptr (GPtrArray) each = atlas_changes_between (index, from, to, ATLAS_CHANGES_EACH);

      for (guint i = 0; i < each->len; i++)
        {
          const AtlasChange *piece = each->pdata[i];

          g_assert_true (from < piece->day && piece->day <= to);
          if (i > 0)
            g_assert_cmpint (((AtlasChange *) each->pdata[i - 1])->day, <=, piece->day);
        }
      for (guint i = 0; i < G_N_ELEMENTS (polities); i++)
        {
          double in_the_end =
            sum_areas (net, NULL, polities[i], NULL) - sum_areas (net, polities[i], NULL, NULL);
          double day_by_day =
            sum_areas (each, NULL, polities[i], NULL) - sum_areas (each, polities[i], NULL, NULL);

          g_assert_cmpfloat (fabs (in_the_end - day_by_day), <, 1000 * KM2);
        }
    }
}

static void
assert_between (double area, double low_km2, double high_km2)
{
  g_assert_cmpfloat (area, >, low_km2 * KM2);
  g_assert_cmpfloat (area, <, high_km2 * KM2);
}

/* (nullable) */
static const AtlasChange *
find_claim (GPtrArray *pieces, const char *id)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *piece = pieces->pdata[i];

      if (piece->claim != NULL &&
          g_str_has_prefix (atlas_record_get_id (ATLAS_RECORD (piece->claim)), id))
        return piece;
    }
  return NULL;
}

/* 1864: Russia held much of the belt for years. What the protocol changed on the ground is the
 * least of it; what the Qing gave up depends on the form of the claim. */
static void
test_cession_1864 (void)
{
  const char *event = "event/tarbagatai-protocol-1864";
  g_autoptr (GPtrArray) year = atlas_changes_between (read_shipped (),
                                                      day (1863, 12, 31),
                                                      day (1865, 1, 1),
                                                      ATLAS_CHANGES_NET);
  g_autoptr (GPtrArray) pieces = atlas_changes_measure_event (read_shipped (), event);
  const AtlasChange *wide = find_claim (pieces, "territory/qing-claim-max");
  const AtlasChange *narrow = find_claim (pieces, "territory/qing-claim-min");

  g_assert_cmpfloat_with_epsilon (sum_areas (year, "polity/qing", "polity/russia", event),
                                  ((AtlasChange *) pieces->pdata[0])->area,
                                  1.0);
  assert_between (((AtlasChange *) pieces->pdata[0])->area, 40000, 60000);
  g_assert_cmpint (((AtlasChange *) pieces->pdata[0])->day, ==, day (1864, 10, 7));
  g_assert_nonnull (wide);
  g_assert_nonnull (narrow);
  assert_between (wide->area, 640000, 665000);
  assert_between (narrow->area, 515000, 540000);
  g_assert_cmpstr (wide->from.polity, ==, "polity/qing");
  g_assert_cmpint (wide->from.standing, ==, ATLAS_STANDING_CLAIM);
  g_assert_cmpstr (wide->to.polity, ==, "polity/russia");
  check_piece (wide);
  /* The sources' 440,000 lies in the range of the narrower form. */
  g_assert_cmpfloat (narrow->area_low, <, 440000 * KM2);
  g_assert_cmpfloat (narrow->area_high, >, 440000 * KM2);
}

static void
test_occupation_of_ili (void)
{
  g_autoptr (GPtrArray) taken =
    atlas_changes_between (read_shipped (), day (1871, 7, 3), day (1871, 7, 4), ATLAS_CHANGES_NET);
  g_autoptr (GPtrArray) returned =
    atlas_changes_measure_event (read_shipped (), "event/ili-handover-1882");
  const AtlasChange *ili = taken->pdata[0];

  g_assert_cmpuint (taken->len, ==, 1);
  assert_between (ili->area, 65000, 70000);
  g_assert_cmpstr (ili->from.polity, ==, "polity/ili-sultanate");
  g_assert_cmpstr (ili->to.polity, ==, "polity/russia");
  g_assert_cmpstr (ili->to.over, ==, "polity/qing");
  g_assert_cmpstr (ili->event, ==, "event/russian-occupation-of-ili-1871");
  g_assert_cmpuint (returned->len, ==, 1);
  assert_between (((AtlasChange *) returned->pdata[0])->area, 55500, 59500);
  g_assert_cmpint (((AtlasChange *) returned->pdata[0])->day, ==, day (1882, 3, 22));
}

/* 1881: Russia keeps what it had occupied west of the Khorgos. Its own now: no new hand, a new
 * owner. From before the occupation to after it, the Qing have lost it by the treaty. */
static void
test_cession_1881 (void)
{
  const char *event = "event/petersburg-treaty-1881";
  g_autoptr (GPtrArray) pieces = atlas_changes_measure_event (read_shipped (), event);
  g_autoptr (GPtrArray) long_after =
    atlas_changes_between (read_shipped (), day (1863, 1, 1), day (1946, 1, 1), ATLAS_CHANGES_NET);
  const AtlasChange *strip = pieces->pdata[0];
  const AtlasChange *livadia = find_claim (pieces, "territory/livadia");

  g_assert_cmpint (strip->kind, ==, ATLAS_CHANGE_TITLE);
  assert_between (strip->area, 9000, 10700);
  g_assert_cmpstr (strip->from.over, ==, "polity/qing");
  g_assert_cmpint (strip->to.standing, ==, ATLAS_STANDING_SOVEREIGN);
  g_assert_nonnull (livadia);
  assert_between (livadia->area, 18000, 20500);
  g_assert_cmpfloat_with_epsilon (sum_areas (long_after, "polity/qing", "polity/ussr", event),
                                  strip->area,
                                  1.0);
}

static void
test_cession_1883 (void)
{
  g_autoptr (GPtrArray) pieces = atlas_changes_between (read_shipped (),
                                                        day (1883, 8, 11),
                                                        day (1883, 8, 12),
                                                        ATLAS_CHANGES_NET);
  const AtlasChange *zaysan = pieces->pdata[0];

  g_assert_cmpuint (pieces->len, ==, 1);
  assert_between (zaysan->area, 12500, 14000);
  g_assert_cmpstr (zaysan->from.polity, ==, "polity/qing");
  g_assert_cmpstr (zaysan->to.polity, ==, "polity/russia");
  g_assert_cmpstr (zaysan->event, ==, "event/boundary-protocols-1882-84");
}

/* A state and its successor are one hand: the revolution is no conquest, and rebels succeed nobody.
 */
static void
test_succession (void)
{
  g_autoptr (GPtrArray) pieces = atlas_changes_between (read_shipped (),
                                                        day (1911, 1, 1),
                                                        day (1949, 12, 31),
                                                        ATLAS_CHANGES_NET);
  g_autoptr (GPtrArray) kashgar =
    atlas_changes_between (read_shipped (), day (1865, 1, 31), day (1865, 2, 1), ATLAS_CHANGES_NET);
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *piece = pieces->pdata[i];

      if ((g_strcmp0 (piece->from.polity, "polity/qing") == 0 &&
           g_strcmp0 (piece->to.polity, "polity/prc") == 0) ||
          (g_strcmp0 (piece->from.polity, "polity/russia") == 0 &&
           g_strcmp0 (piece->to.polity, "polity/ussr") == 0))
        {
          g_assert_cmpint (piece->kind, ==, ATLAS_CHANGE_SUCCESSION);
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpfloat (sum_areas (kashgar, "polity/kashgar-siddiq", "polity/yettishar", NULL),
                     >,
                     0.0);
  for (guint i = 0; i < kashgar->len; i++)
    g_assert_cmpint (((AtlasChange *) kashgar->pdata[i])->kind, ==, ATLAS_CHANGE_CONTROL);
}

static gboolean
has_claim (GPtrArray *territories)
{
  for (guint i = 0; i < territories->len; i++)
    if (atlas_territory_get_standing (territories->pdata[i]) == ATLAS_STANDING_CLAIM)
      return TRUE;
  return FALSE;
}

static void
test_viewpoints (void)
{
  AtlasHistoryIndex *index = read_shipped ();
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autoptr (GPtrArray) viewpoints = atlas_history_index_get_viewpoints (index);
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY), n_claims = 0;

  g_assert_cmpuint (viewpoints->len, >=, 2);
  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i);
      AtlasTerritory *claim = ATLAS_TERRITORY (record);
      AtlasDay when = atlas_record_get_bounds (record).begin;
      g_autoptr (GPtrArray) common = NULL;
      guint n_sees = 0;

      if (atlas_territory_get_standing (claim) != ATLAS_STANDING_CLAIM)
        continue;
      n_claims++;
      common = atlas_history_index_territories_on (index, when, NULL);
      g_assert_false (has_claim (common));
      for (guint j = 0; j < viewpoints->len; j++)
        {
          const char *id = atlas_record_get_id (viewpoints->pdata[j]);
          g_autoptr (GPtrArray) seen = atlas_history_index_territories_on (index, when, id);

          if (g_ptr_array_find (seen, claim, NULL))
            {
              g_assert_cmpstr (id, ==, atlas_territory_get_viewpoint (claim));
              n_sees++;
            }
        }
      g_assert_cmpuint (n_sees, ==, 1);
    }
  g_assert_cmpuint (n_claims, >=, 3);
}

static void
test_claims_at (void)
{
  const AtlasPoint zhaosu = { 81.126, 43.157 };
  AtlasHistoryIndex *index = read_shipped ();
  g_autoptr (GPtrArray) livadia = atlas_history_index_claims_at (index, zhaosu, day (1880, 1, 1));
  g_autoptr (GPtrArray) later = atlas_history_index_claims_at (index, zhaosu, day (1885, 1, 1));

  g_assert_cmpuint (livadia->len, ==, 1);
  g_assert_cmpstr (atlas_territory_get_polity (livadia->pdata[0]), ==, "polity/russia");
  g_assert_cmpuint (later->len, ==, 0);
}

/* Along every line in many small steps. */
static double
walk_borders (AtlasHistoryIndex *index, AtlasPoint point, AtlasDay when)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_SEGMENT); i++)
    {
      AtlasSegment *segment =
        ATLAS_SEGMENT (atlas_dataset_get_record (dataset, ATLAS_KIND_SEGMENT, i));
      const AtlasBoundaryPhase *phase = atlas_segment_get_phase_on (segment, when);
      guint n;
      const AtlasPoint *line = atlas_segment_get_line (segment, &n);

      if (phase == NULL || phase->basis >= ATLAS_BASIS_COAST ||
          (phase->form != ATLAS_FORM_LINE && phase->form != ATLAS_FORM_FRONT))
        continue;
      for (guint j = 0; j + 1 < n; j++)
        for (int step = 0; step <= 30; step++)
          {
            double part = step / 30.0;
            AtlasPoint here = { line[j].lon + part * (line[j + 1].lon - line[j].lon),
                                line[j].lat + part * (line[j + 1].lat - line[j].lat) };

            best = MIN (best, atlas_geo_distance (point, here));
          }
    }
  return best;
}

static void
test_nearest_segment (void)
{
  AtlasHistoryIndex *index = read_shipped ();
  AtlasSegment *segment;
  double distance = 0.0;

  for (int round = 0; round < 8; round++)
    {
      AtlasPoint point = { g_test_rand_double_range (60, 95), g_test_rand_double_range (35, 53) };
      AtlasDay when = random_day ();
      double slow = walk_borders (index, point, when);

      g_assert_nonnull (atlas_history_index_nearest_segment (index, point, when, &distance));
      g_assert_cmpfloat (distance, <=, slow * 1.001 + 1.0);
      g_assert_cmpfloat (distance, >=, slow * 0.96 - 1000.0);
    }

  /* Khorgos on the frontier of 1881: the river parts the two. */
  segment = atlas_history_index_nearest_segment (index,
                                                 (AtlasPoint){ 80.41, 44.21 },
                                                 day (1890, 1, 1),
                                                 &distance);
  g_assert_true (
    g_str_has_prefix (atlas_record_get_id (ATLAS_RECORD (segment)), "segment/t1881-khorgos"));
  g_assert_cmpfloat (distance, <, 15000.0);
}

static gboolean
holds_at (GPtrArray *territories, AtlasPoint point, const char *polity, const char *standing)
{
  for (guint i = 0; i < territories->len; i++)
    {
      AtlasTerritory *territory = territories->pdata[i];

      if (g_strcmp0 (atlas_territory_get_polity (territory), polity) == 0 &&
          g_strcmp0 (atlas_standing_to_string (atlas_territory_get_standing (territory)),
                     standing) == 0 &&
          atlas_multi_polygon_contains (atlas_territory_get_shape (territory), point))
        return TRUE;
    }
  return FALSE;
}

static void
check_control_point (AtlasHistoryIndex *index, char **fields)
{
  AtlasPoint point = { g_ascii_strtod (fields[1], NULL), g_ascii_strtod (fields[2], NULL) };
  g_autoptr (GPtrArray) standing = NULL;
  AtlasTerritory *holder;
  AtlasEdtf when;

  g_assert_true (atlas_edtf_parse (fields[3], &when, NULL));
  if (g_str_equal (fields[5], "claim"))
    {
      standing = atlas_history_index_claims_at (index, point, when.start.begin);
      g_assert_true (holds_at (standing, point, fields[4], fields[5]));
      return;
    }
  standing = atlas_history_index_territories_on (index, when.start.begin, NULL);
  if (!holds_at (standing, point, fields[4], fields[5]))
    g_error ("%s on %s: not %s %s", fields[0], fields[3], fields[4], fields[5]);

  /* Who is asked for at a point is that one, or who occupies it. */
  holder = atlas_history_index_territory_at (index, point, when.start.begin);
  g_assert_nonnull (holder);
  if (g_str_equal (fields[5], "occupation"))
    g_assert_cmpstr (atlas_territory_get_polity (holder), ==, fields[4]);
  else if (g_strcmp0 (atlas_territory_get_polity (holder), fields[4]) != 0)
    g_assert_cmpint (atlas_territory_get_standing (holder), ==, ATLAS_STANDING_OCCUPATION);
}

/* The table of known points, which the test of the data walks without the program. */
static void
test_control_points (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "atlas", "control-points.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, 8);
      check_control_point (read_shipped (), fields);
      n++;
    }
  g_assert_cmpuint (n, >=, 150);
}

/* A place has the polity of its changes of control, and before them that of the land about it. */
static void
test_town_holders (void)
{
  AtlasHistoryIndex *with_net = read_shipped ();
  AtlasDataset *dataset = atlas_history_index_get_dataset (with_net);
  g_autoptr (AtlasHistoryIndex) index = atlas_history_index_new (dataset);
  guint n_told = 0, n_by_land = 0;

  g_assert_nonnull (atlas_history_index_get_land_net (with_net));
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE); i++)
    {
      AtlasPlace *place = ATLAS_PLACE (atlas_dataset_get_record (dataset, ATLAS_KIND_PLACE, i));
      AtlasPoint point;

      if (!atlas_place_get_location (place, &point.lon, &point.lat))
        continue;
      for (int year = 1720 + (int) (i % 20); year < 1950; year += 20)
        {
          AtlasDay on = day (year, 6, 1);
          AtlasPolity *told = atlas_history_index_town_control_on (index, place, on);
          AtlasPolity *holder = atlas_history_index_town_holder_on (index, place, on);
          AtlasTerritory *land;

          g_assert_true (holder == atlas_history_index_town_holder_on (with_net, place, on));
          if (told != NULL)
            {
              g_assert_true (holder == told);
              n_told++;
              continue;
            }
          land = atlas_history_index_territory_at (index, point, on);
          g_assert_cmpstr (holder != NULL ? atlas_record_get_id (ATLAS_RECORD (holder)) : NULL,
                           ==,
                           land != NULL ? atlas_territory_get_polity (land) : NULL);
          n_by_land += land != NULL;
        }
    }
  g_assert_cmpuint (n_told, >, 500);
  g_assert_cmpuint (n_by_land, >, 500);
}

/* A town that is won back is claimed no more, but the claim to the others goes on. */
static void
test_claim_goes_on (void)
{
  g_autoptr (GPtrArray) kucha =
    atlas_changes_measure_event (read_shipped (), "event/kucha-recovered-1877");

  g_assert_cmpuint (kucha->len, >, 0);
  for (guint i = 0; i < kucha->len; i++)
    g_assert_cmpint (((AtlasChange *) kucha->pdata[i])->kind, !=, ATLAS_CHANGE_CLAIM);
}

static gpointer
ask_cb (gpointer data)
{
  return atlas_changes_between (data, day (1860, 1, 1), day (1880, 1, 1), ATLAS_CHANGES_NET);
}

static void
test_threads (void)
{
  g_autoptr (AtlasHistoryIndex) index = read_small ();
  GThread *threads[4];

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("asker", ask_cb, index);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) pieces = g_thread_join (threads[i]);

      g_assert_cmpuint (pieces->len, ==, 1);
      check_piece (pieces->pdata[0]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/changes/small", test_small);
  g_test_add_func ("/index/changes/small-days", test_small_days);
  g_test_add_func ("/index/changes/small-event", test_small_event);
  g_test_add_func ("/index/changes/piece-stays", test_piece_stays);
  g_test_add_func ("/index/changes/net-on-shipped", test_net_on_shipped);
  g_test_add_func ("/index/changes/net-on-random", test_net_on_random);
  g_test_add_func ("/index/changes/arcs", test_arcs);
  g_test_add_func ("/index/changes/against-slow", test_against_slow);
  g_test_add_func ("/index/changes/way-back", test_way_back);
  g_test_add_func ("/index/changes/sums", test_sums);
  g_test_add_func ("/index/changes/cession-1864", test_cession_1864);
  g_test_add_func ("/index/changes/occupation-of-ili", test_occupation_of_ili);
  g_test_add_func ("/index/changes/cession-1881", test_cession_1881);
  g_test_add_func ("/index/changes/cession-1883", test_cession_1883);
  g_test_add_func ("/index/changes/succession", test_succession);
  g_test_add_func ("/index/changes/viewpoints", test_viewpoints);
  g_test_add_func ("/index/changes/claims-at", test_claims_at);
  g_test_add_func ("/index/changes/town-holders", test_town_holders);
  g_test_add_func ("/index/changes/claim-goes-on", test_claim_goes_on);
  g_test_add_func ("/index/changes/nearest-segment", test_nearest_segment);
  g_test_add_func ("/index/changes/control-points", test_control_points);
  g_test_add_func ("/index/changes/threads", test_threads);
  return g_test_run ();
}
