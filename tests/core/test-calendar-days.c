/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>
#include <unicode/ucal.h>

#include "atlas-calendar.h"
#include "atlas-date-format.h"
#include "atlas-date-quote.h"
#include "lunar-years.h"

/* Every day of the atlas, 1717-01-01 to 1949-12-31, in every calendar. */

#define FIRST_DAY ((AtlasDay) 2348182)
#define LAST_DAY ((AtlasDay) 2433282)

/* Writing and reading words takes longer than arithmetic. With this step, which shares no factor
 * with a week or a year, every day of the year and of every month comes up many times. */
#define WORDS_STEP 11

static const char *const langs[] = { "en", "zh-Hant", "zh-Hans", "ru" };

static void
test_limits (void)
{
  g_assert_cmpint (atlas_day_from_gregorian (1717, 1, 1), ==, FIRST_DAY);
  g_assert_cmpint (atlas_day_from_gregorian (1949, 12, 31), ==, LAST_DAY);
}

/* GLib's calendar is the independent one here; it knows no other than the Gregorian. */
static void
test_gregorian (void)
{
  GDate date;
  int year, month, day;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1717);
  for (AtlasDay d = FIRST_DAY; d <= LAST_DAY; d++, g_date_add_days (&date, 1))
    {
      atlas_day_to_gregorian (d, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day, ==, g_date_get_day (&date));
      g_assert_cmpint (atlas_day_from_gregorian (year, month, day), ==, d);
    }
}

/* The Julian calendar counted out: every fourth year is a leap year. 1717-01-01 was 21 December
 * 1716 in it. */
static void
test_julian (void)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int y = 1716, m = 12, n = 21;
  int year, month, day;

  for (AtlasDay d = FIRST_DAY; d <= LAST_DAY; d++)
    {
      atlas_day_to_julian (d, &year, &month, &day);
      g_assert_cmpint (year, ==, y);
      g_assert_cmpint (month, ==, m);
      g_assert_cmpint (day, ==, n);
      g_assert_cmpint (atlas_day_from_julian (year, month, day), ==, d);
      if (++n > lengths[m - 1] + (m == 2 && y % 4 == 0))
        {
          n = 1;
          m++;
        }
      if (m > 12)
        {
          m = 1;
          y++;
        }
    }
}

/* Calls @check with what the independent table says of each of its days from @first to @last. */
static void
walk_table (AtlasDay first,
            AtlasDay last,
            void (*check) (AtlasDay d, int month, gboolean leap, int day, gpointer user_data),
            gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (lunar_year_rows); i++)
    {
      const LunarYearRow *row = &lunar_year_rows[i];
      AtlasDay d = row->first_day;
      int month = 0;
      gboolean leap = FALSE;

      for (const char *length = row->long_months; *length; length++)
        {
          int n_days = *length == '1' ? 30 : 29;

          leap = month == row->leap_month && month > 0 && !leap;
          month += leap ? 0 : 1;
          for (int day = 1; day <= n_days; day++, d++)
            if (d >= first && d <= last)
              check (d, month, leap, day, user_data);
        }
    }
}

static void
check_regnal_cb (AtlasDay d, int month, gboolean leap, int day, gpointer user_data)
{
  AtlasRegnalDate date;
  AtlasTimeSpan back;
  guint *n_days = user_data;

  g_assert_true (atlas_calendar_to_regnal (d, &date));
  g_assert_cmpint (date.month, ==, month);
  g_assert_cmpint (date.leap, ==, leap);
  g_assert_cmpint (date.day, ==, day);
  g_assert_true (atlas_calendar_from_regnal (&date, &back, NULL));
  g_assert_cmpint (back.begin, ==, d);
  g_assert_cmpint (back.end, ==, d);
  (*n_days)++;
}

static void
test_regnal (void)
{
  guint n_days = 0;

  walk_table (FIRST_DAY, ATLAS_CALENDAR_LAST_REGNAL_DAY, check_regnal_cb, &n_days);
  g_assert_cmpuint (n_days, ==, ATLAS_CALENDAR_LAST_REGNAL_DAY - FIRST_DAY + 1);
}

static void
test_minguo (void)
{
  for (AtlasDay d = ATLAS_CALENDAR_FIRST_MINGUO_DAY; d <= LAST_DAY; d++)
    {
      int year, minguo;

      atlas_day_to_gregorian (d, &year, NULL, NULL);
      g_assert_true (atlas_calendar_to_minguo (d, &minguo));
      g_assert_cmpint (minguo + 1911, ==, year);
    }
}

/* Where the "chinese" calendar of ICU 72 by itself differs from the independent table between 1821
 * and 1911, one by one; src/core corrects all of them. Instants are by Meeus, Astronomical
 * Algorithms (1998), chapters 25 and 49, good to about a minute for the moon and a quarter of an
 * hour for the sun; "Peking" is its mean solar time (UT + 7:45:40), by which the almanac counted;
 * ICU counts by UT + 8. */
static const struct
{
  int begin[3], end[3];
  const char *reason;
} explained[] = {
  { { 1821, 6, 29 },
    { 1821, 7, 28 },
    "new moon at 23:39 of 29 June by Peking and 23:54 by ICU's clock; ICU's moon is some minutes "
    "late, and its month begins on the 30th" },
  { { 1827, 6, 24 },
    { 1827, 8, 21 },
    "the sun reached 120 degrees in the first hours of 24 July, the day of new moon; ICU has it on "
    "the 23rd, so that the month before keeps the number 6 and the month after repeats it" },
  { { 1831, 4, 12 },
    { 1831, 5, 11 },
    "new moon at 23:47 of 12 April by Peking, which is 0:01 of the 13th by ICU's clock" },
  { { 1890, 1, 21 },
    { 1890, 4, 18 },
    "the sun reached 330 degrees at 23:46 of 18 February by Peking, which is the 19th, the day of "
    "the next new moon, by ICU's clock; so ICU finds a month without such a point, and makes it a "
    "leap twelfth month; the month truly without one is the one from 21 March" },
  { { 1896, 2, 13 },
    { 1896, 3, 13 },
    "new moon at 23:58 of 13 February by Peking, which is 0:13 of the 14th by ICU's clock" },
  { { 1897, 7, 29 },
    { 1897, 8, 27 },
    "new moon at 23:43 of 29 July by Peking and 23:58 by ICU's clock; ICU's moon is some minutes "
    "late, and its month begins on the 30th" },
};

static gboolean
is_explained (AtlasDay d)
{
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    {
      const int *a = explained[i].begin, *b = explained[i].end;

      if (d >= atlas_day_from_gregorian (a[0], a[1], a[2]) &&
          d <= atlas_day_from_gregorian (b[0], b[1], b[2]))
        return TRUE;
    }
  return FALSE;
}

static void
check_icu_cb (AtlasDay d, int month, gboolean leap, int day, gpointer user_data)
{
  UCalendar *calendar = user_data;
  UErrorCode status = U_ZERO_ERROR;
  gboolean same;

  ucal_setMillis (calendar, (d - 2440588) * 86400000.0 + 43200000.0, &status);
  same = ucal_get (calendar, UCAL_MONTH, &status) + 1 == month &&
         (ucal_get (calendar, UCAL_IS_LEAP_MONTH, &status) != 0) == leap &&
         ucal_get (calendar, UCAL_DATE, &status) == day;
  g_assert_true (U_SUCCESS (status));
  if (!same && !is_explained (d))
    {
      g_test_message ("ICU and the table differ on day %d, lunar %d/%d", d, month, day);
      g_test_fail ();
    }
}

static void
test_icu (void)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (utc, -1, "@calendar=chinese", UCAL_DEFAULT, &status);

  g_assert_true (U_SUCCESS (status));
  for (guint i = 0; i < G_N_ELEMENTS (explained); i++)
    g_test_message ("%d-%02d-%02d: %s",
                    explained[i].begin[0],
                    explained[i].begin[1],
                    explained[i].begin[2],
                    explained[i].reason);
  walk_table (atlas_day_from_gregorian (1821, 1, 1),
              atlas_day_from_gregorian (1911, 12, 31),
              check_icu_cb,
              calendar);
  ucal_close (calendar);
}

static void
check_words (AtlasDay d, AtlasDateForm form, const char *lang)
{
  g_autofree char *words = atlas_date_format_day (d, form, lang);
  g_autoptr (GError) error = NULL;
  AtlasTimeSpan span = { 0, 0 };

  if (words == NULL)
    return;
  atlas_calendar_parse (words, &span, &error);
  if (error != NULL)
    g_test_message ("%s", words);
  g_assert_no_error (error);
  g_assert_cmpint (span.begin, ==, d);
  g_assert_cmpint (span.end, ==, d);
}

/* What is written of a day in a language can be read again. */
static void
test_words (void)
{
  static const AtlasDateForm forms[] = { ATLAS_DATE_LONG, ATLAS_DATE_REGNAL, ATLAS_DATE_MINGUO };

  for (AtlasDay d = FIRST_DAY; d <= LAST_DAY; d += WORDS_STEP)
    for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
      for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
        check_words (d, forms[i], langs[j]);
}

/* An Old Style date stands beside another and leaves out the year where it is the same. */
static void
test_julian_words (void)
{
  for (AtlasDay d = FIRST_DAY; d <= ATLAS_CALENDAR_LAST_JULIAN_DAY; d += WORDS_STEP)
    for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
      {
        g_autofree char *words = atlas_date_format_day (d, ATLAS_DATE_JULIAN, langs[j]);
        g_autoptr (GError) error = NULL;
        AtlasDateQuote quote = { 0 };

        atlas_date_quote_read (words,
                               ATLAS_DATE_QUOTE_JULIAN,
                               (AtlasTimeSpan){ d, d },
                               &quote,
                               &error);
        if (error != NULL)
          g_test_message ("%s", words);
        g_assert_no_error (error);
        g_assert_cmpint (quote.days.begin, ==, d);
        g_assert_cmpint (quote.days.end, ==, d);
      }
}

/* Leap months are rare: each of their days is written and read in each language. */
static void
check_leap_cb (AtlasDay d, int month, gboolean leap, int day, gpointer user_data)
{
  guint *n_days = user_data;

  if (!leap)
    return;
  for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
    check_words (d, ATLAS_DATE_REGNAL, langs[j]);
  (*n_days)++;
}

static void
test_leap_words (void)
{
  guint n_days = 0;

  walk_table (FIRST_DAY, ATLAS_CALENDAR_LAST_REGNAL_DAY, check_leap_cb, &n_days);
  g_assert_cmpuint (n_days, >, 60 * 29);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/calendar-days/limits", test_limits);
  g_test_add_func ("/core/calendar-days/gregorian", test_gregorian);
  g_test_add_func ("/core/calendar-days/julian", test_julian);
  g_test_add_func ("/core/calendar-days/regnal", test_regnal);
  g_test_add_func ("/core/calendar-days/minguo", test_minguo);
  g_test_add_func ("/core/calendar-days/icu", test_icu);
  g_test_add_func ("/core/calendar-days/words", test_words);
  g_test_add_func ("/core/calendar-days/julian-words", test_julian_words);
  g_test_add_func ("/core/calendar-days/leap-words", test_leap_words);
  return g_test_run ();
}
