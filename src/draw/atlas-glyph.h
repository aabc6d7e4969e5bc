/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-event.h"

G_BEGIN_DECLS

/* Draws the sign of a kind of event with the current source into the square (0, 0)-(16, 16) of @cr,
 * so that the caller places and scales it. Changes path, line width, caps and joins. */
void atlas_glyph_draw (cairo_t *cr, AtlasEventKind kind);

G_END_DECLS
