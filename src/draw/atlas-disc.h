/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-canvas.h"
#include "atlas-palette.h"

G_BEGIN_DECLS

/**
 * AtlasDisc:
 *
 * A filled disc of one colour, drawn once and put down many times. Cairo takes some 400 ns to set
 * up the painting of so small a picture, pixman 150; a screen of a million events has forty
 * thousand of them, and putting one down here takes 40.
 */
typedef struct _AtlasDisc AtlasDisc;

/* @radius in pixels of the canvas, at most 32. */
AtlasDisc *atlas_disc_new (double radius, const AtlasColor *color);
void atlas_disc_free (AtlasDisc *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDisc, atlas_disc_free)

/* How far it reaches from the pixel in whose middle it is put. */
int atlas_disc_get_reach (const AtlasDisc *self);

/* Puts it down about the pixel @x, @y of @canvas; whatever lies outside of @part is cut off, and
 * @part lies inside of the canvas. */
void atlas_disc_put (const AtlasDisc *self,
                     const AtlasCanvas *canvas,
                     const cairo_rectangle_int_t *part,
                     int x,
                     int y);

G_END_DECLS
