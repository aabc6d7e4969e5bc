/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "atlas-basemap.h"
#include "atlas-mercator.h"
#include "atlas-palette.h"

G_BEGIN_DECLS

/**
 * atlas_base_relief_render:
 * @basemap: the base map
 * @viewport: what is seen
 * @palette: the five stops of the ground, shadow and light
 * @strength: 0 for no hill shade to 1
 * @cancellable: (nullable): may stop the work
 *
 * Tint and hill shade of the land, as if there were no water, at device resolution.
 *
 * Returns: (transfer full) (nullable): an image surface with the device scale of @viewport, or
 * %NULL when cancelled
 */
cairo_surface_t *atlas_base_relief_render (const AtlasBasemap *basemap,
                                           const AtlasViewport *viewport,
                                           const AtlasPalette *palette,
                                           double strength,
                                           GCancellable *cancellable);

G_END_DECLS
