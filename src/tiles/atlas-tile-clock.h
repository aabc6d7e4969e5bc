/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasTileClock:
 *
 * The time, and alarms at a time. One clock goes by itself; the other stands until somebody moves
 * it on, so that a test sees an hour pass without waiting for it.
 */
#define ATLAS_TYPE_TILE_CLOCK (atlas_tile_clock_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileClock, atlas_tile_clock, ATLAS, TILE_CLOCK, GObject)

AtlasTileClock *atlas_tile_clock_new (void);

/* A clock that stands at @now, milliseconds since 1970. */
AtlasTileClock *atlas_tile_clock_new_standing (gint64 now);

/* Milliseconds since 1970. */
gint64 atlas_tile_clock_get_time (AtlasTileClock *self);

/* Calls @func once, @delay milliseconds from now. */
guint atlas_tile_clock_add (AtlasTileClock *self,
                            gint64 delay,
                            GSourceOnceFunc func,
                            gpointer user_data);
void atlas_tile_clock_remove (AtlasTileClock *self, guint alarm);

/* Moves a standing clock on; what falls due is called, in the order of time. */
void atlas_tile_clock_advance (AtlasTileClock *self, gint64 milliseconds);

G_END_DECLS
