/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-time-index.h"

/* The spans, and two orders of them, by beginning and by end: sixteen bytes an item and four for
 * the tree, so that a million fit the cache of a large machine and the patience of a small one. The
 * first order is read as a balanced search tree: the root of a range is its middle, and
 * latest[middle] is the last end in the whole range, so that ranges without a long enough span are
 * skipped (the augmented tree of Cormen et al., Introduction to Algorithms, ch. 14.3, without
 * pointers). */
struct _AtlasTimeIndex
{
  gatomicrefcount ref_count;
  guint n; /* spans that are not empty */
  guint n_items;
  AtlasTimeSpan *spans;
  guint *by_begin;
  guint *by_end;
  AtlasDay *latest;
  AtlasDay *changes;
  guint n_changes;
};

/* Eleven bits at a time, three times: all of a day's thirty-two. */
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

static inline AtlasDay
begin_of (const AtlasTimeIndex *self, guint i)
{
  return self->spans[self->by_begin[i]].begin;
}

static inline AtlasDay
end_of (const AtlasTimeIndex *self, guint i)
{
  return self->spans[self->by_end[i]].end;
}

/* Sorts @items by their days, and leaves equal days in their order (radix sort; Knuth, The Art of
 * Computer Programming 3, 5.2.5). A million take a tenth of the time of qsort(). */
static void
sort_by_day (guint *items, guint n, const AtlasDay *days, gsize stride)
{
  g_autofree guint *other = g_new (guint, n + 1);
  guint *from = items, *to = other;

  for (guint shift = 0; shift < 32; shift += DIGIT_BITS)
    {
      guint starts[N_DIGITS + 1] = { 0 };

#define DIGIT_OF(item)                                                                             \
  ((((guint32) days[(item) *stride] ^ G_GUINT64_CONSTANT (0x80000000)) >> shift) & (N_DIGITS - 1))
      for (guint i = 0; i < n; i++)
        starts[DIGIT_OF (from[i]) + 1]++;
      for (guint digit = 0; digit < N_DIGITS; digit++)
        starts[digit + 1] += starts[digit];
      for (guint i = 0; i < n; i++)
        to[starts[DIGIT_OF (from[i])]++] = from[i];
#undef DIGIT_OF
      from = to;
      to = from == items ? other : items;
    }
  if (from != items)
    memcpy (items, from, n * sizeof *items);
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
  self->latest[middle] = MAX (self->spans[self->by_begin[middle]].end, MAX (before, after));
  return self->latest[middle];
}

static void
add_change (GArray *changes, AtlasDay day)
{
  if (changes->len == 0 || g_array_index (changes, AtlasDay, changes->len - 1) != day)
    g_array_append_val (changes, day);
}

/* Both orders at once, as two hands of cards are laid into one. */
static void
fill_changes (AtlasTimeIndex *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (AtlasDay));
  guint i = 0, k = 0;

  while (i < self->n && begin_of (self, i) == ATLAS_DAY_OPEN_PAST)
    i++;
  while (i < self->n || (k < self->n && end_of (self, k) != ATLAS_DAY_OPEN_FUTURE))
    {
      gboolean begins = k == self->n || end_of (self, k) == ATLAS_DAY_OPEN_FUTURE ||
                        (i < self->n && begin_of (self, i) <= end_of (self, k));

      if (begins)
        add_change (changes, begin_of (self, i++));
      else
        add_change (changes, end_of (self, k++) + 1);
    }
  self->n_changes = changes->len;
  self->changes = (AtlasDay *) (gpointer) g_array_free (changes, FALSE);
}

AtlasTimeIndex *
atlas_time_index_new (const AtlasTimeSpan *spans, guint n)
{
  AtlasTimeIndex *self;

  g_return_val_if_fail (spans != NULL || n == 0, NULL);

  self = g_new0 (AtlasTimeIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_items = n;
  self->spans = g_memdup2 (spans, n * sizeof *spans);
  self->by_begin = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (!atlas_time_span_is_empty (spans[i]))
      self->by_begin[self->n++] = i;
  self->by_end = g_memdup2 (self->by_begin, (self->n + 1) * sizeof *self->by_begin);
  self->latest = g_new (AtlasDay, self->n + 1);
  if (n > 0)
    {
      gsize stride = sizeof *spans / sizeof (AtlasDay);

      sort_by_day (self->by_begin, self->n, &self->spans[0].begin, stride);
      sort_by_day (self->by_end, self->n, &self->spans[0].end, stride);
    }
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
  g_free (self->spans);
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
      guint item = self->by_begin[middle];

      if (self->latest[middle] < window.begin)
        return;
      collect (self, low, middle, window, items);
      if (self->spans[item].begin > window.end)
        return;
      if (self->spans[item].end >= window.begin)
        g_array_append_val (items, item);
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

      if (begin_of (self, middle) < day)
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

      if (end_of (self, middle) < day)
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
       i < self->n && begin_of (self, i) <= to.end;
       i++)
    if (self->spans[self->by_begin[i]].end >= to.begin)
      g_array_append_val (entered, self->by_begin[i]);
  for (guint i = count_ends_before (self, to.begin); i < self->n && end_of (self, i) < from.begin;
       i++)
    if (self->spans[self->by_end[i]].begin <= to.end)
      g_array_append_val (entered, self->by_end[i]);
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

/* How many entries of one order lie between two places in it. */
static guint
count_between (guint a, guint b)
{
  return a < b ? b - a : a - b;
}

guint
atlas_time_index_distance (const AtlasTimeIndex *self, AtlasTimeSpan from, AtlasTimeSpan to)
{
  g_return_val_if_fail (self != NULL, 0);

  if (atlas_time_span_is_empty (from) || atlas_time_span_is_empty (to))
    return self->n;
  return count_between (count_begins_before (self, from.end), count_begins_before (self, to.end)) +
         count_between (count_ends_before (self, from.begin), count_ends_before (self, to.begin));
}

guint
atlas_time_index_get_n_items (const AtlasTimeIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_items;
}

void
atlas_time_index_scan (const AtlasTimeIndex *self, AtlasTimeSpan window, guint64 *bits)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (bits != NULL || self->n_items == 0);

  for (guint word = 0; word * 64 < self->n_items; word++)
    {
      guint first = word * 64, n = MIN (64, self->n_items - first);
      guint64 found = 0;

      for (guint i = 0; i < n; i++)
        {
          AtlasTimeSpan span = self->spans[first + i];
          /* Without a branch, since no processor could guess it. */
          gboolean touches = (span.begin <= window.end) & (span.end >= window.begin) &
                             (span.begin <= span.end) & (window.begin <= window.end);

          found |= (guint64) touches << i;
        }
      bits[word] = found;
    }
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
