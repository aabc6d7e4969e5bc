/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-clock.h"
#include "atlas-tile-pixels.h"
#include "atlas-tile.h"

G_BEGIN_DECLS

#define ATLAS_TILE_TRIAL_ERROR (atlas_tile_trial_error_quark ())
GQuark atlas_tile_trial_error_quark (void);

typedef enum
{
  ATLAS_TILE_TRIAL_ERROR_UNREACHABLE,
  ATLAS_TILE_TRIAL_ERROR_ABSENT,
  ATLAS_TILE_TRIAL_ERROR_WAIT,
  ATLAS_TILE_TRIAL_ERROR_REFUSED,
  ATLAS_TILE_TRIAL_ERROR_BROKEN,
} AtlasTileTrialError;

/* Asks for one tile of a server that is being described, once, and keeps nothing. Errors are words
 * for people that do not repeat the address. */
void atlas_tile_trial_run_async (SoupSession *session,
                                 AtlasTileClock *clock,
                                 const char *template,
                                 AtlasTile tile,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* (transfer full) */
AtlasTilePixels *atlas_tile_trial_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
