/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-dataset-check.h"
#include "atlas-test.h"

/* Each folder of fixtures/broken has one fault. The message must lead there: the place in the file
 * and what was wrong with it. */
static const struct
{
  const char *name;
  AtlasDatasetError code;
  const char *place;
  const char *words;
} broken[] = {
  { "no-manifest", ATLAS_DATASET_ERROR_UNREADABLE, "atlas.json: ", "no file that can be read" },
  { "missing-file", ATLAS_DATASET_ERROR_UNREADABLE, "all.geojson: ", "no file that can be read" },
  { "not-json", ATLAS_DATASET_ERROR_SYNTAX, "all.geojson: ", "expected JSON" },
  { "comment", ATLAS_DATASET_ERROR_SYNTAX, "line 1", "comment" },
  { "empty-file", ATLAS_DATASET_ERROR_SYNTAX, "all.geojson: ", "empty file" },
  { "not-utf8", ATLAS_DATASET_ERROR_SYNTAX, "line 2", "UTF8" },
  { "too-deep", ATLAS_DATASET_ERROR_SYNTAX, "line 1", "deeper" },
  { "cut-short", ATLAS_DATASET_ERROR_SYNTAX, "all.geojson: ", "premature EOF" },
  { "other-schema",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "atlas.json: $.atlas:schema: ",
    "“atlas-profile/9”" },
  { "manifest-is-list", ATLAS_DATASET_ERROR_STRUCTURE, "atlas.json: $: ", "expected an object" },
  { "range-open", ATLAS_DATASET_ERROR_VALUE, "atlas.json: $.range: ", "a beginning and an end" },
  { "file-outside", ATLAS_DATASET_ERROR_VALUE, "atlas.json: $.files[0]: ", "below the folder" },
  { "file-twice", ATLAS_DATASET_ERROR_VALUE, "atlas.json: $.files[1]: ", "each file once" },
  { "no-view", ATLAS_DATASET_ERROR_STRUCTURE, "atlas.json: $.view: ", "found nothing" },
  { "chapter-kind", ATLAS_DATASET_ERROR_VALUE, "$.chapters[0].event-kind: ", "“picnic”" },
  { "chapter-without-id", ATLAS_DATASET_ERROR_STRUCTURE, "$.chapters[0].@id: ", "found nothing" },
  { "chapter-id", ATLAS_DATASET_ERROR_VALUE, "$.chapters[0].@id: ", "lower-case" },
  { "chapter-id-twice", ATLAS_DATASET_ERROR_VALUE, "$.chapters[1].@id: ", "no other chapter" },
  { "chapter-steps-outside",
    ATLAS_DATASET_ERROR_VALUE,
    "$.chapters[0].steps: ",
    "below the folder" },
  { "chapter-steps-missing",
    ATLAS_DATASET_ERROR_UNREADABLE,
    "chapters/one.json: ",
    "no file that can be read" },
  { "chapter-steps-list",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "chapters/one.json: $ (chapter/one): ",
    "expected an object" },
  { "step-highlight-unknown",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.steps[0].highlight[0]",
    "“event/none”" },
  { "step-highlight-beginning",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.steps[0].highlight[0]",
    "“segment/none-*”" },
  { "step-highlight-source",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.steps[0].highlight[0]",
    "“source/s”" },
  { "step-without-text", ATLAS_DATASET_ERROR_STRUCTURE, "$.steps[0].text", "found nothing" },
  { "step-without-window", ATLAS_DATASET_ERROR_STRUCTURE, "$.steps[0].when", "found nothing" },
  { "not-a-collection", ATLAS_DATASET_ERROR_VALUE, "all.geojson: $.type: ", "FeatureCollection" },
  { "feature-not-object", ATLAS_DATASET_ERROR_STRUCTURE, "$.features[12]: ", "expected an object" },
  { "no-id", ATLAS_DATASET_ERROR_STRUCTURE, "$.features[6].@id: ", "found nothing" },
  { "no-kind",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[6].properties.atlas:kind",
    "one of: place" },
  { "unknown-kind", ATLAS_DATASET_ERROR_VALUE, "$.features[6].properties.atlas:kind", "“picnic”" },
  { "id-of-other-kind", ATLAS_DATASET_ERROR_VALUE, "$.features[6].@id", "event/" },
  { "id-with-capitals", ATLAS_DATASET_ERROR_VALUE, "$.features[6].@id", "lower-case" },
  { "duplicate-id", ATLAS_DATASET_ERROR_VALUE, "$.features[12].@id (place/p)", "no other record" },
  { "bad-date", ATLAS_DATASET_ERROR_VALUE, "$.features[6].when.timespans (event/e)", "1870-13-45" },
  { "date-order", ATLAS_DATASET_ERROR_VALUE, "$.features[6].when.timespans", "1870-06/1870-05" },
  { "date-number",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[6].when.timespans[0].start.in",
    "found 1870" },
  { "no-timespans",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[6].when.timespans",
    "list of timespans" },
  { "bad-status", ATLAS_DATASET_ERROR_VALUE, "$.features[6].atlas:status", "“sure”" },
  { "title-number", ATLAS_DATASET_ERROR_STRUCTURE, "$.features[6].atlas:title", "found 7" },
  { "title-tag",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[6].atlas:title.in English",
    "tag of a language" },
  { "no-event-kind",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[6].atlas:event-kind",
    "found nothing" },
  { "bad-event-kind", ATLAS_DATASET_ERROR_VALUE, "$.features[6].atlas:event-kind", "“picnic”" },
  { "bad-weight", ATLAS_DATASET_ERROR_VALUE, "$.features[6].atlas:weight", "from 1 to 3" },
  { "bad-role", ATLAS_DATASET_ERROR_VALUE, "$.features[6].atlas:places[0].role", "“scene”" },
  { "unknown-place",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[6].atlas:places[0].place",
    "“place/nowhere”" },
  { "unknown-campaign",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[6].atlas:campaign",
    "“campaign/none”" },
  { "unknown-actor",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[6].atlas:actors[0].who",
    "“person/nobody”" },
  { "actor-is-place",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[6].atlas:actors[0].who",
    "a person or a polity" },
  { "unknown-source",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[6].citations[0].@id",
    "“source/none”" },
  { "claim-without-source",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[6].atlas:claims[0].source",
    "found nothing" },
  { "claim-of-unknown",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[6].atlas:claims[0].of",
    "“weather”" },
  { "claim-range",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[6].atlas:claims[0].value[1]",
    "of 5 or more" },
  { "unknown-relation",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[6].relations[0].relationTo",
    "“event/none”" },
  { "longitude-range",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[1].geometry.coordinates[0]",
    "found 280" },
  { "latitude-range",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[1].geometry.coordinates[1]",
    "found 180" },
  { "point-is-text", ATLAS_DATASET_ERROR_VALUE, "$.features[1].geometry.coordinates[0]", "“80”" },
  { "point-too-short",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[1].geometry.coordinates",
    "a list of 1" },
  { "place-is-line", ATLAS_DATASET_ERROR_VALUE, "$.features[1].geometry.type", "Point" },
  { "segment-of-one-point",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[8].geometry.coordinates",
    "two points" },
  { "segment-without-line",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[8].geometry",
    "found nothing" },
  { "segment-without-phases",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[8].atlas:phases",
    "a list" },
  { "phase-basis", ATLAS_DATASET_ERROR_VALUE, "$.features[8].atlas:phases[0].basis", "“guess”" },
  { "unknown-segment",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[10].atlas:rings[0][0][1]",
    "“-segment/none”" },
  { "ring-gap",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[10].atlas:rings[0][0][1]",
    "segment/a ends at 82 45, -segment/b begins at 82 45.001, 111 m away" },
  { "ring-direction",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[10].atlas:rings[0][0][1]",
    "segment/b begins at 79 43" },
  { "ring-empty",
    ATLAS_DATASET_ERROR_VALUE,
    "$.features[10].atlas:rings[0][0]",
    "a list of segments" },
  { "bad-standing", ATLAS_DATASET_ERROR_VALUE, "$.features[10].atlas:standing", "“vassal”" },
  { "territory-without-polity",
    ATLAS_DATASET_ERROR_STRUCTURE,
    "$.features[10].atlas:polity",
    "found nothing" },
  { "leg-without-end", ATLAS_DATASET_ERROR_STRUCTURE, "$.features[7].atlas:to", "found nothing" },
  { "unknown-leg", ATLAS_DATASET_ERROR_REFERENCE, "$.features[7].atlas:after", "“leg/none”" },
  { "control-of-person",
    ATLAS_DATASET_ERROR_REFERENCE,
    "$.features[11].atlas:to",
    "the id of a polity" },
  { "check-many", ATLAS_DATASET_ERROR_VALUE, "$.features[12].@id", "polity/x" },
};

static char *
find_broken (const char *name)
{
  g_autofree char *relative = g_build_filename ("broken", name, NULL);

  return atlas_test_fixture (relative);
}

static void
test_reader (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *path = find_broken (broken[i].name);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_dataset_read (path, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, (int) broken[i].code);
  g_assert_nonnull (strstr (error->message, broken[i].place));
  g_assert_nonnull (strstr (error->message, broken[i].words));
}

/* The check walks the same way, so the reader's error is the first of its own. */
static void
test_check_agrees (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *path = find_broken (broken[i].name);
  g_autoptr (GPtrArray) problems = atlas_dataset_check (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;

  atlas_dataset_read (path, NULL, NULL, NULL, &error);
  g_assert_cmpuint (problems->len, >=, 1);
  first = atlas_problem_to_string (g_ptr_array_index (problems, 0));
  g_assert_cmpstr (first, ==, error->message);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *reader = g_strdup_printf ("/model/broken/reader/%s", broken[i].name);
      g_autofree char *check = g_strdup_printf ("/model/broken/check/%s", broken[i].name);

      g_test_add_data_func (reader, GSIZE_TO_POINTER (i), test_reader);
      g_test_add_data_func (check, GSIZE_TO_POINTER (i), test_check_agrees);
    }
  return g_test_run ();
}
