/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-cite-item.h"
#include "atlas-cite.h"

/* Texts that were put together for items and live as long as these. */
typedef struct
{
  GArray *items; /* (element-type AtlasCiteItem) */
  GPtrArray *texts;
} Bibliography;

static void
bibliography_clear (Bibliography *self)
{
  g_array_unref (self->items);
  g_ptr_array_unref (self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bibliography, bibliography_clear)

static void
bibliography_init (Bibliography *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (AtlasCiteItem));
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

/* Takes @text. */
static const char *
keep (Bibliography *self, char *text)
{
  g_ptr_array_add (self->texts, text);
  return text;
}

/* Letters, digits and hyphens of an id, which may be in any script. */
static const char *
make_key (Bibliography *self, const char *prefix, const char *id)
{
  const char *slash = strchr (id, '/');
  GString *key = g_string_new (prefix);

  for (const char *p = slash != NULL ? slash + 1 : id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (key, *p);
    else
      g_string_append_printf (key, "x%02x", (guchar) *p);
  return keep (self, g_string_free (key, FALSE));
}

static const char *
get_type (AtlasSource *source)
{
  static const struct
  {
    const char *type;
    const char *csl;
  } types[] = {
    { "encyclopedia", "entry-encyclopedia" },
    { "book", "book" },
    { "article", "article" },
    { "archive", "manuscript" },
    { "treaty", "treaty" },
    { "web", "webpage" },
  };
  const char *type = atlas_source_get_source_type (source);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (type, types[i].type) == 0)
      return types[i].csl;
  return "document";
}

/* A source is called by the name in its own language where it has one: that is the one under which
 * it is found. */
static const char *
get_title (AtlasRecord *source, const char *lang)
{
  const char *const *languages = atlas_source_get_languages (ATLAS_SOURCE (source));
  guint n;
  const AtlasName *names = atlas_record_get_names (source, &n);

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    for (guint j = 0; j < n; j++)
      if (g_str_equal (names[j].lang, languages[i]))
        return names[j].toponym;
  return atlas_text_get (atlas_record_get_title (source), lang);
}

static void
add_source (Bibliography *self,
            AtlasDataset *dataset,
            const AtlasCitation *citation,
            const char *lang)
{
  AtlasRecord *record = atlas_dataset_lookup (dataset, citation->source);
  AtlasRecord *via = atlas_dataset_lookup (dataset, citation->via);
  AtlasSource *source = ATLAS_IS_SOURCE (record) ? ATLAS_SOURCE (record) : NULL;
  AtlasCiteItem item = { .key = make_key (self, "", citation->source),
                         .type = "document",
                         .title = citation->source,
                         .section = citation->section,
                         .page = citation->page };

  if (source != NULL)
    {
      const char *const *languages = atlas_source_get_languages (source);

      item.type = get_type (source);
      item.authors = atlas_source_get_authors (source);
      item.title = get_title (record, lang);
      item.publisher = atlas_source_get_publisher (source);
      item.year = atlas_source_get_year (source);
      item.url = atlas_source_get_url (source);
      item.language = languages != NULL ? languages[0] : NULL;
    }
  if (via != NULL && ATLAS_IS_SOURCE (via))
    item.note = keep (self, g_strdup_printf ("→ %s", get_title (via, lang)));
  g_array_append_val (self->items, item);
}

static void
add_record (Bibliography *self, AtlasRecord *record, const char *version, const char *lang)
{
  AtlasText *title = atlas_record_get_title (record);
  const char *id = atlas_record_get_id (record);
  const char *found = NULL;
  AtlasCiteItem item = {
    .key = make_key (self, "ili-atlas-", id),
    .type = "entry",
    .title = atlas_text_get_full (title, lang, &found),
    .container = keep (self, g_strdup_printf ("Ili Atlas %s", version)),
    .url = keep (self, g_strdup_printf ("atlas:?select=%s", id)),
  };

  if (item.title == NULL)
    item.title = id;
  item.language = found;
  g_array_append_val (self->items, item);
}

static char *
write_items (const Bibliography *self, AtlasCiteFormat format)
{
  const AtlasCiteItem *items = (const AtlasCiteItem *) self->items->data;
  GString *out;

  if (format == ATLAS_CITE_CSL_JSON)
    return atlas_cite_items_to_json (items, self->items->len);
  out = g_string_new (NULL);
  for (guint i = 0; i < self->items->len; i++)
    if (format == ATLAS_CITE_BIBTEX)
      atlas_cite_item_write_bibtex (&items[i], out);
    else
      atlas_cite_item_write_plain (&items[i], out);
  return g_string_free (out, FALSE);
}

char *
atlas_cite_source (AtlasDataset *dataset,
                   const AtlasCitation *citation,
                   AtlasCiteFormat format,
                   const char *lang)
{
  g_auto (Bibliography) bibliography;

  bibliography_init (&bibliography);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (citation != NULL && lang != NULL, NULL);

  add_source (&bibliography, dataset, citation, lang);
  return write_items (&bibliography, format);
}

/* Two passages of one source would be two entries with one key: the first stands for both. */
static gboolean
is_repeated (const AtlasCitation *citations, guint i)
{
  for (guint j = 0; j < i; j++)
    if (g_str_equal (citations[j].source, citations[i].source))
      return TRUE;
  return FALSE;
}

char *
atlas_cite_record (AtlasDataset *dataset,
                   AtlasRecord *record,
                   const char *version,
                   AtlasCiteFormat format,
                   const char *lang)
{
  g_auto (Bibliography) bibliography;
  guint n;
  const AtlasCitation *citations;

  bibliography_init (&bibliography);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);
  g_return_val_if_fail (version != NULL && lang != NULL, NULL);

  add_record (&bibliography, record, version, lang);
  citations = atlas_record_get_citations (record, &n);
  for (guint i = 0; format != ATLAS_CITE_PLAIN && i < n; i++)
    if (!is_repeated (citations, i))
      add_source (&bibliography, dataset, &citations[i], lang);
  return write_items (&bibliography, format);
}
