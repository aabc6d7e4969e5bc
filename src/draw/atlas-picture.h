/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-basemap.h"
#include "atlas-history-index.h"
#include "atlas-mercator.h"
#include "atlas-picture-spec.h"
#include "atlas-site-layout.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PICTURE_BASE = 1 << 0,
  ATLAS_PICTURE_TERRITORIES = 1 << 1, /* tints, inner edges, borders */
  ATLAS_PICTURE_ROUTES = 1 << 2,
  ATLAS_PICTURE_SITES = 1 << 3,
  ATLAS_PICTURE_LABELS = 1 << 4,
  ATLAS_PICTURE_FURNITURE = 1 << 5, /* date plate, scale bar, legend, attribution */
  ATLAS_PICTURE_STEADY = 1 << 6, /* labels keep the side that they had in the last steady picture */
  ATLAS_PICTURE_TILES = 1 << 7, /* over the ground, under the territories */
  ATLAS_PICTURE_ALL = (1 << 6) - 1 + (1 << 7),
} AtlasPictureParts;

/**
 * atlas_picture_draw:
 * @basemap: (nullable): the ground; without it the ground is one colour
 * @index: (nullable): the history; without it only the ground is drawn
 * @spec: what is shown
 * @viewport: which piece of the world
 * @cr: a context whose unit is a logical pixel, with the origin at the picture's upper left corner
 * @parts: which layers; they add up to the whole when drawn over each other in their order
 *
 * Draws a map. May be called from any thread, from several at once; the same arguments give the
 * same picture.
 */
void atlas_picture_draw (AtlasBasemap *basemap,
                         AtlasHistoryIndex *index,
                         const AtlasPictureSpec *spec,
                         const AtlasViewport *viewport,
                         cairo_t *cr,
                         AtlasPictureParts parts);

G_END_DECLS
