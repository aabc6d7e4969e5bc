/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* Whether the dates that sources give are the dates of the records that quote them. */

typedef enum
{
  ATLAS_DATE_AUDIT_AGREES,     /* the days that the wording means touch those of the record */
  ATLAS_DATE_AUDIT_DIFFERS,    /* they do not, or the wording contradicts itself */
  ATLAS_DATE_AUDIT_UNREADABLE, /* the wording is no date by itself, such as "the same day" */
} AtlasDateAuditVerdict;

/**
 * AtlasDateAudit:
 * @record: whose date it is (the dataset's)
 * @attested: the wording (the record's)
 * @verdict: what came of it
 * @days: the days that the wording means; empty where it cannot be read
 * @beside: the days of a Gregorian date in brackets within the wording; empty where there is none
 * @doubted: whether the record has a doubt about its date
 *
 * One attested date, converted.
 */
typedef struct
{
  AtlasRecord *record;
  const AtlasAttestedDate *attested;
  AtlasDateAuditVerdict verdict;
  AtlasTimeSpan days;
  AtlasTimeSpan beside;
  gboolean doubted;
} AtlasDateAudit;

/* Every attested date of the atlas in the order of its records. (transfer full) (element-type
 * AtlasDateAudit) */
GArray *atlas_date_audit_run (AtlasDataset *dataset);

/* "agrees", "differs" or "unreadable". */
const char *atlas_date_audit_verdict_to_string (AtlasDateAuditVerdict verdict);

G_END_DECLS
