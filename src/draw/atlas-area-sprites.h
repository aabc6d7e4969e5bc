/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-area-sprite.h"
#include "atlas-live-set.h"
#include "atlas-overlay-index.h"

G_BEGIN_DECLS

/**
 * AtlasAreaSprites:
 *
 * The sprites of an overlay's areas. Those that are asked for are made at once, on all processors;
 * a thread makes the others near by ahead, beginning with those that time is moving to.
 */
typedef struct _AtlasAreaSprites AtlasAreaSprites;

AtlasAreaSprites *atlas_area_sprites_new (AtlasOverlayIndex *index, const AtlasAreaStyle *style);
void atlas_area_sprites_free (AtlasAreaSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasAreaSprites, atlas_area_sprites_free)

/* Lines are so many pixels wide from now on. */
void atlas_area_sprites_set_line_width (AtlasAreaSprites *self, double line_width);

/* Lays the areas in @live over what @cr draws on, in their order; @piece is what its pixels are. */
void atlas_area_sprites_put (AtlasAreaSprites *self,
                             const AtlasLiveSet *live,
                             const AtlasPiece *piece,
                             cairo_t *cr);

/* Has a thread make what @piece will want at other times than @window, later ones first where
 * @direction is positive. */
void atlas_area_sprites_work_ahead (AtlasAreaSprites *self,
                                    const AtlasPiece *piece,
                                    AtlasTimeSpan window,
                                    int direction);

G_END_DECLS
