/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-clock.h"
#include "atlas-tile-freshness.h"

G_BEGIN_DECLS

/* Redirections are followed so often. */
#define ATLAS_TILE_REQUEST_MOST_HOPS 5
/* An answer that is not complete after so many milliseconds is given up. */
#define ATLAS_TILE_REQUEST_DEADLINE 20000

typedef enum
{
  ATLAS_TILE_ANSWER_IMAGE,       /* there are bytes, and they are said to be an image */
  ATLAS_TILE_ANSWER_UNCHANGED,   /* what we have holds */
  ATLAS_TILE_ANSWER_ABSENT,      /* there is no such tile: 404 and the like */
  ATLAS_TILE_ANSWER_WAIT,        /* we are to ask later: 429, 503 */
  ATLAS_TILE_ANSWER_REFUSED,     /* we may not have it: 401, 403 and the like */
  ATLAS_TILE_ANSWER_BROKEN,      /* an answer that is no tile */
  ATLAS_TILE_ANSWER_LATE,        /* none, or not the whole of it, in time */
  ATLAS_TILE_ANSWER_UNREACHABLE, /* no server */
} AtlasTileAnswerKind;

/**
 * AtlasTileAnswer:
 * @kind: what came of it
 * @body: (nullable): of an image
 * @etag: (nullable): of an image
 * @modified: (nullable): of an image
 * @freshness: of an image or of one that is unchanged
 * @retry: when to ask again, milliseconds from now; 0 where the server did not say
 * @reason: (nullable): why it is broken, for the log; tells nothing of the address
 */
typedef struct
{
  AtlasTileAnswerKind kind;
  GBytes *body;
  char *etag;
  char *modified;
  AtlasTileFreshness freshness;
  gint64 retry;
  char *reason;
} AtlasTileAnswer;

void atlas_tile_answer_free (AtlasTileAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileAnswer, atlas_tile_answer_free)

/* Asks for one tile. With @etag or @modified (nullable) it is asked for only if it has changed. */
void atlas_tile_request_send_async (SoupSession *session,
                                    AtlasTileClock *clock,
                                    const char *address,
                                    const char *etag,
                                    const char *modified,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* The only error is that it was cancelled; everything else is an answer. (transfer full) */
AtlasTileAnswer *atlas_tile_request_send_finish (GAsyncResult *result, GError **error);

G_END_DECLS
