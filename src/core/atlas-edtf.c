/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-edtf.h"

/* The grammar is that of ISO 8601-2:2019, annex A, as the Library of Congress describes it at
 * https://www.loc.gov/standards/datetime/ (specification of 2019-02-04). */

G_DEFINE_QUARK (atlas_edtf_error, atlas_edtf_error)

/* Further years than this would not fit into a day count. */
#define MAX_YEAR 5000000
#define MAX_YEAR_DIGITS 7

/* What one date says. Digits may be X. A month of 0 or day of 0 is not written. */
typedef struct
{
  char year[MAX_YEAR_DIGITS + 1];
  gboolean negative;
  char month[3];
  char day[3];
} Pattern;

static gboolean
fail (GError **error, AtlasEdtfError code, const char *found, gsize length, const char *expected)
{
  g_autofree char *shown = g_utf8_make_valid (found, (gssize) length);

  if (length > 0)
    g_set_error (error, ATLAS_EDTF_ERROR, (int) code, "found “%s”, expected %s", shown, expected);
  else
    g_set_error (error, ATLAS_EDTF_ERROR, (int) code, "found the end, expected %s", expected);
  return FALSE;
}

static gboolean
fail_here (GError **error, const char *p, const char *end, const char *expected)
{
  return fail (error, ATLAS_EDTF_ERROR_SYNTAX, p, (gsize) (end - p), expected);
}

/* Level 1 qualifies whole dates at their end, level 2 also single components before or after them.
 * Since only the fact is kept, both are read wherever a component begins or ends. */
static const char *
skip_qualifiers (const char *p, const char *end, AtlasEdtf *edtf)
{
  for (; p < end && strchr ("?~%", *p); p++)
    {
      edtf->uncertain |= *p != '~';
      edtf->approximate |= *p != '?';
    }
  return p;
}

static gboolean
is_digit_or_x (char c)
{
  return g_ascii_isdigit (c) || c == 'X';
}

static const char *
read_digits (const char *p, const char *end, gsize most, char *digits)
{
  gsize n = 0;

  while (p < end && n < most && is_digit_or_x (*p))
    digits[n++] = *p++;
  digits[n] = '\0';
  return p;
}

static const char *
read_year (const char *p, const char *end, Pattern *pattern, GError **error)
{
  const char *start = p;
  gboolean long_year = p < end && *p == 'Y';

  if (long_year)
    p++;
  if (p < end && *p == '-')
    {
      pattern->negative = TRUE;
      p++;
    }
  p = read_digits (p, end, long_year ? MAX_YEAR_DIGITS : 4, pattern->year);
  if (strlen (pattern->year) < 4 || (long_year && strchr (pattern->year, 'X')))
    {
      fail_here (error, start, end, "a year of four digits, or Y and more digits");
      return NULL;
    }
  if (p < end && is_digit_or_x (*p))
    {
      fail_here (error,
                 start,
                 end,
                 long_year ? "a year within 5000000 of our own" : "a year of four digits");
      return NULL;
    }
  return p;
}

static const char *
read_component (const char *p,
                const char *end,
                AtlasEdtf *edtf,
                char *digits,
                const char *expected,
                GError **error)
{
  const char *start;

  start = p = skip_qualifiers (p, end, edtf);
  p = read_digits (p, end, 2, digits);
  if (strlen (digits) < 2 || (p < end && is_digit_or_x (*p)))
    {
      fail_here (error, start, end, expected);
      return NULL;
    }
  return skip_qualifiers (p, end, edtf);
}

static gboolean
matches (const char *digits, int value)
{
  gsize n = strlen (digits);

  for (gsize i = n; i-- > 0; value /= 10)
    if (digits[i] != 'X' && digits[i] - '0' != value % 10)
      return FALSE;
  return TRUE;
}

static int
number_with (const char *digits, char unspecified)
{
  int value = 0;

  for (; *digits; digits++)
    value = value * 10 + ((*digits == 'X' ? unspecified : *digits) - '0');
  return value;
}

static int
days_in_month (int year, int month)
{
  return atlas_day_from_gregorian (year, month + 1, 1) - atlas_day_from_gregorian (year, month, 1);
}

/* The first (@step 1) or last (@step -1) day of @year that fits the month and day of @pattern. */
static gboolean
find_day_in_year (const Pattern *pattern, int year, int step, AtlasDay *found)
{
  for (int i = 1; i <= 12; i++)
    {
      int month = step > 0 ? i : 13 - i;
      int n_days;

      if (pattern->month[0] && !matches (pattern->month, month))
        continue;
      n_days = days_in_month (year, month);
      for (int j = 1; j <= n_days; j++)
        {
          int day = step > 0 ? j : n_days + 1 - j;

          if (pattern->day[0] && !matches (pattern->day, day))
            continue;
          *found = atlas_day_from_gregorian (year, month, day);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_day (const Pattern *pattern, int step, AtlasDay *found)
{
  int low = number_with (pattern->year, '0');
  int high = number_with (pattern->year, '9');
  int sign = pattern->negative ? -1 : 1;
  gboolean upward = (step > 0) == (sign > 0);

  for (int i = 0; i <= high - low; i++)
    {
      int year = upward ? low + i : high - i;

      if (matches (pattern->year, year) && find_day_in_year (pattern, sign * year, step, found))
        return TRUE;
    }
  return FALSE;
}

/* Seasons are read as those of the northern hemisphere, by whole months. Winter begins in the year
 * that names it. */
static AtlasTimeSpan
find_season (const Pattern *pattern, int season)
{
  int sign = pattern->negative ? -1 : 1;
  int low = sign * number_with (pattern->year, sign > 0 ? '0' : '9');
  int high = sign * number_with (pattern->year, sign > 0 ? '9' : '0');
  int month = 3 + (season - 21) * 3;

  return (AtlasTimeSpan){ atlas_day_from_gregorian (low, month, 1),
                          atlas_day_from_gregorian (high, month + 3, 1) - 1 };
}

static gboolean
resolve (const Pattern *pattern,
         const char *text,
         gsize length,
         AtlasTimeSpan *span,
         GError **error)
{
  int month = strchr (pattern->month, 'X') ? 0 : number_with (pattern->month, '0');
  int low_month = number_with (pattern->month, '0');

  if (number_with (pattern->year, '0') > MAX_YEAR)
    return fail (error, ATLAS_EDTF_ERROR_RANGE, text, length, "a year within 5000000 of our own");
  if (month >= 21 && month <= 24)
    {
      if (pattern->day[0])
        return fail (error, ATLAS_EDTF_ERROR_RANGE, text, length, "no day after a season");
      *span = find_season (pattern, month);
      return TRUE;
    }
  if (pattern->month[0] && (low_month > 12 || number_with (pattern->month, '9') < 1))
    return fail (error,
                 ATLAS_EDTF_ERROR_RANGE,
                 text,
                 length,
                 "a month from 01 to 12 or a season from 21 to 24");
  if (!find_day (pattern, 1, &span->begin) || !find_day (pattern, -1, &span->end))
    return fail (error,
                 ATLAS_EDTF_ERROR_RANGE,
                 text,
                 length,
                 "a month and a day that the year has");
  return TRUE;
}

static gboolean
parse_date (const char *text, const char *end, AtlasEdtf *edtf, AtlasTimeSpan *span, GError **error)
{
  Pattern pattern = { 0 };
  const char *p = skip_qualifiers (text, end, edtf);

  p = read_year (p, end, &pattern, error);
  if (p == NULL)
    return FALSE;
  p = skip_qualifiers (p, end, edtf);
  if (p < end && *p == '-')
    {
      p =
        read_component (p + 1, end, edtf, pattern.month, "a month or season of two digits", error);
      if (p == NULL)
        return FALSE;
    }
  if (p < end && *p == '-')
    {
      p = read_component (p + 1, end, edtf, pattern.day, "a day of two digits", error);
      if (p == NULL)
        return FALSE;
    }
  if (p < end && *p == 'T')
    return fail_here (error, p, end, "a date without a time of day");
  if (p < end)
    return fail_here (error, p, end, "the end of the date");
  return resolve (&pattern, text, (gsize) (end - text), span, error);
}

static const char *
find_text (const char *p, const char *end, const char *needle)
{
  return g_strstr_len (p, end - p, needle);
}

static gboolean
fail_order (GError **error, const char *text, const char *end)
{
  return fail (error,
               ATLAS_EDTF_ERROR_ORDER,
               text,
               (gsize) (end - text),
               "an end that is not before the beginning");
}

/* One member of a set: a date, or a range a..b, ..b, a.. */
static gboolean
parse_member (const char *text,
              const char *end,
              AtlasEdtf *edtf,
              AtlasTimeSpan *span,
              GError **error)
{
  const char *dots = find_text (text, end, "..");
  AtlasTimeSpan first = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_PAST };
  AtlasTimeSpan last = { ATLAS_DAY_OPEN_FUTURE, ATLAS_DAY_OPEN_FUTURE };

  if (dots == NULL)
    return parse_date (text, end, edtf, span, error);
  if (end - text == 2)
    return fail_here (error, text, end, "a date before or after “..”");
  if (dots > text && !parse_date (text, dots, edtf, &first, error))
    return FALSE;
  if (dots + 2 < end && !parse_date (dots + 2, end, edtf, &last, error))
    return FALSE;
  if (last.end < first.begin)
    return fail_order (error, text, end);
  *span = atlas_time_span_union (first, last);
  return TRUE;
}

/* Returns the hull of the members: the day is one of them, or all of them. */
static gboolean
parse_set (const char *text, const char *end, AtlasEdtf *edtf, AtlasTimeSpan *span, GError **error)
{
  char closing = *text == '[' ? ']' : '}';
  const char *p = text + 1;
  gboolean first = TRUE;

  if (end - text < 2 || end[-1] != closing)
    return fail_here (error,
                      text,
                      end,
                      *text == '[' ? "“]” at the end of the set" : "“}” at the end of the set");
  end--;
  for (;;)
    {
      const char *comma = find_text (p, end, ",");
      const char *stop = comma ? comma : end;
      AtlasTimeSpan member;

      if (!parse_member (p, stop, edtf, &member, error))
        return FALSE;
      *span = first ? member : atlas_time_span_union (*span, member);
      first = FALSE;
      if (comma == NULL)
        break;
      p = comma + 1;
    }
  edtf->is_set = TRUE;
  return TRUE;
}

static gboolean
parse_date_or_set (const char *text,
                   const char *end,
                   AtlasEdtf *edtf,
                   AtlasTimeSpan *span,
                   GError **error)
{
  if (text < end && (*text == '[' || *text == '{'))
    return parse_set (text, end, edtf, span, error);
  return parse_date (text, end, edtf, span, error);
}

static gboolean
parse_interval (const char *text,
                const char *slash,
                const char *end,
                AtlasEdtf *edtf,
                GError **error)
{
  const char *after = slash + 1;

  if (find_text (after, end, "/"))
    return fail_here (error, find_text (after, end, "/"), end, "the end of the interval");
  if (text == slash && after == end)
    return fail_here (error, text, end, "a date before or after “/”");

  edtf->is_interval = TRUE;
  edtf->unknown_start = text == slash;
  edtf->unknown_end = after == end;
  edtf->open_start = slash - text == 2 && strncmp (text, "..", 2) == 0;
  edtf->open_end = end - after == 2 && strncmp (after, "..", 2) == 0;
  edtf->start = (AtlasTimeSpan){ ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_PAST };
  edtf->end = (AtlasTimeSpan){ ATLAS_DAY_OPEN_FUTURE, ATLAS_DAY_OPEN_FUTURE };

  if (!edtf->unknown_start && !edtf->open_start &&
      !parse_date_or_set (text, slash, edtf, &edtf->start, error))
    return FALSE;
  if (!edtf->unknown_end && !edtf->open_end &&
      !parse_date_or_set (after, end, edtf, &edtf->end, error))
    return FALSE;
  if (edtf->end.end < edtf->start.begin)
    return fail_order (error, text, end);

  /* An unknown end may lie anywhere after the beginning, an unknown beginning anywhere before the
   * end. */
  if (edtf->unknown_start)
    edtf->start.end = edtf->end.end;
  if (edtf->unknown_end)
    edtf->end.begin = edtf->start.begin;
  return TRUE;
}

/**
 * atlas_edtf_parse:
 * @text: EDTF of level 1, or with sets of level 2
 * @edtf: (out): what it says about days; untouched on failure
 * @error: return location, in the domain %ATLAS_EDTF_ERROR
 *
 * Qualifiers of single components (level 2) are accepted and count for the whole date. A set may
 * also stand at either end of an interval: the format writes "some day in May or June, and then
 * until".
 *
 * Returns: whether @text could be read
 */
gboolean
atlas_edtf_parse (const char *text, AtlasEdtf *edtf, GError **error)
{
  AtlasEdtf parsed = { 0 };
  const char *slash, *end;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (edtf != NULL, FALSE);

  end = text + strlen (text);
  slash = strchr (text, '/');
  if (slash)
    {
      if (!parse_interval (text, slash, end, &parsed, error))
        return FALSE;
    }
  else
    {
      if (!parse_date_or_set (text, end, &parsed, &parsed.start, error))
        return FALSE;
      parsed.end = parsed.start;
    }
  *edtf = parsed;
  return TRUE;
}
