/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-calendar.h"
#include "atlas-date-format.h"

static const char *const langs[] = { "en", "zh-Hant", "zh-Hans", "ru" };

static const struct
{
  int year, month, day;
  AtlasDateForm form;
  const char *words[4];
} days[] = {
  { 1871,
    7,
    4,
    ATLAS_DATE_LONG,
    { "4 July 1871", "1871年7月4日", "1871年7月4日", "4 июля 1871 г." } },
  { 1871, 7, 4, ATLAS_DATE_DAY_MONTH, { "4 July", "7月4日", "7月4日", "4 июля" } },
  { 1871, 7, 4, ATLAS_DATE_MONTH_YEAR, { "July 1871", "1871年7月", "1871年7月", "июль 1871 г." } },
  { 1871, 7, 4, ATLAS_DATE_YEAR, { "1871", "1871年", "1871年", "1871 г." } },
  { 1864, 10, 7, ATLAS_DATE_SHORT, { "7 Oct", "10月7日", "10月7日", "7 окт." } },
  { 1871,
    7,
    4,
    ATLAS_DATE_JULIAN,
    { "22 June O.S.", "俄曆6月22日", "俄历6月22日", "22 июня ст. ст." } },
  { 1881,
    1,
    5,
    ATLAS_DATE_JULIAN,
    { "24 December 1880 O.S.",
      "俄曆1880年12月24日",
      "俄历1880年12月24日",
      "24 декабря 1880 г. ст. ст." } },
  { 1900,
    3,
    13,
    ATLAS_DATE_JULIAN,
    { "29 February O.S.", "俄曆2月29日", "俄历2月29日", "29 февраля ст. ст." } },
  { 1918,
    2,
    13,
    ATLAS_DATE_JULIAN,
    { "31 January O.S.", "俄曆1月31日", "俄历1月31日", "31 января ст. ст." } },
  { 1918, 2, 14, ATLAS_DATE_JULIAN, { NULL } },
  { 1871,
    7,
    4,
    ATLAS_DATE_REGNAL,
    { "Tongzhi 10, 5th month, day 17",
      "同治十年五月十七日",
      "同治十年五月十七日",
      "Тунчжи, 10-й год, 5-й месяц, 17-й день" } },
  { 1881,
    2,
    24,
    ATLAS_DATE_REGNAL,
    { "Guangxu 7, 1st month, day 26",
      "光緒七年正月二十六日",
      "光绪七年正月二十六日",
      "Гуансюй, 7-й год, 1-й месяц, 26-й день" } },
  { 1876,
    6,
    22,
    ATLAS_DATE_REGNAL,
    { "Guangxu 2, leap 5th month, day 1",
      "光緒二年閏五月初一日",
      "光绪二年闰五月初一日",
      "Гуансюй, 2-й год, вставной 5-й месяц, 1-й день" } },
  { 1862,
    2,
    1,
    ATLAS_DATE_REGNAL,
    { "Tongzhi 1, 1st month, day 3",
      "同治元年正月初三日",
      "同治元年正月初三日",
      "Тунчжи, 1-й год, 1-й месяц, 3-й день" } },
  { 1912,
    2,
    11,
    ATLAS_DATE_REGNAL,
    { "Xuantong 3, 12th month, day 24",
      "宣統三年十二月二十四日",
      "宣统三年十二月二十四日",
      "Сюаньтун, 3-й год, 12-й месяц, 24-й день" } },
  { 1912, 2, 12, ATLAS_DATE_REGNAL, { NULL } },
  { 1944, 11, 7, ATLAS_DATE_REGNAL, { NULL } },
  { 1944,
    11,
    7,
    ATLAS_DATE_MINGUO,
    { "7 November, Minguo 33",
      "民國三十三年十一月七日",
      "民国三十三年十一月七日",
      "7 ноября 33 г. Республики" } },
  { 1912,
    1,
    1,
    ATLAS_DATE_MINGUO,
    { "1 January, Minguo 1", "民國元年一月一日", "民国元年一月一日", "1 января 1 г. Республики" } },
  { 1911, 12, 31, ATLAS_DATE_MINGUO, { NULL } },
  { 1912,
    2,
    11,
    ATLAS_DATE_CHINESE,
    { "Xuantong 3, 12th month, day 24",
      "宣統三年十二月二十四日",
      "宣统三年十二月二十四日",
      "Сюаньтун, 3-й год, 12-й месяц, 24-й день" } },
  { 1912,
    2,
    12,
    ATLAS_DATE_CHINESE,
    { "12 February, Minguo 1",
      "民國元年二月十二日",
      "民国元年二月十二日",
      "12 февраля 1 г. Республики" } },
  { -4,
    3,
    1,
    ATLAS_DATE_LONG,
    { "1 March 5 BC", "公元前5年3月1日", "公元前5年3月1日", "1 марта 5 г. до н. э." } },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
      {
        AtlasDay day = atlas_day_from_gregorian (days[i].year, days[i].month, days[i].day);
        g_autofree char *words = atlas_date_format_day (day, days[i].form, langs[j]);

        g_assert_cmpstr (words, ==, days[i].words[j]);
      }
}

static void
test_open_days (void)
{
  for (int form = ATLAS_DATE_LONG; form <= ATLAS_DATE_CHINESE; form++)
    {
      g_assert_null (atlas_date_format_day (ATLAS_DAY_OPEN_PAST, (AtlasDateForm) form, "en"));
      g_assert_null (atlas_date_format_day (ATLAS_DAY_OPEN_FUTURE, (AtlasDateForm) form, "en"));
    }
}

static const struct
{
  const char *edtf;
  const char *words[4];
} texts[] = {
  { "1864-10-07", { "7 October 1864", "1864年10月7日", "1864年10月7日", "7 октября 1864 г." } },
  { "1864-10", { "October 1864", "1864年10月", "1864年10月", "октябрь 1864 г." } },
  { "1864", { "1864", "1864年", "1864年", "1864 г." } },
  { "1865~", { "about 1865", "約1865年", "约1865年", "около 1865 г." } },
  { "1864-10~", { "about October 1864", "約1864年10月", "约1864年10月", "около октября 1864 г." } },
  { "1865?",
    { "perhaps 1865", "1865年（不確定）", "1865年（不确定）", "предположительно 1865 г." } },
  { "1865%",
    { "perhaps about 1865",
      "約1865年（不確定）",
      "约1865年（不确定）",
      "предположительно около 1865 г." } },
  { "[1864-05-06..1864-06-03]",
    { "between 6 May and 3 June 1864",
      "1864年5月6日至6月3日之間",
      "1864年5月6日至6月3日之间",
      "в период с 6 мая по 3 июня 1864 г." } },
  { "[1864-05-06..1864-05-09]",
    { "between 6 and 9 May 1864",
      "1864年5月6日至9日之間",
      "1864年5月6日至9日之间",
      "в период с 6 по 9 мая 1864 г." } },
  { "[1871-06..1871-07]",
    { "between June and July 1871",
      "1871年6月至7月之間",
      "1871年6月至7月之间",
      "в период с июня по июль 1871 г." } },
  { "[1871-12..1872-01-05]",
    { "between December 1871 and 5 January 1872",
      "1871年12月至1872年1月5日之間",
      "1871年12月至1872年1月5日之间",
      "в период с декабря 1871 г. по 5 января 1872 г." } },
  { "1871-21", { "spring 1871", "1871年春", "1871年春", "весна 1871 г." } },
  { "1871-24", { "winter 1871–72", "1871至1872年冬", "1871至1872年冬", "зима 1871/72 г." } },
  { "1871-21~", { "about spring 1871", "約1871年春", "约1871年春", "около весны 1871 г." } },
  { "1865/1877", { "1865 to 1877", "1865年至1877年", "1865年至1877年", "с 1865 г. по 1877 г." } },
  { "1871-21/1871-23",
    { "spring to autumn 1871", "1871年春至秋", "1871年春至秋", "с весны по осень 1871 г." } },
  { "1864-05-06/1864-06-03",
    { "6 May to 3 June 1864",
      "1864年5月6日至6月3日",
      "1864年5月6日至6月3日",
      "с 6 мая по 3 июня 1864 г." } },
  { "1865~/1877",
    { "about 1865 to 1877",
      "約1865年至1877年",
      "约1865年至1877年",
      "начало: около 1865 г.; конец: 1877 г." } },
  { "[..1871-12]",
    { "by December 1871", "不晚於1871年12月", "不晚于1871年12月", "не позднее декабря 1871 г." } },
  { "[1871-12..]",
    { "December 1871 or later",
      "不早於1871年12月",
      "不早于1871年12月",
      "не ранее декабря 1871 г." } },
  { "1864/",
    { "from 1864, end not known",
      "1864年起，止期不詳",
      "1864年起，止期不详",
      "с 1864 г., конец неизвестен" } },
  { "1864/..", { "from 1864", "1864年起", "1864年起", "с 1864 г." } },
  { "/1864",
    { "until 1864, beginning not known",
      "至1864年止，始期不詳",
      "至1864年止，始期不详",
      "по 1864 г., начало неизвестно" } },
  { "../1864-03", { "until March 1864", "至1864年3月止", "至1864年3月止", "по март 1864 г." } },
  { "../..", { "at all times", "始終", "始终", "всё время" } },
  { "[1864,1866]", { "1864 or 1866", "1864年或1866年", "1864年或1866年", "1864 г. или 1866 г." } },
  { "{1864,1866,1868}",
    { "1864, 1866 and 1868",
      "1864年、1866年及1868年",
      "1864年、1866年及1868年",
      "1864 г., 1866 г. и 1868 г." } },
  { "186X", { "the 1860s", "1860年代", "1860年代", "1860-е гг." } },
  { "186X~", { "about the 1860s", "約1860年代", "约1860年代", "около 1860-х гг." } },
  { "18XX", { "the 1800s", "1800至1899年", "1800至1899年", "1800–1899 гг." } },
  { "1864-XX", { "1864", "1864年", "1864年", "1864 г." } },
  { "1864-10-XX", { "October 1864", "1864年10月", "1864年10月", "октябрь 1864 г." } },
  { "1864-XX-07",
    { "between 7 January and 7 December 1864",
      "1864年1月7日至12月7日之間",
      "1864年1月7日至12月7日之间",
      "в период с 7 января по 7 декабря 1864 г." } },
  { "[1871-06..1871-07]/1871-09",
    { "between June and July 1871; until September 1871",
      "1871年6月至7月之間；至1871年9月",
      "1871年6月至7月之间；至1871年9月",
      "начало: в период с июня по июль 1871 г.; конец: сентябрь 1871 г." } },
  { "no date", { "no date", "no date", "no date", "no date" } },
};

static void
test_edtf (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
      {
        g_autofree char *words = atlas_date_format_edtf (texts[i].edtf, langs[j]);

        g_assert_cmpstr (words, ==, texts[i].words[j]);
      }
}

static AtlasTimeSpan
make_span (const char *text)
{
  AtlasTimeSpan span;

  g_assert_true (atlas_calendar_parse (text, &span, NULL));
  return span;
}

static void
test_spans (void)
{
  static const char *const cases[][2] = {
    { "1864-10-07", "7 October 1864" },
    { "1864-10", "October 1864" },
    { "1864", "1864" },
    { "1865/1877", "1865 to 1877" },
    { "1864-05-06/1864-06-03", "6 May to 3 June 1864" },
    { "1864-03/1864-05", "March to May 1864" },
    { "1864-03/1866-05", "March 1864 to May 1866" },
    { "1860/1869", "1860 to 1869" },
    { "1864-10-07/..", "from 7 October 1864" },
    { "../1864-10-07", "until 7 October 1864" },
    { "../..", "at all times" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = atlas_date_format_span (make_span (cases[i][0]), "en");

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
  g_autofree char *empty = atlas_date_format_span ((AtlasTimeSpan){ 5, 4 }, "en");
  g_assert_cmpstr (empty, ==, "");
}

/* What is written of a day can be read again. */
static void
test_round_trip (void)
{
  static const AtlasDateForm forms[] = { ATLAS_DATE_LONG, ATLAS_DATE_CHINESE };

  for (AtlasDay day = 2348182; day < 2433282; day += 61)
    for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
      for (guint j = 0; j < G_N_ELEMENTS (langs); j++)
        {
          g_autofree char *words = NULL;
          g_autoptr (GError) error = NULL;
          AtlasTimeSpan span;

          if (forms[i] == ATLAS_DATE_CHINESE && !g_str_has_prefix (langs[j], "zh"))
            continue;
          words = atlas_date_format_day (day, forms[i], langs[j]);
          atlas_calendar_parse (words, &span, &error);
          g_assert_no_error (error);
          g_assert_cmpint (span.begin, ==, day);
          g_assert_cmpint (span.end, ==, day);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date-format/days", test_days);
  g_test_add_func ("/core/date-format/open-days", test_open_days);
  g_test_add_func ("/core/date-format/edtf", test_edtf);
  g_test_add_func ("/core/date-format/spans", test_spans);
  g_test_add_func ("/core/date-format/round-trip", test_round_trip);
  return g_test_run ();
}
