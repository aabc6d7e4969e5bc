/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "atlas-name-linker.h"

/* Shorter names are mostly something else: 清 is a dynasty and the word for clear. */
#define LEAST_HAN 2
#define LEAST_LETTERS 3
/* Shorter last words are parts of names, not surnames by which people go. */
#define LEAST_SURNAME 5

/* Records of one name. */
typedef struct
{
  const char *name; /* belongs to the linker */
  gsize length;     /* bytes */
  GPtrArray *records;
} Candidate;

struct _AtlasNameLinker
{
  AtlasDataset *dataset;
  const char *lang;     /* interned */
  GHashTable *by_name;  /* text -> Candidate */
  GHashTable *by_first; /* first character -> GPtrArray of Candidate, the longest first */
  UBreakIterator *words;
};

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  g_ptr_array_unref (candidate->records);
  g_free (candidate);
}

static gboolean
is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_long_enough (const char *name)
{
  return g_utf8_strlen (name, -1) >= (is_han (g_utf8_get_char (name)) ? LEAST_HAN : LEAST_LETTERS);
}

static void
add_name (AtlasNameLinker *self, const char *name, AtlasRecord *record)
{
  Candidate *candidate;

  if (name == NULL || name[0] == '\0' || !is_long_enough (name))
    return;
  candidate = g_hash_table_lookup (self->by_name, name);
  if (candidate == NULL)
    {
      char *kept = g_strdup (name);

      candidate = g_new (Candidate, 1);
      *candidate = (Candidate){ kept, strlen (kept), g_ptr_array_new () };
      g_hash_table_insert (self->by_name, kept, candidate);
    }
  if (!g_ptr_array_find (candidate->records, record, NULL))
    g_ptr_array_add (candidate->records, record);
}

static void
add_record (AtlasNameLinker *self, AtlasRecord *record, const char *lang)
{
  guint n;
  const AtlasName *names = atlas_record_get_names (record, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i].lang, lang))
      add_name (self, names[i].toponym, record);
  add_name (self, atlas_text_get_exact (atlas_record_get_title (record), lang), record);
  if (ATLAS_IS_POLITY (record))
    add_name (self,
              atlas_text_get_exact (atlas_polity_get_short_name (ATLAS_POLITY (record)), lang),
              record);
}

/* What parts the words of a Western name; the dot, where it is written in Chinese. */
static gboolean
is_separator (gunichar character)
{
  return character == ' ' || character == 0xb7;
}

/* The words of a name. (transfer full) */
static char **
split_name (const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (text, is_separator (g_utf8_get_char (p)) ? ' ' : g_utf8_get_char (p));
  return g_strsplit (text->str, " ", -1);
}

/* The last word of a person's name, which a text goes on with after the first mention; not that of
 * Peter the Great. (nullable) */
static const char *
find_surname (AtlasRecord *person, const char *lang)
{
  const char *name = atlas_text_get_exact (atlas_record_get_title (person), lang);
  const char *before = name, *last = name;
  gunichar first;

  if (name == NULL)
    return NULL;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (is_separator (g_utf8_get_char (p)))
      {
        before = last;
        last = g_utf8_next_char (p);
      }
  first = g_utf8_get_char (last);
  if (last == name)
    return NULL;
  if (is_han (first))
    return g_utf8_strlen (last, -1) > LEAST_HAN ? last : NULL;
  return g_utf8_strlen (last, -1) >= LEAST_SURNAME && g_unichar_isupper (first) &&
             g_unichar_isupper (g_utf8_get_char (before))
           ? last
           : NULL;
}

/* Counts the words of all names of people: what stands in two of them is a title. */
static GHashTable *
count_words (AtlasDataset *dataset, const char *lang)
{
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_PERSON);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *name =
        atlas_text_get_exact (atlas_record_get_title (
                                atlas_dataset_get_record (dataset, ATLAS_KIND_PERSON, i)),
                              lang);
      g_auto (GStrv) words = split_name (name != NULL ? name : "");

      for (guint j = 0; words[j] != NULL; j++)
        {
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[j]));

          g_hash_table_replace (counts, g_strdup (words[j]), GUINT_TO_POINTER (before + 1));
        }
    }
  return counts;
}

static void
add_surnames (AtlasNameLinker *self, const char *lang)
{
  guint n = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_PERSON);
  g_autoptr (GHashTable) counts = count_words (self->dataset, lang);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *person = atlas_dataset_get_record (self->dataset, ATLAS_KIND_PERSON, i);
      const char *surname = find_surname (person, lang);

      if (surname != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (counts, surname)) == 1 &&
          !g_hash_table_contains (self->by_name, surname))
        add_name (self, surname, person);
    }
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Candidate *first = *(Candidate *const *) a, *second = *(Candidate *const *) b;

  return (first->length < second->length) - (first->length > second->length);
}

static void
index_by_first (AtlasNameLinker *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Candidate *candidate = value;
      gpointer first = GUINT_TO_POINTER (g_utf8_get_char (candidate->name));
      GPtrArray *list = g_hash_table_lookup (self->by_first, first);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->by_first, first, list);
        }
      g_ptr_array_add (list, candidate);
    }
  g_hash_table_iter_init (&iter, self->by_first);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_sort (value, compare_lengths);
}

AtlasNameLinker *
atlas_name_linker_new (AtlasDataset *dataset, const char *lang)
{
  static const AtlasKind kinds[] = {
    ATLAS_KIND_PLACE, ATLAS_KIND_PERSON, ATLAS_KIND_POLITY, ATLAS_KIND_CAMPAIGN, ATLAS_KIND_EVENT
  };
  AtlasNameLinker *self;
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (lang != NULL, NULL);

  self = g_new0 (AtlasNameLinker, 1);
  self->dataset = g_object_ref (dataset);
  self->lang = g_intern_string (lang);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, candidate_free);
  self->by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->words = ubrk_open (UBRK_WORD, lang, NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot split texts into words: %s", u_errorName (status));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < atlas_dataset_get_n_records (dataset, kinds[i]); j++)
      add_record (self, atlas_dataset_get_record (dataset, kinds[i], j), lang);
  add_surnames (self, lang);
  index_by_first (self);
  return self;
}

void
atlas_name_linker_free (AtlasNameLinker *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_first);
  g_hash_table_unref (self->by_name);
  ubrk_close (self->words);
  g_object_unref (self->dataset);
  g_free (self);
}

/* Whether a name may begin or end there: at the end of a word, or next to a Chinese character,
 * which is one by itself. A genitive is not part of the name. */
static gboolean
may_begin (AtlasNameLinker *self, const char *text, gsize at)
{
  return is_han (g_utf8_get_char (text + at)) || ubrk_isBoundary (self->words, (int32_t) at);
}

static gboolean
may_end (AtlasNameLinker *self, const char *text, gsize at)
{
  const char *before = g_utf8_prev_char (text + at);

  return is_han (g_utf8_get_char (before)) || ubrk_isBoundary (self->words, (int32_t) at) ||
         g_str_has_prefix (text + at, "’s") || g_str_has_prefix (text + at, "'s");
}

static const Candidate *
find_longest (AtlasNameLinker *self, const char *text, gsize at)
{
  GPtrArray *list =
    g_hash_table_lookup (self->by_first, GUINT_TO_POINTER (g_utf8_get_char (text + at)));

  if (list == NULL || !may_begin (self, text, at))
    return NULL;
  for (guint i = 0; i < list->len; i++)
    {
      const Candidate *candidate = list->pdata[i];

      if (strncmp (text + at, candidate->name, candidate->length) == 0 &&
          may_end (self, text, at + candidate->length))
        return candidate;
    }
  return NULL;
}

static gboolean
is_title (AtlasNameLinker *self, const Candidate *candidate, AtlasRecord *record)
{
  return g_strcmp0 (atlas_text_get_exact (atlas_record_get_title (record), self->lang),
                    candidate->name) == 0;
}

/* Whether the record has to do with that of the page. */
static gboolean
is_related (AtlasRecord *page, AtlasRecord *record)
{
  const char *id = atlas_record_get_id (record);
  guint n;
  const AtlasEventPlace *places;
  const AtlasActor *actors;

  if (!ATLAS_IS_EVENT (page))
    return FALSE;
  places = atlas_event_get_places (ATLAS_EVENT (page), &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (places[i].place, id) == 0)
      return TRUE;
  actors = atlas_event_get_actors (ATLAS_EVENT (page), &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (actors[i].who, id) == 0 || g_strcmp0 (actors[i].side, id) == 0)
      return TRUE;
  return FALSE;
}

/* Whose first name it is, rather than another one; of places the larger. */
static gboolean
is_likelier (AtlasNameLinker *self, const Candidate *candidate, AtlasRecord *a, AtlasRecord *b)
{
  gboolean first = is_title (self, candidate, a), second = is_title (self, candidate, b);

  if (first != second)
    return first;
  return ATLAS_IS_PLACE (a) && ATLAS_IS_PLACE (b) &&
         atlas_place_get_rank (ATLAS_PLACE (a)) < atlas_place_get_rank (ATLAS_PLACE (b));
}

/* The one that is meant, most likely. Records came in order of their kinds. */
static AtlasRecord *
choose (AtlasNameLinker *self, const Candidate *candidate, AtlasRecord *page)
{
  AtlasRecord *best = candidate->records->pdata[0];

  for (guint i = 0; page != NULL && i < candidate->records->len; i++)
    if (candidate->records->pdata[i] == page || is_related (page, candidate->records->pdata[i]))
      return candidate->records->pdata[i];
  for (guint i = 1; i < candidate->records->len; i++)
    if (is_likelier (self, candidate, candidate->records->pdata[i], best))
      best = candidate->records->pdata[i];
  return best;
}

GArray *
atlas_name_linker_find (AtlasNameLinker *self, const char *text, AtlasRecord *page)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (AtlasNameLink));
  UErrorCode status = U_ZERO_ERROR;
  UText *opened;

  g_return_val_if_fail (self != NULL && text != NULL, links);

  opened = utext_openUTF8 (NULL, text, -1, &status);
  ubrk_setUText (self->words, opened, &status);
  for (gsize at = 0; U_SUCCESS (status) && text[at] != '\0';)
    {
      const Candidate *candidate = find_longest (self, text, at);
      AtlasRecord *record = candidate != NULL ? choose (self, candidate, page) : NULL;

      if (record != NULL && record != page)
        {
          AtlasNameLink link = { (guint) at,
                                 (guint) (at + candidate->length),
                                 atlas_record_get_id (record) };

          g_array_append_val (links, link);
        }
      at =
        candidate != NULL ? at + candidate->length : (gsize) (g_utf8_next_char (text + at) - text);
    }
  utext_close (opened);
  return links;
}
