/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-calendar-private.h"

/* Lunar dates as English and Russian readers have them: Tongzhi 10, leap 5th month, day 17;
 * Тунчжи, 10-й год, вставной 5-й месяц, 17-й день. */

static gboolean
is_word (const char *word, const char *expected)
{
  g_autofree char *a = g_utf8_casefold (word, -1);
  g_autofree char *b = g_utf8_casefold (expected, -1);

  return strcmp (a, b) == 0;
}

/* A number with or without the ending of an ordinal. */
static gboolean
read_ordinal (const char *word, int *number)
{
  static const char *const endings[] = { "", "st", "nd", "rd", "th", "-й" };
  char *end;
  guint64 value = g_ascii_strtoull (word, &end, 10);

  if (!g_ascii_isdigit (word[0]) || value < 1 || value > 99)
    return FALSE;
  *number = (int) value;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (end, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_reign (const char *word, guint *reign)
{
  for (guint i = 0; i < ATLAS_CALENDAR_N_REIGNS; i++)
    if (is_word (word, atlas_calendar_reign_name (i, "en")) ||
        is_word (word, atlas_calendar_reign_name (i, "ru")))
      {
        *reign = i;
        return TRUE;
      }
  return FALSE;
}

/* The words after the reign and its year: nothing, a month, or a month and a day. */
static gboolean
read_month_and_day (char **words, guint n, AtlasRegnalDate *date)
{
  guint at = 0;

  if (n == 0)
    return TRUE;
  if (is_word (words[at], "leap") || is_word (words[at], "вставной"))
    {
      date->leap = TRUE;
      at++;
    }
  if (n - at < 2 || !read_ordinal (words[at], &date->month) ||
      !(is_word (words[at + 1], "month") || is_word (words[at + 1], "месяц")))
    return FALSE;
  at += 2;
  if (at == n)
    return TRUE;
  if (n - at != 2)
    return FALSE;
  if (is_word (words[at], "day"))
    return read_ordinal (words[at + 1], &date->day);
  return is_word (words[at + 1], "день") && read_ordinal (words[at], &date->day);
}

gboolean
atlas_calendar_read_reign_words (char **words, guint n, AtlasRegnalDate *date)
{
  AtlasRegnalDate found = { 0 };
  guint at = 2;

  if (n < 2 || !read_reign (words[0], &found.reign) || !read_ordinal (words[1], &found.year))
    return FALSE;
  if (n > at && is_word (words[at], "год"))
    at++;
  if (!read_month_and_day (words + at, n - at, &found))
    return FALSE;
  *date = found;
  return TRUE;
}
