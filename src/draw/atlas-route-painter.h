/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-route-layout.h"

G_BEGIN_DECLS

/* Draws the ribbons of a layout; their dates and names come with the labels. */
void atlas_route_painter_draw (const AtlasRouteLayout *layout, AtlasMapStyle style, cairo_t *cr);

G_END_DECLS
