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
  gboolean started;
  gint64 last_usec;
  double part_of_day; /* time gone by that has not made a whole day yet */
};

G_DEFINE_FINAL_TYPE (AtlasPlayback, atlas_playback, G_TYPE_OBJECT)

static void
playing_changed_cb (AtlasPlayback *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);

  self->started = FALSE;
  self->part_of_day = 0.0;
  if (atlas_view_state_get_playing (self->state) &&
      atlas_view_state_get_date (self->state) >= range.end)
    atlas_view_state_set_date (self->state, range.begin);
}

static void
atlas_playback_dispose (GObject *object)
{
  AtlasPlayback *self = ATLAS_PLAYBACK (object);

  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_playback_parent_class)->dispose (object);
}

static void
atlas_playback_class_init (AtlasPlaybackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_playback_dispose;
}

static void
atlas_playback_init (AtlasPlayback *self)
{
}

AtlasPlayback *
atlas_playback_new (AtlasViewState *state)
{
  AtlasPlayback *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_PLAYBACK, NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state,
                           "notify::playing",
                           G_CALLBACK (playing_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
atlas_playback_tick (AtlasPlayback *self, gint64 usec)
{
  AtlasTimeSpan range;
  gint64 elapsed, date;
  double days, whole;

  g_return_val_if_fail (ATLAS_IS_PLAYBACK (self), FALSE);

  if (!atlas_view_state_get_playing (self->state))
    return FALSE;
  elapsed = self->started ? CLAMP (usec - self->last_usec, 0, LONGEST_FRAME) : 0;
  self->started = TRUE;
  self->last_usec = usec;

  days = self->part_of_day +
         (double) elapsed / G_USEC_PER_SEC * atlas_view_state_get_days_per_second (self->state);
  whole = floor (days);
  self->part_of_day = days - whole;
  if (whole < 1.0)
    return TRUE;

  range = atlas_view_state_get_range (self->state);
  date = atlas_view_state_get_date (self->state) + (gint64) whole;
  atlas_view_state_set_date (self->state, (AtlasDay) MIN (date, (gint64) range.end));
  if (date >= range.end)
    atlas_view_state_set_playing (self->state, FALSE);
  return atlas_view_state_get_playing (self->state);
}
