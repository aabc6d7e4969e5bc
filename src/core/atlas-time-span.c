/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-time-span.h"

/* The arithmetic counts years from 1 March, so that the leap day is the last day of the year and
 * month lengths follow one linear formula: E. G. Richards, "Calendars", in S. E. Urban and P. K.
 * Seidelmann (eds.), Explanatory Supplement to the Astronomical Almanac, 3rd ed. (2013), ch. 15,
 * after H. F. Fliegel and T. C. Van Flandern, "A machine algorithm for processing calendar dates",
 * CACM 11 (1968), p. 657. Divisions here round down, so that it also holds before the year 1. */

/* Julian Day Numbers of 1 March of the year 0 in either calendar. */
#define GREGORIAN_EPOCH 1721120
#define JULIAN_EPOCH 1721118

#define DAYS_PER_CYCLE_400 146097
#define DAYS_PER_CYCLE_4 1461

static gint64
divide_down (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/* The days of the months from March to the one before @shifted_month (0 for March). */
static gint64
days_before_month (gint64 shifted_month)
{
  return (153 * shifted_month + 2) / 5;
}

/* Dates so far away that the count would not hold them become the last days that are not "open". */
static AtlasDay
clamp_day (gint64 day)
{
  return (
    AtlasDay) CLAMP (day, (gint64) ATLAS_DAY_OPEN_PAST + 1, (gint64) ATLAS_DAY_OPEN_FUTURE - 1);
}

static void
shift_to_march (gint64 *year, gint64 *month)
{
  *month -= 3;
  *year += divide_down (*month, 12);
  *month -= divide_down (*month, 12) * 12;
}

static void
split_year_day (gint64 shifted_year, gint64 year_day, int *year, int *month, int *day)
{
  gint64 shifted_month = (5 * year_day + 2) / 153;

  if (day != NULL)
    *day = (int) (year_day - days_before_month (shifted_month) + 1);
  if (month != NULL)
    *month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  if (year != NULL)
    *year = (int) (shifted_year + (shifted_month < 10 ? 0 : 1));
}

gint64
atlas_time_span_length (AtlasTimeSpan span)
{
  if (atlas_time_span_is_empty (span))
    return 0;
  if (span.begin == ATLAS_DAY_OPEN_PAST || span.end == ATLAS_DAY_OPEN_FUTURE)
    return G_MAXINT64;
  return (gint64) span.end - span.begin + 1;
}

AtlasDay
atlas_day_from_gregorian (int year, int month, int day)
{
  gint64 y = year;
  gint64 m = month;

  shift_to_march (&y, &m);
  return clamp_day (365 * y + divide_down (y, 4) - divide_down (y, 100) + divide_down (y, 400) +
                    days_before_month (m) + day - 1 + GREGORIAN_EPOCH);
}

void
atlas_day_to_gregorian (AtlasDay self, int *year, int *month, int *day)
{
  gint64 count = (gint64) self - GREGORIAN_EPOCH;
  gint64 cycle = divide_down (count, DAYS_PER_CYCLE_400);
  gint64 rest = count - cycle * DAYS_PER_CYCLE_400;
  gint64 y =
    (rest - rest / (DAYS_PER_CYCLE_4 - 1) + rest / 36524 - rest / (DAYS_PER_CYCLE_400 - 1)) / 365;

  split_year_day (cycle * 400 + y, rest - (365 * y + y / 4 - y / 100), year, month, day);
}

AtlasDay
atlas_day_from_julian (int year, int month, int day)
{
  gint64 y = year;
  gint64 m = month;

  shift_to_march (&y, &m);
  return clamp_day (365 * y + divide_down (y, 4) + days_before_month (m) + day - 1 + JULIAN_EPOCH);
}

void
atlas_day_to_julian (AtlasDay self, int *year, int *month, int *day)
{
  gint64 count = (gint64) self - JULIAN_EPOCH;
  gint64 cycle = divide_down (count, DAYS_PER_CYCLE_4);
  gint64 rest = count - cycle * DAYS_PER_CYCLE_4;
  gint64 y = (rest - rest / (DAYS_PER_CYCLE_4 - 1)) / 365;

  split_year_day (cycle * 4 + y, rest - 365 * y, year, month, day);
}

AtlasDay
atlas_day_add_months (AtlasDay self, int months)
{
  int year, month, day, last, ignored;
  gint64 count;

  if (self == ATLAS_DAY_OPEN_PAST || self == ATLAS_DAY_OPEN_FUTURE)
    return self;

  atlas_day_to_gregorian (self, &year, &month, &day);
  count = (gint64) year * 12 + month - 1 + months;
  year = (int) divide_down (count, 12);
  month = (int) (count - (gint64) year * 12) + 1;
  atlas_day_to_gregorian (atlas_day_from_gregorian (year, month + 1, 1) - 1,
                          &ignored,
                          &ignored,
                          &last);
  return atlas_day_from_gregorian (year, month, MIN (day, last));
}

AtlasDay
atlas_day_add_years (AtlasDay self, int years)
{
  return atlas_day_add_months (self, (int) CLAMP ((gint64) years * 12, G_MININT, G_MAXINT));
}
