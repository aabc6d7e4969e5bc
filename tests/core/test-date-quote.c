/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-date-quote.h"
#include "atlas-edtf.h"

#define G ATLAS_DATE_QUOTE_GREGORIAN
#define J ATLAS_DATE_QUOTE_JULIAN
#define R ATLAS_DATE_QUOTE_REGNAL

static AtlasTimeSpan
bounds (const char *edtf)
{
  AtlasEdtf parsed;

  g_assert_true (atlas_edtf_parse (edtf, &parsed, NULL));
  return atlas_edtf_bounds (&parsed);
}

/* Lunar months and days were looked up in the table of the calendar test: the sixth month of
 * Guangxu 2 began on 21 July 1876 and had 29 days, the first of Guangxu 4 on 2 February 1878. */
static const struct
{
  const char *text;
  AtlasDateQuoteCalendar calendar;
  const char *near, *days, *beside;
} cases[] = {
  { "1864年10月7日", G, "1864", "1864-10-07", NULL },
  { "8月17日", G, "1876", "1876-08-17", NULL },
  { "1月5日", G, "1944-11/1945-02", "1945-01-05", NULL },
  { "9日", G, "1945-09-06/1945-09-20", "1945-09-09", NULL },
  { "15日", G, "1944-11-15~", "1944-11-15", NULL },
  { "7月", G, "1945-07", "1945-07", NULL },
  { "8、9月", G, "1945", "1945-08/1945-09", NULL },
  { "1949年9月25、26日", G, "1949", "1949-09-25/1949-09-26", NULL },
  { "8月上旬", G, "1876", "1876-08-01/1876-08-10", NULL },
  { "6月中旬", G, "1946", "1946-06-11/1946-06-20", NULL },
  { "11月下旬", G, "1944", "1944-11-21/1944-11-30", NULL },
  { "12月中下旬", G, "1877", "1877-12-11/1877-12-31", NULL },
  { "9月初", G, "1944", "1944-09-01/1944-09-10", NULL },
  { "1939年底", G, "1939", "1939-10-01/1939-12-31", NULL },
  { "1864年年底", G, "1864", "1864-10-01/1864-12-31", NULL },
  { "1934年初", G, "1934", "1934-01-01/1934-04-01", NULL },
  { "1842年起", G, "1842", "1842/..", NULL },
  { "1950年以前", G, "1949", "../1949-12-31", NULL },
  { "1946年12月5日深夜", G, "1946", "1946-12-05", NULL },
  { "11月间", G, "1944", "1944-11", NULL },
  { "8月15", G, "1947", "1947-08-15", NULL },
  { "同治四年(1865)1月12日", G, "1865", "1865-01-12", "1865" },
  { "中華民國三十四年八月十四日", G, "1945", "1945-08-14", NULL },
  { "1862-07-18", G, "1862", "1862-07-18", NULL },
  { "同治三年九月初七", R, "1864", "1864-10-07", NULL },
  { "同治元年六月二十二日（1862年5月26日）", R, "1862", "1862-07-18", "1862-05-26" },
  { "同治三年二月初八（1863年3月26日）", R, "1863", "1864-03-15", "1863-03-26" },
  { "大清同治二年五月十三日（1863年6月28日）", R, "1863", "1863-06-28", "1863-06-28" },
  { "同治三年正月十六日（1864年2月23日）", R, "1864", "1864-02-23", "1864-02-23" },
  { "同治三年（1864年）四月", R, "1864", "1864-05-06/1864-06-03", "1864" },
  { "清光緒二年（1876年）至三年（1877年）", R, "1876", "1876-01-26/1878-02-01", "1876" },
  { "光绪四年（1878年）正月", R, "1878", "1878-02-02/1878-03-03", "1878" },
  { "六月二十一日夜", R, "1876-08-10", "1876-08-10", NULL },
  { "六月二十七日起", R, "1876-08-17", "1876-08-16/..", NULL },
  { "初八日", R, "1876-07-28", "1876-07-28", NULL },
  { "十八日", R, "1877-10-24", "1877-10-24", NULL },
  { "四月間", R, "1877-05~", "1877-05-13/1877-06-10", NULL },
  { "25 July 1851", J, "1851", "1851-08-06", NULL },
  { "12 February 1881 O.S.", J, "1881", "1881-02-24", NULL },
  { "25 сентября 1864", J, "1864", "1864-10-07", NULL },
  { "5-го мая", J, "1863-05-17", "1863-05-17", NULL },
  { "27 декабря [1864 г.]", J, "1864-12", "1865-01-08", NULL },
  { "В половине апреля 1863 года", J, "1863", "1863-04-23/1863-05-02", NULL },
  { "late May 1877", G, "1877", "1877-05-21/1877-05-31", NULL },
  { "6 May", G, "1871", "1871-05-06", NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      AtlasTimeSpan days = bounds (cases[i].days);
      AtlasDateQuote quote;

      g_test_message ("%s", cases[i].text);
      atlas_date_quote_read (cases[i].text,
                             cases[i].calendar,
                             bounds (cases[i].near),
                             &quote,
                             &error);
      g_assert_no_error (error);
      g_assert_cmpint (quote.days.begin, ==, days.begin);
      g_assert_cmpint (quote.days.end, ==, days.end);
      g_assert_cmpint (quote.has_beside, ==, cases[i].beside != NULL);
      if (cases[i].beside == NULL)
        continue;
      days = bounds (cases[i].beside);
      g_assert_cmpint (quote.beside.begin, ==, days.begin);
      g_assert_cmpint (quote.beside.end, ==, days.end);
    }
}

static void
test_no_dates (void)
{
  static const char *const texts[] = {
    "",
    "当天",
    "次日",
    "同月",
    "412事件",
    "9月4日 … 於8月19日",
    "16 de junio de 1946",
    "年初",
    "、月",
    "8、9、10月",
    "至",
    "三年至",
    "(1864)",
    "\xff",
    "同治",
    "初",
    "同治三年十三月",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int calendar = G; calendar <= R; calendar++)
      {
        g_autoptr (GError) error = NULL;
        AtlasDateQuote quote = { .days = { 7, 8 } };

        g_test_message ("case %" G_GSIZE_FORMAT ", calendar %d", i, calendar);
        g_assert_false (atlas_date_quote_read (texts[i],
                                               (AtlasDateQuoteCalendar) calendar,
                                               bounds ("1864"),
                                               &quote,
                                               &error));
        g_assert_nonnull (error);
        g_assert_cmpint (quote.days.begin, ==, 7);
      }
}

/* Without a time to go by, a date that leaves out its year is none. */
static void
test_nowhere (void)
{
  AtlasTimeSpan open = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE };
  AtlasTimeSpan late = { ATLAS_DAY_OPEN_PAST, atlas_day_from_gregorian (1864, 10, 7) };
  AtlasDateQuote quote;

  g_assert_false (atlas_date_quote_read ("10月7日", G, open, &quote, NULL));
  g_assert_true (atlas_date_quote_read ("10月7日", G, late, &quote, NULL));
  g_assert_cmpint (quote.days.begin, ==, late.end);
  g_assert_false (atlas_date_quote_read ("初七日", R, bounds ("1944"), &quote, NULL));
}

static void
test_fuzz (void)
{
  static const char *const pieces[] = { "同治", "光緒", "民國", "年",   "月", "日",   "閏", "初",
                                        "十",   "三",   "至",   "、",   "起", "底",   "(",  ")",
                                        "（",   "）",   "上旬", "年",   "12", "1864", " ",  "мая",
                                        "[",    "]",    "-го ", "以前", "夜" };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      AtlasDateQuote quote;

      for (int j = g_test_rand_int_range (0, 9); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (!atlas_date_quote_read (text->str,
                                  (AtlasDateQuoteCalendar) (i % 3),
                                  bounds ("1864"),
                                  &quote,
                                  &error))
        g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date-quote/cases", test_cases);
  g_test_add_func ("/core/date-quote/no-dates", test_no_dates);
  g_test_add_func ("/core/date-quote/nowhere", test_nowhere);
  g_test_add_func ("/core/date-quote/fuzz", test_fuzz);
  return g_test_run ();
}
