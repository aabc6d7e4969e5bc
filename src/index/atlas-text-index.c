/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-text-fold.h"
#include "atlas-text-index.h"

/* One text of one record. */
typedef struct
{
  AtlasRecord *record;
  const char *text;
  const char *lang;
  gboolean is_name; /* a name or title, rather than a summary */
  char *same;
  char *latin; /* of names, without spaces; NULL where that is what same is */
} Field;

struct _AtlasTextIndex
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasTextFold *fold;
  GArray *fields;
};

G_DEFINE_FINAL_TYPE (AtlasTextIndex, atlas_text_index, G_TYPE_OBJECT)

/* What is looked for, prepared once. */
typedef struct
{
  char *same;
  char **words;
  char *latin; /* without spaces; NULL where the query is in Chinese characters, which stand for
                  themselves */
} Query;

static void
clear_field (gpointer data)
{
  Field *field = data;

  g_free (field->same);
  g_free (field->latin);
}

static void
clear_query (Query *query)
{
  g_free (query->same);
  g_strfreev (query->words);
  g_free (query->latin);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, clear_query)

static gboolean
starts_in_han (const char *text)
{
  return g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN;
}

static char *
remove_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("", words);
}

static void
add_field (AtlasTextIndex *self,
           AtlasRecord *record,
           const char *text,
           const char *lang,
           gboolean is_name)
{
  Field field = { record, text, lang, is_name, NULL, NULL };

  if (text == NULL || *text == '\0')
    return;
  field.same = atlas_text_fold_same (self->fold, text);
  if (is_name && !g_str_is_ascii (field.same))
    {
      g_autofree char *latin = atlas_text_fold_latin (self->fold, text);

      field.latin = remove_spaces (latin);
    }
  else if (is_name && strchr (field.same, ' '))
    field.latin = remove_spaces (field.same);
  g_array_append_val (self->fields, field);
}

static void
add_text (AtlasTextIndex *self, AtlasRecord *record, AtlasText *text, gboolean is_name)
{
  const char *const *langs = text ? atlas_text_get_languages (text) : NULL;

  for (guint i = 0; langs && langs[i]; i++)
    add_field (self, record, atlas_text_get_exact (text, langs[i]), langs[i], is_name);
}

static void
add_record (AtlasTextIndex *self, AtlasRecord *record)
{
  guint n_names;
  const AtlasName *names = atlas_record_get_names (record, &n_names);

  for (guint i = 0; i < n_names; i++)
    add_field (self, record, names[i].toponym, names[i].lang, TRUE);

  /* Where there are names, the title is put together from them. */
  if (n_names == 0)
    add_text (self, record, atlas_record_get_title (record), TRUE);
  add_text (self, record, atlas_record_get_summary (record), FALSE);
}

static void
atlas_text_index_finalize (GObject *object)
{
  AtlasTextIndex *self = ATLAS_TEXT_INDEX (object);

  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->fold, atlas_text_fold_free);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (atlas_text_index_parent_class)->finalize (object);
}

static void
atlas_text_index_class_init (AtlasTextIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_text_index_finalize;
}

static void
atlas_text_index_init (AtlasTextIndex *self)
{
  self->fold = atlas_text_fold_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (self->fields, clear_field);
}

AtlasTextIndex *
atlas_text_index_new (AtlasDataset *dataset)
{
  static const AtlasKind kinds[] = { ATLAS_KIND_PLACE,  ATLAS_KIND_PERSON,   ATLAS_KIND_POLITY,
                                     ATLAS_KIND_SOURCE, ATLAS_KIND_CAMPAIGN, ATLAS_KIND_EVENT };
  AtlasTextIndex *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_TEXT_INDEX, NULL);
  self->dataset = g_object_ref (dataset);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = atlas_dataset_get_n_records (dataset, kinds[i]);

      for (guint j = 0; j < n; j++)
        add_record (self, atlas_dataset_get_record (dataset, kinds[i], j));
    }
  return self;
}

/* Whether a word of @text begins with @needle. Chinese is written without spaces, so there every
 * character may begin a word. */
static gboolean
has_word_with (const char *text, const char *needle)
{
  gboolean anywhere = starts_in_han (needle);

  for (const char *at = strstr (text, needle); at; at = strstr (at + 1, needle))
    if (anywhere || at == text || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
has_all_words (const char *text, char **words)
{
  for (; *words; words++)
    if (!has_word_with (text, *words))
      return FALSE;
  return TRUE;
}

static guint
score_name (const Field *field, const Query *query)
{
  gsize length = strlen (query->same);

  if (strcmp (field->same, query->same) == 0)
    return 100;
  if (strncmp (field->same, query->same, length) == 0)
    return field->same[length] == ' ' ? 90 : 80;
  if (query->latin)
    {
      const char *latin = field->latin ? field->latin : field->same;

      if (strcmp (latin, query->latin) == 0)
        return 85;
      if (g_str_has_prefix (latin, query->latin))
        return 75;
    }
  if (has_word_with (field->same, query->same))
    return 70;
  if (has_all_words (field->same, query->words))
    return 60;

  /* Short pieces from the middle of a word are in half of all names. */
  if (g_utf8_strlen (query->same, -1) >= 3 && strstr (field->same, query->same))
    return 50;
  if (query->latin && field->latin && strlen (query->latin) >= 4 &&
      strstr (field->latin, query->latin))
    return 45;
  return 0;
}

static guint
score_summary (const Field *field, const Query *query)
{
  if (has_word_with (field->same, query->same))
    return 30;
  return has_all_words (field->same, query->words) ? 20 : 0;
}

/* Chief towns and turning points first among equals: up to 4 more, less than the steps between the
 * scores. */
static guint
score_importance (AtlasRecord *record)
{
  if (ATLAS_IS_PLACE (record))
    return 4 - MIN (atlas_place_get_rank (ATLAS_PLACE (record)), 4);
  if (ATLAS_IS_EVENT (record))
    return 3 - MIN (atlas_event_get_weight (ATLAS_EVENT (record)), 3);
  return ATLAS_IS_SOURCE (record) ? 0 : 1;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const AtlasTextHit *first = *(const AtlasTextHit *const *) a;
  const AtlasTextHit *second = *(const AtlasTextHit *const *) b;
  AtlasKind kind_a = atlas_record_get_kind (first->record);
  AtlasKind kind_b = atlas_record_get_kind (second->record);

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (kind_a != kind_b)
    return kind_a < kind_b ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (first->record), atlas_record_get_id (second->record));
}

static void
prepare_query (AtlasTextIndex *self, const char *text, Query *query)
{
  query->same = atlas_text_fold_same (self->fold, text);
  query->words = g_strsplit (query->same, " ", -1);
  if (*query->same && !starts_in_han (query->same))
    {
      g_autofree char *latin = atlas_text_fold_latin (self->fold, text);

      query->latin = remove_spaces (latin);
      if (*query->latin == '\0')
        g_clear_pointer (&query->latin, g_free);
    }
}

GPtrArray *
atlas_text_index_search (AtlasTextIndex *self, const char *query_text, guint limit)
{
  GPtrArray *hits;
  g_auto (Query) query = { 0 };

  g_return_val_if_fail (ATLAS_IS_TEXT_INDEX (self), NULL);
  g_return_val_if_fail (query_text != NULL, NULL);

  hits = g_ptr_array_new_with_free_func (g_free);
  prepare_query (self, query_text, &query);
  if (*query.same == '\0')
    return hits;

  /* The fields of a record follow one another, so its hit is always the last one. */
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      guint score = field->is_name ? score_name (field, &query) : score_summary (field, &query);
      AtlasTextHit *last = hits->len > 0 ? hits->pdata[hits->len - 1] : NULL;

      if (score == 0)
        continue;
      score += score_importance (field->record);
      if (last == NULL || last->record != field->record)
        {
          last = g_new0 (AtlasTextHit, 1);
          g_ptr_array_add (hits, last);
        }
      if (score > last->score)
        *last = (AtlasTextHit){ field->record, field->text, field->lang, score };
    }
  g_ptr_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, (int) limit);
  return hits;
}
