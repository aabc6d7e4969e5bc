/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-leg-pace.h"
#include "atlas-random-atlas.h"

static AtlasDataset *
read_legs (void)
{
  static const char *const whens[] = {
    "{\"start\":{\"in\":\"1864-05-01\"},\"end\":{\"in\":\"1864-05-06\"}}",
    "{\"start\":{\"in\":\"1864-05-08\"},\"end\":{\"in\":\"1864-05-08\"}}",
    "{\"start\":{\"in\":\"1864-05\"},\"end\":{\"in\":\"1864-07\"}}",
    "{\"start\":{\"in\":\"1864-08\"}}",
    "{\"start\":{\"in\":\"1864-09-01\"},\"end\":{\"in\":\"..\"}}",
  };
  g_autoptr (GString) json = g_string_new (NULL);

  random_atlas_feature (json,
                        "source",
                        0,
                        NULL,
                        "\"geometry\":null,\"atlas:source-type\":\"general-knowledge\"");
  random_atlas_feature (json, "polity", 0, NULL, "\"geometry\":null,\"atlas:family\":\"other\"");
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *place =
        g_strdup_printf ("\"geometry\":{\"type\":\"Point\",\"coordinates\":[%d,0]},"
                         "\"atlas:place-type\":\"town\",\"atlas:rank\":1",
                         80 + i);

      random_atlas_feature (json, "place", i, NULL, place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autofree char *after =
        i > 0 ? g_strdup_printf (",\"atlas:after\":\"leg/r-%u\"", i - 1) : g_strdup ("");
      g_autofree char *leg =
        g_strdup_printf ("\"geometry\":null,\"atlas:from\":\"place/r-0\",\"atlas:to\":"
                         "\"place/r-1\",\"atlas:polity\":\"polity/r-0\"%s",
                         after);

      random_atlas_feature (json, "leg", (int) i, whens[i], leg);
    }
  return random_atlas_read (json->str);
}

static AtlasLeg *
get_leg (AtlasDataset *dataset, int number)
{
  g_autofree char *id = g_strdup_printf ("leg/r-%d", number);
  AtlasRecord *leg = atlas_dataset_lookup (dataset, id);

  g_assert_true (ATLAS_IS_LEG (leg));
  return ATLAS_LEG (leg);
}

/* A degree of the equator is 111.32 km. */
#define DEGREE 111.31949

static void
test_measure (void)
{
  g_autoptr (AtlasDataset) dataset = read_legs ();
  AtlasLegPace pace;

  /* Six days, both counted. */
  g_assert_true (atlas_leg_pace_measure (get_leg (dataset, 0), &pace));
  g_assert_cmpfloat_with_epsilon (pace.km, DEGREE, 1e-3);
  g_assert_cmpint (pace.most_days, ==, 6);
  g_assert_true (atlas_leg_pace_is_exact (&pace));
  g_assert_false (atlas_leg_pace_is_implausible (&pace));
  g_assert_cmpfloat_with_epsilon (pace.slowest, DEGREE / 6.0, 1e-3);

  /* All of it in a day. */
  g_assert_true (atlas_leg_pace_measure (get_leg (dataset, 1), &pace));
  g_assert_true (atlas_leg_pace_is_exact (&pace));
  g_assert_true (atlas_leg_pace_is_implausible (&pace));

  /* From some day of May to some day of July: 32 days at least, 92 at most. */
  g_assert_true (atlas_leg_pace_measure (get_leg (dataset, 2), &pace));
  g_assert_cmpint (pace.least_days, ==, 32);
  g_assert_cmpint (pace.most_days, ==, 92);
  g_assert_false (atlas_leg_pace_is_exact (&pace));

  /* Some time in August: no least, and no figure for the fastest. */
  g_assert_true (atlas_leg_pace_measure (get_leg (dataset, 3), &pace));
  g_assert_cmpint (pace.least_days, ==, 0);
  g_assert_cmpint (pace.most_days, ==, 31);
  g_assert_cmpfloat (pace.fastest, <=, 0.0);

  /* It never arrived. */
  g_assert_false (atlas_leg_pace_measure (get_leg (dataset, 4), &pace));
}

static void
test_gaps (void)
{
  g_autoptr (AtlasDataset) dataset = read_legs ();
  AtlasTimeSpan gap;

  g_assert_true (
    atlas_time_span_is_empty (atlas_leg_pace_find_gap (dataset, get_leg (dataset, 0))));
  gap = atlas_leg_pace_find_gap (dataset, get_leg (dataset, 1));
  g_assert_cmpint (gap.begin, ==, atlas_day_from_gregorian (1864, 5, 7));
  g_assert_cmpint (gap.end, ==, gap.begin);
  /* May may have followed at once. */
  g_assert_true (
    atlas_time_span_is_empty (atlas_leg_pace_find_gap (dataset, get_leg (dataset, 2))));
}

/* On the day between the two legs the column is out of sight, and on no other. */
static void
test_silence (void)
{
  g_autoptr (AtlasDataset) dataset = read_legs ();
  AtlasDay day = atlas_day_from_gregorian (1864, 5, 7);

  for (AtlasDay at = day - 4; at < day + 4; at++)
    {
      AtlasTimeSpan silence = atlas_leg_pace_find_silence (dataset, get_leg (dataset, 0), at);

      g_assert_cmpint (atlas_time_span_is_empty (silence), ==, at != day);
      if (at == day)
        g_assert_true (silence.begin == day && silence.end == day);
    }
  g_assert_true (atlas_time_span_is_empty (
    atlas_leg_pace_find_silence (dataset, get_leg (dataset, 4), day + 400)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/leg-pace/measure", test_measure);
  g_test_add_func ("/index/leg-pace/gaps", test_gaps);
  g_test_add_func ("/index/leg-pace/silence", test_silence);
  return g_test_run ();
}
