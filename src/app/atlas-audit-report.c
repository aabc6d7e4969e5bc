/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-audit-report.h"
#include "atlas-date-audit.h"
#include "atlas-json-out.h"

/* One day, or an EDTF interval; NULL where there are no days. (transfer full) (nullable) */
static char *
show_days (AtlasTimeSpan days)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (atlas_time_span_is_empty (days))
    return NULL;
  begin = atlas_json_out_day (days.begin);
  end = atlas_json_out_day (days.end);
  if (days.begin == days.end)
    return g_steal_pointer (&begin);
  return g_strdup_printf ("%s/%s", begin != NULL ? begin : "..", end != NULL ? end : "..");
}

static void
print_line (const AtlasDateAudit *audit)
{
  g_autofree char *days = show_days (audit->days);
  const char *stated = atlas_record_get_edtf (audit->record);

  g_print ("%s: %s: %s “%s” is %s, the record says %s%s\n",
           atlas_date_audit_verdict_to_string (audit->verdict),
           atlas_record_get_id (audit->record),
           audit->attested->calendar,
           audit->attested->text,
           days != NULL ? days : "no date by itself",
           stated != NULL ? stated : "nothing",
           audit->doubted ? " (doubted)" : "");
}

static void
add_entry (JsonBuilder *builder, const AtlasDateAudit *audit)
{
  g_autofree char *days = show_days (audit->days);
  g_autofree char *beside = show_days (audit->beside);

  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "record", atlas_record_get_id (audit->record));
  atlas_json_out_string (builder, "calendar", audit->attested->calendar);
  atlas_json_out_string (builder, "text", audit->attested->text);
  atlas_json_out_string (builder, "source", audit->attested->source);
  atlas_json_out_string (builder, "converted", days);
  atlas_json_out_string (builder, "beside", beside);
  atlas_json_out_string (builder, "stated", atlas_record_get_edtf (audit->record));
  json_builder_set_member_name (builder, "computed");
  json_builder_add_boolean_value (builder, audit->attested->computed);
  json_builder_set_member_name (builder, "doubted");
  json_builder_add_boolean_value (builder, audit->doubted);
  json_builder_end_object (builder);
}

static void
add_list (JsonBuilder *builder, GArray *audits, AtlasDateAuditVerdict verdict)
{
  json_builder_set_member_name (builder, atlas_date_audit_verdict_to_string (verdict));
  json_builder_begin_array (builder);
  for (guint i = 0; i < audits->len; i++)
    {
      const AtlasDateAudit *audit = &g_array_index (audits, AtlasDateAudit, i);

      if (audit->verdict == verdict)
        add_entry (builder, audit);
    }
  json_builder_end_array (builder);
}

static void
print_json (GArray *audits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_list (builder, audits, ATLAS_DATE_AUDIT_DIFFERS);
  add_list (builder, audits, ATLAS_DATE_AUDIT_UNREADABLE);
  add_list (builder, audits, ATLAS_DATE_AUDIT_AGREES);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
}

/**
 * atlas_audit_report_print:
 * @dataset: an atlas
 * @json: as JSON, with the lists "differs", "unreadable" and "agrees"
 */
void
atlas_audit_report_print (AtlasDataset *dataset, gboolean json)
{
  g_autoptr (GArray) audits = atlas_date_audit_run (dataset);
  guint counts[ATLAS_DATE_AUDIT_UNREADABLE + 1] = { 0 };

  if (json)
    {
      print_json (audits);
      return;
    }
  for (guint i = 0; i < audits->len; i++)
    {
      const AtlasDateAudit *audit = &g_array_index (audits, AtlasDateAudit, i);

      counts[audit->verdict]++;
      if (audit->verdict != ATLAS_DATE_AUDIT_AGREES)
        print_line (audit);
    }
  g_print ("%u dates: %u agree, %u differ, %u cannot be read by themselves\n",
           audits->len,
           counts[ATLAS_DATE_AUDIT_AGREES],
           counts[ATLAS_DATE_AUDIT_DIFFERS],
           counts[ATLAS_DATE_AUDIT_UNREADABLE]);
}
