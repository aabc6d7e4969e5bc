/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "atlas-tile-cache.h"
#include "atlas-tile-clock.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

/* So many connections to one host, as the policies of tile servers ask. */
#define ATLAS_WEB_SOURCE_CONNECTIONS 2

/**
 * AtlasWebSource:
 *
 * Tiles from a server. One that is kept on disk is shown at once; where it has gone stale the
 * server is asked whether it has changed, after the tiles that are missing altogether. A tile that
 * failed is asked for again after a growing delay; a server that cannot be reached, or asks to be
 * left alone, is left alone as a whole. Only what could be decoded is kept.
 */
#define ATLAS_TYPE_WEB_SOURCE (atlas_web_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWebSource, atlas_web_source, ATLAS, WEB_SOURCE, AtlasTileSource)

/* A session that says who asks: the program, its version and where its makers are reached. */
SoupSession *atlas_web_session_new (void);

/* @map: one that is online. @random: what delays are jittered with; (transfer full). */
AtlasTileSource *atlas_web_source_new (AtlasTileMap *map,
                                       SoupSession *session,
                                       AtlasTileCache *cache,
                                       AtlasTileClock *clock,
                                       GRand *random);

G_END_DECLS
