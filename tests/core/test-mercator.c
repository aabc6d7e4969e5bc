/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-mercator.h"

/* Tile addresses at zoom 0 are fractions of the world: the expected values follow from the
 * definition of EPSG:3857 (y of 45 N is 5621521.486 m of 20037508.343 m). */
static const struct
{
  double lon;
  double lat;
  double x;
  double y;
} places[] = {
  { -180.0, ATLAS_MERCATOR_MAX_LAT, 0.0, 0.0 },
  { 180.0, -ATLAS_MERCATOR_MAX_LAT, 1.0, 1.0 },
  { 0.0, 0.0, 0.5, 0.5 },
  { 90.0, 45.0, 0.75, 0.5 - 5621521.486192066 / 40075016.68557849 },
  { -90.0, -45.0, 0.25, 0.5 + 5621521.486192066 / 40075016.68557849 },
};

static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpfloat_with_epsilon (atlas_mercator_x (places[i].lon), places[i].x, 1e-12);
      g_assert_cmpfloat_with_epsilon (atlas_mercator_y (places[i].lat), places[i].y, 1e-12);
      g_assert_cmpfloat_with_epsilon (atlas_mercator_lon (places[i].x), places[i].lon, 1e-9);
      g_assert_cmpfloat_with_epsilon (atlas_mercator_lat (places[i].y), places[i].lat, 1e-9);
    }
}

static void
test_poles_are_clamped (void)
{
  g_assert_cmpfloat_with_epsilon (atlas_mercator_y (90.0), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_mercator_y (-90.0), 1.0, 1e-9);
}

static void
test_world_size (void)
{
  g_assert_cmpfloat_with_epsilon (atlas_mercator_world_size (0.0), 256.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_mercator_world_size (3.0), 2048.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_mercator_world_size (0.5), 256.0 * G_SQRT2, 1e-9);
}

static void
test_metres_per_pixel (void)
{
  g_assert_cmpfloat_with_epsilon (atlas_mercator_metres_per_pixel (0.0, 0.0),
                                  40075016.68557849 / 256.0,
                                  1e-3);
  g_assert_cmpfloat_with_epsilon (atlas_mercator_metres_per_pixel (60.0, 1.0),
                                  40075016.68557849 / 1024.0,
                                  1e-3);
}

static void
test_viewport_round_trip (void)
{
  for (int i = 0; i < 500; i++)
    {
      AtlasViewport viewport = {
        .lon = g_test_rand_double_range (-170.0, 170.0),
        .lat = g_test_rand_double_range (-70.0, 70.0),
        .zoom = g_test_rand_double_range (1.0, 12.0),
        .width = g_test_rand_int_range (100, 3000),
        .height = g_test_rand_int_range (100, 2000),
        .scale = 1.0,
      };
      double x = g_test_rand_double_range (0.0, viewport.width);
      double y = g_test_rand_double_range (0.0, viewport.height);
      double lon, lat, back_x, back_y;

      atlas_viewport_unproject (&viewport, x, y, &lon, &lat);
      if (lat > 85.0 || lat < -85.0)
        continue;
      atlas_viewport_project (&viewport, lon, lat, &back_x, &back_y);
      g_assert_cmpfloat_with_epsilon (back_x, x, 1e-5);
      g_assert_cmpfloat_with_epsilon (back_y, y, 1e-5);
    }
}

static void
test_viewport_centre_and_bounds (void)
{
  AtlasViewport viewport = { 80.5, 43.5, 5.0, 1000, 700, 2.0 };
  double x, y, west, south, east, north;

  atlas_viewport_project (&viewport, 80.5, 43.5, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 500.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 350.0, 1e-6);

  atlas_viewport_bounds (&viewport, 0.0, &west, &south, &east, &north);
  atlas_viewport_project (&viewport, west, north, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 0.0, 1e-6);
  atlas_viewport_project (&viewport, east, south, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 1000.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 700.0, 1e-6);

  atlas_viewport_bounds (&viewport, 50.0, &west, &south, &east, &north);
  atlas_viewport_project (&viewport, west, north, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, -50.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, -50.0, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/mercator/known", test_known);
  g_test_add_func ("/core/mercator/poles-are-clamped", test_poles_are_clamped);
  g_test_add_func ("/core/mercator/world-size", test_world_size);
  g_test_add_func ("/core/mercator/metres-per-pixel", test_metres_per_pixel);
  g_test_add_func ("/core/mercator/viewport-round-trip", test_viewport_round_trip);
  g_test_add_func ("/core/mercator/viewport-centre-and-bounds", test_viewport_centre_and_bounds);
  return g_test_run ();
}
