/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-dataset-reader.h"
#include "atlas-date-audit.h"

/* The audit of dates on the shipped atlas. */

static const char *atlas_path;

static AtlasDataset *
read_shipped (void)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_dataset_read (atlas_path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* (nullable) */
static const AtlasDateAudit *
find_audit (GArray *audits, const char *text)
{
  for (guint i = 0; i < audits->len; i++)
    {
      const AtlasDateAudit *audit = &g_array_index (audits, AtlasDateAudit, i);

      if (g_strcmp0 (audit->attested->text, text) == 0)
        return audit;
    }
  return NULL;
}

/* The four complete pairs of the article on the Ili crisis: two convert and two do not. */
static const struct
{
  const char *text, *stated;
  int year, month, day;
  AtlasDateAuditVerdict verdict;
} pairs[] = {
  { "同治元年六月二十二日（1862年5月26日）", "1862-05-26", 1862, 7, 18, ATLAS_DATE_AUDIT_DIFFERS },
  { "同治三年二月初八（1863年3月26日）", "1863-03-26", 1864, 3, 15, ATLAS_DATE_AUDIT_DIFFERS },
  { "大清同治二年五月十三日（1863年6月28日）", "1863-06-28", 1863, 6, 28, ATLAS_DATE_AUDIT_AGREES },
  { "同治三年正月十六日（1864年2月23日）", "1864-02-23", 1864, 2, 23, ATLAS_DATE_AUDIT_AGREES },
};

static void
test_pairs (void)
{
  g_autoptr (AtlasDataset) dataset = read_shipped ();
  g_autoptr (GArray) audits = atlas_date_audit_run (dataset);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const AtlasDateAudit *audit = find_audit (audits, pairs[i].text);

      g_test_message ("%s", pairs[i].text);
      g_assert_nonnull (audit);
      g_assert_cmpstr (atlas_record_get_edtf (audit->record), ==, pairs[i].stated);
      g_assert_cmpint (audit->verdict, ==, pairs[i].verdict);
      g_assert_cmpint (audit->days.begin,
                       ==,
                       atlas_day_from_gregorian (pairs[i].year, pairs[i].month, pairs[i].day));
      g_assert_cmpint (audit->days.end, ==, audit->days.begin);
      /* What stands in brackets is the date of the record. */
      g_assert_cmpint (audit->beside.begin, ==, atlas_record_get_bounds (audit->record).begin);
      g_assert_cmpint (audit->beside.end, ==, atlas_record_get_bounds (audit->record).end);
    }
}

/* Whatever else does not convert, the reader is told. */
static void
test_doubts (void)
{
  g_autoptr (AtlasDataset) dataset = read_shipped ();
  g_autoptr (GArray) audits = atlas_date_audit_run (dataset);
  guint counts[ATLAS_DATE_AUDIT_UNREADABLE + 1] = { 0 };

  for (guint i = 0; i < audits->len; i++)
    {
      const AtlasDateAudit *audit = &g_array_index (audits, AtlasDateAudit, i);

      counts[audit->verdict]++;
      if (audit->verdict != ATLAS_DATE_AUDIT_DIFFERS || audit->doubted)
        continue;
      g_test_message ("%s: “%s” is not %s, and no doubt says so",
                      atlas_record_get_id (audit->record),
                      audit->attested->text,
                      atlas_record_get_edtf (audit->record));
      g_test_fail ();
    }
  g_assert_cmpuint (counts[ATLAS_DATE_AUDIT_AGREES], >, 150);
  g_assert_cmpuint (counts[ATLAS_DATE_AUDIT_DIFFERS], >=, 2);
}

/* Sources also say "the same day"; then the record has to say by what it is dated. */
static void
test_unreadable (void)
{
  static const char *const leaning[] = { "当天", "當天", "同月", "次日", NULL };
  g_autoptr (AtlasDataset) dataset = read_shipped ();
  g_autoptr (GArray) audits = atlas_date_audit_run (dataset);

  for (guint i = 0; i < audits->len; i++)
    {
      const AtlasDateAudit *audit = &g_array_index (audits, AtlasDateAudit, i);

      if (audit->verdict != ATLAS_DATE_AUDIT_UNREADABLE || audit->doubted ||
          g_strv_contains (leaning, audit->attested->text))
        continue;
      g_test_message ("%s: “%s” cannot be read",
                      atlas_record_get_id (audit->record),
                      audit->attested->text);
      g_test_fail ();
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  atlas_path = argv[1];
  g_test_add_func ("/atlas/date-audit/pairs", test_pairs);
  g_test_add_func ("/atlas/date-audit/doubts", test_doubts);
  g_test_add_func ("/atlas/date-audit/unreadable", test_unreadable);
  return g_test_run ();
}
