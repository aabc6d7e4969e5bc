/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-date-format-private.h"

AtlasDateLang
atlas_date_lang (const char *lang)
{
  if (lang == NULL)
    return ATLAS_DATE_LANG_EN;
  if (g_str_has_prefix (lang, "zh"))
    return g_str_has_prefix (lang, "zh-Hans") ? ATLAS_DATE_LANG_HANS : ATLAS_DATE_LANG_HANT;
  return g_str_equal (lang, "ru") ? ATLAS_DATE_LANG_RU : ATLAS_DATE_LANG_EN;
}

const char *
atlas_date_pick (AtlasDateLang lang,
                 const char *en,
                 const char *hant,
                 const char *hans,
                 const char *ru)
{
  switch (lang)
    {
    case ATLAS_DATE_LANG_HANT:
      return hant;
    case ATLAS_DATE_LANG_HANS:
      return hans;
    case ATLAS_DATE_LANG_RU:
      return ru;
    case ATLAS_DATE_LANG_EN:
    default:
      return en;
    }
}

static gboolean
covers_months (AtlasTimeSpan span, int n_months)
{
  int year, month, day;

  atlas_day_to_gregorian (span.begin, &year, &month, &day);
  return day == 1 && span.end == atlas_day_add_months (span.begin, n_months) - 1;
}

AtlasDateShape
atlas_date_shape (AtlasTimeSpan span)
{
  int year, month, day;

  if (span.begin == ATLAS_DAY_OPEN_PAST || span.end == ATLAS_DAY_OPEN_FUTURE)
    return ATLAS_DATE_SHAPE_OTHER;
  if (span.begin == span.end)
    return ATLAS_DATE_SHAPE_DAY;
  if (covers_months (span, 1))
    return ATLAS_DATE_SHAPE_MONTH;

  atlas_day_to_gregorian (span.begin, &year, &month, &day);
  if (month % 3 == 0 && covers_months (span, 3))
    return ATLAS_DATE_SHAPE_SEASON;
  if (month == 1 && covers_months (span, 12))
    return ATLAS_DATE_SHAPE_YEAR;
  if (month == 1 && year > 0 && year % 10 == 0 && covers_months (span, 120))
    return ATLAS_DATE_SHAPE_DECADE;
  if (month == 1 && year > 0 && year % 100 == 0 && covers_months (span, 1200))
    return ATLAS_DATE_SHAPE_CENTURY;
  return ATLAS_DATE_SHAPE_OTHER;
}

static char *
phrase_year (int year, AtlasDateLang lang)
{
  const char *suffix = atlas_date_pick (lang, "", "年", "年", " г.");

  if (year > 0)
    return g_strdup_printf ("%d%s", year, suffix);
  return g_strdup_printf ("%s%d%s%s",
                          atlas_date_pick (lang, "", "公元前", "公元前", ""),
                          1 - year,
                          suffix,
                          atlas_date_pick (lang, " BC", "", "", " до н. э."));
}

static char *
phrase_day (AtlasDay self, AtlasDateLang lang, AtlasDateOmit omit)
{
  g_autofree char *year_text = NULL;
  int year, month, day;

  atlas_day_to_gregorian (self, &year, &month, &day);
  year_text = phrase_year (year, lang);
  if (lang == ATLAS_DATE_LANG_HANT || lang == ATLAS_DATE_LANG_HANS)
    {
      if (omit == ATLAS_DATE_OMIT_MONTH)
        return g_strdup_printf ("%d日", day);
      return g_strdup_printf ("%s%d月%d日",
                              omit == ATLAS_DATE_OMIT_NOTHING ? year_text : "",
                              month,
                              day);
    }
  if (omit == ATLAS_DATE_OMIT_MONTH)
    return g_strdup_printf ("%d", day);
  return g_strdup_printf ("%d %s%s%s",
                          day,
                          atlas_calendar_month_name (month,
                                                     lang == ATLAS_DATE_LANG_RU ? "ru" : "en",
                                                     FALSE),
                          omit == ATLAS_DATE_OMIT_NOTHING ? " " : "",
                          omit == ATLAS_DATE_OMIT_NOTHING ? year_text : "");
}

static char *
phrase_month (AtlasDay first_day, AtlasDateLang lang, AtlasDateCase kasus, AtlasDateOmit omit)
{
  g_autofree char *year_text = NULL;
  const char *name;
  int year, month, day;

  atlas_day_to_gregorian (first_day, &year, &month, &day);
  year_text = phrase_year (year, lang);
  if (lang == ATLAS_DATE_LANG_HANT || lang == ATLAS_DATE_LANG_HANS)
    return g_strdup_printf ("%s%d月", omit == ATLAS_DATE_OMIT_NOTHING ? year_text : "", month);

  if (lang == ATLAS_DATE_LANG_RU && kasus != ATLAS_DATE_CASE_GENITIVE)
    name = atlas_calendar_month_name_alone (month);
  else
    name = atlas_calendar_month_name (month, lang == ATLAS_DATE_LANG_RU ? "ru" : "en", FALSE);
  return omit == ATLAS_DATE_OMIT_NOTHING ? g_strdup_printf ("%s %s", name, year_text)
                                         : g_strdup (name);
}

/* A winter is called by both its years. */
static char *
phrase_season (AtlasDay first_day, AtlasDateLang lang, AtlasDateCase kasus, AtlasDateOmit omit)
{
  static const char *const en[] = { "spring", "summer", "autumn", "winter" };
  static const char *const zh[] = { "春", "夏", "秋", "冬" };
  static const char *const ru[][3] = {
    { "весна", "весны", "весну" },
    { "лето", "лета", "лето" },
    { "осень", "осени", "осень" },
    { "зима", "зимы", "зиму" },
  };
  g_autofree char *year_text = NULL;
  int year, month, day, season;

  atlas_day_to_gregorian (first_day, &year, &month, &day);
  season = month / 3 - 1;
  if (season == 3 && year > 0)
    year_text = lang == ATLAS_DATE_LANG_EN || lang == ATLAS_DATE_LANG_RU
                  ? g_strdup_printf ("%d%s%02d%s",
                                     year,
                                     lang == ATLAS_DATE_LANG_EN ? "–" : "/",
                                     (year + 1) % 100,
                                     lang == ATLAS_DATE_LANG_EN ? "" : " г.")
                  : g_strdup_printf ("%d至%d年", year, year + 1);
  else
    year_text = phrase_year (year, lang);

  if (lang == ATLAS_DATE_LANG_HANT || lang == ATLAS_DATE_LANG_HANS)
    return g_strconcat (omit == ATLAS_DATE_OMIT_NOTHING ? year_text : "", zh[season], NULL);
  return g_strconcat (lang == ATLAS_DATE_LANG_RU ? ru[season][kasus] : en[season],
                      omit == ATLAS_DATE_OMIT_NOTHING ? " " : NULL,
                      year_text,
                      NULL);
}

char *
atlas_date_phrase (AtlasTimeSpan span, AtlasDateLang lang, AtlasDateCase kasus, AtlasDateOmit omit)
{
  int year, month, day;

  atlas_day_to_gregorian (span.begin, &year, &month, &day);
  switch (atlas_date_shape (span))
    {
    case ATLAS_DATE_SHAPE_DAY:
      return phrase_day (span.begin, lang, omit);
    case ATLAS_DATE_SHAPE_MONTH:
      return phrase_month (span.begin, lang, kasus, omit);
    case ATLAS_DATE_SHAPE_SEASON:
      return phrase_season (span.begin, lang, kasus, omit);
    case ATLAS_DATE_SHAPE_DECADE:
      if (lang == ATLAS_DATE_LANG_EN)
        return g_strdup_printf ("the %ds", year);
      return g_strdup_printf (lang == ATLAS_DATE_LANG_RU ? "%d-%s гг." : "%d年代",
                              year,
                              kasus == ATLAS_DATE_CASE_GENITIVE ? "х" : "е");
    case ATLAS_DATE_SHAPE_CENTURY:
      if (lang == ATLAS_DATE_LANG_EN)
        return g_strdup_printf ("the %ds", year);
      return lang == ATLAS_DATE_LANG_RU ? g_strdup_printf ("%d–%d гг.", year, year + 99)
                                        : g_strdup_printf ("%d至%d年", year, year + 99);
    case ATLAS_DATE_SHAPE_YEAR:
    case ATLAS_DATE_SHAPE_OTHER:
    default:
      return phrase_year (year, lang);
    }
}

/* What two names share: a year, or a month of it. A winter belongs to two years, so it is always
 * named in full. */
static AtlasDateOmit
find_shared (AtlasTimeSpan first, AtlasTimeSpan last)
{
  AtlasDateShape a = atlas_date_shape (first);
  AtlasDateShape b = atlas_date_shape (last);
  int year_a, month_a, year_b, month_b, day;

  if (a > ATLAS_DATE_SHAPE_SEASON || b > ATLAS_DATE_SHAPE_SEASON)
    return ATLAS_DATE_OMIT_NOTHING;
  atlas_day_to_gregorian (first.begin, &year_a, &month_a, &day);
  atlas_day_to_gregorian (last.begin, &year_b, &month_b, &day);
  if (year_a != year_b || (a == ATLAS_DATE_SHAPE_SEASON && month_a == 12) ||
      (b == ATLAS_DATE_SHAPE_SEASON && month_b == 12))
    return ATLAS_DATE_OMIT_NOTHING;
  if (a == ATLAS_DATE_SHAPE_DAY && b == ATLAS_DATE_SHAPE_DAY && month_a == month_b)
    return ATLAS_DATE_OMIT_MONTH;
  return ATLAS_DATE_OMIT_YEAR;
}

char *
atlas_date_phrase_pair (AtlasTimeSpan first,
                        AtlasTimeSpan last,
                        AtlasDatePair pair,
                        AtlasDateLang lang)
{
  AtlasDateOmit shared = find_shared (first, last);
  gboolean year_first = lang == ATLAS_DATE_LANG_HANT || lang == ATLAS_DATE_LANG_HANS;
  g_autofree char *a = atlas_date_phrase (first,
                                          lang,
                                          ATLAS_DATE_CASE_GENITIVE,
                                          year_first ? ATLAS_DATE_OMIT_NOTHING : shared);
  g_autofree char *b = atlas_date_phrase (last,
                                          lang,
                                          ATLAS_DATE_CASE_ACCUSATIVE,
                                          year_first ? shared : ATLAS_DATE_OMIT_NOTHING);
  gboolean between = pair == ATLAS_DATE_PAIR_BETWEEN;

  switch (lang)
    {
    case ATLAS_DATE_LANG_HANT:
      return g_strconcat (a, "至", b, between ? "之間" : NULL, NULL);
    case ATLAS_DATE_LANG_HANS:
      return g_strconcat (a, "至", b, between ? "之间" : NULL, NULL);
    case ATLAS_DATE_LANG_RU:
      return g_strconcat (between ? "в период с " : "с ", a, " по ", b, NULL);
    case ATLAS_DATE_LANG_EN:
    default:
      return g_strconcat (between ? "between " : "", a, between ? " and " : " to ", b, NULL);
    }
}
