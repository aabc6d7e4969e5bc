/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <stdlib.h>

#include "atlas-time-index.h"

typedef struct
{
  AtlasTimeSpan span;
  guint item;
} Entry;

/* The spans twice, by beginning and by end. The first order is read as a balanced search tree: the
 * root of a range is its middle, and latest[middle] is the last end in the whole range, so that
 * ranges without a long enough span are skipped (the augmented tree of Cormen et al., Introduction
 * to Algorithms, ch. 14.3, without pointers). */
struct _AtlasTimeIndex
{
  gatomicrefcount ref_count;
  guint n;
  Entry *by_begin;
  Entry *by_end;
  AtlasDay *latest;
  AtlasDay *changes;
  guint n_changes;
};

static int
compare_days (AtlasDay a, AtlasDay b)
{
  return a < b ? -1 : a > b;
}

static int
compare_begins (const void *a, const void *b)
{
  const Entry *first = a;
  const Entry *second = b;

  return compare_days (first->span.begin, second->span.begin);
}

static int
compare_ends (const void *a, const void *b)
{
  const Entry *first = a;
  const Entry *second = b;

  return compare_days (first->span.end, second->span.end);
}

static int
compare_change_days (const void *a, const void *b)
{
  return compare_days (*(const AtlasDay *) a, *(const AtlasDay *) b);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static AtlasDay
fill_latest (AtlasTimeIndex *self, guint low, guint high)
{
  guint middle = low + (high - low) / 2;
  AtlasDay before, after;

  if (low == high)
    return ATLAS_DAY_OPEN_PAST;
  /* Not within MAX, which would call it twice, and each of these twice, and so on. */
  before = fill_latest (self, low, middle);
  after = fill_latest (self, middle + 1, high);
  self->latest[middle] = MAX (self->by_begin[middle].span.end, MAX (before, after));
  return self->latest[middle];
}

static void
fill_changes (AtlasTimeIndex *self)
{
  guint n = 0;

  self->changes = g_new (AtlasDay, 2 * self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      AtlasTimeSpan span = self->by_begin[i].span;

      if (span.begin != ATLAS_DAY_OPEN_PAST)
        self->changes[n++] = span.begin;
      if (span.end != ATLAS_DAY_OPEN_FUTURE)
        self->changes[n++] = span.end + 1;
    }
  if (n > 0)
    qsort (self->changes, n, sizeof *self->changes, compare_change_days);
  for (guint i = 0; i < n; i++)
    if (i == 0 || self->changes[i] != self->changes[i - 1])
      self->changes[self->n_changes++] = self->changes[i];
}

AtlasTimeIndex *
atlas_time_index_new (const AtlasTimeSpan *spans, guint n)
{
  AtlasTimeIndex *self;

  g_return_val_if_fail (spans != NULL || n == 0, NULL);

  self = g_new0 (AtlasTimeIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->by_begin = g_new (Entry, n + 1);
  for (guint i = 0; i < n; i++)
    if (!atlas_time_span_is_empty (spans[i]))
      self->by_begin[self->n++] = (Entry){ spans[i], i };
  self->by_end = g_memdup2 (self->by_begin, (self->n + 1) * sizeof (Entry));
  self->latest = g_new (AtlasDay, n + 1);
  qsort (self->by_begin, self->n, sizeof (Entry), compare_begins);
  qsort (self->by_end, self->n, sizeof (Entry), compare_ends);
  fill_latest (self, 0, self->n);
  fill_changes (self);
  return self;
}

AtlasTimeIndex *
atlas_time_index_ref (AtlasTimeIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
atlas_time_index_unref (AtlasTimeIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->by_begin);
  g_free (self->by_end);
  g_free (self->latest);
  g_free (self->changes);
  g_free (self);
}

static void
collect (const AtlasTimeIndex *self, guint low, guint high, AtlasTimeSpan window, GArray *items)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Entry *entry = &self->by_begin[middle];

      if (self->latest[middle] < window.begin)
        return;
      collect (self, low, middle, window, items);
      if (entry->span.begin > window.end)
        return;
      if (entry->span.end >= window.begin)
        g_array_append_val (items, entry->item);
      low = middle + 1;
    }
}

GArray *
atlas_time_index_query (const AtlasTimeIndex *self, AtlasTimeSpan window)
{
  GArray *items;

  g_return_val_if_fail (self != NULL, NULL);

  items = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!atlas_time_span_is_empty (window))
    collect (self, 0, self->n, window, items);
  g_array_sort (items, compare_items);
  return items;
}

/* The number of entries that begin (or in the order by end: end) before @day. */
static guint
count_begins_before (const AtlasTimeIndex *self, AtlasDay day)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->by_begin[middle].span.begin < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
count_ends_before (const AtlasTimeIndex *self, AtlasDay day)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->by_end[middle].span.end < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Appends what touches @to but not @from. Such a span begins after the end of @from, or ends before
 * its beginning; not both, or it would be empty. Either kind is one slice of one order. */
static void
collect_entered (const AtlasTimeIndex *self, AtlasTimeSpan from, AtlasTimeSpan to, GArray *entered)
{
  if (atlas_time_span_is_empty (to))
    return;
  if (atlas_time_span_is_empty (from))
    {
      collect (self, 0, self->n, to, entered);
      return;
    }
  for (guint i = from.end == G_MAXINT32 ? self->n : count_begins_before (self, from.end + 1);
       i < self->n && self->by_begin[i].span.begin <= to.end;
       i++)
    if (self->by_begin[i].span.end >= to.begin)
      g_array_append_val (entered, self->by_begin[i].item);
  for (guint i = count_ends_before (self, to.begin);
       i < self->n && self->by_end[i].span.end < from.begin;
       i++)
    if (self->by_end[i].span.begin <= to.end)
      g_array_append_val (entered, self->by_end[i].item);
}

void
atlas_time_index_difference (const AtlasTimeIndex *self,
                             AtlasTimeSpan from,
                             AtlasTimeSpan to,
                             GArray *entered,
                             GArray *left)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (entered != NULL && left != NULL);

  collect_entered (self, from, to, entered);
  collect_entered (self, to, from, left);
}

guint
atlas_time_index_count_changes (const AtlasTimeIndex *self, AtlasDay day)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_changes;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->changes[middle] <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
atlas_time_index_next_change (const AtlasTimeIndex *self, AtlasDay day, AtlasDay *found)
{
  guint i;

  g_return_val_if_fail (self != NULL && found != NULL, FALSE);

  i = atlas_time_index_count_changes (self, day);
  if (i == self->n_changes)
    return FALSE;
  *found = self->changes[i];
  return TRUE;
}

gboolean
atlas_time_index_previous_change (const AtlasTimeIndex *self, AtlasDay day, AtlasDay *found)
{
  guint i;

  g_return_val_if_fail (self != NULL && found != NULL, FALSE);

  i = day == ATLAS_DAY_OPEN_PAST ? 0 : atlas_time_index_count_changes (self, day - 1);
  if (i == 0)
    return FALSE;
  *found = self->changes[i - 1];
  return TRUE;
}
