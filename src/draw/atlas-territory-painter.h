/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-territory-scene.h"

G_BEGIN_DECLS

/* Draws tints, hatches and inner edges, then the borders, as far as spec->show asks for them. */
void atlas_territory_painter_draw (AtlasHistoryIndex *index,
                                   const AtlasPictureSpec *spec,
                                   const AtlasViewport *viewport,
                                   cairo_t *cr);

/* Fills the current clip with the lines or dots of a kind of ground, for the legend. */
void atlas_territory_painter_fill_pattern (cairo_t *cr,
                                           AtlasGround ground,
                                           AtlasColor color,
                                           double width,
                                           double height);

G_END_DECLS
