/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-backoff.h"

gint64
atlas_tile_backoff_get_delay (guint failures, GRand *random)
{
  gint64 delay = ATLAS_TILE_BACKOFF_FIRST;

  g_return_val_if_fail (random != NULL, delay);

  for (guint i = 1; i < failures && delay < ATLAS_TILE_BACKOFF_MOST; i++)
    delay *= 2;
  delay = MIN (delay, ATLAS_TILE_BACKOFF_MOST);
  return (gint64) ((double) delay * g_rand_double_range (random, 0.5, 1.0));
}

void
atlas_tile_patience_rest (AtlasTilePatience *self, gint64 now, gint64 delay, GRand *random)
{
  g_return_if_fail (self != NULL && delay >= 0);

  self->rests++;
  self->rest_until = now + (delay > 0 ? delay : atlas_tile_backoff_get_delay (self->rests, random));
}

gboolean
atlas_tile_patience_note_bad (AtlasTilePatience *self, gint64 now, GRand *random)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->bad_in_row++;
  if (self->bad_in_row >= ATLAS_TILE_PATIENCE_REST)
    atlas_tile_patience_rest (self, now, 0, random);
  return self->bad_in_row >= ATLAS_TILE_PATIENCE_TROUBLE;
}
