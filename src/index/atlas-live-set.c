/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-live-set.h"

/* One entry of a sorted order leads to a span anywhere in memory, which costs as much as looking at
 * so many spans in a row. */
#define COST_OF_ENTRY 8

#define WORD_OF(item) ((item) / 64)
#define BIT_OF(item) (G_GUINT64_CONSTANT (1) << ((item) % 64))

struct _AtlasLiveSet
{
  AtlasTimeIndex *index;
  AtlasTimeSpan window;
  guint64 *bits;
  guint64 *scanned; /* room for a scan */
  guint n_words;
  guint n;
  GArray *entered;
  GArray *left;
};

AtlasLiveSet *
atlas_live_set_new (AtlasTimeIndex *index)
{
  AtlasLiveSet *self = g_new0 (AtlasLiveSet, 1);

  self->index = atlas_time_index_ref (index);
  self->window = (AtlasTimeSpan){ 0, -1 };
  self->n_words = WORD_OF (atlas_time_index_get_n_items (index) + 63);
  self->bits = g_new0 (guint64, self->n_words);
  self->scanned = g_new0 (guint64, self->n_words);
  self->entered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->left = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
atlas_live_set_free (AtlasLiveSet *self)
{
  atlas_time_index_unref (self->index);
  g_free (self->bits);
  g_free (self->scanned);
  g_array_unref (self->entered);
  g_array_unref (self->left);
  g_free (self);
}

static gboolean
leap (AtlasLiveSet *self, AtlasTimeSpan window)
{
  guint64 *before = self->bits;
  gboolean changed;

  atlas_time_index_scan (self->index, window, self->scanned);
  changed = memcmp (before, self->scanned, self->n_words * sizeof *before) != 0;
  self->bits = self->scanned;
  self->scanned = before;
  self->n = 0;
  for (guint i = 0; i < self->n_words; i++)
    self->n += (guint) __builtin_popcountll (self->bits[i]);
  return changed;
}

static gboolean
step (AtlasLiveSet *self, AtlasTimeSpan window)
{
  g_array_set_size (self->entered, 0);
  g_array_set_size (self->left, 0);
  atlas_time_index_difference (self->index, self->window, window, self->entered, self->left);
  for (guint i = 0; i < self->entered->len; i++)
    {
      guint item = g_array_index (self->entered, guint, i);

      self->bits[WORD_OF (item)] |= BIT_OF (item);
    }
  for (guint i = 0; i < self->left->len; i++)
    {
      guint item = g_array_index (self->left, guint, i);

      self->bits[WORD_OF (item)] &= ~BIT_OF (item);
    }
  self->n += self->entered->len;
  self->n -= self->left->len;
  return self->entered->len + self->left->len > 0;
}

gboolean
atlas_live_set_move (AtlasLiveSet *self, AtlasTimeSpan window)
{
  gboolean changed;
  guint64 cost;

  g_return_val_if_fail (self != NULL, FALSE);

  if (window.begin == self->window.begin && window.end == self->window.end)
    return FALSE;
  cost = (guint64) atlas_time_index_distance (self->index, self->window, window) * COST_OF_ENTRY;
  changed =
    cost > atlas_time_index_get_n_items (self->index) ? leap (self, window) : step (self, window);
  self->window = window;
  return changed;
}

guint
atlas_live_set_get_n (const AtlasLiveSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

gboolean
atlas_live_set_contains (const AtlasLiveSet *self, guint item)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return WORD_OF (item) < self->n_words && (self->bits[WORD_OF (item)] & BIT_OF (item)) != 0;
}

const guint64 *
atlas_live_set_get_bits (const AtlasLiveSet *self, guint *n_words)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_words = self->n_words;
  return self->bits;
}

guint
atlas_live_set_next (const AtlasLiveSet *self, guint from)
{
  guint word = WORD_OF (from);
  guint64 bits;

  if (word >= self->n_words)
    return G_MAXUINT;
  bits = self->bits[word] & ~(BIT_OF (from) - 1);
  while (bits == 0)
    {
      if (++word == self->n_words)
        return G_MAXUINT;
      bits = self->bits[word];
    }
  return word * 64 + (guint) __builtin_ctzll (bits);
}
