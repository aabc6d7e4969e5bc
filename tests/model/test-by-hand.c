/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-dataset-check.h"
#include "atlas-test.h"

/* An atlas that was written by hand from data/schema/FORMAT.md alone: what the description says is
 * what the program reads. */

static void
test_check (void)
{
  g_autofree char *path = atlas_test_fixture ("by-hand");
  g_autoptr (GPtrArray) problems = atlas_dataset_check (path, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = atlas_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_every_kind (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("by-hand");

  for (int kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      g_test_message ("%s", atlas_kind_to_string ((AtlasKind) kind));
      g_assert_cmpuint (atlas_dataset_get_n_records (dataset, (AtlasKind) kind), >, 0);
    }
}

static void
test_names (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("by-hand");
  AtlasRecord *altyn = atlas_dataset_lookup (dataset, "place/altyn");
  AtlasDay before = atlas_day_from_gregorian (1864, 1, 1);
  AtlasDay after = atlas_day_from_gregorian (1951, 1, 1);

  g_assert_cmpstr (atlas_record_get_name_on (altyn, "zh-Hant", before), ==, "阿勒騰");
  g_assert_cmpstr (atlas_record_get_name_on (altyn, "zh-Hant", after), ==, "金渡");
  g_assert_cmpstr (atlas_record_get_name_on (altyn, "en", after), ==, "Altyn");
}

static void
test_claims (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("by-hand");
  AtlasRecord *event = atlas_dataset_lookup (dataset, "event/kumis-taken-1864");
  guint n;
  const AtlasClaim *claims = atlas_record_get_claims (event, &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint ((int) claims[0].low, ==, 40);
  g_assert_cmpstr (claims[0].citation.page, ==, "14");
  g_assert_cmpint ((int) claims[1].low, ==, 60);
  g_assert_cmpint ((int) claims[1].high, ==, 70);
  g_assert_true (claims[1].approximate);
  g_assert_cmpstr (atlas_text_get (claims[2].text, "en"), ==, "nobody was hurt");
  g_assert_false (claims[3].has_number);
  g_assert_cmpstr (claims[3].as_written, ==, "a bag of silver");
  g_assert_cmpint (atlas_record_get_status (event), ==, ATLAS_STATUS_DISPUTED);
}

static void
test_land (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("by-hand");
  AtlasTerritory *occupied =
    ATLAS_TERRITORY (atlas_dataset_lookup (dataset, "territory/kumis-occupied"));
  AtlasMultiPolygon *shape = atlas_territory_get_shape (occupied);

  g_assert_cmpstr (atlas_territory_get_over (occupied), ==, "polity/kumis");
  g_assert_true (atlas_multi_polygon_contains (shape, (AtlasPoint){ 80.4, 44.2 }));
  g_assert_false (atlas_multi_polygon_contains (shape, (AtlasPoint){ 80.0, 44.0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/by-hand/check", test_check);
  g_test_add_func ("/model/by-hand/every-kind", test_every_kind);
  g_test_add_func ("/model/by-hand/names", test_names);
  g_test_add_func ("/model/by-hand/claims", test_claims);
  g_test_add_func ("/model/by-hand/land", test_land);
  return g_test_run ();
}
