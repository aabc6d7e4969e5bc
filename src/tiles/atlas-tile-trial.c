/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-tile-decoder.h"
#include "atlas-tile-request.h"
#include "atlas-tile-template.h"
#include "atlas-tile-trial.h"

G_DEFINE_QUARK (atlas_tile_trial_error, atlas_tile_trial_error)

static GError *
create_error (AtlasTileTrialError code, const char *words)
{
  return g_error_new_literal (ATLAS_TILE_TRIAL_ERROR, (int) code, words);
}

static GError *
describe (AtlasTileAnswerKind kind)
{
  switch (kind)
    {
    case ATLAS_TILE_ANSWER_UNREACHABLE:
      return create_error (ATLAS_TILE_TRIAL_ERROR_UNREACHABLE, _ ("No server answers there"));
    case ATLAS_TILE_ANSWER_LATE:
      return create_error (ATLAS_TILE_TRIAL_ERROR_UNREACHABLE,
                           _ ("The server did not answer in time"));
    case ATLAS_TILE_ANSWER_ABSENT:
      return create_error (ATLAS_TILE_TRIAL_ERROR_ABSENT,
                           _ ("The server has nothing for this place and zoom"));
    case ATLAS_TILE_ANSWER_WAIT:
      return create_error (ATLAS_TILE_TRIAL_ERROR_WAIT, _ ("The server asks to wait"));
    case ATLAS_TILE_ANSWER_REFUSED:
      return create_error (ATLAS_TILE_TRIAL_ERROR_REFUSED,
                           _ ("The server refuses; its address may need a key"));
    case ATLAS_TILE_ANSWER_IMAGE:
    case ATLAS_TILE_ANSWER_UNCHANGED:
    case ATLAS_TILE_ANSWER_BROKEN:
    default:
      return create_error (ATLAS_TILE_TRIAL_ERROR_BROKEN,
                           _ ("The server answers, but not with a picture"));
    }
}

static void
answered_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (AtlasTileAnswer) answer = atlas_tile_request_send_finish (result, &error);
  AtlasTilePixels *pixels = NULL;

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (answer->kind == ATLAS_TILE_ANSWER_IMAGE)
    pixels = atlas_tile_decode (answer->body, NULL);
  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) atlas_tile_pixels_unref);
  else
    g_task_return_error (task, describe (answer->kind));
}

void
atlas_tile_trial_run_async (SoupSession *session,
                            AtlasTileClock *clock,
                            const char *template,
                            AtlasTile tile,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autofree char *address = NULL;

  g_return_if_fail (SOUP_IS_SESSION (session) && ATLAS_IS_TILE_CLOCK (clock));
  g_return_if_fail (template != NULL && atlas_tile_is_valid (tile));

  address = atlas_tile_template_expand (template, tile);
  atlas_tile_request_send_async (session,
                                 clock,
                                 address,
                                 NULL,
                                 NULL,
                                 cancellable,
                                 answered_cb,
                                 g_task_new (session, cancellable, callback, user_data));
}

AtlasTilePixels *
atlas_tile_trial_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
