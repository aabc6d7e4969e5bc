/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-dataset-check.h"
#include "atlas-test.h"

/* What the reader takes and the check does not: one fault a folder, and it is the only one found.
 */
static const struct
{
  const char *name;
  AtlasProblemSeverity severity;
  const char *place;
  const char *words;
} cases[] = {
  { "check-no-date", ATLAS_PROBLEM_ERROR, "$.features[6].when", "a date" },
  { "check-before-followed",
    ATLAS_PROBLEM_ERROR,
    "$.features[6].relations[0].relationTo",
    "before 1870-05-10, not 1871" },
  { "check-leg-order", ATLAS_PROBLEM_ERROR, "$.features[12].atlas:after", "1870-05-01/1870-05-09" },
  { "check-leg-circle", ATLAS_PROBLEM_ERROR, "$.features[7].atlas:after", "circle" },
  { "check-campaign-circle", ATLAS_PROBLEM_ERROR, "$.features[5].atlas:parent", "circle" },
  { "check-fast-march", ATLAS_PROBLEM_WARNING, "$.features[7].when", "80 km a day" },
  { "check-leg-end", ATLAS_PROBLEM_WARNING, "$.features[7].geometry", "place/p, not 56 km" },
  { "check-self-crossing", ATLAS_PROBLEM_ERROR, "$.features[10].atlas:rings", "Self-intersection" },
  { "check-swapped", ATLAS_PROBLEM_WARNING, "$.features[14].geometry.coordinates", "44 81" },
  { "check-no-translation",
    ATLAS_PROBLEM_WARNING,
    "$.features[6].atlas:title",
    "zh-Hant, zh-Hans" },
  { "check-no-summary-translation",
    ATLAS_PROBLEM_WARNING,
    "$.features[6].descriptions",
    "en, zh-Hans" },
  { "check-unknown-language", ATLAS_PROBLEM_WARNING, "$.features[6].atlas:title", "“qqq”" },
  { "check-unknown-key", ATLAS_PROBLEM_WARNING, "$.features[6].atlas:colour", "kind event" },
  { "check-no-status-note", ATLAS_PROBLEM_WARNING, "$.features[6].atlas:status-note", "disputed" },
  { "check-only-seeds", ATLAS_PROBLEM_WARNING, "$.features[6].citations", "besides the seeds" },
  { "check-no-citation", ATLAS_PROBLEM_WARNING, "$.features[6].citations", "rests" },
  { "check-dead-actor", ATLAS_PROBLEM_WARNING, "$.features[6].atlas:actors", "1820/1869" },
  { "check-other-campaign-time", ATLAS_PROBLEM_WARNING, "$.features[6].atlas:campaign", "1875" },
  { "check-phase-gap",
    ATLAS_PROBLEM_WARNING,
    "$.features[10].atlas:rings",
    "segment/a on 1864-10-08" },
  { "check-event-geometry", ATLAS_PROBLEM_WARNING, "$.features[6].geometry", "null" },
  { "check-unlisted-file", ATLAS_PROBLEM_WARNING, "$.files", "“forgotten.geojson”" },
  { "check-control-same", ATLAS_PROBLEM_WARNING, "$.features[11].atlas:to", "another holder" },
  { "check-step-date", ATLAS_PROBLEM_ERROR, "$.steps[0].date", "1870-04-01/1870-06-30" },
  { "check-step-outside-chapter",
    ATLAS_PROBLEM_ERROR,
    "$.steps[0].date",
    "of the chapter, 1871-01-01/1871-12-31" },
  { "check-step-empty-day", ATLAS_PROBLEM_ERROR, "$.steps[0].date", "something happens" },
  { "check-step-other-time",
    ATLAS_PROBLEM_ERROR,
    "$.steps[0].highlight[0]",
    "not event/e of 1870-05-10" },
  { "check-step-translation", ATLAS_PROBLEM_WARNING, "$.steps[0].text", "zh-Hans" },
  { "check-step-uncited", ATLAS_PROBLEM_WARNING, "$.steps[0].citations", "rests" },
  { "check-step-nothing", ATLAS_PROBLEM_WARNING, "$.steps[0].highlight", "what it is about" },
  { "check-step-key", ATLAS_PROBLEM_WARNING, "$.steps[0].colour", "no such name" },
  { "check-no-rings", ATLAS_PROBLEM_WARNING, "$.features[10].atlas:rings", "at least one ring" },
};

static GPtrArray *
check_fixture (const char *name)
{
  g_autofree char *path = atlas_test_fixture (name);

  return atlas_dataset_check (path, NULL);
}

static void
test_small_is_clean (void)
{
  g_autoptr (GPtrArray) problems = check_fixture ("small");

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = atlas_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_one (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *name = g_build_filename ("broken", cases[i].name, NULL);
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture (name);
  g_autoptr (GPtrArray) problems = check_fixture (name);
  const AtlasProblem *problem;

  g_assert_nonnull (dataset);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->severity, ==, cases[i].severity);
  g_assert_cmpstr (problem->path, ==, cases[i].place);
  g_assert_nonnull (strstr (problem->expected, cases[i].words));
}

static gboolean
has_path (GPtrArray *problems, const char *path)
{
  for (guint i = 0; i < problems->len; i++)
    if (g_strcmp0 (((AtlasProblem *) g_ptr_array_index (problems, i))->path, path) == 0)
      return TRUE;
  return FALSE;
}

static void
test_all_at_once (void)
{
  static const char *const paths[] = { "$.features[12].@id",
                                       "$.features[1].geometry.coordinates",
                                       "$.features[6].atlas:event-kind",
                                       "$.features[6].atlas:campaign",
                                       "$.features[6].atlas:weight" };
  g_autoptr (GPtrArray) problems = check_fixture ("broken/check-many");

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (paths));
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_true (has_path (problems, paths[i]));
}

/* An event beside the range is also beside its campaign, its people and the change of hands that it
 * explains. */
static void
test_out_of_range (void)
{
  g_autoptr (GPtrArray) problems = check_fixture ("broken/check-out-of-range");

  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_true (has_path (problems, "$.features[6].when"));
  g_assert_true (has_path (problems, "$.features[6].atlas:campaign"));
  g_assert_true (has_path (problems, "$.features[6].atlas:actors"));
  g_assert_true (has_path (problems, "$.features[11].atlas:event"));
}

static void
test_nowhere (void)
{
  g_autoptr (GPtrArray) problems = check_fixture ("no-such-atlas");
  const AtlasProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->code, ==, ATLAS_DATASET_ERROR_UNREADABLE);
  g_assert_cmpstr (atlas_problem_severity_to_string (problem->severity), ==, "error");
}

static void
test_cancelled (void)
{
  g_autofree char *path = atlas_test_fixture ("broken/check-many");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) problems = NULL;

  g_cancellable_cancel (cancellable);
  problems = atlas_dataset_check (path, cancellable);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check/small-is-clean", test_small_is_clean);
  g_test_add_func ("/model/check/all-at-once", test_all_at_once);
  g_test_add_func ("/model/check/out-of-range", test_out_of_range);
  g_test_add_func ("/model/check/nowhere", test_nowhere);
  g_test_add_func ("/model/check/cancelled", test_cancelled);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/model/check/%s", cases[i].name + strlen ("check-"));

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_one);
    }
  return g_test_run ();
}
