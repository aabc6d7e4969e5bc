/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-curve.h"
#include "atlas-lettering.h"

G_BEGIN_DECLS

/* Draws @text along the curve with its middle at @middle along it. Latin letters follow the curve;
 * Chinese characters stand upright, water leaning left and ranges with a raised shoulder, as maps
 * in that language do. */
void atlas_curved_text_draw (cairo_t *cr,
                             const AtlasLetterStyle *style,
                             const char *text,
                             const AtlasWorldPoint *points,
                             guint n,
                             double middle);

G_END_DECLS
