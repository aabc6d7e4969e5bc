/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-filter.h"

/* The word for no source at all among those to which a filter keeps. */
#define NO_SOURCE "none"

struct _AtlasFilter
{
  guint statuses_off; /* 1 << AtlasStatus */
  guint kinds_off;    /* 1 << AtlasEventKind */
  gboolean only_sources;
  GPtrArray *sources; /* those that are off, or with only_sources those that are on; interned, in
                         the order of their text */
  const char *only[ATLAS_FILTER_N_ASPECTS];

  char *without_text;
  char *only_text;
};

static const AtlasFilter nothing;

G_DEFINE_QUARK (atlas - filter - error - quark, atlas_filter_error)

static gpointer
copy_boxed (gpointer filter)
{
  return filter;
}

static void
free_boxed (gpointer filter)
{
}

G_DEFINE_BOXED_TYPE (AtlasFilter, atlas_filter, copy_boxed, free_boxed)

static const char *
find_prefix (AtlasFilterAspect aspect, const char *id)
{
  static const char *const prefixes[ATLAS_FILTER_N_ASPECTS][2] = {
    [ATLAS_FILTER_CAMPAIGN] = { "campaign/", NULL },
    [ATLAS_FILTER_ACTOR] = { "person/", "polity/" },
    [ATLAS_FILTER_PLACE] = { "place/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes[aspect]); i++)
    if (prefixes[aspect][i] != NULL && g_str_has_prefix (id, prefixes[aspect][i]))
      return prefixes[aspect][i];
  return NULL;
}

/* A filter in the making: the parts of @self, to be changed. */
static void
begin_filter (AtlasFilter *draft, const AtlasFilter *self)
{
  *draft = self != NULL ? *self : nothing;
  draft->without_text = draft->only_text = NULL;
  draft->sources = g_ptr_array_new ();
  for (guint i = 0; self != NULL && i < self->sources->len; i++)
    g_ptr_array_add (draft->sources, self->sources->pdata[i]);
}

static void
add_word (GString *text, const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", word);
}

static char *
finish_words (GString *text)
{
  return g_string_free (text, text->len == 0);
}

static void
write_texts (AtlasFilter *draft)
{
  GString *without = g_string_new (NULL), *only = g_string_new (NULL);

  for (guint i = 0; i <= ATLAS_STATUS_UNCORROBORATED; i++)
    if (draft->statuses_off & (1u << i))
      add_word (without, atlas_status_to_string ((AtlasStatus) i));
  for (guint i = 0; i < ATLAS_N_EVENT_KINDS; i++)
    if (draft->kinds_off & (1u << i))
      add_word (without, atlas_event_kind_to_string ((AtlasEventKind) i));
  for (guint i = 0; i < draft->sources->len; i++)
    add_word (draft->only_sources ? only : without, draft->sources->pdata[i]);
  if (draft->only_sources && draft->sources->len == 0)
    add_word (only, NO_SOURCE);
  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS; i++)
    if (draft->only[i] != NULL)
      add_word (only, draft->only[i]);
  draft->without_text = finish_words (without);
  draft->only_text = finish_words (only);
}

static guint
hash_filter (gconstpointer key)
{
  const AtlasFilter *filter = key;

  return (filter->without_text != NULL ? g_str_hash (filter->without_text) : 0) ^
         (filter->only_text != NULL ? ~g_str_hash (filter->only_text) : 0);
}

static gboolean
equal_filters (gconstpointer a, gconstpointer b)
{
  const AtlasFilter *first = a, *second = b;

  return g_strcmp0 (first->without_text, second->without_text) == 0 &&
         g_strcmp0 (first->only_text, second->only_text) == 0;
}

/* Takes what @draft holds, and returns the one filter that says the same. */
static const AtlasFilter *
finish_filter (AtlasFilter *draft)
{
  static GMutex mutex;
  static GHashTable *filters;
  const AtlasFilter *found = NULL;

  write_texts (draft);
  if (draft->without_text != NULL || draft->only_text != NULL)
    {
      g_mutex_lock (&mutex);
      if (filters == NULL)
        filters = g_hash_table_new (hash_filter, equal_filters);
      found = g_hash_table_lookup (filters, draft);
      if (found == NULL)
        {
          AtlasFilter *kept = g_memdup2 (draft, sizeof *draft);

          g_hash_table_add (filters, kept);
          g_mutex_unlock (&mutex);
          return kept;
        }
      g_mutex_unlock (&mutex);
    }
  g_ptr_array_unref (draft->sources);
  g_free (draft->without_text);
  g_free (draft->only_text);
  return found;
}

static gboolean
find_source (const AtlasFilter *self, const char *id, guint *position)
{
  for (*position = 0; *position < self->sources->len; (*position)++)
    {
      int order = strcmp (self->sources->pdata[*position], id);

      if (order >= 0)
        return order == 0;
    }
  return FALSE;
}

static void
list_source (AtlasFilter *draft, const char *id, gboolean listed)
{
  guint position;
  gboolean found = find_source (draft, id, &position);

  if (listed && !found)
    g_ptr_array_insert (draft->sources, (int) position, (gpointer) g_intern_string (id));
  else if (!listed && found)
    g_ptr_array_remove_index (draft->sources, position);
}

const AtlasFilter *
atlas_filter_with_source (const AtlasFilter *self, const char *id, gboolean shown)
{
  AtlasFilter draft;

  g_return_val_if_fail (id != NULL, self);

  begin_filter (&draft, self);
  list_source (&draft, id, draft.only_sources == !!shown);
  return finish_filter (&draft);
}

const AtlasFilter *
atlas_filter_with_status (const AtlasFilter *self, AtlasStatus status, gboolean shown)
{
  AtlasFilter draft;

  g_return_val_if_fail (status <= ATLAS_STATUS_UNCORROBORATED, self);

  begin_filter (&draft, self);
  draft.statuses_off =
    shown ? draft.statuses_off & ~(1u << status) : draft.statuses_off | (1u << status);
  return finish_filter (&draft);
}

const AtlasFilter *
atlas_filter_with_event_kind (const AtlasFilter *self, AtlasEventKind kind, gboolean shown)
{
  AtlasFilter draft;

  g_return_val_if_fail (kind < ATLAS_N_EVENT_KINDS, self);

  begin_filter (&draft, self);
  draft.kinds_off = shown ? draft.kinds_off & ~(1u << kind) : draft.kinds_off | (1u << kind);
  return finish_filter (&draft);
}

const AtlasFilter *
atlas_filter_with_only (const AtlasFilter *self, AtlasFilterAspect aspect, const char *id)
{
  AtlasFilter draft;

  g_return_val_if_fail (aspect < ATLAS_FILTER_N_ASPECTS, self);
  g_return_val_if_fail (id == NULL || find_prefix (aspect, id) != NULL, self);

  begin_filter (&draft, self);
  draft.only[aspect] = g_intern_string (id);
  return finish_filter (&draft);
}

static const AtlasFilter *
replace_sources (const AtlasFilter *self, gboolean only_sources, const char *id)
{
  AtlasFilter draft;

  begin_filter (&draft, self);
  draft.only_sources = only_sources;
  g_ptr_array_set_size (draft.sources, 0);
  if (id != NULL)
    list_source (&draft, id, TRUE);
  return finish_filter (&draft);
}

const AtlasFilter *
atlas_filter_with_only_source (const AtlasFilter *self, const char *id)
{
  return replace_sources (self, TRUE, id);
}

const AtlasFilter *
atlas_filter_with_all_sources (const AtlasFilter *self)
{
  return replace_sources (self, FALSE, NULL);
}

gboolean
atlas_filter_shows_source (const AtlasFilter *self, const char *id)
{
  guint position;

  g_return_val_if_fail (id != NULL, FALSE);

  return self == NULL || find_source (self, id, &position) == self->only_sources;
}

gboolean
atlas_filter_shows_status (const AtlasFilter *self, AtlasStatus status)
{
  return self == NULL || (self->statuses_off & (1u << status)) == 0;
}

gboolean
atlas_filter_shows_event_kind (const AtlasFilter *self, AtlasEventKind kind)
{
  return self == NULL || (self->kinds_off & (1u << kind)) == 0;
}

gboolean
atlas_filter_has_sources_off (const AtlasFilter *self)
{
  return self != NULL && (self->only_sources || self->sources->len > 0);
}

const char *
atlas_filter_get_only (const AtlasFilter *self, AtlasFilterAspect aspect)
{
  g_return_val_if_fail (aspect < ATLAS_FILTER_N_ASPECTS, NULL);

  return self != NULL ? self->only[aspect] : NULL;
}

const char *
atlas_filter_get_without_text (const AtlasFilter *self)
{
  return self != NULL ? self->without_text : NULL;
}

const char *
atlas_filter_get_only_text (const AtlasFilter *self)
{
  return self != NULL ? self->only_text : NULL;
}

static gboolean
is_source (const char *word)
{
  return g_str_has_prefix (word, "source/");
}

static gboolean
read_without (AtlasFilter *draft, const char *word)
{
  for (guint i = 0; i <= ATLAS_STATUS_UNCORROBORATED; i++)
    if (g_str_equal (word, atlas_status_to_string ((AtlasStatus) i)))
      {
        draft->statuses_off |= 1u << i;
        return TRUE;
      }
  for (guint i = 0; i < ATLAS_N_EVENT_KINDS; i++)
    if (g_str_equal (word, atlas_event_kind_to_string ((AtlasEventKind) i)))
      {
        draft->kinds_off |= 1u << i;
        return TRUE;
      }
  if (!is_source (word))
    return FALSE;

  /* What is off and what alone is on may be said together; then the list of the latter is cut. */
  list_source (draft, word, !draft->only_sources);
  return TRUE;
}

static gboolean
read_only (AtlasFilter *draft, const char *word)
{
  if (g_str_equal (word, NO_SOURCE) || is_source (word))
    {
      draft->only_sources = TRUE;
      if (is_source (word))
        list_source (draft, word, TRUE);
      return TRUE;
    }
  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS; i++)
    if (draft->only[i] == NULL && find_prefix ((AtlasFilterAspect) i, word) != NULL)
      {
        draft->only[i] = g_intern_string (word);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_words (AtlasFilter *draft,
            const char *text,
            gboolean (*read) (AtlasFilter *, const char *),
            GError **error)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!read (draft, words[i]))
      {
        g_set_error (error,
                     ATLAS_FILTER_ERROR,
                     ATLAS_FILTER_ERROR_WORD,
                     _ ("“%s” is nothing that can be switched off or kept to"),
                     words[i]);
        return FALSE;
      }
  return TRUE;
}

gboolean
atlas_filter_parse (const char *without,
                    const char *only,
                    const AtlasFilter **filter,
                    GError **error)
{
  AtlasFilter draft;

  g_return_val_if_fail (filter != NULL, FALSE);

  begin_filter (&draft, NULL);
  if (!read_words (&draft, only, read_only, error) ||
      !read_words (&draft, without, read_without, error))
    {
      g_ptr_array_unref (draft.sources);
      return FALSE;
    }
  *filter = finish_filter (&draft);
  return TRUE;
}

static gboolean
check_id (AtlasDataset *dataset, const char *id, GError **error)
{
  if (id == NULL || atlas_dataset_lookup (dataset, id) != NULL)
    return TRUE;
  g_set_error (error,
               ATLAS_FILTER_ERROR,
               ATLAS_FILTER_ERROR_RECORD,
               _ ("The atlas has no “%s”"),
               id);
  return FALSE;
}

gboolean
atlas_filter_check (const AtlasFilter *self, AtlasDataset *dataset, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), FALSE);

  for (guint i = 0; self != NULL && i < self->sources->len; i++)
    if (!check_id (dataset, self->sources->pdata[i], error))
      return FALSE;
  for (guint i = 0; self != NULL && i < ATLAS_FILTER_N_ASPECTS; i++)
    if (!check_id (dataset, self->only[i], error))
      return FALSE;
  return TRUE;
}
