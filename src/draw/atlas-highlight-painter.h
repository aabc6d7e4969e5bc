/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-route-layout.h"
#include "atlas-site-layout.h"

G_BEGIN_DECLS

/* What the step of a tour is about, below the symbols themselves: a halo with four marks about a
 * site, a double outline along a route or a border. The form alone tells it, whatever the colours
 * are. Nothing where @spec names no step. */
void atlas_highlight_painter_draw (AtlasHistoryIndex *index,
                                   const AtlasPictureSpec *spec,
                                   const AtlasViewport *viewport,
                                   const AtlasSiteLayout *sites,
                                   const AtlasRouteLayout *routes,
                                   cairo_t *cr);

G_END_DECLS
