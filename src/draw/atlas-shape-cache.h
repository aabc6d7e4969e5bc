/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-curve.h"
#include "atlas-mercator.h"
#include "atlas-territory.h"

G_BEGIN_DECLS

/* Immutable and counted by reference. */
typedef struct
{
  guint n;
  AtlasWorldPoint points[];
} AtlasWorldLine;

/* One stretch of a ring: a segment walked forward or backward, or (segment NULL) points of its own.
 */
typedef struct
{
  AtlasSegment *segment;
  gboolean backward;
  AtlasWorldLine *line; /* only without a segment */
} AtlasRingPiece;

typedef struct
{
  AtlasRingPiece *pieces;
  guint n_pieces;
} AtlasPieceRing;

/* A territory's rings as the stretches they are made of, so that neighbours share their edges at
 * every zoom. */
typedef struct
{
  AtlasPieceRing *rings;
  guint n_rings;
} AtlasTerritoryOutline;

/**
 * AtlasShapeCache:
 *
 * Lines projected and simplified for a zoom level. Safe for threads.
 */
typedef struct _AtlasShapeCache AtlasShapeCache;

AtlasShapeCache *atlas_shape_cache_new (void);
void atlas_shape_cache_free (AtlasShapeCache *self);

/* The line of a segment for @zoom; with @smooth a curve through what remains of it after coarse
 * simplification, because false detail claims knowledge. (transfer full) */
AtlasWorldLine *atlas_shape_cache_get_line (AtlasShapeCache *self,
                                            AtlasSegment *segment,
                                            double zoom,
                                            gboolean smooth);

void atlas_world_line_unref (AtlasWorldLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWorldLine, atlas_world_line_unref)

/* (transfer none): lasts as long as the cache. */
const AtlasTerritoryOutline *atlas_shape_cache_get_outline (AtlasShapeCache *self,
                                                            AtlasTerritory *territory);

G_END_DECLS
