/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-calendar.h"
#include "lunar-years.h"

static AtlasTimeSpan
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasTimeSpan span = { 0, 0 };

  g_test_message ("%s", text);
  atlas_calendar_parse (text, &span, &error);
  g_assert_no_error (error);
  return span;
}

/* Every month of 250 years begins on the day, and bears the number, that the independent table
 * says; so does each of its days. */
static void
test_lunar_months (void)
{
  AtlasDay next = lunar_year_rows[0].first_day;

  for (guint i = 0; i < G_N_ELEMENTS (lunar_year_rows); i++)
    {
      const LunarYearRow *row = &lunar_year_rows[i];
      AtlasDay day = row->first_day;
      int month = 0;
      gboolean leap = FALSE;

      g_assert_cmpint (day, ==, next);
      for (const char *length = row->long_months; *length; length++)
        {
          int n_days = *length == '1' ? 30 : 29;

          leap = month == row->leap_month && month > 0 && !leap;
          month += leap ? 0 : 1;
          for (int mday = 1; mday <= n_days; mday += n_days - 1)
            {
              AtlasRegnalDate date;
              AtlasTimeSpan back;

              g_test_message ("%d, month %d, day %d", row->year, month, mday);
              g_assert_true (atlas_calendar_to_regnal (day + mday - 1, &date));
              g_assert_cmpint (date.month, ==, month);
              g_assert_cmpint (date.leap, ==, leap);
              g_assert_cmpint (date.day, ==, mday);
              g_assert_true (atlas_calendar_from_regnal (&date, &back, NULL));
              g_assert_cmpint (back.begin, ==, day + mday - 1);
              g_assert_cmpint (back.end, ==, back.begin);
            }
          day += n_days;
        }
      g_assert_cmpint (month, ==, 12);
      next = day;
    }
}

static void
test_reigns (void)
{
  /* First and last days, and the number of years, of the reigns after Kangxi. */
  static const struct
  {
    const char *name;
    int first_year, n_years;
  } reigns[] = {
    { "Kangxi", 1662, 61 },  { "Yongzheng", 1723, 13 }, { "Qianlong", 1736, 60 },
    { "Jiaqing", 1796, 25 }, { "Daoguang", 1821, 30 },  { "Xianfeng", 1851, 11 },
    { "Tongzhi", 1862, 13 }, { "Guangxu", 1875, 34 },   { "Xuantong", 1909, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reigns); i++)
    {
      AtlasRegnalDate last = { i, reigns[i].n_years, 0, FALSE, 0 };
      AtlasRegnalDate beyond = { i, reigns[i].n_years + 1, 0, FALSE, 0 };
      AtlasRegnalDate date;
      AtlasTimeSpan span;
      g_autoptr (GError) error = NULL;
      AtlasDay new_year = lunar_year_rows[reigns[i].first_year - 1662].first_day;

      g_assert_cmpstr (atlas_calendar_reign_name (i, "en"), ==, reigns[i].name);
      g_assert_true (atlas_calendar_to_regnal (new_year, &date));
      g_assert_cmpuint (date.reign, ==, i);
      g_assert_cmpint (date.year, ==, 1);
      g_assert_true (atlas_calendar_from_regnal (&last, &span, NULL));
      g_assert_true (atlas_calendar_to_regnal (span.end, &date));
      g_assert_cmpuint (date.reign, ==, i);
      g_assert_false (atlas_calendar_from_regnal (&beyond, &span, &error));
      g_assert_error (error, ATLAS_CALENDAR_ERROR, ATLAS_CALENDAR_ERROR_RANGE);
    }
}

static void
test_limits (void)
{
  AtlasRegnalDate date;
  int year;

  g_assert_false (atlas_calendar_to_regnal (atlas_day_from_gregorian (1662, 2, 17), &date));
  g_assert_true (atlas_calendar_to_regnal (atlas_day_from_gregorian (1662, 2, 18), &date));
  g_assert_true (atlas_calendar_to_regnal (atlas_day_from_gregorian (1912, 2, 17), &date));
  g_assert_false (atlas_calendar_to_regnal (atlas_day_from_gregorian (1912, 2, 18), &date));
  g_assert_false (atlas_calendar_to_regnal (ATLAS_DAY_OPEN_PAST, &date));
  g_assert_false (atlas_calendar_to_regnal (ATLAS_DAY_OPEN_FUTURE, &date));
  g_assert_false (atlas_calendar_to_minguo (atlas_day_from_gregorian (1911, 12, 31), &year));
  g_assert_true (atlas_calendar_to_minguo (atlas_day_from_gregorian (1912, 1, 1), &year));
  g_assert_cmpint (year, ==, 1);
  g_assert_cmpint (ATLAS_CALENDAR_LAST_JULIAN_DAY, ==, atlas_day_from_julian (1918, 1, 31));
  g_assert_cmpint (ATLAS_CALENDAR_LAST_REGNAL_DAY, ==, atlas_day_from_gregorian (1912, 2, 11));
  g_assert_cmpint (ATLAS_CALENDAR_FIRST_MINGUO_DAY, ==, atlas_day_from_gregorian (1912, 1, 1));
}

/* The regnal dates are those of printed treaties and of the research notes; the others follow from
 * the calendars. */
static const char *const same_days[][2] = {
  { "同治三年九月初七", "1864-10-07" },
  { "同治三年九月初七日", "1864-10-07" },
  { "清同治三年九月初七", "1864-10-07" },
  { "光緒七年正月廿六", "1881-02-24" },
  { "光绪七年正月二十六日", "1881-02-24" },
  { "光緒五年八月十七日", "1879-10-02" },
  { "同治三年二月初八", "1864-03-15" },
  { "同治元年六月二十二日", "1862-07-18" },
  { "光緒七年", "1881-01-30/1882-02-17" },
  { "同治三年九月", "1864-10-01/1864-10-29" },
  { "同治十三年十二月", "1875-01-08/1875-02-05" },
  { "光緒二年閏五月初一", "1876-06-22" },
  { "光绪二年闰五月", "1876-06-22/1876-07-20" },
  { "咸丰十一年", "1861-02-10/1862-01-29" },
  { "乾隆六十年閏二月三十", NULL },
  { "光緒十六年閏二月初一日", "1890-03-21" },
  { "宣統三年臘月廿五", "1912-02-12" },
  { "光緒33年冬月3日", "1907-12-07" },
  { "康熙五十六年正月初一", "1717-02-11" },
  { "民國三十三年十一月", "1944-11" },
  { "民国三十三年十一月七日", "1944-11-07" },
  { "民國元年", "1912" },
  { "1864年10月7日", "1864-10-07" },
  { "1864年10月", "1864-10" },
  { "1864 年 10 月 7 日", "1864-10-07" },
  { "一八六四年十月七日", "1864-10-07" },
  { "公元1871年", "1871" },
  { "俄曆1881年2月12日", "1881-02-24" },
  { "俄历一八六四年九月二十五日", "1864-10-07" },
  { "12 February 1881 O.S.", "1881-02-24" },
  { "12 February 1881 (O.S.)", "1881-02-24" },
  { "1881-02-12 O.S.", "1881-02-24" },
  { "February 1881 O.S.", "1881-02-13/1881-03-12" },
  { "1881 O.S.", "1881-01-13/1882-01-12" },
  { "29 February 1900 O.S.", "1900-03-13" },
  { "24 February 1881", "1881-02-24" },
  { "24 Feb 1881", "1881-02-24" },
  { "24 Feb. 1881 N.S.", "1881-02-24" },
  { "24 february 1881", "1881-02-24" },
  { "February 24, 1881", "1881-02-24" },
  { "Sept 1864", "1864-09" },
  { "  October 1864 ", "1864-10" },
  { "24 февраля 1881 г.", "1881-02-24" },
  { "12 февраля 1881 года ст. ст.", "1881-02-24" },
  { "май 1871", "1871-05" },
  { "1871", "1871" },
  { "1864-10", "1864-10" },
  { "1864-10-07", "1864-10-07" },
  { "1865~", "1865" },
  { "1865/1877", "1865-01-01/1877-12-31" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same_days); i++)
    {
      AtlasTimeSpan found, expected;

      if (same_days[i][1] == NULL)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (atlas_calendar_parse (same_days[i][0], &found, &error));
          g_assert_error (error, ATLAS_CALENDAR_ERROR, ATLAS_CALENDAR_ERROR_RANGE);
          continue;
        }
      found = parse (same_days[i][0]);
      expected = parse (same_days[i][1]);
      g_assert_cmpint (found.begin, ==, expected.begin);
      g_assert_cmpint (found.end, ==, expected.end);
    }
}

static const struct
{
  const char *text;
  AtlasCalendarError code;
  const char *message;
} bad[] = {
  { "", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "yesterday", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "the year 1864 or so", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "24 Smarch 1881", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "30 February 1881",
    ATLAS_CALENDAR_ERROR_RANGE,
    "found “30 February 1881”, expected a day that the month has" },
  { "29 February 1900", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "24 February O.S.", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "1881-02-12-3 O.S.", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "1864-13", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "同治年",
    ATLAS_CALENDAR_ERROR_SYNTAX,
    "found “年”, expected a year such as 同治三年 or 1864年" },
  { "同治十四年", ATLAS_CALENDAR_ERROR_RANGE, "found year 14 of Tongzhi (同治), expected 1 to 13" },
  { "同治三年閏九月",
    ATLAS_CALENDAR_ERROR_RANGE,
    "found leap month 9, which year 3 of Tongzhi did not have" },
  { "同治三年十三月", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "同治三年九月三十",
    ATLAS_CALENDAR_ERROR_RANGE,
    "found day 30, expected 1 to 29 in that lunar month" },
  { "同治三年九月零日", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "同治三年九", ATLAS_CALENDAR_ERROR_SYNTAX, "found “九”, expected a month such as 九月" },
  { "同治三年九月初七日夜",
    ATLAS_CALENDAR_ERROR_SYNTAX,
    "found “夜”, expected the end of the date" },
  { "萬曆三年", ATLAS_CALENDAR_ERROR_SYNTAX, NULL },
  { "1864年13月", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "1864年閏5月", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "1864年2月30日", ATLAS_CALENDAR_ERROR_RANGE, NULL },
  { "\xff\xfe", ATLAS_CALENDAR_ERROR_SYNTAX, "found bytes that are not UTF-8" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      AtlasTimeSpan span = { 7, 8 };

      g_test_message ("case %u", i);
      g_assert_false (atlas_calendar_parse (bad[i].text, &span, &error));
      g_assert_error (error, ATLAS_CALENDAR_ERROR, (int) bad[i].code);
      if (bad[i].message)
        g_assert_cmpstr (error->message, ==, bad[i].message);
      g_assert_cmpint (span.begin, ==, 7);
    }
}

static void
test_fuzz (void)
{
  static const char *const pieces[] = { "同治", "光緒", "民國", "俄曆",       "年",   "月",  "日",
                                        "閏",   "初",   "十",   "三",         "廿",   "九",  "12",
                                        "1864", " ",    "-",    "February",   "O.S.", "мая", "г.",
                                        ",",    "元",   "正月", "99999999999" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      AtlasTimeSpan span;

      for (int j = g_test_rand_int_range (0, 9); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (atlas_calendar_parse (text->str, &span, &error))
        g_assert_false (atlas_time_span_is_empty (span));
      else
        g_assert_nonnull (error);
    }
}

/* Two dates, however people join them; and what is not two dates. */
static void
test_between (void)
{
  static const char *const both[] = {
    "11–23 May 1864",
    "11-23 May 1864",
    "11 to 23 May 1864",
    "11 May to 23 May 1864",
    "11 May – 23 May 1864",
    "1864-05-11/1864-05-23",
    "1864-05-11 to 1864-05-23",
    "11 May 1864–23 May 1864",
    "30 April 1864 O.S. to 11 May 1864 O.S.",
    "1864年5月11日至1864年5月23日",
  };
  static const char *const not_both[] = {
    "",
    "–",
    "1871",
    "1864-10",
    "1864-10-07",
    "12 Feb 1881 O.S.",
    "23–11 May 1864",
    "11–",
    "–23 May 1864",
    "to",
    "May to",
    "同治三年九月",
  };
  AtlasTimeSpan span;

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_test_message ("%s", both[i]);
      g_assert_true (atlas_calendar_parse_between (both[i], &span));
      g_assert_cmpint (span.begin, ==, atlas_day_from_gregorian (1864, 5, 11) + (i == 8));
      g_assert_cmpint (span.end, ==, atlas_day_from_gregorian (1864, 5, 23));
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_both); i++)
    {
      g_test_message ("%s", not_both[i]);
      g_assert_false (atlas_calendar_parse_between (not_both[i], &span));
    }
  g_assert_true (atlas_calendar_parse_between ("1864–1871", &span));
  g_assert_cmpint (span.begin, ==, atlas_day_from_gregorian (1864, 1, 1));
  g_assert_cmpint (span.end, ==, atlas_day_from_gregorian (1871, 12, 31));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/calendar/lunar-months", test_lunar_months);
  g_test_add_func ("/core/calendar/reigns", test_reigns);
  g_test_add_func ("/core/calendar/limits", test_limits);
  g_test_add_func ("/core/calendar/parse", test_parse);
  g_test_add_func ("/core/calendar/bad", test_bad);
  g_test_add_func ("/core/calendar/fuzz", test_fuzz);
  g_test_add_func ("/core/calendar/between", test_between);
  return g_test_run ();
}
