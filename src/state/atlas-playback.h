/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Times are quiet on a day when for more than this many days nothing begins and nothing changes. */
#define ATLAS_PLAYBACK_QUIET_DAYS 60
/* Quiet years pass this many times as fast, and no slower than this many days a second. */
#define ATLAS_PLAYBACK_QUIET_FACTOR 12.0
#define ATLAS_PLAYBACK_QUIET_SPEED 365.25
/* How long it rests on an event, where it does, and on each change when it goes by steps. */
#define ATLAS_PLAYBACK_EVENT_SECONDS 3
#define ATLAS_PLAYBACK_STEP_SECONDS 1

/**
 * AtlasPlayback:
 *
 * Moves the date of a state while the state says "playing", in the manner that the state asks for:
 * "days-per-second", "loop", "skip-quiet", "pause-on-events". It has no clock of its own: call
 * atlas_playback_tick() for each frame. The same times give the same dates.
 */
#define ATLAS_TYPE_PLAYBACK (atlas_playback_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlayback, atlas_playback, ATLAS, PLAYBACK, GObject)

AtlasPlayback *atlas_playback_new (AtlasViewState *state);

/* (nullable): without it there are no events to rest on, no quiet years and no chapters. */
void atlas_playback_set_index (AtlasPlayback *self, AtlasHistoryIndex *index);

/* Whether time goes from change to change, one a second, instead of flowing: for those who want no
 * motion on the screen. */
gboolean atlas_playback_get_stepped (AtlasPlayback *self);
void atlas_playback_set_stepped (AtlasPlayback *self, gboolean stepped);

/* The days within which it plays: those of the loop, or else of the range. A loop is chosen when
 * playing begins, and again when the date is moved out of it. */
AtlasTimeSpan atlas_playback_get_span (AtlasPlayback *self);

/* Tells the time, in microseconds of a clock that only goes forward. The first call after a start
 * only notes it. Returns whether it goes on; at the end of the range the state stops playing.
 * Starting at the end begins again at the beginning.
 *
 * Where quiet years are skipped the date stops on every day on which something begins or changes,
 * however fast it goes, and where it rests on events on every day on which one begins. */
gboolean atlas_playback_tick (AtlasPlayback *self, gint64 usec);

G_END_DECLS
