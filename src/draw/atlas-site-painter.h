/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-site-layout.h"
#include "atlas-sprite-cache.h"

G_BEGIN_DECLS

/* Draws the symbols of places and the markers of events. */
void atlas_site_painter_draw (const AtlasSiteLayout *layout,
                              AtlasMapStyle style,
                              AtlasSpriteCache *sprites,
                              cairo_t *cr);

G_END_DECLS
