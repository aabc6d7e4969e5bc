/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-cite-item.h"
#include "atlas-cite.h"
#include "atlas-test.h"

/* What a bibliography program would read. */
static JsonArray *
parse_json (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_array_ref (json_node_get_array (json_parser_get_root (parser)));
}

static const char *
get_string (JsonArray *array, guint i, const char *key)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (array, i),
                                                     key,
                                                     NULL);
}

/* Up to the brace that closes the one before @p; braces inside count, those after a backslash do
 * not. */
static const char *
find_close (const char *p)
{
  for (int depth = 1; *p != '\0'; p++)
    {
      if (*p == '\\' && strchr ("{}%&#$_", p[1]) != NULL)
        p++;
      else if (*p == '{')
        depth++;
      else if (*p == '}' && --depth == 0)
        return p;
    }
  g_assert_not_reached ();
}

/* As TeX would set it. */
static char *
unescape (const char *begin, const char *end)
{
  static const struct
  {
    const char *command;
    char character;
  } commands[] = {
    { "\\textbackslash{}", '\\' },
    { "\\textasciitilde{}", '~' },
    { "\\textasciicircum{}", '^' },
  };
  GString *text = g_string_new (NULL);

  while (begin < end)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (commands) && !found; i++)
        if (g_str_has_prefix (begin, commands[i].command))
          {
            g_string_append_c (text, commands[i].character);
            begin += strlen (commands[i].command);
            found = TRUE;
          }
      if (found)
        continue;
      if (*begin == '\\')
        begin++;
      else
        g_assert_null (strchr ("%&#$_^~", *begin));
      g_string_append_c (text, *begin++);
    }
  return g_string_free (text, FALSE);
}

/* Reads one entry, at *@p, into a table of its fields; "author" without its inner braces. */
static GHashTable *
parse_entry (const char **p, char **key)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *comma, *at;

  g_assert_cmpint (**p, ==, '@');
  at = strchr (*p, '{') + 1;
  comma = strpbrk (at, ",\n");
  *key = g_strndup (at, (gsize) (comma - at));
  for (const char *c = *key; *c != '\0'; c++)
    g_assert_true (g_ascii_isalnum (*c) || *c == '-');
  while (*comma == ',')
    {
      const char *name = comma + strspn (comma, ",\n ");
      const char *equals = strstr (name, " = {");
      const char *value = equals + strlen (" = {");
      const char *close = find_close (value);
      char *field = g_strndup (name, (gsize) (equals - name));

      g_assert_false (g_hash_table_contains (fields, field));
      g_hash_table_insert (fields,
                           field,
                           g_str_equal (field, "url") || g_str_equal (field, "author")
                             ? g_strndup (value, (gsize) (close - value))
                             : unescape (value, close));
      comma = close + 1;
    }
  g_assert_true (g_str_has_prefix (comma, "\n}\n"));
  *p = comma + strlen ("\n}\n");
  return fields;
}

static char *
random_text (void)
{
  static const char *const pieces[] = { "a", "Z",  "é",      "ʼ",  "伊",     "犁", "Ч", "й",  "{",
                                        "}", "\\", "\"",     "%",  "&",      "#",  "$", "_",  "^",
                                        "~", "'",  "\\em{}", "，", "\u200d", " ",  "<", "\t", "7" };
  GString *text = g_string_new ("x");

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Whatever stands in a title or a name comes back from both formats. */
static void
test_round_trip (void)
{
  for (int round = 0; round < 500; round++)
    {
      g_autofree char *title = random_text (), *author = random_text (), *section = random_text ();
      const char *const authors[] = { author, "左宗棠", NULL };
      AtlasCiteItem item = { .key = "key-1",
                             .type = "book",
                             .authors = authors,
                             .title = title,
                             .year = "1871",
                             .section = section,
                             .language = "zh" };
      g_autofree char *json = atlas_cite_items_to_json (&item, 1);
      g_autoptr (JsonArray) array = parse_json (json);
      JsonArray *people =
        json_object_get_array_member (json_array_get_object_element (array, 0), "author");
      g_autoptr (GString) bibtex = g_string_new (NULL);
      g_autoptr (GHashTable) fields = NULL;
      g_autofree char *key = NULL;
      const char *p;

      g_assert_cmpstr (get_string (array, 0, "title"), ==, title);
      g_assert_cmpstr (get_string (array, 0, "section"), ==, section);
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (people, 0),
                                                      "literal"),
                       ==,
                       author);

      atlas_cite_item_write_bibtex (&item, bibtex);
      p = bibtex->str;
      fields = parse_entry (&p, &key);
      g_assert_cmpint (*p, ==, '\0');
      g_assert_cmpstr (g_hash_table_lookup (fields, "title"), ==, title);
      g_assert_cmpstr (g_hash_table_lookup (fields, "chapter"), ==, section);
      g_assert_cmpstr (g_hash_table_lookup (fields, "year"), ==, "1871");
      g_assert_nonnull (strstr (g_hash_table_lookup (fields, "author"), "} and {左宗棠}"));
    }
}

static void
test_source (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  AtlasCitation citation = { .source = "source/annals", .section = "卷 3", .page = "12–14" };
  g_autofree char *plain = atlas_cite_source (dataset, &citation, ATLAS_CITE_PLAIN, "en");
  g_autofree char *json = atlas_cite_source (dataset, &citation, ATLAS_CITE_CSL_JSON, "en");
  g_autofree char *bibtex = atlas_cite_source (dataset, &citation, ATLAS_CITE_BIBTEX, "en");
  g_autoptr (JsonArray) array = parse_json (json);
  g_autoptr (GHashTable) fields = NULL;
  g_autofree char *key = NULL;
  const char *p = bibtex;

  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  g_assert_cmpstr (get_string (array, 0, "id"), ==, "annals");
  g_assert_cmpstr (get_string (array, 0, "page"), ==, "12–14");
  g_assert_cmpstr (get_string (array, 0, "section"), ==, "卷 3");
  fields = parse_entry (&p, &key);
  g_assert_cmpstr (key, ==, "annals");
  g_assert_cmpstr (g_hash_table_lookup (fields, "title"), ==, get_string (array, 0, "title"));
  g_assert_true (g_str_has_suffix (plain, "卷 3. p. 12–14."));
  g_assert_nonnull (strstr (plain, get_string (array, 0, "title")));
}

/* A record comes with its sources, each once, under keys of their own. */
static void
test_record (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
    {
      AtlasRecord *event = atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i);
      g_autofree char *json = atlas_cite_record (dataset, event, "1.2", ATLAS_CITE_CSL_JSON, "en");
      g_autofree char *bibtex = atlas_cite_record (dataset, event, "1.2", ATLAS_CITE_BIBTEX, "en");
      g_autofree char *plain = atlas_cite_record (dataset, event, "1.2", ATLAS_CITE_PLAIN, "en");
      g_autoptr (JsonArray) array = parse_json (json);
      g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      const char *title = atlas_text_get (atlas_record_get_title (event), "en");
      const char *p = bibtex;
      guint n = 0;

      g_assert_cmpstr (get_string (array, 0, "title"), ==, title);
      g_assert_cmpstr (get_string (array, 0, "container-title"), ==, "Ili Atlas 1.2");
      g_assert_true (g_str_has_prefix (plain, title));
      g_assert_nonnull (strstr (plain, atlas_record_get_id (event)));
      for (; *p != '\0'; n++)
        {
          char *key;
          g_autoptr (GHashTable) fields = parse_entry (&p, &key);

          g_assert_cmpstr (key, ==, get_string (array, n, "id"));
          g_assert_true (g_hash_table_add (keys, key));
          g_assert_cmpstr (g_hash_table_lookup (fields, "title"),
                           ==,
                           get_string (array, n, "title"));
        }
      g_assert_cmpuint (n, ==, json_array_get_length (array));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/cite/round-trip", test_round_trip);
  g_test_add_func ("/model/cite/source", test_source);
  g_test_add_func ("/model/cite/record", test_record);
  return g_test_run ();
}
