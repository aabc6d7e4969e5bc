/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasPlayback:
 *
 * Moves the date of a state while the state says "playing". It has no clock of its own: call
 * atlas_playback_tick() for each frame.
 */
#define ATLAS_TYPE_PLAYBACK (atlas_playback_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlayback, atlas_playback, ATLAS, PLAYBACK, GObject)

AtlasPlayback *atlas_playback_new (AtlasViewState *state);

/* Tells the time, in microseconds of a clock that only goes forward. The first call after a start
 * only notes it. Returns whether it goes on; at the end of the range the state stops playing.
 * Starting at the end begins again at the beginning. */
gboolean atlas_playback_tick (AtlasPlayback *self, gint64 usec);

G_END_DECLS
