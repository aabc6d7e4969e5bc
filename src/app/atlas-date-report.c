/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-date-format.h"
#include "atlas-date-report.h"
#include "atlas-json-out.h"

static void
add_day (JsonBuilder *builder, const char *key, AtlasDay day)
{
  g_autofree char *gregorian = atlas_json_out_day (day);
  g_autofree char *regnal = atlas_date_format_day (day, ATLAS_DATE_REGNAL, "zh-Hant");
  g_autofree char *minguo = atlas_date_format_day (day, ATLAS_DATE_MINGUO, "zh-Hant");
  g_autofree char *julian = NULL;
  int year, month, number;

  atlas_day_to_julian (day, &year, &month, &number);
  julian = g_strdup_printf ("%04d-%02d-%02d", year, month, number);
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "gregorian", gregorian);
  atlas_json_out_string (builder, "julian", julian);
  atlas_json_out_string (builder, "regnal", regnal);
  atlas_json_out_string (builder, "minguo", minguo);
  json_builder_end_object (builder);
}

gboolean
atlas_date_report_print (const char *text, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *first = NULL, *last = NULL, *edtf = NULL;
  AtlasTimeSpan span;

  if (!atlas_calendar_parse (text, &span, error))
    return FALSE;
  first = atlas_json_out_day (span.begin);
  last = atlas_json_out_day (span.end);
  edtf = span.begin == span.end
           ? g_strdup (first)
           : g_strdup_printf ("[%s..%s]", first != NULL ? first : "", last != NULL ? last : "");

  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "text", text);
  if (first != NULL)
    add_day (builder, "first", span.begin);
  if (last != NULL)
    add_day (builder, "last", span.end);
  atlas_json_out_string (builder, "edtf", edtf);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  return TRUE;
}
