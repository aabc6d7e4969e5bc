/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include <unicode/ucol.h>

#include "atlas-text-index-private.h"

G_DEFINE_FINAL_TYPE (AtlasTextIndex, atlas_text_index, G_TYPE_OBJECT)

static void
clear_field (gpointer data)
{
  AtlasTextField *field = data;

  g_free (field->same);
  g_free (field->joined);
}

static void
clear_entry (gpointer data)
{
  g_clear_pointer (&((AtlasTextEntry *) data)->others, g_array_unref);
}

/* The words of a name as they sound in Latin letters: the pinyin of a Chinese word, as ICU's
 * dictionary cuts it, a transcription of a Russian one. A character by itself is none: what the
 * dictionary does not know falls into characters, and all syllables are alike. */
static void
add_latin_words (AtlasTextIndex *self, AtlasWordList *list, const char *text, guint number)
{
  g_auto (GStrv) words = atlas_text_fold_split (self->fold, text);

  for (guint i = 0; words[i]; i++)
    if (!g_str_is_ascii (words[i]) && *g_utf8_next_char (words[i]))
      {
        g_autofree char *latin = atlas_text_fold_joined_mapped (self->fold, words[i], NULL);

        atlas_word_list_add (list, latin, number);
      }
}

static void
add_field (AtlasTextIndex *self,
           const char *text,
           const char *lang,
           AtlasTextFieldKind kind,
           gboolean is_first)
{
  AtlasTextEntry *entry = &g_array_index (self->entries, AtlasTextEntry, self->entries->len - 1);
  AtlasTextField field = { self->entries->len - 1, text, lang, kind, is_first, NULL, NULL };
  AtlasWordList *list = self->names;

  if (text == NULL || *text == '\0')
    return;
  if (kind == ATLAS_TEXT_FIELD_TEXT || ATLAS_IS_SOURCE (entry->record))
    list = self->rest;
  field.same = atlas_text_fold_same (self->fold, text);
  atlas_word_list_add (list, field.same, self->fields->len);
  if (kind != ATLAS_TEXT_FIELD_TEXT)
    {
      if (!g_str_is_ascii (field.same) || strchr (field.same, ' '))
        field.joined = atlas_text_fold_joined_mapped (self->fold, text, NULL);
      if (!g_str_is_ascii (field.same))
        add_latin_words (self, list, text, self->fields->len);
    }
  g_array_append_val (self->fields, field);
  entry->n_fields++;
}

static void
add_text (AtlasTextIndex *self, AtlasText *text, AtlasTextFieldKind kind)
{
  const char *const *langs = text ? atlas_text_get_languages (text) : NULL;

  for (guint i = 0; langs && langs[i]; i++)
    add_field (self, atlas_text_get_exact (text, langs[i]), langs[i], kind, TRUE);
}

static void
add_names (AtlasTextIndex *self, AtlasRecord *record)
{
  guint n;
  const AtlasName *names = atlas_record_get_names (record, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_first = TRUE;

      for (guint j = 0; j < i && is_first; j++)
        is_first = !g_str_equal (names[j].lang, names[i].lang);
      add_field (self, names[i].toponym, names[i].lang, ATLAS_TEXT_FIELD_NAME, is_first);
    }
  /* Where there are names, the title is put together from them. */
  if (n == 0)
    add_text (self,
              atlas_record_get_title (record),
              ATLAS_IS_PLACE (record) || ATLAS_IS_PERSON (record) || ATLAS_IS_POLITY (record)
                ? ATLAS_TEXT_FIELD_NAME
                : ATLAS_TEXT_FIELD_TITLE);
}

static void
add_own_texts (AtlasTextIndex *self, AtlasRecord *record)
{
  if (ATLAS_IS_PLACE (record))
    add_text (self, atlas_place_get_modern_name (ATLAS_PLACE (record)), ATLAS_TEXT_FIELD_NAME);
  else if (ATLAS_IS_POLITY (record))
    add_text (self, atlas_polity_get_short_name (ATLAS_POLITY (record)), ATLAS_TEXT_FIELD_NAME);
  else if (ATLAS_IS_PERSON (record))
    add_text (self, atlas_person_get_role (ATLAS_PERSON (record)), ATLAS_TEXT_FIELD_TEXT);
  else if (ATLAS_IS_EVENT (record))
    add_text (self, atlas_event_get_outcome (ATLAS_EVENT (record)), ATLAS_TEXT_FIELD_TEXT);
  else if (ATLAS_IS_SOURCE (record))
    {
      const char *const *authors = atlas_source_get_authors (ATLAS_SOURCE (record));

      for (guint i = 0; authors && authors[i]; i++)
        add_field (self, authors[i], NULL, ATLAS_TEXT_FIELD_TITLE, FALSE);
      add_field (self,
                 atlas_source_get_publisher (ATLAS_SOURCE (record)),
                 NULL,
                 ATLAS_TEXT_FIELD_TEXT,
                 TRUE);
    }
}

static void
add_record (AtlasTextIndex *self, AtlasRecord *record)
{
  AtlasTextEntry entry = { record, self->fields->len, 0, 0, NULL };

  g_array_append_val (self->entries, entry);
  add_names (self, record);
  add_own_texts (self, record);
  add_text (self, atlas_record_get_summary (record), ATLAS_TEXT_FIELD_TEXT);
}

static void
add_other (AtlasTextEntry *entry, GHashTable *numbers, AtlasRecord *other)
{
  gpointer number;

  if (other == NULL || !g_hash_table_lookup_extended (numbers, other, NULL, &number))
    return;
  if (entry->others == NULL)
    entry->others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (entry->others, &(guint){ GPOINTER_TO_UINT (number) }, 1);
}

/* Whose names find an event as well: its places, its people and their sides, its campaign and those
 * that this is part of. */
static void
add_others (AtlasTextIndex *self, AtlasTextEntry *entry, GHashTable *numbers)
{
  AtlasEvent *event = ATLAS_EVENT (entry->record);
  AtlasCampaign *campaign =
    atlas_dataset_lookup_campaign (self->dataset, atlas_event_get_campaign (event));
  guint n;
  const AtlasEventPlace *places = atlas_event_get_places (event, &n);
  const AtlasActor *actors;

  for (guint i = 0; i < n; i++)
    add_other (entry, numbers, atlas_dataset_lookup (self->dataset, places[i].place));
  actors = atlas_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    {
      add_other (entry, numbers, atlas_dataset_lookup (self->dataset, actors[i].who));
      add_other (entry, numbers, atlas_dataset_lookup (self->dataset, actors[i].side));
    }
  for (n = 0; campaign && n < G_MAXUINT8; n++)
    {
      add_other (entry, numbers, ATLAS_RECORD (campaign));
      campaign =
        atlas_dataset_lookup_campaign (self->dataset, atlas_campaign_get_parent (campaign));
    }
}

/* What the order of equals is made from, worked out once for each record. */
typedef struct
{
  guint entry;
  AtlasKind kind;
  guint weight;
  gint64 second; /* the day of an event; fewer for what more events are about */
  const char *title;
  const char *id;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer collator)
{
  const Rank *first = a, *second = b;
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult order;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight < second->weight ? -1 : 1;
  if (first->second != second->second)
    return first->second < second->second ? -1 : 1;
  order = ucol_strcollUTF8 (collator, first->title, -1, second->title, -1, &status);
  return order != UCOL_EQUAL ? (int) order : strcmp (first->id, second->id);
}

static Rank
rank_entry (AtlasTextIndex *self, guint number)
{
  AtlasRecord *record = g_array_index (self->entries, AtlasTextEntry, number).record;
  const char *title = atlas_text_get (atlas_record_get_title (record), "en");
  Rank rank = {
    number, atlas_record_get_kind (record), 0, 0, title ? title : "", atlas_record_get_id (record)
  };

  if (ATLAS_IS_EVENT (record))
    {
      rank.weight = atlas_event_get_weight (ATLAS_EVENT (record));
      rank.second = atlas_record_get_bounds (record).begin;
      return rank;
    }
  if (ATLAS_IS_PLACE (record))
    rank.weight = atlas_place_get_rank (ATLAS_PLACE (record));
  rank.second = -(gint64) atlas_dataset_get_events_of (self->dataset, rank.id)->len;
  return rank;
}

static void
order_entries (AtlasTextIndex *self)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("", &status);

  if (U_FAILURE (status))
    g_error ("ICU cannot put names in order: %s", u_errorName (status));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Rank rank = rank_entry (self, i);

      g_array_append_val (ranks, rank);
    }
  g_array_sort_with_data (ranks, compare_ranks, collator);
  for (guint i = 0; i < ranks->len; i++)
    g_array_index (self->entries, AtlasTextEntry, g_array_index (ranks, Rank, i).entry).order = i;
  ucol_close (collator);
}

static int
compare_same (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GArray *fields = user_data;

  return strcmp (g_array_index (fields, AtlasTextField, *(const guint *) a).same,
                 g_array_index (fields, AtlasTextField, *(const guint *) b).same);
}

static int
compare_joined (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GArray *fields = user_data;

  return strcmp (atlas_text_field_get_joined (
                   &g_array_index (fields, AtlasTextField, *(const guint *) a)),
                 atlas_text_field_get_joined (
                   &g_array_index (fields, AtlasTextField, *(const guint *) b)));
}

static void
order_fields (AtlasTextIndex *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, AtlasTextField, i).kind != ATLAS_TEXT_FIELD_TEXT)
      {
        g_array_append_val (self->by_same, i);
        g_array_append_val (self->by_joined, i);
      }
  g_array_sort_with_data (self->by_same, compare_same, self->fields);
  g_array_sort_with_data (self->by_joined, compare_joined, self->fields);
}

static void
atlas_text_index_finalize (GObject *object)
{
  AtlasTextIndex *self = ATLAS_TEXT_INDEX (object);

  g_clear_pointer (&self->by_same, g_array_unref);
  g_clear_pointer (&self->by_joined, g_array_unref);
  g_clear_pointer (&self->names, atlas_word_list_free);
  g_clear_pointer (&self->rest, atlas_word_list_free);
  g_clear_pointer (&self->entries, g_array_unref);
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
  self->fields = g_array_new (FALSE, FALSE, sizeof (AtlasTextField));
  g_array_set_clear_func (self->fields, clear_field);
  self->entries = g_array_new (FALSE, FALSE, sizeof (AtlasTextEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->names = atlas_word_list_new ();
  self->rest = atlas_word_list_new ();
  self->by_same = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_joined = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
add_kind (AtlasTextIndex *self, AtlasKind kind, GHashTable *numbers)
{
  guint n = atlas_dataset_get_n_records (self->dataset, kind);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (self->dataset, kind, i);

      g_hash_table_insert (numbers, record, GUINT_TO_POINTER (self->entries->len));
      add_record (self, record);
    }
}

AtlasTextIndex *
atlas_text_index_new (AtlasDataset *dataset)
{
  static const AtlasKind kinds[] = { ATLAS_KIND_PLACE,  ATLAS_KIND_PERSON,   ATLAS_KIND_POLITY,
                                     ATLAS_KIND_SOURCE, ATLAS_KIND_CAMPAIGN, ATLAS_KIND_EVENT };
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  AtlasTextIndex *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_TEXT_INDEX, NULL);
  self->dataset = g_object_ref (dataset);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, kinds[i], numbers);
  for (guint i = 0; i < self->entries->len; i++)
    {
      AtlasTextEntry *entry = &g_array_index (self->entries, AtlasTextEntry, i);

      if (ATLAS_IS_EVENT (entry->record))
        add_others (self, entry, numbers);
    }
  atlas_word_list_seal (self->names);
  atlas_word_list_seal (self->rest);
  order_entries (self);
  order_fields (self);
  return self;
}
