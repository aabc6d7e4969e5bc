/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-json-file.h"
#include "atlas-json.h"

typedef struct
{
  AtlasJsonContext context;
  JsonNode *node;
} Fixture;

static Fixture *
fixture_new (const char *text)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->node = json_from_string (text, NULL);
  g_assert_nonnull (self->node);
  self->context.pool = atlas_pool_new ();
  self->context.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_free);
  self->context.file = "a.geojson";
  self->context.max_problems = 100;
  return self;
}

static void
fixture_free (Fixture *self)
{
  json_node_unref (self->node);
  atlas_pool_unref (self->context.pool);
  g_ptr_array_unref (self->context.problems);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* There is one problem, and it reads so. */
static void
assert_problem (Fixture *self, AtlasDatasetError code, const char *line)
{
  g_autofree char *found = NULL;
  AtlasProblem *problem;

  g_assert_cmpuint (self->context.problems->len, ==, 1);
  problem = g_ptr_array_index (self->context.problems, 0);
  found = atlas_problem_to_string (problem);
  g_assert_cmpstr (found, ==, line);
  g_assert_cmpint (problem->code, ==, code);
  g_ptr_array_set_size (self->context.problems, 0);
}

static void
test_scan (void)
{
  g_autofree char *deep = g_strnfill (ATLAS_JSON_FILE_MAX_DEPTH, '[');
  g_autofree char *too_deep = g_strnfill (ATLAS_JSON_FILE_MAX_DEPTH + 1, '[');
  const struct
  {
    const char *text;
    const char *message; /* NULL where the text passes */
  } cases[] = {
    { "{ \"a\": [ 1, -2.5e3, true, false, null ] }", NULL },
    { "\"[[[[ \\\" ]] \\\\\"", NULL },
    { "", NULL },
    { deep, NULL },
    { too_deep, "deeper" },
    { "[\n/* no */ ]", "line 2" },
    { "# no", "only in strings" },
    { "'no'", "only in strings" },
    { "\"never\nends\"", "does not end" },
    { "[ \"", "does not end" },
    { "\"\\", "does not end" },
    { "\n\n\"\xff\"", "line 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = atlas_json_file_scan (cases[i].text, strlen (cases[i].text), &error);

      if (cases[i].message == NULL)
        {
          g_assert_no_error (error);
          g_assert_true (ok);
          continue;
        }
      g_assert_false (ok);
      g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_scan_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_json_file_scan ("[\0]", 3, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_SYNTAX);
}

static void
test_size_limit (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "small", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_json_file_load (folder, "places.geojson", 100, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "places.geojson"));
  g_assert_nonnull (strstr (error->message, "at most 100"));
}

static void
test_folder_is_no_file (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_json_file_load (folder, "small", 1000, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNREADABLE);
}

static void
test_absent_is_silent (void)
{
  g_autoptr (Fixture) f = fixture_new ("{ \"nothing\": null }");
  AtlasJson root = atlas_json_root (&f->context, f->node);
  static const char *const words[] = { "a", "b", NULL };

  g_assert_null (atlas_json_get_string (&root, "nothing"));
  g_assert_null (atlas_json_get_string (&root, "missing"));
  g_assert_cmpfloat_with_epsilon (atlas_json_get_number (&root, "missing", 7.0, 0.0, 1.0),
                                  7.0,
                                  1e-9);
  g_assert_false (atlas_json_get_boolean (&root, "missing"));
  g_assert_cmpuint (atlas_json_get_enum (&root, "missing", words, 1), ==, 1);
  g_assert_null (atlas_json_get_text (&root, "missing"));
  g_assert_null (atlas_json_get_id (&root, "missing", "place"));
  g_assert_null (atlas_json_get_ids (&root, "missing", "place")[0]);
  g_assert_cmpuint (f->context.problems->len, ==, 0);
}

static void
test_paths (void)
{
  g_autoptr (Fixture) f = fixture_new ("{ \"a\": [ { \"b\": 1 } ] }");
  AtlasJson root = atlas_json_root (&f->context, f->node);
  AtlasJson a = atlas_json_member (&root, "a");
  AtlasJson first = atlas_json_element (&a, 0);
  AtlasJson b = atlas_json_member (&first, "b");
  g_autofree char *path = atlas_json_path (&b);

  g_assert_cmpstr (path, ==, "$.a[0].b");
  g_assert_null (atlas_json_string (&b));
  assert_problem (f, ATLAS_DATASET_ERROR_VALUE, "a.geojson: $.a[0].b: found 1, expected a string");
  f->context.id = "place/p";
  g_assert_null (atlas_json_need_string (&first, "c"));
  assert_problem (f,
                  ATLAS_DATASET_ERROR_STRUCTURE,
                  "a.geojson: $.a[0].c (place/p): found nothing, expected a string");
}

static void
test_properties (void)
{
  g_autoptr (Fixture) f = fixture_new ("{ \"atlas:a\": \"out\", \"properties\": { \"atlas:a\": "
                                       "\"in\", \"atlas:b\": 2, \"c\": \"c\" } }");
  AtlasJson root = atlas_json_root (&f->context, f->node);

  g_assert_cmpstr (atlas_json_get_string (&root, "atlas:a"), ==, "out");
  g_assert_null (atlas_json_get_string (&root, "c"));
  g_assert_null (atlas_json_get_string (&root, "atlas:b"));
  assert_problem (f,
                  ATLAS_DATASET_ERROR_VALUE,
                  "a.geojson: $.properties.atlas:b: found 2, expected a string");
}

static void
test_numbers (void)
{
  g_autoptr (Fixture) f = fixture_new ("[ 1, 2.5, \"3\", 99, 1e999 ]");
  AtlasJson root = atlas_json_root (&f->context, f->node);
  AtlasJson place[5];

  for (guint i = 0; i < 5; i++)
    place[i] = atlas_json_element (&root, i);
  g_assert_cmpfloat_with_epsilon (atlas_json_number (&place[0], 0, 0, 10), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_json_number (&place[1], 0, 0, 10), 2.5, 1e-9);
  g_assert_cmpuint (f->context.problems->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (atlas_json_number (&place[2], 5, 0, 10), 5.0, 1e-9);
  assert_problem (f, ATLAS_DATASET_ERROR_VALUE, "a.geojson: $[2]: found “3”, expected a number");
  g_assert_cmpfloat_with_epsilon (atlas_json_number (&place[3], 5, 0, 10), 5.0, 1e-9);
  assert_problem (f,
                  ATLAS_DATASET_ERROR_VALUE,
                  "a.geojson: $[3]: found 99, expected a number from 0 to 10");
  g_assert_true (isfinite (atlas_json_number (&place[4], 5, 0, G_MAXDOUBLE)));
  g_assert_cmpuint (f->context.problems->len, ==, 1);
}

static void
test_ids (void)
{
  g_autoptr (Fixture) f =
    fixture_new ("[ \"place/a\", \"place/b\", \"person/a\", \"placebo/a\", \"place\" ]");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  AtlasJson root = atlas_json_root (&f->context, f->node);
  AtlasJson place[5];

  g_hash_table_add (ids, (gpointer) "place/a");
  g_hash_table_add (ids, (gpointer) "person/a");
  g_hash_table_add (ids, (gpointer) "placebo/a");
  f->context.ids = ids;
  for (guint i = 0; i < 5; i++)
    place[i] = atlas_json_element (&root, i);
  g_assert_cmpstr (atlas_json_id (&place[0], "place"), ==, "place/a");
  g_assert_cmpstr (atlas_json_id (&place[0], "person|place"), ==, "place/a");
  g_assert_cmpstr (atlas_json_id (&place[0], NULL), ==, "place/a");
  g_assert_true (atlas_json_id (&place[0], NULL) == atlas_pool_string (f->context.pool, "place/a"));
  g_assert_cmpuint (f->context.problems->len, ==, 0);
  g_assert_null (atlas_json_id (&place[1], "place"));
  assert_problem (f,
                  ATLAS_DATASET_ERROR_REFERENCE,
                  "a.geojson: $[1]: found “place/b”, expected an id that is in the atlas");
  g_assert_null (atlas_json_id (&place[2], "polity|place"));
  assert_problem (f,
                  ATLAS_DATASET_ERROR_REFERENCE,
                  "a.geojson: $[2]: found “person/a”, expected the id of a polity or a place");
  g_assert_null (atlas_json_id (&place[3], "place"));
  g_assert_null (atlas_json_id (&place[4], "place"));
  g_assert_cmpuint (f->context.problems->len, ==, 2);
}

static void
test_long_strings_are_cut (void)
{
  g_autofree char *text = g_strdup_printf ("[ \"%0200d\" ]", 7);
  g_autoptr (Fixture) f = fixture_new (text);
  AtlasJson root = atlas_json_root (&f->context, f->node);
  AtlasJson first = atlas_json_element (&root, 0);
  AtlasProblem *problem;

  atlas_json_number (&first, 0, 0, 1);
  problem = g_ptr_array_index (f->context.problems, 0);
  g_assert_cmpint (g_utf8_strlen (problem->found, -1), <, 70);
}

static void
test_problems_are_bounded (void)
{
  g_autoptr (Fixture) f = fixture_new ("[ 1 ]");
  AtlasJson root = atlas_json_root (&f->context, f->node);

  for (int i = 0; i < 1000; i++)
    atlas_json_string (&root);
  g_assert_cmpuint (f->context.problems->len, ==, f->context.max_problems);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/json/scan", test_scan);
  g_test_add_func ("/model/json/scan-nul", test_scan_nul);
  g_test_add_func ("/model/json/size-limit", test_size_limit);
  g_test_add_func ("/model/json/folder-is-no-file", test_folder_is_no_file);
  g_test_add_func ("/model/json/absent-is-silent", test_absent_is_silent);
  g_test_add_func ("/model/json/paths", test_paths);
  g_test_add_func ("/model/json/properties", test_properties);
  g_test_add_func ("/model/json/numbers", test_numbers);
  g_test_add_func ("/model/json/ids", test_ids);
  g_test_add_func ("/model/json/long-strings-are-cut", test_long_strings_are_cut);
  g_test_add_func ("/model/json/problems-are-bounded", test_problems_are_bounded);
  return g_test_run ();
}
