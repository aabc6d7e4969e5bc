/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-word-list.h"

#define ONE_STEP 4
#define TWO_STEPS 8
/* Longer words than this have no typing errors. */
#define LONGEST 48

typedef struct
{
  char *word;
  GArray *texts;
} Entry;

struct _AtlasWordList
{
  GHashTable *known; /* word -> its entry; gone once sealed */
  GPtrArray *entries;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->word);
  g_array_unref (entry->texts);
  g_free (entry);
}

AtlasWordList *
atlas_word_list_new (void)
{
  AtlasWordList *self = g_new0 (AtlasWordList, 1);

  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  return self;
}

void
atlas_word_list_free (AtlasWordList *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->known, g_hash_table_unref);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
add_word (AtlasWordList *self, const char *begin, gsize length, guint number)
{
  g_autofree char *word = g_strndup (begin, length);
  Entry *entry = g_hash_table_lookup (self->known, word);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->word = g_steal_pointer (&word);
      entry->texts = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->known, entry->word, entry);
    }
  if (entry->texts->len == 0 ||
      g_array_index (entry->texts, guint, entry->texts->len - 1) != number)
    g_array_append_val (entry->texts, number);
}

void
atlas_word_list_add (AtlasWordList *self, const char *text, guint number)
{
  const char *begin = text;

  g_return_if_fail (self != NULL && self->known != NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean han = *p && g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN;

      if (*p && *p != ' ' && !han)
        continue;
      if (p > begin)
        add_word (self, begin, (gsize) (p - begin), number);
      if (han)
        add_word (self, p, (gsize) (g_utf8_next_char (p) - p), number);
      if (*p == '\0')
        return;
      begin = g_utf8_next_char (p);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Entry *const *) a)->word, (*(const Entry *const *) b)->word);
}

void
atlas_word_list_seal (AtlasWordList *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->known, g_hash_table_unref);
  g_ptr_array_sort (self->entries, compare_entries);
}

guint
atlas_word_list_get_n_words (AtlasWordList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const char *
atlas_word_list_get_word (AtlasWordList *self, guint word)
{
  g_return_val_if_fail (self != NULL && word < self->entries->len, NULL);

  return ((const Entry *) self->entries->pdata[word])->word;
}

const guint *
atlas_word_list_get_texts (AtlasWordList *self, guint word, guint *n_texts)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL && word < self->entries->len, NULL);

  entry = self->entries->pdata[word];
  *n_texts = entry->texts->len;
  return (const guint *) (gpointer) entry->texts->data;
}

/* The first word whose first @length bytes are at or, with @beyond, after @prefix. */
static guint
find_bound (AtlasWordList *self, const char *prefix, gsize length, gboolean beyond)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strncmp (((const Entry *) self->entries->pdata[middle])->word, prefix, length);

      if (order < 0 || (beyond && order == 0))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
atlas_word_list_find (AtlasWordList *self, const char *prefix, guint *first, guint *n)
{
  gsize length;

  g_return_if_fail (self != NULL && prefix != NULL);
  g_return_if_fail (self->known == NULL);

  length = strlen (prefix);
  *first = find_bound (self, prefix, length, FALSE);
  *n = find_bound (self, prefix, length, TRUE) - *first;
}

guint
atlas_word_allowance (const char *typed)
{
  glong length;

  g_return_val_if_fail (typed != NULL, 0);

  length = g_utf8_strlen (typed, -1);
  return length > LONGEST ? 0 : length >= TWO_STEPS ? 2 : length >= ONE_STEP ? 1 : 0;
}

static guint
spell (const char *word, gunichar *letters)
{
  guint n = 0;

  for (const char *p = word; *p && n <= LONGEST; p = g_utf8_next_char (p))
    letters[n++] = g_utf8_get_char (p);
  return n;
}

/* The restricted distance of Damerau and Levenshtein, row by row; three rows are enough to see a
 * swap. Where a whole row is above @most, no later one comes down again. */
guint
atlas_word_distance (const char *typed, const char *word, guint most)
{
  gunichar a[LONGEST + 1], b[LONGEST + 1];
  guint rows[3][LONGEST + 2];
  guint n_a, n_b;

  g_return_val_if_fail (typed != NULL && word != NULL, G_MAXUINT);

  n_a = spell (typed, a);
  n_b = spell (word, b);
  if (n_a > LONGEST || n_b > LONGEST || MAX (n_a, n_b) - MIN (n_a, n_b) > most)
    return most + 1;
  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
      guint least = row[0] = i;

      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > most)
        return most + 1;
    }
  return MIN (rows[n_a % 3][n_b], most + 1);
}
