/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-live-set.h"
#include "atlas-mercator.h"
#include "atlas-random-overlay.h"

/* A year shows what starts before its end and ends at its beginning or later, in decimal years as
 * they stand in the file. */
static void
test_years (void)
{
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  enum
  {
    N = 500
  };
  double starts[N], ends[N];
  g_autoptr (AtlasOverlayIndex) index = NULL;
  g_autoptr (AtlasLiveSet) live = NULL;

  for (int i = 0; i < N; i++)
    {
      starts[i] = g_test_rand_int_range (1717000, 1949999) / 1000.0;
      ends[i] = starts[i] + g_test_rand_int_range (0, i % 2 == 0 ? 999 : 60000) / 1000.0;
      g_string_append_printf (text,
                              "%s{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                              "\"coordinates\":[80,43]},\"properties\":{\"start\":%.3f,"
                              "\"end\":%.3f}}",
                              i > 0 ? "," : "",
                              starts[i],
                              ends[i]);
    }
  g_string_append (text, "]}");
  index = atlas_test_overlay_from_text (text->str);
  live = atlas_live_set_new (atlas_overlay_index_get_points (index));
  for (int year = 1715; year < 2012; year++)
    {
      AtlasTimeSpan window = { atlas_day_from_gregorian (year, 1, 1),
                               atlas_day_from_gregorian (year, 12, 31) };

      atlas_live_set_move (live, window);
      for (guint i = 0; i < N; i++)
        g_assert_cmpint (atlas_live_set_contains (live, i),
                         ==,
                         starts[i] < year + 1 && ends[i] >= year);
    }
  g_string_free (text, TRUE);
}

static AtlasFixedPoint
fix (double lon, double lat)
{
  return (AtlasFixedPoint){ (guint32) (atlas_mercator_x (lon) * ATLAS_FIXED_WORLD),
                            (guint32) (atlas_mercator_y (lat) * ATLAS_FIXED_WORLD) };
}

static void
test_contains (void)
{
  g_autoptr (AtlasOverlayIndex) index = atlas_test_overlay_from_text (
    "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"MultiPolygon\","
    "\"coordinates\":[[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[2,2],[4,2],[4,4],[2,4],"
    "[2,2]]],[[[20,0],[30,0],[25,10],[20,0]]]]}}");

  g_assert_true (atlas_overlay_index_area_contains (index, 0, fix (1.0, 1.0)));
  g_assert_true (atlas_overlay_index_area_contains (index, 0, fix (25.0, 5.0)));
  g_assert_false (atlas_overlay_index_area_contains (index, 0, fix (3.0, 3.0)));
  g_assert_false (atlas_overlay_index_area_contains (index, 0, fix (15.0, 5.0)));
  g_assert_false (atlas_overlay_index_area_contains (index, 0, fix (20.5, 8.0)));
  g_assert_false (atlas_overlay_index_area_contains (index, 0, fix (-1.0, 1.0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/overlay-index/years", test_years);
  g_test_add_func ("/index/overlay-index/contains", test_contains);
  return g_test_run ();
}
