/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-text-index-private.h"
#include "atlas-text-query.h"

/* Shorter pieces are not marked in the middle of a word. */
#define SHORTEST_PIECE 4

/* A text, folded, with the way back. */
typedef struct
{
  const char *text;
  char *folded;
  GArray *map;
  GArray *marks;
} Marking;

/* The end of the character at @offset, with the marks upon it. */
static guint
find_end (const char *text, guint offset)
{
  const char *end = g_utf8_next_char (text + offset);

  while (*end && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return (guint) (end - text);
}

static void
add_mark (Marking *marking, gsize begin, gsize length)
{
  AtlasTextMark mark = { g_array_index (marking->map, guint32, begin),
                         find_end (marking->text,
                                   g_array_index (marking->map, guint32, begin + length - 1)) };

  g_array_append_val (marking->marks, mark);
}

/* The whole word of the source that a mark ends in: a transcription cannot say which letters it is
 * from. */
static void
widen_last (Marking *marking)
{
  AtlasTextMark *mark = &g_array_index (marking->marks, AtlasTextMark, marking->marks->len - 1);
  const char *end = marking->text + mark->end;

  if (atlas_text_query_is_han (g_utf8_prev_char (end)))
    return;
  while (*end && g_unichar_isalnum (g_utf8_get_char (end)) && !atlas_text_query_is_han (end))
    end = g_utf8_next_char (end);
  mark->end = (guint) (end - marking->text);
}

static void
mark_words (Marking *marking, const char *word)
{
  const char *at = atlas_text_find_word (marking->folded, word);

  while (*word && at)
    {
      const char *next = at + strlen (word);

      add_mark (marking, (gsize) (at - marking->folded), strlen (word));
      at = *next ? strstr (next, word) : NULL;
      while (at && at[-1] != ' ' && !atlas_text_query_is_han (word))
        at = strstr (at + 1, word);
    }
}

/* All that was typed, as it stands; else its words, each wherever it begins one. */
static void
mark_same (Marking *marking, const AtlasTextQuery *query)
{
  mark_words (marking, query->same);
  if (marking->marks->len == 0)
    for (guint i = 0; query->words[i]; i++)
      mark_words (marking, query->words[i]);
}

static void
mark_joined (Marking *marking, AtlasTextFold *fold, const char *joined)
{
  g_autofree char *latin = NULL;
  const char *at;

  g_array_set_size (marking->map, 0);
  latin = atlas_text_fold_joined_mapped (fold, marking->text, marking->map);
  at = strstr (latin, joined);
  /* A match begins where a character or word does. */
  while (at && at > latin &&
         g_array_index (marking->map, guint32, at - latin) ==
           g_array_index (marking->map, guint32, at - latin - 1))
    at = strstr (at + 1, joined);
  if (at == NULL)
    return;
  add_mark (marking, (gsize) (at - latin), strlen (joined));
  widen_last (marking);
}

static void
mark_inside (Marking *marking, char **words)
{
  for (; *words; words++)
    {
      const char *at =
        g_utf8_strlen (*words, -1) >= SHORTEST_PIECE ? strstr (marking->folded, *words) : NULL;

      if (at)
        add_mark (marking, (gsize) (at - marking->folded), strlen (*words));
    }
}

static void
mark_typos (Marking *marking, char **typed)
{
  g_auto (GStrv) words = g_strsplit (marking->folded, " ", -1);

  for (; *typed; typed++)
    {
      guint allowance = atlas_word_allowance (*typed);
      gsize begin = 0;

      for (guint i = 0; words[i] && allowance > 0; i++)
        {
          gsize length = strlen (words[i]);

          if (length > 0 && atlas_word_distance (*typed, words[i], allowance) <= allowance)
            add_mark (marking, begin, length);
          begin += length + 1;
        }
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const AtlasTextMark *first = a, *second = b;

  return first->begin < second->begin ? -1 : first->begin > second->begin;
}

/* Puts them in order and makes one of those that touch. */
static void
merge_marks (GArray *marks)
{
  guint kept = 0;

  g_array_sort (marks, compare_marks);
  for (guint i = 1; i < marks->len; i++)
    {
      AtlasTextMark *last = &g_array_index (marks, AtlasTextMark, kept);
      AtlasTextMark mark = g_array_index (marks, AtlasTextMark, i);

      if (mark.begin <= last->end)
        last->end = MAX (last->end, mark.end);
      else
        g_array_index (marks, AtlasTextMark, ++kept) = mark;
    }
  if (marks->len > 0)
    g_array_set_size (marks, kept + 1);
}

/* From the plainest reading to the most forgiving, the first that fits. */
static void
mark_text (Marking *marking, AtlasTextFold *fold, AtlasTextQuery *query)
{
  if (*query->same == '\0')
    return;
  mark_same (marking, query);
  if (marking->marks->len == 0 && atlas_text_query_split (query, fold))
    mark_same (marking, query);
  if (marking->marks->len == 0)
    mark_inside (marking, query->words);
  if (marking->marks->len == 0)
    mark_typos (marking, query->words);
  if (marking->marks->len == 0 && query->joined)
    mark_joined (marking, fold, query->joined);
  merge_marks (marking->marks);
}

GArray *
atlas_text_index_mark (AtlasTextIndex *self, const char *query, const char *text)
{
  g_autoptr (AtlasTextQuery) wanted = NULL;
  Marking marking = { text, NULL, NULL, NULL };

  g_return_val_if_fail (ATLAS_IS_TEXT_INDEX (self), NULL);
  g_return_val_if_fail (query != NULL && text != NULL, NULL);

  wanted = atlas_text_query_new (self->fold, query, atlas_dataset_get_range (self->dataset));
  if (*wanted->same == '\0')
    {
      g_clear_pointer (&wanted, atlas_text_query_free);
      wanted = atlas_text_query_new_plain (self->fold, query);
    }
  marking.map = g_array_new (FALSE, FALSE, sizeof (guint32));
  marking.marks = g_array_new (FALSE, FALSE, sizeof (AtlasTextMark));
  marking.folded = atlas_text_fold_same_mapped (self->fold, text, marking.map);
  mark_text (&marking, self->fold, wanted);
  g_free (marking.folded);
  g_array_unref (marking.map);
  return marking.marks;
}
