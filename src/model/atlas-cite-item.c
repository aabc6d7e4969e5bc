/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-cite-item.h"

static void
append_plain (GString *out, const char *text, const char *before, const char *after)
{
  if (text != NULL && text[0] != '\0')
    g_string_append_printf (out, "%s%s%s", before, text, after);
}

void
atlas_cite_item_write_plain (const AtlasCiteItem *item, GString *out)
{
  for (guint i = 0; item->authors != NULL && item->authors[i] != NULL; i++)
    append_plain (out,
                  item->authors[i],
                  i > 0 ? ", " : "",
                  item->authors[i + 1] == NULL ? ". " : "");
  append_plain (out, item->title, "", ".");
  append_plain (out, item->container, " ", ".");
  append_plain (out, item->publisher, " ", item->year != NULL ? "," : ".");
  append_plain (out, item->year, " ", ".");
  append_plain (out, item->section, " ", ".");
  append_plain (out, item->page, " p. ", ".");
  append_plain (out, item->note, " ", ".");
  append_plain (out, item->url, " ", "");
}

/* What BibTeX takes for commands is written as such. Everything else, of whatever script, stays as
 * it is. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
        g_string_append (out, "\\textbackslash{}");
        break;
      case '~':
        g_string_append (out, "\\textasciitilde{}");
        break;
      case '^':
        g_string_append (out, "\\textasciicircum{}");
        break;
      case '{':
      case '}':
      case '%':
      case '&':
      case '#':
      case '$':
      case '_':
        g_string_append_c (out, '\\');
        g_string_append_c (out, *p);
        break;
      case '\n':
        g_string_append_c (out, ' ');
        break;
      default:
        g_string_append_c (out, *p);
      }
}

static void
append_field (GString *out, const char *name, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_printf (out, ",\n  %s = {", name);
  append_escaped (out, value);
  g_string_append_c (out, '}');
}

/* Addresses are read as they are, but must not close their braces. */
static void
append_url (GString *out, const char *url)
{
  g_autofree char *safe =
    url != NULL ? g_uri_escape_string (url, ":/?#[]@!$&'()*+,;=%~", TRUE) : NULL;

  if (safe != NULL)
    g_string_append_printf (out, ",\n  url = {%s}", safe);
}

/* Second braces keep a name in one piece: nobody here can tell a surname in every script. */
static void
append_authors (GString *out, const char *const *authors)
{
  if (authors == NULL || authors[0] == NULL)
    return;
  g_string_append (out, ",\n  author = {");
  for (guint i = 0; authors[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? " and {" : "{");
      append_escaped (out, authors[i]);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, '}');
}

static const char *
get_bibtex_type (const char *type)
{
  static const struct
  {
    const char *type;
    const char *bibtex;
  } types[] = {
    { "book", "book" },
    { "article", "article" },
    { "entry-encyclopedia", "inreference" },
    { "webpage", "online" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].type))
      return types[i].bibtex;
  return "misc";
}

void
atlas_cite_item_write_bibtex (const AtlasCiteItem *item, GString *out)
{
  const char *type = get_bibtex_type (item->type);

  g_string_append_printf (out, "@%s{%s", type, item->key);
  append_authors (out, item->authors);
  append_field (out, "title", item->title);
  append_field (out, g_str_equal (type, "article") ? "journaltitle" : "booktitle", item->container);
  append_field (out, "publisher", item->publisher);
  append_field (out, "year", item->year);
  append_field (out, "chapter", item->section);
  append_field (out, "pages", item->page);
  append_field (out, "langid", item->language);
  append_field (out, "note", item->note);
  append_url (out, item->url);
  g_string_append (out, "\n}\n");
}

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
add_authors (JsonBuilder *builder, const char *const *authors)
{
  if (authors == NULL || authors[0] == NULL)
    return;
  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (guint i = 0; authors[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_string (builder, "literal", authors[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A number where the year is one, as the schema would have it. */
static void
add_year (JsonBuilder *builder, const char *year)
{
  char *end = NULL;
  gint64 number = year != NULL ? g_ascii_strtoll (year, &end, 10) : 0;

  if (year == NULL)
    return;
  json_builder_set_member_name (builder, "issued");
  json_builder_begin_object (builder);
  if (*end != '\0')
    add_string (builder, "literal", year);
  else
    {
      json_builder_set_member_name (builder, "date-parts");
      json_builder_begin_array (builder);
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, number);
      json_builder_end_array (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_item (JsonBuilder *builder, const AtlasCiteItem *item)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", item->key);
  add_string (builder, "type", item->type);
  add_authors (builder, item->authors);
  add_string (builder, "title", item->title);
  add_string (builder, "container-title", item->container);
  add_string (builder, "publisher", item->publisher);
  add_year (builder, item->year);
  add_string (builder, "section", item->section);
  add_string (builder, "page", item->page);
  add_string (builder, "URL", item->url);
  add_string (builder, "language", item->language);
  add_string (builder, "note", item->note);
  json_builder_end_object (builder);
}

char *
atlas_cite_items_to_json (const AtlasCiteItem *items, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_item (builder, &items[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
