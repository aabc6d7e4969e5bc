/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <math.h>

#include "atlas-playback.h"

/* A longer gap between two frames means that nobody was watching: a window hidden, a machine
 * asleep. */
#define LONGEST_FRAME G_USEC_PER_SEC

struct _AtlasPlayback
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  gboolean stepped;

  gboolean started;
  gint64 last_usec;
  double part_of_day; /* time gone by that has not made a whole day yet */

  AtlasTimeSpan span; /* what is played */
  AtlasDay date;      /* where it left the date; another one was set by somebody else */
  gint64 rest;        /* microseconds that it still stays */
  GPtrArray *waiting; /* events of this day that have not been shown yet, the last one next */
};

G_DEFINE_FINAL_TYPE (AtlasPlayback, atlas_playback, G_TYPE_OBJECT)

static gboolean
find_chapter (AtlasPlayback *self, AtlasDay date, AtlasTimeSpan *span)
{
  AtlasDataset *dataset =
    self->index != NULL ? atlas_history_index_get_dataset (self->index) : NULL;
  int number = dataset != NULL ? atlas_dataset_get_chapter_on (dataset, date) : -1;
  guint n;

  if (number < 0)
    return FALSE;
  *span = atlas_dataset_get_chapters (dataset, &n)[number].when;
  return TRUE;
}

static void
choose_span (AtlasPlayback *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasTimeSpan span = range;

  switch (atlas_view_state_get_loop (self->state))
    {
    case ATLAS_LOOP_WINDOW:
      span = atlas_view_state_get_window (self->state);
      break;
    case ATLAS_LOOP_CHAPTER:
      find_chapter (self, date, &span);
      break;
    case ATLAS_LOOP_NONE:
    default:
      break;
    }
  self->span = atlas_time_span_intersection (span, range);
}

static void
forget_rest (AtlasPlayback *self)
{
  self->rest = 0;
  g_ptr_array_set_size (self->waiting, 0);
}

static void
move_to (AtlasPlayback *self, AtlasDay date)
{
  self->date = date;
  atlas_view_state_set_date (self->state, date);
}

static void
begin (AtlasPlayback *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);

  self->started = FALSE;
  self->part_of_day = 0.0;
  self->date = date;
  forget_rest (self);
  choose_span (self);
  if (atlas_view_state_get_playing (self->state) && date >= self->span.end)
    move_to (self, self->span.begin);
}

static void
loop_changed_cb (AtlasPlayback *self)
{
  choose_span (self);
}

static void
atlas_playback_dispose (GObject *object)
{
  AtlasPlayback *self = ATLAS_PLAYBACK (object);

  g_ptr_array_set_size (self->waiting, 0);
  g_clear_object (&self->index);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_playback_parent_class)->dispose (object);
}

static void
atlas_playback_finalize (GObject *object)
{
  g_ptr_array_unref (ATLAS_PLAYBACK (object)->waiting);
  G_OBJECT_CLASS (atlas_playback_parent_class)->finalize (object);
}

static void
atlas_playback_class_init (AtlasPlaybackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_playback_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_playback_finalize;
}

static void
atlas_playback_init (AtlasPlayback *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

AtlasPlayback *
atlas_playback_new (AtlasViewState *state)
{
  static const char *loops[] = {
    "notify::loop", "notify::window-length", "notify::free-begin", "notify::free-end"
  };
  AtlasPlayback *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_PLAYBACK, NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state, "notify::playing", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (loops); i++)
    g_signal_connect_object (state,
                             loops[i],
                             G_CALLBACK (loop_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  begin (self);
  return self;
}

void
atlas_playback_set_index (AtlasPlayback *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_PLAYBACK (self));
  g_return_if_fail (index == NULL || ATLAS_IS_HISTORY_INDEX (index));

  if (!g_set_object (&self->index, index))
    return;
  forget_rest (self);
  choose_span (self);
}

gboolean
atlas_playback_get_stepped (AtlasPlayback *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), FALSE);

  return self->stepped;
}

void
atlas_playback_set_stepped (AtlasPlayback *self, gboolean stepped)
{
  g_return_if_fail (ATLAS_IS_PLAYBACK (self));

  self->stepped = !!stepped;
}

AtlasTimeSpan
atlas_playback_get_span (AtlasPlayback *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), ((AtlasTimeSpan){ 0, -1 }));

  return self->span;
}

/* The events that begin on the first day within @days on which any does, the most important last.
 * (transfer container) */
static GPtrArray *
find_beginning (AtlasPlayback *self, AtlasTimeSpan days, AtlasDay *day)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) events = NULL;

  if (self->index == NULL || atlas_time_span_is_empty (days))
    return found;
  events =
    atlas_history_index_events_in (self->index, days, atlas_view_state_get_filter (self->state));
  for (guint i = 0; i < events->len; i++)
    {
      AtlasDay first = atlas_record_get_bounds (events->pdata[i]).begin;

      if (first < days.begin || (found->len > 0 && first > *day))
        continue;
      *day = first;
      g_ptr_array_insert (found, 0, events->pdata[i]);
    }
  return found;
}

static void
show_next_waiting (AtlasPlayback *self)
{
  g_autoptr (AtlasRecord) event = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);

  self->rest = ATLAS_PLAYBACK_EVENT_SECONDS * (gint64) G_USEC_PER_SEC;
  atlas_view_state_set_selection (self->state, atlas_record_get_id (event));
}

/* Rests on what begins within @days, where the state wants that. Returns whether there is
 * something, and if so the date stands there. */
static gboolean
rest_on_events (AtlasPlayback *self, AtlasTimeSpan days)
{
  g_autoptr (GPtrArray) events = NULL;
  AtlasDay day = days.end;

  if (!atlas_view_state_get_pause_on_events (self->state))
    return FALSE;
  events = find_beginning (self, days, &day);
  if (events->len == 0)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (self->waiting, g_object_ref (events->pdata[i]));
  self->part_of_day = 0.0;
  move_to (self, day);
  show_next_waiting (self);
  return TRUE;
}

/* Takes from @elapsed what is spent on resting. */
static gint64
spend_resting (AtlasPlayback *self, gint64 elapsed)
{
  while (self->rest > 0)
    {
      if (elapsed < self->rest)
        {
          self->rest -= elapsed;
          return 0;
        }
      elapsed -= self->rest;
      self->rest = 0;
      if (self->waiting->len > 0)
        show_next_waiting (self);
    }
  return elapsed;
}

/* The day on which something begins or changes next, no later than the end of what is played. */
static AtlasDay
find_stop (AtlasPlayback *self, AtlasDay date)
{
  AtlasDay stop;

  if (self->index == NULL || !atlas_history_index_next_change (self->index, date, &stop))
    return self->span.end;
  return MIN (stop, self->span.end);
}

/* Goes on to @date, or to the first event before it. */
static void
advance_to (AtlasPlayback *self, AtlasDay date)
{
  AtlasDay from = atlas_view_state_get_date (self->state);

  if (!rest_on_events (self, (AtlasTimeSpan){ from + 1, date }))
    move_to (self, date);
}

static void
rest_a_step (AtlasPlayback *self)
{
  self->rest = MAX (self->rest, ATLAS_PLAYBACK_STEP_SECONDS * (gint64) G_USEC_PER_SEC);
}

/* At the end of what is played it begins again, or is over. */
static void
finish_or_repeat (AtlasPlayback *self)
{
  AtlasTimeSpan span = self->span;

  if (atlas_view_state_get_date (self->state) < span.end || self->rest > 0)
    return;
  if (atlas_view_state_get_loop (self->state) == ATLAS_LOOP_NONE || span.begin == span.end)
    {
      atlas_view_state_set_playing (self->state, FALSE);
      return;
    }
  self->part_of_day = 0.0;
  if (!rest_on_events (self, (AtlasTimeSpan){ span.begin, span.begin }))
    move_to (self, span.begin);
  if (self->stepped)
    rest_a_step (self);
}

/* One change further. It stays there for a second, unless there is an event to rest on. */
static void
step (AtlasPlayback *self)
{
  advance_to (self, find_stop (self, atlas_view_state_get_date (self->state)));
  rest_a_step (self);
}

static void
flow (AtlasPlayback *self, gint64 elapsed)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  gboolean skipping = atlas_view_state_get_skip_quiet (self->state) && self->index != NULL;
  AtlasDay stop = skipping ? find_stop (self, date) : self->span.end;
  double speed = atlas_view_state_get_days_per_second (self->state);
  double days, whole;
  gint64 target;

  if (skipping && (gint64) stop - date > ATLAS_PLAYBACK_QUIET_DAYS)
    speed = MAX (speed * ATLAS_PLAYBACK_QUIET_FACTOR, ATLAS_PLAYBACK_QUIET_SPEED);
  days = self->part_of_day + (double) elapsed / G_USEC_PER_SEC * speed;
  whole = floor (days);
  self->part_of_day = days - whole;
  if (whole < 1.0)
    return;
  target = date + (gint64) whole;
  if (target >= stop)
    self->part_of_day = 0.0;
  advance_to (self, (AtlasDay) MIN (target, (gint64) stop));
}

/* Someone else may have moved the date: what it rested on is no longer in sight. */
static void
follow_others (AtlasPlayback *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);

  if (date == self->date)
    return;
  self->date = date;
  self->part_of_day = 0.0;
  forget_rest (self);
  if (!atlas_time_span_contains (self->span, date))
    choose_span (self);
}

gboolean
atlas_playback_tick (AtlasPlayback *self, gint64 usec)
{
  gint64 elapsed;

  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), FALSE);

  if (!atlas_view_state_get_playing (self->state))
    return FALSE;
  follow_others (self);
  if (!self->started && self->stepped)
    self->rest = ATLAS_PLAYBACK_STEP_SECONDS * (gint64) G_USEC_PER_SEC;
  elapsed = self->started ? CLAMP (usec - self->last_usec, 0, LONGEST_FRAME) : 0;
  self->started = TRUE;
  self->last_usec = usec;

  elapsed = spend_resting (self, elapsed);
  if (self->rest > 0)
    return TRUE;
  finish_or_repeat (self);
  if (!atlas_view_state_get_playing (self->state))
    return FALSE;
  if (self->rest > 0)
    return TRUE;
  if (self->stepped)
    step (self);
  else
    flow (self, elapsed);
  /* The last day of a loop is seen for one frame at least. */
  if (!self->stepped && atlas_view_state_get_loop (self->state) == ATLAS_LOOP_NONE)
    finish_or_repeat (self);
  return atlas_view_state_get_playing (self->state);
}
