/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-geo.h"

/* One degree of the equator is the axis times a degree; the quarter of a meridian of WGS84 is
 * 10001965.729 m. */
static const struct
{
  AtlasPoint a;
  AtlasPoint b;
  double metres;
} distances[] = {
  { { 0.0, 0.0 }, { 1.0, 0.0 }, 111319.4908 },
  { { 10.0, 0.0 }, { 10.0, 90.0 }, 10001965.7293 },
  { { 179.5, 0.0 }, { -179.5, 0.0 }, 111319.4908 },
  { { 81.3, 43.9 }, { 81.3, 43.9 }, 0.0 },
};

static void
test_distance (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      g_assert_cmpfloat_with_epsilon (atlas_geo_distance (distances[i].a, distances[i].b),
                                      distances[i].metres,
                                      1e-3);
      g_assert_cmpfloat_with_epsilon (atlas_geo_distance (distances[i].b, distances[i].a),
                                      distances[i].metres,
                                      1e-3);
    }
}

/* The great circle on a sphere is the slow man's geodesic: within 0.6 % of it everywhere. */
static void
test_distance_near_sphere (void)
{
  for (int i = 0; i < 500; i++)
    {
      AtlasPoint a = { g_test_rand_double_range (40.0, 120.0),
                       g_test_rand_double_range (20.0, 60.0) };
      AtlasPoint b = { g_test_rand_double_range (40.0, 120.0),
                       g_test_rand_double_range (20.0, 60.0) };
      double k = G_PI / 180.0;
      double h = pow (sin ((b.lat - a.lat) * k / 2), 2) +
                 cos (a.lat * k) * cos (b.lat * k) * pow (sin ((b.lon - a.lon) * k / 2), 2);
      double sphere = 2.0 * 6371008.8 * asin (sqrt (h));

      g_assert_cmpfloat_with_epsilon (atlas_geo_distance (a, b), sphere, 0.006 * sphere + 1e-3);
    }
}

static void
test_box_of_points (void)
{
  const AtlasPoint points[] = { { 80.0, 44.0 }, { 76.0, 39.5 }, { 87.6, 43.8 } };
  AtlasBox box = atlas_box_of_points (points, G_N_ELEMENTS (points));
  AtlasBox none = atlas_box_of_points (NULL, 0);

  g_assert_cmpfloat_with_epsilon (box.west, 76.0, 0.0001);
  g_assert_cmpfloat_with_epsilon (box.east, 87.6, 0.0001);
  g_assert_cmpfloat_with_epsilon (box.south, 39.5, 0.0001);
  g_assert_cmpfloat_with_epsilon (box.north, 44.0, 0.0001);
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_true (atlas_box_contains (box, points[i]));
  g_assert_false (atlas_box_contains (box, ((AtlasPoint){ 75.9, 42.0 })));
  g_assert_true (none.west > none.east);
  g_assert_false (atlas_box_overlaps (none, box));
}

static void
test_box_overlaps (void)
{
  AtlasBox box = { 70.0, 40.0, 80.0, 50.0 };
  static const struct
  {
    AtlasBox other;
    gboolean overlaps;
  } cases[] = {
    { { 80.0, 50.0, 90.0, 60.0 }, TRUE }, /* they share a corner */
    { { 80.1, 40.0, 90.0, 50.0 }, FALSE }, { { 60.0, 30.0, 90.0, 60.0 }, TRUE },
    { { 74.0, 44.0, 75.0, 45.0 }, TRUE },  { { 74.0, 51.0, 75.0, 52.0 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (atlas_box_overlaps (box, cases[i].other), ==, cases[i].overlaps);
      g_assert_cmpint (atlas_box_overlaps (cases[i].other, box), ==, cases[i].overlaps);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/geo/distance", test_distance);
  g_test_add_func ("/core/geo/distance-near-sphere", test_distance_near_sphere);
  g_test_add_func ("/core/geo/box-of-points", test_box_of_points);
  g_test_add_func ("/core/geo/box-overlaps", test_box_overlaps);
  return g_test_run ();
}
