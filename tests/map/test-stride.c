/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "atlas-stride.h"

static void
test_days (void)
{
  AtlasStride stride = { 0 };
  AtlasDay date;

  g_assert_true (atlas_stride_note (&stride, 1000));
  g_assert_false (atlas_stride_guess (&stride, 1, &date));
  g_assert_cmpint (atlas_stride_get_direction (&stride), ==, 0);
  g_assert_false (atlas_stride_note (&stride, 1000));

  g_assert_true (atlas_stride_note (&stride, 1007));
  g_assert_false (stride.steady);
  g_assert_cmpint (atlas_stride_get_direction (&stride), ==, 1);
  g_assert_true (atlas_stride_guess (&stride, 3, &date));
  g_assert_cmpint (date, ==, 1028);

  g_assert_true (atlas_stride_note (&stride, 1014));
  g_assert_true (stride.steady);
  g_assert_true (atlas_stride_note (&stride, 1011));
  g_assert_false (stride.steady);
  g_assert_cmpint (atlas_stride_get_direction (&stride), ==, -1);
  g_assert_true (atlas_stride_guess (&stride, 1, &date));
  g_assert_cmpint (date, ==, 1008);
}

/* Years are not equally long; their first of July is what is stepped to. */
static void
test_years (void)
{
  AtlasStride stride = { 0 };

  for (int year = 1717; year < 1949; year++)
    {
      AtlasDay date;

      atlas_stride_note (&stride, atlas_day_from_gregorian (year, 7, 1));
      if (year == 1717)
        continue;
      g_assert_cmpint (stride.steady, ==, year > 1718);
      for (guint n = 1; n < 5; n++)
        {
          g_assert_true (atlas_stride_guess (&stride, n, &date));
          g_assert_cmpint (date, ==, atlas_day_from_gregorian (year + (int) n, 7, 1));
        }
    }
}

/* Nothing is guessed beyond what a calendar can tell. */
static void
test_far (void)
{
  AtlasStride stride = { 0 };
  AtlasDay date;

  atlas_stride_note (&stride, -90000000);
  atlas_stride_note (&stride, 10);
  g_assert_false (atlas_stride_guess (&stride, 2, &date));
  atlas_stride_note (&stride, 0);
  atlas_stride_note (&stride, 90000000);
  g_assert_false (atlas_stride_guess (&stride, 1, &date));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/stride/days", test_days);
  g_test_add_func ("/map/stride/years", test_years);
  g_test_add_func ("/map/stride/far", test_far);
  return g_test_run ();
}
