/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "atlas-json-file.h"
#include "atlas-json.h"

typedef struct
{
  AtlasJsonContext context;
  AtlasJsonTree *tree;
  const AtlasJsonNode *node;
} Fixture;

static AtlasJsonTree *
read_tree (const char *text, gsize length, GError **error)
{
  AtlasJsonLimits limits = { .max_depth = ATLAS_JSON_FILE_MAX_DEPTH, .max_values = 1000 };

  return atlas_json_tree_new_from_text (text, length, &limits, error);
}

static Fixture *
fixture_new (const char *text)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  self->tree = read_tree (text, strlen (text), &error);
  g_assert_no_error (error);
  self->node = atlas_json_tree_get_root (self->tree);
  self->context.pool = atlas_pool_new ();
  self->context.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_free);
  self->context.file = "a.geojson";
  self->context.max_problems = 100;
  return self;
}

static void
fixture_free (Fixture *self)
{
  atlas_json_tree_free (self->tree);
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

/* Each is refused at the line, in these words. */
static void
test_refuses_in_words (void)
{
  g_autofree char *too_deep = g_strnfill (ATLAS_JSON_FILE_MAX_DEPTH + 1, '[');
  g_autofree char *too_many = g_strnfill (3000, ' ');
  const struct
  {
    const char *text;
    int code;
    const char *message;
  } cases[] = {
    { too_deep, ATLAS_DATASET_ERROR_SYNTAX, "line 1: found lists and objects within one another" },
    { "[\n/* no */ ]", ATLAS_DATASET_ERROR_SYNTAX, "line 2: expected JSON: " },
    { "\n# no", ATLAS_DATASET_ERROR_SYNTAX, "line 2: expected JSON: " },
    { "\n\n\"\xff\"", ATLAS_DATASET_ERROR_SYNTAX, "line 3: expected JSON: " },
    { "[\n1,\n\n2\n3]", ATLAS_DATASET_ERROR_SYNTAX, "line 5: expected JSON: " },
    { "{\n\"a\":1,\n\"a\":2}",
      ATLAS_DATASET_ERROR_SYNTAX,
      "line 3: found a name that comes twice" },
    { too_many, ATLAS_DATASET_ERROR_TOO_LARGE, "line 1: found more values" },
  };

  too_many[0] = '[';
  for (guint i = 1; i < 2999; i += 2)
    memcpy (too_many + i, "0,", 2);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_tree (cases[i].text, strlen (cases[i].text), &error));
      g_assert_error (error, ATLAS_DATASET_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

/* Names are told apart whether there are few of them, or many. */
static void
test_many_names (void)
{
  for (guint n = 1; n < 80; n++)
    {
      g_autoptr (GString) text = g_string_new ("{");
      g_autoptr (AtlasJsonTree) tree = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s\"n%u\":%u", i > 0 ? "," : "", i, i);
      g_string_append_c (text, '}');
      tree = read_tree (text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (atlas_json_tree_get_root (tree)->n, ==, n);
      g_string_truncate (text, text->len - 1);
      g_string_append_printf (text, ",\"n%u\":0}", n / 2);
      g_assert_null (read_tree (text->str, text->len, NULL));
    }
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

static void
test_tree_refuses (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "[1,]",
    "{\"a\":1,}",
    "[1 2]",
    "{\"a\" 1}",
    "{a:1}",
    "01",
    "1.",
    ".5",
    "+1",
    "1e",
    "-",
    "[",
    "{",
    "]",
    "\"",
    "\"a\nb\"",
    "\"\\x\"",
    "\"\\u12\"",
    "tru",
    "\"\\u0000\"",
    "\"\\udc00\"",
    "nul",
    "[1]x",
    "'a'",
    "[\xff]",
    "/**/ 1",
    "{\"a\":1,\"\\u0061\":2}",
    "{\"a\":1,\"a\":2}",
  };
  g_autofree char *deep = g_strnfill (ATLAS_JSON_FILE_MAX_DEPTH + 1, '[');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AtlasJsonTree *tree = read_tree (texts[i], strlen (texts[i]), NULL);

      if (tree != NULL)
        g_test_message ("took %s", texts[i]);
      g_assert_null (tree);
    }
  g_assert_null (read_tree (deep, ATLAS_JSON_FILE_MAX_DEPTH + 1, NULL));
  g_assert_null (read_tree ("1\0", 2, NULL));
}

static void
append_random_string (GRand *rand, GString *text)
{
  static const char *const pieces[] = { "a",    "atlas:",       "伊犁", "é",       "\\n",
                                        "\\\"", "\\\\",         "\\/",  "\\u4f0a", "\\ud83d\\ude00",
                                        " ",    "\\b\\f\\r\\t", "{",    "]" };

  g_string_append_c (text, '"');
  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, '"');
}

static void
append_random_number (GRand *rand, GString *text)
{
  if (g_rand_boolean (rand))
    g_string_append_c (text, '-');
  g_string_append_printf (text, "%u", g_rand_int_range (rand, 0, 3) * g_rand_int (rand) / 7 + 1);
  if (g_rand_boolean (rand))
    {
      g_string_append_c (text, '.');
      for (int n = g_rand_int_range (rand, 1, 22); n > 0; n--)
        g_string_append_c (text, (char) g_rand_int_range (rand, '0', '9' + 1));
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append_printf (text, "e%d", g_rand_int_range (rand, -30, 30));
}

static void
append_random_value (GRand *rand, GString *text, int depth)
{
  static const char *const words[] = { "true", "false", "null" };
  int what = g_rand_int_range (rand, 0, depth > 0 ? 5 : 3);
  int n = g_rand_int_range (rand, 0, 6);

  if (what == 0)
    append_random_string (rand, text);
  else if (what == 1)
    append_random_number (rand, text);
  else if (what == 2)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  else
    {
      g_string_append_c (text, what == 3 ? '[' : '{');
      for (int i = 0; i < n; i++)
        {
          g_string_append (text, i > 0 ? ", " : "");
          if (what == 4)
            {
              append_random_string (rand, text);
              g_string_insert_c (text, (gssize) text->len - 1, (char) ('a' + i));
              g_string_append (text, ":\n");
            }
          append_random_value (rand, text, depth - 1);
        }
      g_string_append_c (text, what == 3 ? ']' : '}');
    }
}

static void assert_same (const AtlasJsonNode *ours, JsonNode *theirs);

static void
assert_same_list (const AtlasJsonNode *ours, JsonArray *theirs)
{
  g_assert_cmpint (ours->type, ==, ATLAS_JSON_LIST);
  g_assert_cmpuint (ours->n, ==, json_array_get_length (theirs));
  for (guint i = 0; i < ours->n; i++)
    assert_same (&ours->elements[i], json_array_get_element (theirs, i));
}

static void
assert_same_object (const AtlasJsonNode *ours, JsonObject *theirs)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  guint i = 0;

  g_assert_cmpint (ours->type, ==, ATLAS_JSON_OBJECT);
  g_assert_cmpuint (ours->n, ==, json_object_get_size (theirs));
  json_object_iter_init_ordered (&iter, theirs);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_assert_cmpstr (ours->members[i].name, ==, name);
      assert_same (&ours->members[i++].value, value);
    }
}

static void
assert_same (const AtlasJsonNode *ours, JsonNode *theirs)
{
  GType type = json_node_get_value_type (theirs);
  double number = json_node_get_double (theirs);

  if (JSON_NODE_HOLDS_OBJECT (theirs))
    assert_same_object (ours, json_node_get_object (theirs));
  else if (JSON_NODE_HOLDS_ARRAY (theirs))
    assert_same_list (ours, json_node_get_array (theirs));
  else if (JSON_NODE_HOLDS_NULL (theirs))
    g_assert_cmpint (ours->type, ==, ATLAS_JSON_NULL);
  else if (type == G_TYPE_BOOLEAN)
    g_assert_cmpint (ours->boolean, ==, json_node_get_boolean (theirs));
  else if (type == G_TYPE_INT64)
    g_assert_cmpint (ours->integer, ==, json_node_get_int (theirs));
  else if (type == G_TYPE_DOUBLE)
    g_assert_cmpmem (&ours->number, sizeof ours->number, &number, sizeof number);
  else
    g_assert_cmpstr (ours->string, ==, json_node_get_string (theirs));
}

static void
assert_read_as_by_json_glib (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasJsonTree) ours = read_tree (text, strlen (text), &error);
  g_autoptr (JsonNode) theirs = json_from_string (text, NULL);

  g_test_message ("%s", text);
  g_assert_no_error (error);
  g_assert_nonnull (theirs);
  assert_same (atlas_json_tree_get_root (ours), theirs);
}

/* One library against the other. */
static void
test_tree_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1871);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (" ");

      append_random_value (rand, text, 4);
      assert_read_as_by_json_glib (text->str);
    }
}

static void
test_tree_numbers (void)
{
  static const char *const texts[] = {
    "0",
    "-1",
    "0.1",
    "80.123456",
    "-0.5",
    "1e5",
    "1E+2",
    "1.5e-3",
    "123456789012345678",
    "9007199254740993.0",
    "0.000000000000000000000001",
    "179769313486231570000.5",
    "0.30000000000000004",
    "2.2250738585072014e-308",
    "4.35",
    "100.0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_read_as_by_json_glib (texts[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/json/tree/refuses", test_tree_refuses);
  g_test_add_func ("/model/json/tree/random", test_tree_random);
  g_test_add_func ("/model/json/tree/numbers", test_tree_numbers);
  g_test_add_func ("/model/json/refuses-in-words", test_refuses_in_words);
  g_test_add_func ("/model/json/many-names", test_many_names);
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
