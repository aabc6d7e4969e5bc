/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-date-format.h"
#include "atlas-date-report.h"
#include "atlas-json-out.h"

/* A day as each calendar writes it; NULL where it had no such day, or the day is open. */
typedef struct
{
  char *gregorian;
  char *julian;
  char *regnal;
  char *minguo;
} Day;

static Day
make_day (AtlasDay day)
{
  Day self = { 0 };
  int year, month, number;

  if (day == ATLAS_DAY_OPEN_PAST || day == ATLAS_DAY_OPEN_FUTURE)
    return self;
  self.gregorian = atlas_json_out_day (day);
  atlas_day_to_julian (day, &year, &month, &number);
  self.julian = g_strdup_printf ("%04d-%02d-%02d", year, month, number);
  self.regnal = atlas_date_format_day (day, ATLAS_DATE_REGNAL, "zh-Hant");
  self.minguo = atlas_date_format_day (day, ATLAS_DATE_MINGUO, "zh-Hant");
  return self;
}

static void
clear_day (Day *self)
{
  g_free (self->gregorian);
  g_free (self->julian);
  g_free (self->regnal);
  g_free (self->minguo);
}

static void
add_day (JsonBuilder *builder, const Day *day)
{
  atlas_json_out_string (builder, "gregorian", day->gregorian);
  atlas_json_out_string (builder, "julian", day->julian);
  atlas_json_out_string (builder, "regnal", day->regnal);
  atlas_json_out_string (builder, "minguo", day->minguo);
}

/* First and last day of a range in one calendar. An end that nobody set is "..", but where the
 * calendar does not reach to the one that is set there is no range in it. */
static void
add_range (JsonBuilder *builder,
           const char *key,
           const char *begin,
           gboolean open_begin,
           const char *end,
           gboolean open_end)
{
  g_autofree char *range = NULL;

  if ((begin != NULL || open_begin) && (end != NULL || open_end))
    range = g_strdup_printf ("%s/%s", open_begin ? ".." : begin, open_end ? ".." : end);
  atlas_json_out_string (builder, key, range);
}

/* A whole year or month is called by its name. */
static char *
make_edtf (AtlasTimeSpan span, const Day *begin, const Day *end)
{
  int year, month, day;

  if (span.begin == span.end)
    return g_strdup (begin->gregorian);
  if (begin->gregorian != NULL && end->gregorian != NULL)
    {
      atlas_day_to_gregorian (span.begin, &year, &month, &day);
      if (day == 1 && month == 1 && span.end == atlas_day_from_gregorian (year, 12, 31))
        return g_strdup_printf ("%04d", year);
      if (day == 1 && span.end == atlas_day_add_months (span.begin, 1) - 1)
        return g_strdup_printf ("%04d-%02d", year, month);
    }
  return g_strdup_printf ("%s/%s",
                          begin->gregorian != NULL ? begin->gregorian : "..",
                          end->gregorian != NULL ? end->gregorian : "..");
}

static void
add_both (JsonBuilder *builder, const Day *begin, const Day *end)
{
  gboolean open_begin = begin->gregorian == NULL;
  gboolean open_end = end->gregorian == NULL;

  add_range (builder, "gregorian", begin->gregorian, open_begin, end->gregorian, open_end);
  add_range (builder, "julian", begin->julian, open_begin, end->julian, open_end);
  add_range (builder, "regnal", begin->regnal, open_begin, end->regnal, open_end);
  add_range (builder, "minguo", begin->minguo, open_begin, end->minguo, open_end);
  json_builder_set_member_name (builder, "begin");
  json_builder_begin_object (builder);
  add_day (builder, begin);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "end");
  json_builder_begin_object (builder);
  add_day (builder, end);
  json_builder_end_object (builder);
}

gboolean
atlas_date_report_print (const char *text, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *edtf = NULL;
  AtlasTimeSpan span;
  Day begin, end;

  if (!atlas_calendar_parse (text, &span, error))
    return FALSE;
  begin = make_day (span.begin);
  end = make_day (span.end);
  edtf = make_edtf (span, &begin, &end);

  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "text", text);
  atlas_json_out_string (builder, "edtf", edtf);
  if (span.begin == span.end)
    add_day (builder, &begin);
  else
    add_both (builder, &begin, &end);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  clear_day (&begin);
  clear_day (&end);
  return TRUE;
}
