/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-date-format-private.h"
#include "atlas-date-format.h"

static gboolean
is_chinese (AtlasDateLang lang)
{
  return lang == ATLAS_DATE_LANG_HANT || lang == ATLAS_DATE_LANG_HANS;
}

/* 1 to 99 in Chinese numerals. */
static char *
chinese_number (int value)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  int tens = value / 10;

  return g_strconcat (tens > 1 ? digits[tens] : "", tens > 0 ? "十" : "", digits[value % 10], NULL);
}

static char *
chinese_year (int year)
{
  return year == 1 ? g_strdup ("元") : chinese_number (year);
}

static const char *
english_ordinal (int n)
{
  if (n / 10 == 1)
    return "th";
  return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

static char *
format_short (AtlasDay self, AtlasDateLang lang)
{
  int year, month, day;

  if (is_chinese (lang))
    return atlas_date_phrase ((AtlasTimeSpan){ self, self },
                              lang,
                              ATLAS_DATE_CASE_NOMINATIVE,
                              ATLAS_DATE_OMIT_YEAR);
  atlas_day_to_gregorian (self, &year, &month, &day);
  return g_strdup_printf ("%d %s",
                          day,
                          atlas_calendar_month_name (month,
                                                     lang == ATLAS_DATE_LANG_RU ? "ru" : "en",
                                                     TRUE));
}

static char *
format_month_year (AtlasDay self, AtlasDateLang lang)
{
  int year, month, day;
  AtlasDay first;

  atlas_day_to_gregorian (self, &year, &month, &day);
  first = atlas_day_from_gregorian (year, month, 1);
  return atlas_date_phrase ((AtlasTimeSpan){ first, atlas_day_add_months (first, 1) - 1 },
                            lang,
                            ATLAS_DATE_CASE_NOMINATIVE,
                            ATLAS_DATE_OMIT_NOTHING);
}

static char *
format_year (AtlasDay self, AtlasDateLang lang)
{
  int year, month, day;

  atlas_day_to_gregorian (self, &year, &month, &day);
  return atlas_date_phrase ((AtlasTimeSpan){ atlas_day_from_gregorian (year, 1, 1),
                                             atlas_day_from_gregorian (year, 12, 31) },
                            lang,
                            ATLAS_DATE_CASE_NOMINATIVE,
                            ATLAS_DATE_OMIT_NOTHING);
}

/* The words cannot come from the phrase of a Gregorian day: 29 February of 1900 has none. */
static char *
format_julian (AtlasDay self, AtlasDateLang lang)
{
  g_autofree char *year_text = NULL;
  int year, month, day, gregorian_year, ignored;

  if (self > ATLAS_CALENDAR_LAST_JULIAN_DAY)
    return NULL;
  atlas_day_to_julian (self, &year, &month, &day);
  atlas_day_to_gregorian (self, &gregorian_year, &ignored, &ignored);
  if (year != gregorian_year)
    year_text = g_strdup_printf (is_chinese (lang) ? "%d年" : " %d", year);
  if (is_chinese (lang))
    return g_strdup_printf ("%s%s%d月%d日",
                            lang == ATLAS_DATE_LANG_HANT ? "俄曆" : "俄历",
                            year_text ? year_text : "",
                            month,
                            day);
  return g_strdup_printf ("%d %s%s%s%s",
                          day,
                          atlas_calendar_month_name (month,
                                                     lang == ATLAS_DATE_LANG_RU ? "ru" : "en",
                                                     FALSE),
                          year_text ? year_text : "",
                          lang == ATLAS_DATE_LANG_RU && year_text ? " г." : "",
                          lang == ATLAS_DATE_LANG_RU ? " ст. ст." : " O.S.");
}

static char *
format_regnal_chinese (const AtlasRegnalDate *date, AtlasDateLang lang)
{
  g_autofree char *year = chinese_year (date->year);
  g_autofree char *month = date->month == 1 ? g_strdup ("正") : chinese_number (date->month);
  g_autofree char *day = chinese_number (date->day);
  const char *leap = lang == ATLAS_DATE_LANG_HANT ? "閏" : "闰";

  return g_strconcat (atlas_calendar_reign_name (date->reign,
                                                 lang == ATLAS_DATE_LANG_HANT ? "zh-Hant"
                                                                              : "zh-Hans"),
                      year,
                      "年",
                      date->leap ? leap : "",
                      month,
                      "月",
                      date->day <= 10 ? "初" : "",
                      day,
                      "日",
                      NULL);
}

static char *
format_regnal (AtlasDay self, AtlasDateLang lang)
{
  AtlasRegnalDate date;

  if (self > ATLAS_CALENDAR_LAST_REGNAL_DAY || !atlas_calendar_to_regnal (self, &date))
    return NULL;
  if (is_chinese (lang))
    return format_regnal_chinese (&date, lang);
  if (lang == ATLAS_DATE_LANG_RU)
    return g_strdup_printf ("%s, %d-й год, %s%d-й месяц, %d-й день",
                            atlas_calendar_reign_name (date.reign, "ru"),
                            date.year,
                            date.leap ? "вставной " : "",
                            date.month,
                            date.day);
  return g_strdup_printf ("%s %d, %s%d%s month, day %d",
                          atlas_calendar_reign_name (date.reign, "en"),
                          date.year,
                          date.leap ? "leap " : "",
                          date.month,
                          english_ordinal (date.month),
                          date.day);
}

static char *
format_minguo (AtlasDay self, AtlasDateLang lang)
{
  g_autofree char *year_text = NULL;
  g_autofree char *month_text = NULL;
  g_autofree char *day_text = NULL;
  int minguo, year, month, day;

  if (!atlas_calendar_to_minguo (self, &minguo))
    return NULL;
  atlas_day_to_gregorian (self, &year, &month, &day);
  if (!is_chinese (lang))
    return g_strdup_printf (lang == ATLAS_DATE_LANG_RU ? "%d %s %d г. Республики"
                                                       : "%d %s, Minguo %d",
                            day,
                            atlas_calendar_month_name (month,
                                                       lang == ATLAS_DATE_LANG_RU ? "ru" : "en",
                                                       FALSE),
                            minguo);

  /* Past 99 the plain digits are how such years are written. */
  year_text = minguo < 100 ? chinese_year (minguo) : g_strdup_printf ("%d", minguo);
  month_text = chinese_number (month);
  day_text = chinese_number (day);
  return g_strconcat (lang == ATLAS_DATE_LANG_HANT ? "民國" : "民国",
                      year_text,
                      "年",
                      month_text,
                      "月",
                      day_text,
                      "日",
                      NULL);
}

char *
atlas_date_format_day (AtlasDay day, AtlasDateForm form, const char *lang)
{
  AtlasDateLang language = atlas_date_lang (lang);
  AtlasTimeSpan span = { day, day };

  if (day == ATLAS_DAY_OPEN_PAST || day == ATLAS_DAY_OPEN_FUTURE)
    return NULL;
  switch (form)
    {
    case ATLAS_DATE_LONG:
      return atlas_date_phrase (span,
                                language,
                                ATLAS_DATE_CASE_NOMINATIVE,
                                ATLAS_DATE_OMIT_NOTHING);
    case ATLAS_DATE_DAY_MONTH:
      return atlas_date_phrase (span, language, ATLAS_DATE_CASE_NOMINATIVE, ATLAS_DATE_OMIT_YEAR);
    case ATLAS_DATE_MONTH_YEAR:
      return format_month_year (day, language);
    case ATLAS_DATE_YEAR:
      return format_year (day, language);
    case ATLAS_DATE_SHORT:
      return format_short (day, language);
    case ATLAS_DATE_JULIAN:
      return format_julian (day, language);
    case ATLAS_DATE_REGNAL:
      return format_regnal (day, language);
    case ATLAS_DATE_MINGUO:
      return format_minguo (day, language);
    case ATLAS_DATE_CHINESE:
      return day > ATLAS_CALENDAR_LAST_REGNAL_DAY ? format_minguo (day, language)
                                                  : format_regnal (day, language);
    default:
      g_return_val_if_reached (NULL);
    }
}
