/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <string.h>

#include "atlas-page-names.h"

struct _AtlasPageNames
{
  AtlasDataset *dataset;
  GHashTable *linkers; /* language -> AtlasNameLinker */
};

AtlasPageNames *
atlas_page_names_new (AtlasDataset *dataset)
{
  AtlasPageNames *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_new (AtlasPageNames, 1);
  self->dataset = g_object_ref (dataset);
  self->linkers = g_hash_table_new_full (g_str_hash,
                                         g_str_equal,
                                         g_free,
                                         (GDestroyNotify) atlas_name_linker_free);
  return self;
}

void
atlas_page_names_free (AtlasPageNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->linkers);
  g_object_unref (self->dataset);
  g_free (self);
}

static AtlasNameLinker *
get_linker (AtlasPageNames *self, const char *lang)
{
  AtlasNameLinker *linker = g_hash_table_lookup (self->linkers, lang);

  if (linker == NULL)
    {
      linker = atlas_name_linker_new (self->dataset, lang);
      g_hash_table_insert (self->linkers, g_strdup (lang), linker);
    }
  return linker;
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

char *
atlas_page_names_link (AtlasPageNames *self, const char *text, const char *lang, AtlasRecord *page)
{
  GString *markup = g_string_new (NULL);
  g_autoptr (GArray) links = NULL;
  gsize done = 0;

  g_return_val_if_fail (text != NULL && lang != NULL, NULL);

  if (self != NULL)
    links = atlas_name_linker_find (get_linker (self, lang), text, page);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const AtlasNameLink *link = &g_array_index (links, AtlasNameLink, i);

      append_escaped (markup, text + done, link->begin - done);
      g_string_append_printf (markup, "<a href=\"%s\">", link->id);
      append_escaped (markup, text + link->begin, link->end - link->begin);
      g_string_append (markup, "</a>");
      done = link->end;
    }
  append_escaped (markup, text + done, strlen (text) - done);
  return g_string_free (markup, FALSE);
}
