/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "atlas-basemap.h"
#include "atlas-mercator.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Paints the whole ground of @viewport in logical pixels from its upper left corner: relief as an
 * image, waters and lines as vectors. Of @show, ATLAS_SHOW_RELIEF and ATLAS_SHOW_MODERN_BORDERS
 * count. May be called from any thread. */
void atlas_base_painter_draw (AtlasBasemap *basemap,
                              cairo_t *cr,
                              const AtlasViewport *viewport,
                              AtlasMapStyle style,
                              AtlasShowFlags show);

/* The same, but leaves off and returns FALSE soon after @cancellable (nullable) is cancelled. */
gboolean atlas_base_painter_draw_cancellable (AtlasBasemap *basemap,
                                              cairo_t *cr,
                                              const AtlasViewport *viewport,
                                              AtlasMapStyle style,
                                              AtlasShowFlags show,
                                              GCancellable *cancellable);

G_END_DECLS
