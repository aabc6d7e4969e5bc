/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-date-format.h"
#include "atlas-date-label.h"

static int
get_year (AtlasDay day)
{
  int year, month, date;

  atlas_day_to_gregorian (day, &year, &month, &date);
  return year;
}

static gboolean
is_whole (AtlasTimeSpan span, gboolean year)
{
  int y, month, day;

  atlas_day_to_gregorian (span.begin, &y, &month, &day);
  if (day != 1 || (year && month != 1))
    return FALSE;
  return span.end ==
         (year ? atlas_day_add_years (span.begin, 1) : atlas_day_add_months (span.begin, 1)) - 1;
}

/* One end of a date, which may itself be known to the month or year only. */
static char *
format_end (AtlasTimeSpan span, gboolean with_year, const char *lang)
{
  g_autofree char *text = NULL;
  g_autofree char *year = NULL;

  if (is_whole (span, TRUE))
    return atlas_date_format_day (span.begin, ATLAS_DATE_YEAR, lang);
  if (is_whole (span, FALSE) || span.begin != span.end)
    return atlas_date_format_day (span.begin, ATLAS_DATE_MONTH_YEAR, lang);
  if (with_year && g_str_has_prefix (lang, "zh"))
    return atlas_date_format_day (span.begin, ATLAS_DATE_LONG, lang);
  text = atlas_date_format_day (span.begin, ATLAS_DATE_SHORT, lang);
  return with_year ? g_strdup_printf ("%s %d", text, get_year (span.begin))
                   : g_steal_pointer (&text);
}

static char *
format_between (AtlasTimeSpan bounds, gboolean with_year, const char *lang)
{
  gboolean year_is_first = g_str_has_prefix (lang, "zh");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (get_year (bounds.begin) != get_year (bounds.end))
    return g_strdup_printf ("%d–%d", get_year (bounds.begin), get_year (bounds.end));
  /* A Chinese date begins with its year, which then holds for the other end too. */
  from =
    format_end ((AtlasTimeSpan){ bounds.begin, bounds.begin }, with_year && year_is_first, lang);
  to = format_end ((AtlasTimeSpan){ bounds.end, bounds.end }, with_year && !year_is_first, lang);
  return g_strdup_printf ("%s–%s", from, to);
}

static char *
format_date (const AtlasEdtf *edtf, AtlasDay shown, const char *lang)
{
  AtlasTimeSpan bounds = atlas_edtf_bounds (edtf);
  gboolean with_year;

  if (bounds.begin == ATLAS_DAY_OPEN_PAST && bounds.end == ATLAS_DAY_OPEN_FUTURE)
    return NULL;
  if (bounds.begin == ATLAS_DAY_OPEN_PAST)
    {
      g_autofree char *end = format_end (edtf->end, TRUE, lang);

      return g_strdup_printf ("–%s", end);
    }
  if (bounds.end == ATLAS_DAY_OPEN_FUTURE)
    {
      g_autofree char *start = format_end (edtf->start, TRUE, lang);

      return g_strdup_printf ("%s–", start);
    }
  with_year = get_year (bounds.begin) != get_year (shown);
  if (bounds.begin == bounds.end || is_whole (bounds, TRUE) || is_whole (bounds, FALSE))
    return format_end (bounds, with_year, lang);
  return format_between (bounds, with_year, lang);
}

char *
atlas_date_label_of (AtlasRecord *record, AtlasDay shown, const char *lang)
{
  g_autofree char *text = NULL;
  AtlasEdtf edtf;

  g_return_val_if_fail (ATLAS_IS_RECORD (record) && lang != NULL, NULL);

  if (!atlas_record_get_when (record, &edtf))
    return NULL;
  text = format_date (&edtf, shown, lang);
  if (text != NULL && atlas_record_get_status (record) == ATLAS_STATUS_UNCORROBORATED)
    return g_strdup_printf (g_str_has_prefix (lang, "zh") ? "%s？" : "%s ?", text);
  return g_steal_pointer (&text);
}
