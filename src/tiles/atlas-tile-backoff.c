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
