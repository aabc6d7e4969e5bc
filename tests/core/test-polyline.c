/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-mercator.h"
#include "atlas-polyline.h"

static void
test_length (void)
{
  const AtlasPoint line[] = { { 0.0, 0.0 }, { 1.0, 0.0 }, { 3.0, 0.0 } };

  g_assert_cmpfloat_with_epsilon (atlas_polyline_length (line, 3), 3 * 111319.4908, 1e-2);
  g_assert_cmpfloat_with_epsilon (atlas_polyline_length (line, 1), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_polyline_length (NULL, 0), 0.0, 1e-9);
}

static void
test_point_at (void)
{
  const AtlasPoint line[] = { { 0.0, 0.0 }, { 1.0, 0.0 }, { 1.0, 0.0 }, { 4.0, 0.0 } };
  static const struct
  {
    double fraction;
    double lon;
    guint index;
  } cases[] = {
    { 0.0, 0.0, 0 }, { 0.125, 0.5, 0 }, { 0.5, 2.0, 2 }, { 0.75, 3.0, 2 },
    { 1.0, 4.0, 2 }, { -1.0, 0.0, 0 },  { 7.0, 4.0, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint index = 99;
      AtlasPoint point = atlas_polyline_point_at (line, 4, cases[i].fraction, &index);

      g_assert_cmpfloat_with_epsilon (point.lon, cases[i].lon, 1e-9);
      g_assert_cmpfloat_with_epsilon (point.lat, 0.0, 1e-9);
      g_assert_cmpuint (index, ==, cases[i].index);
    }
}

static void
test_point_at_single (void)
{
  const AtlasPoint only = { 81.3, 43.9 };
  guint index = 99;
  AtlasPoint point = atlas_polyline_point_at (&only, 1, 0.7, &index);

  g_assert_cmpfloat_with_epsilon (point.lon, 81.3, 1e-9);
  g_assert_cmpuint (index, ==, 0);
}

/* The point must lie on the straight stretch of the map that is drawn. */
static void
test_point_at_stays_on_line (void)
{
  const AtlasPoint line[] = { { 70.0, 40.0 }, { 95.0, 52.0 } };
  double ax = atlas_mercator_x (70.0), ay = atlas_mercator_y (40.0);
  double bx = atlas_mercator_x (95.0), by = atlas_mercator_y (52.0);

  for (double f = 0.1; f < 1.0; f += 0.1)
    {
      AtlasPoint point = atlas_polyline_point_at (line, 2, f, NULL);
      double x = atlas_mercator_x (point.lon), y = atlas_mercator_y (point.lat);

      g_assert_cmpfloat_with_epsilon ((x - ax) * (by - ay) - (y - ay) * (bx - ax), 0.0, 1e-12);
    }
}

/* Douglas and Peucker as the book has it, by recursion. */
static void
simplify_slowly (const AtlasPoint *points,
                 guint first,
                 guint last,
                 double tolerance,
                 gboolean *keep)
{
  double ax = atlas_mercator_x (points[first].lon), ay = atlas_mercator_y (points[first].lat);
  double bx = atlas_mercator_x (points[last].lon), by = atlas_mercator_y (points[last].lat);
  double worst = -1.0;
  guint at = first;

  for (guint i = first + 1; i < last; i++)
    {
      double x = atlas_mercator_x (points[i].lon), y = atlas_mercator_y (points[i].lat);
      double length = hypot (bx - ax, by - ay);
      double t = length > 0 ? ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length) : 0;
      double distance =
        hypot (x - ax - CLAMP (t, 0, 1) * (bx - ax), y - ay - CLAMP (t, 0, 1) * (by - ay));

      if (distance > worst)
        {
          worst = distance;
          at = i;
        }
    }
  if (worst <= tolerance)
    return;
  keep[at] = TRUE;
  simplify_slowly (points, first, at, tolerance, keep);
  simplify_slowly (points, at, last, tolerance, keep);
}

static void
test_simplify_against_slow (void)
{
  for (int round = 0; round < 200; round++)
    {
      AtlasPoint points[60];
      gboolean keep[60] = { FALSE };
      guint n = (guint) g_test_rand_int_range (2, 60);
      double tolerance = g_test_rand_double_range (1e-5, 5e-3);
      g_autoptr (GArray) kept = NULL;
      guint next = 0;

      for (guint i = 0; i < n; i++)
        points[i] = (AtlasPoint){ 70.0 + i * 0.1 + g_test_rand_double_range (-0.3, 0.3),
                                  43.0 + g_test_rand_double_range (-1.0, 1.0) };
      keep[0] = keep[n - 1] = TRUE;
      simplify_slowly (points, 0, n - 1, tolerance, keep);
      kept = atlas_polyline_simplify (points, n, tolerance);
      for (guint i = 0; i < n; i++)
        if (keep[i])
          {
            g_assert_cmpuint (next, <, kept->len);
            g_assert_cmpuint (g_array_index (kept, guint, next), ==, i);
            next++;
          }
      g_assert_cmpuint (next, ==, kept->len);
    }
}

static void
test_simplify_edges (void)
{
  const AtlasPoint back[] = { { 70.0, 40.0 }, { 75.0, 40.0 }, { 70.0, 40.0 } };
  const AtlasPoint straight[] = { { 70.0, 40.0 }, { 71.0, 40.0 }, { 72.0, 40.0 } };

  for (guint n = 0; n < 3; n++)
    {
      g_autoptr (GArray) few = atlas_polyline_simplify (straight, n, 1.0);

      g_assert_cmpuint (few->len, ==, n);
    }
  {
    g_autoptr (GArray) kept = atlas_polyline_simplify (straight, 3, 1e-9);

    g_assert_cmpuint (kept->len, ==, 2);
    g_assert_cmpuint (g_array_index (kept, guint, 1), ==, 2);
  }
  {
    g_autoptr (GArray) kept = atlas_polyline_simplify (back, 3, 1e-4);

    g_assert_cmpuint (kept->len, ==, 3);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/polyline/length", test_length);
  g_test_add_func ("/core/polyline/point-at", test_point_at);
  g_test_add_func ("/core/polyline/point-at-single", test_point_at_single);
  g_test_add_func ("/core/polyline/point-at-stays-on-line", test_point_at_stays_on_line);
  g_test_add_func ("/core/polyline/simplify-against-slow", test_simplify_against_slow);
  g_test_add_func ("/core/polyline/simplify-edges", test_simplify_edges);
  return g_test_run ();
}
