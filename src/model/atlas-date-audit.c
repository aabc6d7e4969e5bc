/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-date-audit.h"
#include "atlas-date-quote.h"

static const AtlasTimeSpan no_days = { 0, -1 };

static AtlasDateQuoteCalendar
get_calendar (const AtlasAttestedDate *attested)
{
  if (g_strcmp0 (attested->calendar, "julian") == 0)
    return ATLAS_DATE_QUOTE_JULIAN;
  if (g_strcmp0 (attested->calendar, "regnal") == 0)
    return ATLAS_DATE_QUOTE_REGNAL;
  return ATLAS_DATE_QUOTE_GREGORIAN;
}

static gboolean
is_doubted (AtlasRecord *record)
{
  guint n;
  const AtlasDoubt *doubts = atlas_record_get_doubts (record, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (doubts[i].about, "date") == 0)
      return TRUE;
  return FALSE;
}

/* What the atlas has worked out may be the conversion of a wording that it does not follow. */
static gboolean
is_conversion (AtlasTimeSpan days, const AtlasDateAudit *others, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!others[i].attested->computed && others[i].verdict != ATLAS_DATE_AUDIT_UNREADABLE &&
        atlas_time_span_overlaps (days, others[i].days))
      return TRUE;
  return FALSE;
}

static AtlasDateAudit
audit_date (AtlasRecord *record, const AtlasAttestedDate *attested)
{
  AtlasTimeSpan stated = atlas_record_get_bounds (record);
  AtlasDateAudit self = { record, attested, ATLAS_DATE_AUDIT_UNREADABLE, no_days, no_days, FALSE };
  AtlasDateQuote quote;

  self.doubted = is_doubted (record);
  if (attested->text == NULL ||
      !atlas_date_quote_read (attested->text, get_calendar (attested), stated, &quote, NULL))
    return self;
  self.days = quote.days;
  if (quote.has_beside)
    self.beside = quote.beside;
  self.verdict = atlas_time_span_overlaps (self.days, stated) &&
                     (!quote.has_beside || atlas_time_span_overlaps (self.days, self.beside))
                   ? ATLAS_DATE_AUDIT_AGREES
                   : ATLAS_DATE_AUDIT_DIFFERS;
  return self;
}

static void
audit_record (AtlasRecord *record, GArray *found)
{
  guint n;
  guint first = found->len;
  const AtlasAttestedDate *attested = atlas_record_get_attested (record, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasDateAudit audit = audit_date (record, &attested[i]);

      if (attested[i].computed && audit.verdict == ATLAS_DATE_AUDIT_DIFFERS &&
          is_conversion (audit.days,
                         &g_array_index (found, AtlasDateAudit, first),
                         found->len - first))
        audit.verdict = ATLAS_DATE_AUDIT_AGREES;
      g_array_append_val (found, audit);
    }
}

/**
 * atlas_date_audit_run:
 * @dataset: an atlas
 *
 * Converts every wording of `atlas:attested` and compares it with the EDTF date of its record.
 * Dates are uncertain, so they agree as soon as one day belongs to both. What the atlas itself has
 * computed from another wording before it may follow that one.
 *
 * Returns: (transfer full) (element-type AtlasDateAudit): one entry for each; valid as long as
 * @dataset
 */
GArray *
atlas_date_audit_run (AtlasDataset *dataset)
{
  GArray *found;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  found = g_array_new (FALSE, FALSE, sizeof (AtlasDateAudit));
  for (int kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      guint n = atlas_dataset_get_n_records (dataset, (AtlasKind) kind);

      for (guint i = 0; i < n; i++)
        audit_record (atlas_dataset_get_record (dataset, (AtlasKind) kind, i), found);
    }
  return found;
}

/**
 * atlas_date_audit_verdict_to_string:
 * @verdict: a verdict
 *
 * Returns: its English word
 */
const char *
atlas_date_audit_verdict_to_string (AtlasDateAuditVerdict verdict)
{
  static const char *const words[] = { "agrees", "differs", "unreadable" };

  g_return_val_if_fail (verdict <= ATLAS_DATE_AUDIT_UNREADABLE, NULL);

  return words[verdict];
}
