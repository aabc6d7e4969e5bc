/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-time-span.h"

typedef struct
{
  int year, month, day;
  AtlasDay jdn;
} Case;

/* Julian Day Numbers at noon of well-known days: Explanatory Supplement (2013), tables 15.1
 * to 15.3, and GDate. */
static const Case gregorian_cases[] = {
  { -4713, 11, 24, 0 },     { 0, 1, 1, 1721060 },    { 1582, 10, 15, 2299161 },
  { 1600, 2, 29, 2305507 }, { 1717, 1, 1, 2348182 }, { 1858, 11, 17, 2400001 },
  { 1900, 2, 28, 2415079 }, { 1900, 3, 1, 2415080 }, { 1970, 1, 1, 2440588 },
  { 2000, 1, 1, 2451545 },
};
static const Case julian_cases[] = {
  { -4712, 1, 1, 0 },       { 1, 1, 1, 1721424 },     { 1582, 10, 4, 2299160 },
  { 1700, 2, 29, 2342042 }, { 1864, 9, 25, 2402152 }, { 1900, 2, 29, 2415092 },
  { 1918, 1, 31, 2421638 },
};

static void
test_known_days (void)
{
  int year, month, day;

  for (guint i = 0; i < G_N_ELEMENTS (gregorian_cases); i++)
    {
      const Case *c = &gregorian_cases[i];

      g_assert_cmpint (atlas_day_from_gregorian (c->year, c->month, c->day), ==, c->jdn);
      atlas_day_to_gregorian (c->jdn, &year, &month, &day);
      g_assert_cmpint (year, ==, c->year);
      g_assert_cmpint (month, ==, c->month);
      g_assert_cmpint (day, ==, c->day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (julian_cases); i++)
    {
      const Case *c = &julian_cases[i];

      g_assert_cmpint (atlas_day_from_julian (c->year, c->month, c->day), ==, c->jdn);
      atlas_day_to_julian (c->jdn, &year, &month, &day);
      g_assert_cmpint (year, ==, c->year);
      g_assert_cmpint (month, ==, c->month);
      g_assert_cmpint (day, ==, c->day);
    }
}

/* GLib counts days on its own, from 1 January of the year 1. */
static void
test_against_glib (void)
{
  GDate date;

  g_date_clear (&date, 1);
  for (guint32 julian = 1; julian < 800000; julian += 37)
    {
      int year, month, day;

      g_date_set_julian (&date, julian);
      atlas_day_to_gregorian ((AtlasDay) julian + 1721425, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day, ==, g_date_get_day (&date));
      g_assert_cmpint (atlas_day_from_gregorian (year, month, day),
                       ==,
                       (AtlasDay) julian + 1721425);
    }
}

/* Every day has the next date, in both calendars, also before the year 0. */
static void
test_round_trip (void)
{
  for (AtlasDay jdn = -2000; jdn < 2500000; jdn += 11)
    {
      int year, month, day;

      atlas_day_to_gregorian (jdn, &year, &month, &day);
      g_assert_cmpint (atlas_day_from_gregorian (year, month, day), ==, jdn);
      atlas_day_to_julian (jdn, &year, &month, &day);
      g_assert_cmpint (atlas_day_from_julian (year, month, day), ==, jdn);
    }
}

static void
test_extremes (void)
{
  int year, month, day;

  atlas_day_to_gregorian (ATLAS_DAY_OPEN_PAST, &year, &month, &day);
  g_assert_cmpint (year, <, -5000000);
  atlas_day_to_julian (ATLAS_DAY_OPEN_FUTURE, &year, &month, &day);
  g_assert_cmpint (year, >, 5000000);
  g_assert_cmpint (atlas_day_from_gregorian (G_MAXINT, 12, 31), ==, ATLAS_DAY_OPEN_FUTURE - 1);
  g_assert_cmpint (atlas_day_from_julian (G_MININT, 1, 1), ==, ATLAS_DAY_OPEN_PAST + 1);
  g_assert_cmpint (atlas_day_add_months (ATLAS_DAY_OPEN_FUTURE, -1), ==, ATLAS_DAY_OPEN_FUTURE);
  g_assert_cmpint (atlas_day_add_years (ATLAS_DAY_OPEN_PAST, 1), ==, ATLAS_DAY_OPEN_PAST);
}

static void
test_add (void)
{
  AtlasDay day = atlas_day_from_gregorian (1864, 1, 31);

  g_assert_cmpint (atlas_day_add_months (day, 1), ==, atlas_day_from_gregorian (1864, 2, 29));
  g_assert_cmpint (atlas_day_add_months (day, 13), ==, atlas_day_from_gregorian (1865, 2, 28));
  g_assert_cmpint (atlas_day_add_months (day, -1), ==, atlas_day_from_gregorian (1863, 12, 31));
  g_assert_cmpint (atlas_day_add_months (day, -2), ==, atlas_day_from_gregorian (1863, 11, 30));
  g_assert_cmpint (atlas_day_add_months (day, 0), ==, day);
  day = atlas_day_from_gregorian (1864, 2, 29);
  g_assert_cmpint (atlas_day_add_years (day, 1), ==, atlas_day_from_gregorian (1865, 2, 28));
  g_assert_cmpint (atlas_day_add_years (day, -4), ==, atlas_day_from_gregorian (1860, 2, 29));
}

static void
test_spans (void)
{
  AtlasTimeSpan a = { 10, 20 };
  AtlasTimeSpan b = { 20, 30 };
  AtlasTimeSpan c = { 21, 30 };
  AtlasTimeSpan empty = { 5, 4 };
  AtlasTimeSpan open = { 10, ATLAS_DAY_OPEN_FUTURE };

  g_assert_true (atlas_time_span_is_empty (empty));
  g_assert_false (atlas_time_span_is_empty ((AtlasTimeSpan){ 5, 5 }));
  g_assert_true (atlas_time_span_contains (a, 10));
  g_assert_true (atlas_time_span_contains (a, 20));
  g_assert_false (atlas_time_span_contains (a, 21));
  g_assert_true (atlas_time_span_overlaps (a, b));
  g_assert_false (atlas_time_span_overlaps (a, c));
  g_assert_true (atlas_time_span_is_empty (atlas_time_span_intersection (a, c)));
  g_assert_cmpint (atlas_time_span_intersection (a, b).begin, ==, 20);
  g_assert_cmpint (atlas_time_span_union (a, c).end, ==, 30);
  g_assert_cmpint (atlas_time_span_length (a), ==, 11);
  g_assert_cmpint (atlas_time_span_length (empty), ==, 0);
  g_assert_cmpint (atlas_time_span_length (open), ==, G_MAXINT64);
  g_assert_cmpint (atlas_time_span_length (
                     (AtlasTimeSpan){ ATLAS_DAY_OPEN_FUTURE, ATLAS_DAY_OPEN_PAST }),
                   ==,
                   0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/time-span/known-days", test_known_days);
  g_test_add_func ("/core/time-span/against-glib", test_against_glib);
  g_test_add_func ("/core/time-span/round-trip", test_round_trip);
  g_test_add_func ("/core/time-span/extremes", test_extremes);
  g_test_add_func ("/core/time-span/add", test_add);
  g_test_add_func ("/core/time-span/spans", test_spans);
  return g_test_run ();
}
