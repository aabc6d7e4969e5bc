/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-march.h"
#include "atlas-random-atlas.h"

/* Places stand a degree of the equator apart: 111.3 km on the ellipsoid. */
#define DEGREE 111.3195

typedef struct
{
  int from, to;
  int after; /* -1 for none */
  int commander;
  const char *when;
} Leg;

/* A column of the commander 0 goes from 0 to 3 and parts at 2; a leg of the commander 1 goes on
 * from 3, and one of 0 is told to follow but begins elsewhere. */
static const Leg legs[] = {
  { 0, 1, -1, 0, "{\"start\":{\"in\":\"1877-10-01\"},\"end\":{\"in\":\"1877-10-05\"}}" },
  { 1, 2, 0, 0, "{\"start\":{\"in\":\"1877-10-05\"},\"end\":{\"in\":\"1877-10-10\"}}" },
  { 2, 3, 1, 0, "{\"start\":{\"in\":\"1877-10-21\"},\"end\":{\"in\":\"1877-10-30\"}}" },
  { 2, 4, 1, 0, "{\"start\":{\"in\":\"[1877-11..1877-12]\"}}" },
  { 3, 4, 2, 1, "{\"start\":{\"in\":\"1877-11-01\"}}" },
  { 4, 0, 2, 0, "{\"start\":{\"in\":\"1877-11-02\"}}" },
};

static AtlasDataset *
read_atlas (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  random_atlas_feature (json,
                        "source",
                        0,
                        NULL,
                        "\"geometry\":null,\"atlas:source-type\":\"general-knowledge\"");
  random_atlas_feature (json, "polity", 0, NULL, "\"geometry\":null,\"atlas:family\":\"other\"");
  for (int i = 0; i < 2; i++)
    random_atlas_feature (json, "person", i, NULL, "\"geometry\":null");
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *place =
        g_strdup_printf ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[%d,0]},"
                         "\"atlas:place-type\":\"town\",\"atlas:rank\":1",
                         80 + i);

      random_atlas_feature (json, "place", i, NULL, place);
    }
  random_atlas_feature (json, "campaign", 0, NULL, "\"geometry\":null");
  random_atlas_feature (json,
                        "campaign",
                        1,
                        NULL,
                        "\"geometry\":null,\"atlas:parent\":\"campaign/r-0\"");
  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    {
      g_autofree char *after = legs[i].after < 0
                                 ? g_strdup ("")
                                 : g_strdup_printf (",\"atlas:after\":\"leg/r-%d\"", legs[i].after);
      g_autofree char *leg =
        g_strdup_printf ("\"geometry\":null,\"atlas:from\":\"place/r-%d\",\"atlas:to\":"
                         "\"place/r-%d\",\"atlas:polity\":\"polity/r-0\",\"atlas:commanders\":"
                         "[\"person/r-%d\"],\"atlas:campaign\":\"campaign/r-%d\"%s",
                         legs[i].from,
                         legs[i].to,
                         legs[i].commander,
                         i == 2 ? 1 : 0,
                         after);

      random_atlas_feature (json, "leg", (int) i, legs[i].when, leg);
    }
  return random_atlas_read (json->str);
}

static gpointer
lookup (AtlasDataset *dataset, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (dataset, id);

  g_assert_nonnull (record);
  return record;
}

/* The numbers of the legs, in order. */
static void
assert_legs (GPtrArray *march, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < march->len; i++)
    g_string_append (found, atlas_record_get_id (march->pdata[i]) + strlen ("leg/r-"));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_to (void)
{
  static const char *const expected[] = { "0", "01", "012", "013", "4", "5" };
  g_autoptr (AtlasDataset) dataset = read_atlas ();

  for (guint i = 0; i < G_N_ELEMENTS (legs); i++)
    {
      g_autofree char *id = g_strdup_printf ("leg/r-%u", i);
      g_autoptr (GPtrArray) march = atlas_march_to (dataset, lookup (dataset, id), NULL);

      assert_legs (march, expected[i]);
    }
}

static void
assert_columns (AtlasDataset *dataset, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) columns = atlas_march_find_columns (dataset, lookup (dataset, id));

  g_assert_cmpuint (columns->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    assert_legs (columns->pdata[0], expected);
}

/* A leg that is alone is no march; a part of a campaign tells the whole column. */
static void
test_columns (void)
{
  g_autoptr (AtlasDataset) dataset = read_atlas ();

  assert_columns (dataset, "leg/r-1", "0123");
  assert_columns (dataset, "leg/r-4", NULL);
  assert_columns (dataset, "campaign/r-0", "0123");
  assert_columns (dataset, "campaign/r-1", "0123");
  assert_columns (dataset, "person/r-0", "0123");
  assert_columns (dataset, "person/r-1", NULL);
}

/* Over a stretch the rests count; an end that is only known within a span gives no fastest pace. */
static void
test_measure (void)
{
  g_autoptr (AtlasDataset) dataset = read_atlas ();
  g_autoptr (GPtrArray) march = atlas_march_to (dataset, lookup (dataset, "leg/r-2"), NULL);
  g_autoptr (GPtrArray) other = atlas_march_to (dataset, lookup (dataset, "leg/r-3"), NULL);
  AtlasLegPace pace;

  g_assert_true (atlas_march_measure (march, 0, 2, &pace));
  g_assert_cmpfloat_with_epsilon (pace.km, 3.0 * DEGREE, 0.01);
  g_assert_cmpint (pace.most_days, ==, 30);
  g_assert_cmpint (pace.least_days, ==, 30);
  g_assert_cmpfloat_with_epsilon (pace.slowest, 3.0 * DEGREE / 30.0, 0.01);
  g_assert_true (atlas_leg_pace_is_exact (&pace));

  g_assert_true (atlas_march_measure (march, 1, 2, &pace));
  g_assert_cmpint (pace.most_days, ==, 26);
  g_assert_cmpfloat_with_epsilon (pace.km, 2.0 * DEGREE, 0.01);

  g_assert_true (atlas_march_measure (other, 0, 2, &pace));
  g_assert_cmpint (pace.most_days, ==, 92);
  g_assert_cmpint (pace.least_days, ==, 0);

  /* A single leg is measured as it is by itself. */
  for (guint i = 0; i < march->len; i++)
    {
      AtlasLegPace alone;

      g_assert_true (atlas_leg_pace_measure (march->pdata[i], &alone));
      g_assert_true (atlas_march_measure (march, i, i, &pace));
      g_assert_cmpfloat_with_epsilon (pace.km, alone.km, 1e-9);
      g_assert_cmpint (pace.most_days, ==, alone.most_days);
      g_assert_cmpint (pace.least_days, ==, alone.least_days);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/march/to", test_to);
  g_test_add_func ("/index/march/columns", test_columns);
  g_test_add_func ("/index/march/measure", test_measure);
  return g_test_run ();
}
