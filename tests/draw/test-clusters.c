/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-clusters.h"
#include "atlas-curve.h"

static double
get_distance (const double (*points)[2], guint a, guint b)
{
  return hypot (points[a][0] - points[b][0], points[a][1] - points[b][1]);
}

static void
test_against_slow (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1881);

  for (int round = 0; round < 30; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 250);
      g_autofree double (*points)[2] = g_malloc0_n (n, sizeof *points);
      g_autofree guint *found = NULL;

      for (guint i = 0; i < n; i++)
        {
          points[i][0] = g_rand_double_range (random, -200, 700);
          points[i][1] = g_rand_double_range (random, -200, 500);
        }
      found = atlas_clusters_find (points, n, 24);
      for (guint i = 0; i < n; i++)
        {
          guint expected = i;

          for (guint k = 0; k < i && expected == i; k++)
            if (found[k] == k && get_distance (points, i, k) <= 24)
              expected = k;
          g_assert_cmpuint (found[i], ==, expected);
        }
    }
}

static void
test_leaders_stand_apart (void)
{
  const double points[][2] = { { 0, 0 }, { 10, 0 }, { 20, 0 }, { 30, 0 }, { 200, 0 } };
  g_autofree guint *found = atlas_clusters_find (points, G_N_ELEMENTS (points), 12);

  g_assert_cmpuint (found[0], ==, 0);
  g_assert_cmpuint (found[1], ==, 0);
  /* It is near one that has joined already, which leads nobody. */
  g_assert_cmpuint (found[2], ==, 2);
  g_assert_cmpuint (found[3], ==, 2);
  g_assert_cmpuint (found[4], ==, 4);
}

static void
test_curve (void)
{
  const AtlasWorldPoint points[] = { { 0, 0 }, { 50, 40 }, { 100, 0 }, { 150, 40 } };
  g_autoptr (GArray) curve = atlas_curve_through (points, G_N_ELEMENTS (points), 4);
  const AtlasWorldPoint *on = (const AtlasWorldPoint *) curve->data;
  g_autoptr (GArray) cut = NULL;
  double length = atlas_curve_length (on, curve->len);
  guint met = 0;

  /* It passes through every point, without long steps. */
  for (guint i = 0; i < curve->len; i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (points); k++)
        met += hypot (on[i].x - points[k].x, on[i].y - points[k].y) < 1e-9;
      if (i > 0)
        g_assert_cmpfloat (hypot (on[i].x - on[i - 1].x, on[i].y - on[i - 1].y), <, 9);
    }
  g_assert_cmpuint (met, ==, G_N_ELEMENTS (points));
  g_assert_cmpfloat (length, >, 3 * hypot (50, 40) - 1e-6);
  g_assert_cmpfloat (length, <, 3 * hypot (50, 40) * 1.2);

  cut = atlas_curve_cut (on, curve->len, 20, length - 30);
  g_assert_cmpfloat_with_epsilon (atlas_curve_length ((const AtlasWorldPoint *) cut->data,
                                                      cut->len),
                                  length - 50,
                                  1e-6);
}

static void
test_point_at (void)
{
  const AtlasWorldPoint points[] = { { 0, 0 }, { 10, 0 }, { 10, 20 } };
  AtlasWorldPoint way;
  AtlasWorldPoint at = atlas_curve_point_at (points, 3, 15, &way);

  g_assert_cmpfloat_with_epsilon (at.x, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (at.y, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (way.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (way.y, 1, 1e-9);
  at = atlas_curve_point_at (points, 3, 99, NULL);
  g_assert_cmpfloat_with_epsilon (at.y, 20, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clusters/against-slow", test_against_slow);
  g_test_add_func ("/clusters/leaders-stand-apart", test_leaders_stand_apart);
  g_test_add_func ("/curve/through", test_curve);
  g_test_add_func ("/curve/point-at", test_point_at);
  return g_test_run ();
}
