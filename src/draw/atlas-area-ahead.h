/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-area-sprite.h"
#include "atlas-overlay-index.h"

G_BEGIN_DECLS

/**
 * AtlasAreaAhead:
 *
 * Sprites that a thread makes before they are asked for.
 */
typedef struct _AtlasAreaAhead AtlasAreaAhead;

/* Begins at once with @order (element-type guint), numbers of areas of @index, and ends when their
 * sprites take @most_bytes. (transfer full) */
AtlasAreaAhead *atlas_area_ahead_new (AtlasOverlayIndex *index,
                                      const AtlasAreaStyle *style,
                                      const AtlasPiece *region,
                                      GArray *order,
                                      gsize most_bytes);

/* No more is wanted of it; what it is about to finish goes to nobody. */
void atlas_area_ahead_drop (AtlasAreaAhead *self);

const AtlasPiece *atlas_area_ahead_get_region (const AtlasAreaAhead *self);

/* A sprite that is ready, and of which area; NULL when there is none at the moment. (transfer full)
 * (nullable) */
AtlasAreaSprite *atlas_area_ahead_take (AtlasAreaAhead *self, guint *area);

G_END_DECLS
