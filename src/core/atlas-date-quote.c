/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-calendar.h"
#include "atlas-date-quote.h"

/* Which part of a month or year a vague word means, in twelfths of it. */
typedef struct
{
  const char *word;
  int from, to;
} Part;

/* What may stand after a Chinese date; longer words before those that they end in. Thirds of a
 * month are what 旬 means. The beginning and end of a year are taken as a quarter of it. Winter
 * is taken as the last quarter: that of December belongs to it in every use. */
static const Part chinese_parts[] = {
  { "上旬", 0, 4 },  { "中下旬", 4, 12 }, { "中旬", 4, 8 },  { "下旬", 8, 12 },
  { "年底", 9, 12 }, { "年初", 0, 3 },    { "月初", 0, 4 },  { "月底", 8, 12 },
  { "年春", 0, 6 },  { "年夏", 3, 9 },    { "年秋", 6, 12 }, { "年冬", 9, 12 },
};

/* The same before a Western date. */
static const Part western_parts[] = {
  { "early ", 0, 4 },    { "mid-", 4, 8 },        { "mid ", 4, 8 },        { "late ", 8, 12 },
  { "в начале ", 0, 4 }, { "в половине ", 4, 8 }, { "в середине ", 4, 8 }, { "в конце ", 8, 12 },
};

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (error,
               ATLAS_CALENDAR_ERROR,
               ATLAS_CALENDAR_ERROR_SYNTAX,
               "found “%s”, expected a date",
               text);
  return FALSE;
}

static gboolean
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static void
get_fields (AtlasDateQuoteCalendar calendar, AtlasDay day, int *year, int *month)
{
  if (calendar == ATLAS_DATE_QUOTE_JULIAN)
    atlas_day_to_julian (day, year, month, NULL);
  else
    atlas_day_to_gregorian (day, year, month, NULL);
}

/* The year (and, with @with_month, the month) of @day, as Chinese text of the calendar. */
static char *
make_chinese_head (AtlasDateQuoteCalendar calendar, AtlasDay day, gboolean with_month)
{
  AtlasRegnalDate regnal;
  int year, month;

  if (calendar == ATLAS_DATE_QUOTE_REGNAL)
    {
      if (!atlas_calendar_to_regnal (day, &regnal))
        return NULL;
      return with_month ? g_strdup_printf ("%s%d年%s%d月",
                                           atlas_calendar_reign_name (regnal.reign, "zh-Hant"),
                                           regnal.year,
                                           regnal.leap ? "閏" : "",
                                           regnal.month)
                        : g_strdup_printf ("%s%d年",
                                           atlas_calendar_reign_name (regnal.reign, "zh-Hant"),
                                           regnal.year);
    }
  get_fields (calendar, day, &year, &month);
  return with_month
           ? g_strdup_printf ("%s%d年%d月",
                              calendar == ATLAS_DATE_QUOTE_JULIAN ? "俄曆" : "",
                              year,
                              month)
           : g_strdup_printf ("%s%d年", calendar == ATLAS_DATE_QUOTE_JULIAN ? "俄曆" : "", year);
}

/* Cuts @suffix off the end of @text. */
static gboolean
cut_end (GString *text, const char *suffix)
{
  if (!g_str_has_suffix (text->str, suffix))
    return FALSE;
  g_string_truncate (text, text->len - strlen (suffix));
  return TRUE;
}

/* Hours of the day and words of no weight at the end. */
static void
cut_small_words (GString *text)
{
  static const char *const words[] = { "深夜", "夜間", "夜间", "夜", "晚", "間", "间" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    cut_end (text, words[i]);
}

/* The part of @span that is meant. Of months it takes days and of years months; of a single day
 * there are no parts. */
static AtlasTimeSpan
take_part (AtlasTimeSpan span, const Part *part)
{
  gint64 length = atlas_time_span_length (span);

  if (part == NULL || length < 28)
    return span;
  /* A month has three parts of ten days, and what is over belongs to the last. */
  if (length <= 31)
    return (AtlasTimeSpan){ span.begin + part->from * 10 / 4,
                            part->to == 12 ? span.end : span.begin + part->to * 10 / 4 - 1 };
  return (AtlasTimeSpan){ span.begin + (AtlasDay) (length * part->from / 12),
                          span.begin + (AtlasDay) (length * part->to / 12) - 1 };
}

/* One Chinese date, without brackets, lists and ranges. */
static gboolean
read_chinese_date (const char *text,
                   AtlasDateQuoteCalendar calendar,
                   AtlasDay near,
                   AtlasTimeSpan *span,
                   GError **error)
{
  g_autoptr (GString) words = g_string_new (text);
  g_autofree char *head = NULL;
  const Part *part = NULL;
  gboolean before = cut_end (words, "以前");
  gboolean from = cut_end (words, "起");

  cut_small_words (words);
  for (guint i = 0; i < G_N_ELEMENTS (chinese_parts) && part == NULL; i++)
    if (g_str_has_suffix (words->str, chinese_parts[i].word))
      {
        part = &chinese_parts[i];
        cut_end (words, part->word);
        /* The sign of the year or month belongs to the date. */
        if (g_str_has_prefix (part->word, "年"))
          g_string_append (words, "年");
        else if (g_str_has_prefix (part->word, "月"))
          g_string_append (words, "月");
      }
  if (words->len == 0)
    return fail (error, text);
  /* 1864年年底 */
  if (g_str_has_suffix (words->str, "年年"))
    cut_end (words, "年");
  if (strstr (words->str, "年") == NULL)
    {
      g_string_replace (words, "俄曆", "", 1);
      g_string_replace (words, "俄历", "", 1);
      head = make_chinese_head (calendar, near, strstr (words->str, "月") == NULL);
      if (head == NULL)
        return fail (error, text);
      g_string_prepend (words, head);
    }
  if (!atlas_calendar_parse (words->str, span, error))
    return FALSE;
  *span = take_part (*span, part);
  if (before)
    *span = (AtlasTimeSpan){ ATLAS_DAY_OPEN_PAST, span->begin - 1 };
  if (from)
    span->end = ATLAS_DAY_OPEN_FUTURE;
  return TRUE;
}

static gboolean
is_numeral (gunichar c)
{
  /* The end of a text is found in every text. */
  if (c == 0)
    return FALSE;
  return g_unichar_isdigit (c) || g_utf8_strchr ("〇零一二三四五六七八九十廿卅初", -1, c) != NULL;
}

/* 8、9月 and 25、26日: both dates, the second with what stands before the first numeral. */
static gboolean
read_chinese_list (const char *text,
                   AtlasDateQuoteCalendar calendar,
                   AtlasDay near,
                   AtlasTimeSpan *span,
                   GError **error)
{
  const char *comma = strstr (text, "、");
  const char *start = comma;
  const char *rest, *unit;
  g_autofree char *first = NULL, *second = NULL;
  AtlasTimeSpan last;

  if (comma == NULL)
    return read_chinese_date (text, calendar, near, span, error);
  while (start > text && is_numeral (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  rest = comma + strlen ("、");
  unit = rest;
  while (is_numeral (g_utf8_get_char (unit)))
    unit = g_utf8_next_char (unit);
  if (start == comma || unit == rest || strstr (rest, "、") != NULL)
    return fail (error, text);
  first = g_strdup_printf ("%.*s%s", (int) (comma - text), text, unit);
  second = g_strdup_printf ("%.*s%s", (int) (start - text), text, rest);
  if (!read_chinese_date (first, calendar, near, span, error) ||
      !read_chinese_date (second, calendar, near, &last, error))
    return FALSE;
  *span = atlas_time_span_union (*span, last);
  return TRUE;
}

/* A to B. The second date takes what it leaves out from the first. */
static gboolean
read_chinese (const char *text,
              AtlasDateQuoteCalendar calendar,
              AtlasDay near,
              AtlasTimeSpan *span,
              GError **error)
{
  const char *to = strstr (text, "至");
  g_autofree char *first = NULL, *second = NULL;
  AtlasRegnalDate regnal;
  AtlasTimeSpan last;

  if (to == NULL)
    return read_chinese_list (text, calendar, near, span, error);
  first = g_strndup (text, (gsize) (to - text));
  if (!read_chinese_list (first, calendar, near, span, error))
    return FALSE;
  to += strlen ("至");
  if (calendar == ATLAS_DATE_QUOTE_REGNAL && is_numeral (g_utf8_get_char (to)) &&
      strstr (to, "年") != NULL && atlas_calendar_to_regnal (span->begin, &regnal))
    second = g_strconcat (atlas_calendar_reign_name (regnal.reign, "zh-Hant"), to, NULL);
  if (!read_chinese_list (second ? second : to, calendar, span->begin, &last, error))
    return FALSE;
  span->end = last.end;
  return TRUE;
}

static gboolean
has_year (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
        g_ascii_isdigit (p[3]))
      return TRUE;
  return FALSE;
}

/* Without the endings of Russian ordinals, without square brackets, which say that an editor has
 * added what is in them, and without the style, which the calendar says. */
static GString *
clean_western (const char *text)
{
  GString *words = g_string_new (text);

  if (!cut_end (words, " O.S.") && !cut_end (words, " ст. ст."))
    cut_end (words, " N.S.");
  g_string_replace (words, "-го ", " ", 0);
  g_string_replace (words, "[", "", 0);
  g_string_replace (words, "]", "", 0);
  return words;
}

static gboolean
read_western (const char *text,
              AtlasDateQuoteCalendar calendar,
              AtlasDay near,
              AtlasTimeSpan *span,
              GError **error)
{
  g_autoptr (GString) words = clean_western (text);
  const Part *part = NULL;
  int year, month;

  if (calendar == ATLAS_DATE_QUOTE_REGNAL)
    return fail (error, text);
  for (guint i = 0; i < G_N_ELEMENTS (western_parts) && part == NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words->str, -1);

      if (!g_str_has_prefix (lower, western_parts[i].word))
        continue;
      part = &western_parts[i];
      g_string_erase (words, 0, (gssize) strlen (part->word));
    }
  if (words->str[strspn (words->str, " ")] == '\0')
    return fail (error, text);
  if (!has_year (words->str))
    {
      get_fields (calendar, near, &year, &month);
      g_string_append_printf (words, " %d", year);
    }
  if (calendar == ATLAS_DATE_QUOTE_JULIAN)
    g_string_append (words, " O.S.");
  if (!atlas_calendar_parse (words->str, span, error))
    return FALSE;
  *span = take_part (*span, part);
  return TRUE;
}

/* Takes every （…） out of @text, which must be in pairs; the inside of the first is returned.
 * (transfer full) (nullable) */
static char *
take_brackets (GString *text)
{
  char *inside = NULL;

  g_string_replace (text, "（", "(", 0);
  g_string_replace (text, "）", ")", 0);
  for (;;)
    {
      const char *open = strchr (text->str, '(');
      const char *close = open != NULL ? strchr (open, ')') : NULL;

      if (close == NULL)
        return inside;
      if (inside == NULL)
        inside = g_strndup (open + 1, (gsize) (close - open - 1));
      g_string_erase (text, open - text->str, close - open + 1);
    }
}

/* 同治四年(1865)1月12日: a year of the reign beside the year of a Gregorian day. */
static void
prefer_year_in_brackets (GString *text, const char *inside)
{
  const char *year = strstr (text->str, "年");

  if (inside == NULL || year == NULL || !has_year (inside) || strlen (inside) > strlen ("1865年"))
    return;
  g_string_erase (text, 0, year - text->str);
  g_string_prepend_len (text, inside, 4);
}

/* The year or month that is missing may be that of the first day or of the last. */
static gboolean
read_near (const char *text,
           AtlasDateQuoteCalendar calendar,
           AtlasTimeSpan near,
           AtlasTimeSpan *span,
           GError **error)
{
  gboolean (*read) (const char *, AtlasDateQuoteCalendar, AtlasDay, AtlasTimeSpan *, GError **) =
    has_chinese (text) ? read_chinese : read_western;
  AtlasDay first = near.begin != ATLAS_DAY_OPEN_PAST ? near.begin : near.end;
  AtlasDay last = near.end != ATLAS_DAY_OPEN_FUTURE ? near.end : first;
  AtlasTimeSpan other;

  if (first == ATLAS_DAY_OPEN_FUTURE)
    return fail (error, text);
  if (!read (text, calendar, first, span, error))
    return FALSE;
  if (!atlas_time_span_overlaps (*span, near) && read (text, calendar, last, &other, NULL) &&
      atlas_time_span_overlaps (other, near))
    *span = other;
  return TRUE;
}

/**
 * atlas_date_quote_read:
 * @text: a date in the words of a source
 * @calendar: the calendar that the source counts by
 * @near: about when it was: what gives the year or month that @text leaves out; at least one end
 * must be set
 * @quote: (out): what it means; untouched on failure
 * @error: return location, in the domain ATLAS_CALENDAR_ERROR
 *
 * Returns: whether @text is a date
 */
gboolean
atlas_date_quote_read (const char *text,
                       AtlasDateQuoteCalendar calendar,
                       AtlasTimeSpan near,
                       AtlasDateQuote *quote,
                       GError **error)
{
  g_autoptr (GString) words = NULL;
  g_autofree char *inside = NULL;
  AtlasDateQuote found = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (quote != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, "bytes that are not UTF-8");
  words = g_string_new (text);
  inside = take_brackets (words);
  if (calendar == ATLAS_DATE_QUOTE_GREGORIAN)
    prefer_year_in_brackets (words, inside);
  if (!read_near (words->str, calendar, near, &found.days, error))
    return FALSE;
  found.has_beside = inside != NULL && has_year (inside) &&
                     read_near (inside, ATLAS_DATE_QUOTE_GREGORIAN, near, &found.beside, NULL);
  *quote = found;
  return TRUE;
}
