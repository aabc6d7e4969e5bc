/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-lunar-year.h"

G_DEFINE_QUARK (atlas_calendar_error, atlas_calendar_error)

/* The Gregorian year in which each reign's first year begins. The year of the accession itself
 * keeps the old name to its end; so the years run from lunar new year to lunar new year without a
 * gap. Reigns and years: Chen Yuan, Ershi shi shuorun biao (1925), and any table of Qing reigns. */
typedef struct
{
  int first_year;
  const char *en;
  const char *zh_hant;
  const char *zh_hans;
  const char *ru;
} Reign;

static const Reign reigns[ATLAS_CALENDAR_N_REIGNS] = {
  { 1662, "Kangxi", "康熙", "康熙", "Канси" },      { 1723, "Yongzheng", "雍正", "雍正", "Юнчжэн" },
  { 1736, "Qianlong", "乾隆", "乾隆", "Цяньлун" },  { 1796, "Jiaqing", "嘉慶", "嘉庆", "Цзяцин" },
  { 1821, "Daoguang", "道光", "道光", "Даогуан" },  { 1851, "Xianfeng", "咸豐", "咸丰", "Сяньфэн" },
  { 1862, "Tongzhi", "同治", "同治", "Тунчжи" },    { 1875, "Guangxu", "光緒", "光绪", "Гуансюй" },
  { 1909, "Xuantong", "宣統", "宣统", "Сюаньтун" },
};

/* Month names as CLDR 42 has them: English wide and abbreviated, Russian genitive, nominative and
 * abbreviated. */
static const char *const months_en[] = { "January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December" };
static const char *const months_en_short[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char *const months_ru[] = { "января",   "февраля", "марта",  "апреля",
                                         "мая",      "июня",    "июля",   "августа",
                                         "сентября", "октября", "ноября", "декабря" };
static const char *const months_ru_alone[] = { "январь",   "февраль", "март",   "апрель",
                                               "май",      "июнь",    "июль",   "август",
                                               "сентябрь", "октябрь", "ноябрь", "декабрь" };
static const char *const months_ru_short[] = { "янв.", "февр.", "мар.",  "апр.", "мая",   "июн.",
                                               "июл.", "авг.",  "сент.", "окт.", "нояб.", "дек." };
static const char *const months_zh[] = { "1月", "2月", "3月", "4月",  "5月",  "6月",
                                         "7月", "8月", "9月", "10月", "11月", "12月" };

static int
last_year_of_reign (guint reign)
{
  return reign + 1 < ATLAS_CALENDAR_N_REIGNS ? reigns[reign + 1].first_year - 1
                                             : ATLAS_LUNAR_LAST_YEAR;
}

gboolean
atlas_calendar_to_regnal (AtlasDay day, AtlasRegnalDate *date)
{
  const AtlasLunarYear *lunar;
  guint reign = ATLAS_CALENDAR_N_REIGNS - 1;
  int year;

  g_return_val_if_fail (date != NULL, FALSE);

  lunar = atlas_lunar_year_of_day (day, &year);
  if (lunar == NULL)
    return FALSE;
  while (reign > 0 && reigns[reign].first_year > year)
    reign--;
  for (guint i = 0; i < lunar->n_months; i++)
    {
      const AtlasLunarMonth *month = &lunar->months[i];

      if (!atlas_time_span_contains (month->days, day))
        continue;
      *date = (AtlasRegnalDate){ reign,
                                 year - reigns[reign].first_year + 1,
                                 month->month,
                                 month->leap,
                                 day - month->days.begin + 1 };
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static const AtlasLunarMonth *
find_month (const AtlasLunarYear *lunar, const AtlasRegnalDate *date)
{
  for (guint i = 0; i < lunar->n_months; i++)
    if (lunar->months[i].month == date->month && !lunar->months[i].leap == !date->leap)
      return &lunar->months[i];
  return NULL;
}

gboolean
atlas_calendar_from_regnal (const AtlasRegnalDate *date, AtlasTimeSpan *span, GError **error)
{
  const AtlasLunarYear *lunar;
  const AtlasLunarMonth *month;
  int n_years, n_days;

  g_return_val_if_fail (date != NULL && date->reign < ATLAS_CALENDAR_N_REIGNS, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  n_years = last_year_of_reign (date->reign) - reigns[date->reign].first_year + 1;
  if (date->year < 1 || date->year > n_years)
    {
      g_set_error (error,
                   ATLAS_CALENDAR_ERROR,
                   ATLAS_CALENDAR_ERROR_RANGE,
                   "found year %d of %s (%s), expected 1 to %d",
                   date->year,
                   reigns[date->reign].en,
                   reigns[date->reign].zh_hant,
                   n_years);
      return FALSE;
    }
  lunar = atlas_lunar_year_get (reigns[date->reign].first_year + date->year - 1);
  *span =
    (AtlasTimeSpan){ lunar->months[0].days.begin, lunar->months[lunar->n_months - 1].days.end };
  if (date->month == 0)
    return TRUE;

  month = find_month (lunar, date);
  if (month == NULL)
    {
      g_set_error (error,
                   ATLAS_CALENDAR_ERROR,
                   ATLAS_CALENDAR_ERROR_RANGE,
                   "found %smonth %d, which year %d of %s did not have",
                   date->leap ? "leap " : "",
                   date->month,
                   date->year,
                   reigns[date->reign].en);
      return FALSE;
    }
  *span = month->days;
  if (date->day == 0)
    return TRUE;

  n_days = month->days.end - month->days.begin + 1;
  if (date->day < 1 || date->day > n_days)
    {
      g_set_error (error,
                   ATLAS_CALENDAR_ERROR,
                   ATLAS_CALENDAR_ERROR_RANGE,
                   "found day %d, expected 1 to %d in that lunar month",
                   date->day,
                   n_days);
      return FALSE;
    }
  span->begin += date->day - 1;
  span->end = span->begin;
  return TRUE;
}

const char *
atlas_calendar_reign_name (guint reign, const char *lang)
{
  g_return_val_if_fail (reign < ATLAS_CALENDAR_N_REIGNS, NULL);

  if (g_strcmp0 (lang, "zh-Hant") == 0)
    return reigns[reign].zh_hant;
  if (g_strcmp0 (lang, "zh-Hans") == 0)
    return reigns[reign].zh_hans;
  return g_strcmp0 (lang, "ru") == 0 ? reigns[reign].ru : reigns[reign].en;
}

gboolean
atlas_calendar_to_minguo (AtlasDay day, int *year)
{
  int month, ignored;

  g_return_val_if_fail (year != NULL, FALSE);

  if (day < ATLAS_CALENDAR_FIRST_MINGUO_DAY)
    return FALSE;
  atlas_day_to_gregorian (day, year, &month, &ignored);
  *year -= 1911;
  return TRUE;
}

const char *
atlas_calendar_month_name (int month, const char *lang, gboolean abbreviated)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  if (lang && g_str_has_prefix (lang, "zh"))
    return months_zh[month - 1];
  if (g_strcmp0 (lang, "ru") == 0)
    return abbreviated ? months_ru_short[month - 1] : months_ru[month - 1];
  return abbreviated ? months_en_short[month - 1] : months_en[month - 1];
}

const char *
atlas_calendar_month_name_alone (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return months_ru_alone[month - 1];
}
