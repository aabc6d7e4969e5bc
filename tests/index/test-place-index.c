/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-place-index.h"
#include "atlas-random-atlas.h"

static AtlasPoint
random_point (void)
{
  return (AtlasPoint){ g_test_rand_double_range (65.0, 100.0),
                       g_test_rand_double_range (30.0, 55.0) };
}

static AtlasPlace *
find_nearest_slowly (AtlasDataset *dataset, AtlasPoint point, double radius, double *distance)
{
  AtlasPlace *found = NULL;

  *distance = radius;
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE); i++)
    {
      AtlasPlace *place = ATLAS_PLACE (atlas_dataset_get_record (dataset, ATLAS_KIND_PLACE, i));
      AtlasPoint at;
      double metres;

      if (!atlas_place_get_location (place, &at.lon, &at.lat))
        continue;
      metres = atlas_geo_distance (point, at);
      if (metres <= *distance)
        {
          *distance = metres;
          found = place;
        }
    }
  return found;
}

static void
test_nearest (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasPlaceIndex) index = atlas_place_index_new (dataset);
  guint n_found = 0, n_missed = 0;

  for (int round = 0; round < 1500; round++)
    {
      AtlasPoint point = random_point ();
      double radius = g_test_rand_double_range (0.0, round % 5 ? 300000.0 : 3000000.0);
      double expected_distance, distance = -1.0;
      AtlasPlace *expected = find_nearest_slowly (dataset, point, radius, &expected_distance);
      AtlasPlace *found = atlas_place_index_nearest (index, point, radius, &distance);

      g_assert_true (found == expected);
      if (found)
        g_assert_cmpfloat_with_epsilon (distance, expected_distance, 1e-6);
      n_found += found != NULL;
      n_missed += found == NULL;
    }
  g_assert_cmpuint (n_found, >, 100);
  g_assert_cmpuint (n_missed, >, 100);
}

static void
test_poles (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasPlaceIndex) index = atlas_place_index_new (dataset);

  g_assert_nonnull (atlas_place_index_nearest (index, (AtlasPoint){ -170.0, 89.9 }, 7e6, NULL));
  g_assert_null (atlas_place_index_nearest (index, (AtlasPoint){ 10.0, -89.9 }, 1e6, NULL));
}

static void
test_in_box (void)
{
  g_autoptr (AtlasDataset) dataset = random_atlas_new ();
  g_autoptr (AtlasPlaceIndex) index = atlas_place_index_new (dataset);

  for (int round = 0; round < 500; round++)
    {
      AtlasPoint a = random_point ();
      AtlasBox box = { a.lon,
                       a.lat,
                       a.lon + g_test_rand_double_range (-1.0, 15.0),
                       a.lat + g_test_rand_double_range (-1.0, 10.0) };
      g_autoptr (GPtrArray) found = atlas_place_index_in_box (index, box);
      guint n_expected = 0;

      for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE); i++)
        {
          AtlasPlace *place = ATLAS_PLACE (atlas_dataset_get_record (dataset, ATLAS_KIND_PLACE, i));
          AtlasPoint at;
          gboolean expected =
            atlas_place_get_location (place, &at.lon, &at.lat) && atlas_box_contains (box, at);

          g_assert_cmpint (g_ptr_array_find (found, place, NULL), ==, expected);
          n_expected += (guint) expected;
        }
      g_assert_cmpuint (found->len, ==, n_expected);
      for (guint i = 1; i < found->len; i++)
        g_assert_cmpuint (atlas_place_get_rank (found->pdata[i - 1]),
                          <=,
                          atlas_place_get_rank (found->pdata[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/place-index/nearest", test_nearest);
  g_test_add_func ("/index/place-index/poles", test_poles);
  g_test_add_func ("/index/place-index/in-box", test_in_box);
  return g_test_run ();
}
