/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-calendar-private.h"
#include "atlas-edtf.h"

typedef enum
{
  SYSTEM_GREGORIAN,
  SYSTEM_JULIAN,
  SYSTEM_MINGUO,
  SYSTEM_REGNAL,
} System;

/* What a text says before its calendar is asked. A month or day of 0 is not written. */
typedef struct
{
  System system;
  guint reign;
  int year;
  int month;
  gboolean leap;
  int day;
} Fields;

static gboolean
fail (GError **error, AtlasCalendarError code, const char *found, const char *expected)
{
  g_set_error (error,
               ATLAS_CALENDAR_ERROR,
               (int) code,
               "found “%s”, expected %s",
               *found ? found : "the end",
               expected);
  return FALSE;
}

/* Advances *@p over @prefix, if that is what comes next. */
static gboolean
skip (const char **p, const char *prefix)
{
  if (!g_str_has_prefix (*p, prefix))
    return FALSE;
  *p += strlen (prefix);
  return TRUE;
}

static gboolean
skip_any (const char **p, const char *const *prefixes)
{
  for (; *prefixes; prefixes++)
    if (skip (p, *prefixes))
      return TRUE;
  return FALSE;
}

/* Days of one civil date, month or year in the calendar of @fields. */
static gboolean
resolve_civil (const Fields *fields, AtlasTimeSpan *span, const char *text, GError **error)
{
  AtlasDay (*to_day) (int, int, int) =
    fields->system == SYSTEM_JULIAN ? atlas_day_from_julian : atlas_day_from_gregorian;
  int year = fields->system == SYSTEM_MINGUO ? fields->year + 1911 : fields->year;
  AtlasDay month_end;

  if (fields->year < 1 || fields->year > 9999)
    return fail (error, ATLAS_CALENDAR_ERROR_RANGE, text, "a year from 1 to 9999");
  if (fields->month == 0)
    {
      *span = (AtlasTimeSpan){ to_day (year, 1, 1), to_day (year + 1, 1, 1) - 1 };
      return TRUE;
    }
  if (fields->month > 12)
    return fail (error, ATLAS_CALENDAR_ERROR_RANGE, text, "a month from 1 to 12");
  month_end = to_day (year, fields->month + 1, 1) - 1;
  *span = (AtlasTimeSpan){ to_day (year, fields->month, 1), month_end };
  if (fields->day == 0)
    return TRUE;
  span->begin += fields->day - 1;
  span->end = span->begin;
  if (span->begin > month_end)
    return fail (error, ATLAS_CALENDAR_ERROR_RANGE, text, "a day that the month has");
  return TRUE;
}

static gboolean
resolve (const Fields *fields, AtlasTimeSpan *span, const char *text, GError **error)
{
  AtlasRegnalDate date = { fields->reign, fields->year, fields->month, fields->leap, fields->day };

  if (fields->system == SYSTEM_REGNAL)
    return atlas_calendar_from_regnal (&date, span, error);
  if (fields->leap)
    return fail (error, ATLAS_CALENDAR_ERROR_RANGE, text, "no leap month outside a lunar calendar");
  return resolve_civil (fields, span, text, error);
}

/* The value of a numeral: 0 to 9, or 10, 20, 30 for the tens with a sign of their own; -1 for
 * others. */
static int
digit_value (gunichar c)
{
  static const char *const digits = "〇一二三四五六七八九";

  for (const char *p = digits; *p; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == c)
      return (int) g_utf8_pointer_to_offset (digits, p);
  switch (c)
    {
    case 0x96F6: /* 零 */
    case 0x25CB: /* ○, often typed for 〇 */
      return 0;
    case 0x5143: /* 元 */
      return 1;
    case 0x5341: /* 十 */
      return 10;
    case 0x5EFF: /* 廿 */
      return 20;
    case 0x5345: /* 卅 */
      return 30;
    default:
      return g_unichar_isdigit (c) ? g_unichar_digit_value (c) : -1;
    }
}

/* Reads 7, 1864, 初七, 十二, 三十三, 廿六, 一八六四. */
static gboolean
read_number (const char **p, int *value)
{
  int total = 0, units = 0;
  gboolean any = FALSE;

  if (skip (p, "初"))
    any = FALSE;
  for (int i = 0; i < 6; i++)
    {
      int digit = digit_value (g_utf8_get_char (*p));

      if (digit < 0)
        break;
      if (digit >= 10)
        {
          total += digit == 10 ? MAX (units, 1) * 10 : digit;
          units = 0;
        }
      else
        units = units * 10 + digit;
      any = TRUE;
      *p = g_utf8_next_char (*p);
    }
  *value = total + units;
  return any;
}

static void
read_era (const char **p, Fields *fields)
{
  static const char *const qing[] = { "大清", "清朝", "清", NULL };
  static const char *const minguo[] = { "中華民國", "中华民国", "民國", "民国", NULL };
  static const char *const julian[] = { "俄曆", "俄历", "儒略曆", "儒略历", NULL };
  static const char *const gregorian[] = { "公元", "西元", "公曆", "公历", "西曆", "西历", NULL };

  fields->system = SYSTEM_GREGORIAN;
  if (skip_any (p, minguo))
    fields->system = SYSTEM_MINGUO;
  else if (skip_any (p, julian))
    fields->system = SYSTEM_JULIAN;
  else if (!skip_any (p, gregorian))
    {
      skip_any (p, qing);
      for (guint i = 0; i < ATLAS_CALENDAR_N_REIGNS; i++)
        if (skip (p, atlas_calendar_reign_name (i, "zh-Hant")) ||
            skip (p, atlas_calendar_reign_name (i, "zh-Hans")))
          {
            fields->system = SYSTEM_REGNAL;
            fields->reign = i;
            return;
          }
    }
}

static gboolean
read_chinese_month (const char **p, Fields *fields, GError **error)
{
  static const char *const leap[] = { "閏", "闰", NULL };
  static const char *const first[] = { "正月", NULL };
  static const char *const eleventh[] = { "冬月", NULL };
  static const char *const twelfth[] = { "臘月", "腊月", NULL };
  const char *start = *p;

  fields->leap = skip_any (p, leap);
  if (skip_any (p, first))
    fields->month = 1;
  else if (skip_any (p, eleventh))
    fields->month = 11;
  else if (skip_any (p, twelfth))
    fields->month = 12;
  else if (!read_number (p, &fields->month) || !skip (p, "月"))
    return fail (error, ATLAS_CALENDAR_ERROR_SYNTAX, start, "a month such as 九月");
  if (fields->month == 0)
    return fail (error, ATLAS_CALENDAR_ERROR_RANGE, start, "a month from 1 to 12");
  return TRUE;
}

static gboolean
parse_chinese (const char *text, Fields *fields, GError **error)
{
  static const char *const day_signs[] = { "日", "號", "号", NULL };
  const char *p = text;
  const char *start;

  read_era (&p, fields);
  start = p;
  if (!read_number (&p, &fields->year) || !skip (&p, "年"))
    return fail (error, ATLAS_CALENDAR_ERROR_SYNTAX, start, "a year such as 同治三年 or 1864年");
  if (*p == '\0')
    return TRUE;
  if (!read_chinese_month (&p, fields, error))
    return FALSE;
  if (*p == '\0')
    return TRUE;
  start = p;
  if (!read_number (&p, &fields->day))
    return fail (error, ATLAS_CALENDAR_ERROR_SYNTAX, start, "a day such as 初七 or 7日");
  if (fields->day == 0)
    return fail (error, ATLAS_CALENDAR_ERROR_RANGE, start, "a day from 1");
  skip_any (&p, day_signs);
  if (*p)
    return fail (error, ATLAS_CALENDAR_ERROR_SYNTAX, p, "the end of the date");
  return TRUE;
}

/* The month that a word names in English or Russian, whole or shortened to three letters or more; 0
 * for none. */
static int
month_of_word (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize length;

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  length = strlen (folded);
  if (g_utf8_strlen (folded, -1) < 3)
    return 0;
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *en = g_utf8_casefold (atlas_calendar_month_name (month, "en", FALSE), -1);
      g_autofree char *ru = g_utf8_casefold (atlas_calendar_month_name (month, "ru", FALSE), -1);
      const char *ru_alone = atlas_calendar_month_name_alone (month);

      if (strncmp (en, folded, length) == 0 || strncmp (ru, folded, length) == 0 ||
          strcmp (ru_alone, folded) == 0)
        return month;
    }
  return 0;
}

static gboolean
read_plain_number (const char *word, int *value)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 1, 9999, &number, NULL))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

/* 24 February 1881, February 24 1881, February 1881: @words has two or three entries and a month
 * among them. */
static gboolean
parse_words (char **words, guint n_words, Fields *fields, const char *text, GError **error)
{
  guint month_at = 0;

  while (month_at < n_words && month_of_word (words[month_at]) == 0)
    month_at++;
  if (n_words < 2 || n_words > 3 || month_at > 1 || (month_at == 1 && n_words == 2))
    return fail (error,
                 ATLAS_CALENDAR_ERROR_SYNTAX,
                 text,
                 "a date such as 24 February 1881, 1881-02-24, 12 February 1881 O.S. or "
                 "光緒七年正月廿六");

  fields->month = month_of_word (words[month_at]);
  if (!read_plain_number (words[n_words - 1], &fields->year))
    return fail (error, ATLAS_CALENDAR_ERROR_SYNTAX, words[n_words - 1], "a year");
  if (n_words == 3 && !read_plain_number (words[month_at == 0 ? 1 : 0], &fields->day))
    return fail (error,
                 ATLAS_CALENDAR_ERROR_SYNTAX,
                 words[month_at == 0 ? 1 : 0],
                 "a day of the month");
  return TRUE;
}

/* 1881, 1881-02, 1881-02-12 where a calendar is named, which EDTF does not know. */
static gboolean
parse_numeric (const char *word, Fields *fields)
{
  g_auto (GStrv) parts = g_strsplit (word, "-", 4);
  guint n = g_strv_length (parts);

  return n >= 1 && n <= 3 && read_plain_number (parts[0], &fields->year) &&
         (n < 2 || read_plain_number (parts[1], &fields->month)) &&
         (n < 3 || read_plain_number (parts[2], &fields->day));
}

/* Cuts "O.S." or "ст. ст." off the end of @text. */
static gboolean
strip_style (char *text, gboolean *julian)
{
  static const struct
  {
    const char *suffix;
    gboolean julian;
  } styles[] = {
    { "(O.S.)", TRUE },  { "O.S.", TRUE },      { "OS", TRUE },         { "Old Style", TRUE },
    { "ст. ст.", TRUE }, { "ст.ст.", TRUE },    { "с. ст.", TRUE },     { "(N.S.)", FALSE },
    { "N.S.", FALSE },   { "NS", FALSE },       { "New Style", FALSE }, { "н. ст.", FALSE },
    { "н.ст.", FALSE },  { "нов. ст.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_has_suffix (text, styles[i].suffix))
      {
        text[strlen (text) - strlen (styles[i].suffix)] = '\0';
        g_strchomp (text);
        *julian = styles[i].julian;
        return TRUE;
      }
  return FALSE;
}

/* Words of @text, without the commas and the Russian sign of a year. */
static GPtrArray *
split_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,\t", -1);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i]; i++)
    if (*words[i] && strcmp (words[i], "г.") != 0 && strcmp (words[i], "года") != 0)
      g_ptr_array_add (kept, g_strdup (words[i]));
  return kept;
}

/* Takes the word for the Republic, before or after its year, out of @words. */
static gboolean
strip_republic (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (strcmp (words->pdata[i], "Minguo") == 0 || strcmp (words->pdata[i], "Республики") == 0)
      {
        g_ptr_array_remove_index (words, i);
        return words->len > 0;
      }
  return FALSE;
}

static gboolean
parse_western (char *text, AtlasTimeSpan *span, GError **error)
{
  gboolean julian = FALSE;
  gboolean styled = strip_style (text, &julian);
  g_autoptr (GPtrArray) words = split_words (text);
  Fields fields = { .system = julian ? SYSTEM_JULIAN : SYSTEM_GREGORIAN };
  AtlasRegnalDate regnal;

  if (!styled && atlas_calendar_read_reign_words ((char **) words->pdata, words->len, &regnal))
    return atlas_calendar_from_regnal (&regnal, span, error);
  if (!styled && strip_republic (words))
    {
      fields.system = SYSTEM_MINGUO;
      styled = TRUE;
    }
  if (words->len == 1 && !styled)
    {
      g_autoptr (GError) local_error = NULL;
      AtlasEdtf edtf;

      if (!atlas_edtf_parse (words->pdata[0], &edtf, &local_error))
        {
          gboolean range =
            !g_error_matches (local_error, ATLAS_EDTF_ERROR, ATLAS_EDTF_ERROR_SYNTAX);

          g_set_error_literal (error,
                               ATLAS_CALENDAR_ERROR,
                               range ? ATLAS_CALENDAR_ERROR_RANGE : ATLAS_CALENDAR_ERROR_SYNTAX,
                               local_error->message);
          return FALSE;
        }
      *span = atlas_edtf_bounds (&edtf);
      return TRUE;
    }
  if (words->len == 1)
    {
      if (!parse_numeric (words->pdata[0], &fields))
        return fail (error, ATLAS_CALENDAR_ERROR_SYNTAX, text, "a date such as 1881-02-12");
    }
  else if (!parse_words ((char **) words->pdata, words->len, &fields, text, error))
    return FALSE;
  return resolve (&fields, span, text, error);
}

/**
 * atlas_calendar_parse:
 * @text: a date in any of the calendars, UTF-8
 * @span: (out): its days: one for a day, more for a month or a year; untouched on failure
 * @error: return location, in the domain %ATLAS_CALENDAR_ERROR
 *
 * Old style is read as the Julian calendar with the year beginning on 1 January, as Russia had it
 * since 1700.
 *
 * Returns: whether @text could be read
 */
gboolean
atlas_calendar_parse (const char *text, AtlasTimeSpan *span, GError **error)
{
  g_autofree char *trimmed = NULL;
  AtlasTimeSpan found;
  Fields fields = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error,
                           ATLAS_CALENDAR_ERROR,
                           ATLAS_CALENDAR_ERROR_SYNTAX,
                           "found bytes that are not UTF-8");
      return FALSE;
    }
  trimmed = g_strstrip (g_strdup (text));
  if (strstr (trimmed, "年"))
    {
      g_auto (GStrv) pieces = g_strsplit (trimmed, " ", -1);
      g_autofree char *packed = g_strjoinv ("", pieces);

      if (!parse_chinese (packed, &fields, error) || !resolve (&fields, &found, packed, error))
        return FALSE;
    }
  else if (!parse_western (trimmed, &found, error))
    return FALSE;
  *span = found;
  return TRUE;
}
