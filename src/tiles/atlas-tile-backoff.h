/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long to wait after the @failures-th failure in a row, milliseconds: two seconds, then four,
 * and so on up to ten minutes, each shortened at random by up to a half, so that those who failed
 * together do not come back together. */
gint64 atlas_tile_backoff_get_delay (guint failures, GRand *random);

#define ATLAS_TILE_BACKOFF_FIRST 2000
#define ATLAS_TILE_BACKOFF_MOST 600000

/**
 * AtlasTilePatience:
 * @rest_until: until then a server is left alone, milliseconds since 1970
 * @rests: how often in a row it was left alone
 * @bad_in_row: bad answers since the last good one
 *
 * What a server has done to deserve a rest. A plain value that begins with noughts.
 */
typedef struct
{
  gint64 rest_until;
  guint rests;
  guint bad_in_row;
} AtlasTilePatience;

/* Bad answers in a row after which something is the matter with the server, and after which it is
 * left alone for a while. */
#define ATLAS_TILE_PATIENCE_TROUBLE 3
#define ATLAS_TILE_PATIENCE_REST 6

/* The server is left alone for @delay milliseconds, or, where that is 0, for longer than the last
 * time. */
void atlas_tile_patience_rest (AtlasTilePatience *self, gint64 now, gint64 delay, GRand *random);

/* One tile went wrong, which need not mean anything for the others. TRUE where there were so many
 * that it does. */
gboolean atlas_tile_patience_note_bad (AtlasTilePatience *self, gint64 now, GRand *random);

G_END_DECLS
