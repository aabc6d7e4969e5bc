/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-ticks.h"

static AtlasTimeSpan
years (int first, int last)
{
  return (AtlasTimeSpan){ atlas_day_from_gregorian (first, 1, 1),
                          atlas_day_from_gregorian (last, 12, 31) };
}

/* The labelled ticks in a row, major ones with a star. */
static char *
join_labels (AtlasTimeSpan span, double width, double distance, const char *lang)
{
  g_autoptr (GArray) ticks = atlas_ticks_new (span, width, distance, lang);
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTick *tick = &g_array_index (ticks, AtlasTick, i);

      if (tick->level == ATLAS_TICK_MINOR)
        continue;
      g_string_append_printf (row,
                              "%s%s%s",
                              row->len ? " | " : "",
                              tick->label,
                              tick->level == ATLAS_TICK_MAJOR ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&row), FALSE);
}

static void
test_labels (void)
{
  AtlasTimeSpan range = years (1717, 1949);
  AtlasTimeSpan year = years (1864, 1864);
  AtlasTimeSpan autumn = { atlas_day_from_gregorian (1864, 9, 20),
                           atlas_day_from_gregorian (1864, 10, 20) };
  AtlasTimeSpan week = { atlas_day_from_gregorian (1864, 12, 29),
                         atlas_day_from_gregorian (1865, 1, 2) };
  const struct
  {
    AtlasTimeSpan span;
    double width;
    const char *lang;
    const char *labels;
  } cases[] = {
    { range, 500, "en", "1750 | 1800* | 1850 | 1900*" },
    { range,
      1000,
      "en",
      "1720 | 1740 | 1760 | 1780 | 1800* | 1820 | 1840 | 1860 | 1880 | 1900* | 1920 | 1940" },
    { years (1864, 1882),
      1000,
      "zh-Hant",
      "1864年 | 1866年 | 1868年 | 1870年* | 1872年 | 1874年 | 1876年 | 1878年 | 1880年* | 1882年" },
    { year, 1000, "en", "1864* | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec" },
    { year,
      1000,
      "ru",
      "1864* | февр. | мар. | апр. | мая | июн. | июл. | авг. | сент. | окт. | нояб. | дек." },
    { year, 400, "en", "1864* | Apr | Jul | Oct" },
    { autumn, 500, "en", "21 Sep | Oct* | 11 Oct" },
    { autumn, 800, "zh-Hans", "9月21日 | 9月26日 | 10月* | 10月6日 | 10月11日 | 10月16日" },
    { week, 500, "en", "29 Dec | 30 Dec | 31 Dec | 1865* | 2 Jan" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = join_labels (cases[i].span, cases[i].width, 70, cases[i].lang);

      g_assert_cmpstr (row, ==, cases[i].labels);
    }
}

/* Whatever the span and the width: ticks ascend inside the span, labels keep their distance, minor
 * ticks theirs, and every ruler long enough for two labelled ticks has one. */
static void
test_random (void)
{
  for (int i = 0; i < 3000; i++)
    {
      AtlasDay begin = g_test_rand_int_range (2348182, 2433282);
      int length = (int) exp (g_test_rand_double_range (0.0, log (90000.0)));
      AtlasTimeSpan span = { begin, begin + length };
      double width = g_test_rand_double_range (20.0, 4000.0);
      double distance = g_test_rand_double_range (30.0, 120.0);
      g_autoptr (GArray) ticks = atlas_ticks_new (span, width, distance, "en");
      double last_label = -G_MAXDOUBLE, last = -G_MAXDOUBLE;

      for (guint j = 0; j < ticks->len; j++)
        {
          const AtlasTick *tick = &g_array_index (ticks, AtlasTick, j);
          double x = atlas_ticks_position (span, width, tick->day);

          g_assert_true (atlas_time_span_contains (span, tick->day));
          g_assert_cmpfloat (x - last, >=, ATLAS_TICKS_MINOR_DISTANCE - 1e-6);
          g_assert_cmpint (tick->level == ATLAS_TICK_MINOR, ==, tick->label[0] == '\0');
          last = x;
          if (tick->level == ATLAS_TICK_MINOR)
            continue;
          g_assert_cmpfloat (x - last_label, >=, distance - 1e-6);
          last_label = x;
        }
    }
}

static void
test_positions (void)
{
  AtlasTimeSpan span = { 100, 199 };

  g_assert_cmpfloat_with_epsilon (atlas_ticks_position (span, 1000.0, 100), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_ticks_position (span, 1000.0, 150), 500.0, 1e-9);
  for (AtlasDay day = span.begin; day <= span.end; day++)
    g_assert_cmpint (atlas_ticks_day_at (span,
                                         1000.0,
                                         atlas_ticks_position (span, 1000.0, day) + 0.5),
                     ==,
                     day);
  g_assert_cmpint (atlas_ticks_day_at (span, 1000.0, -1e12), ==, 100);
  g_assert_cmpint (atlas_ticks_day_at (span, 1000.0, 1e12), ==, 199);
}

static void
test_edges (void)
{
  const AtlasTimeSpan spans[] = { { 5, 4 },
                                  { 5, ATLAS_DAY_OPEN_FUTURE },
                                  { ATLAS_DAY_OPEN_PAST, 5 } };
  AtlasTimeSpan ages = { ATLAS_DAY_OPEN_PAST + 1, ATLAS_DAY_OPEN_FUTURE - 1 };
  AtlasTimeSpan last_days = { ATLAS_DAY_OPEN_FUTURE - 10, ATLAS_DAY_OPEN_FUTURE - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (GArray) ticks = atlas_ticks_new (spans[i], 500.0, 60.0, "en");

      g_assert_cmpuint (ticks->len, ==, 0);
    }
  g_autoptr (GArray) many = atlas_ticks_new (ages, 500.0, 30.0, "en");
  g_assert_cmpuint (many->len, >, 5);
  g_autoptr (GArray) few = atlas_ticks_new (last_days, 500.0, 30.0, "en");
  g_assert_cmpuint (few->len, ==, 10);
  g_autoptr (GArray) none = atlas_ticks_new (last_days, 0.0, 30.0, "en");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ticks/labels", test_labels);
  g_test_add_func ("/core/ticks/random", test_random);
  g_test_add_func ("/core/ticks/positions", test_positions);
  g_test_add_func ("/core/ticks/edges", test_edges);
  return g_test_run ();
}
