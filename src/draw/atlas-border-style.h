/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-palette.h"

G_BEGIN_DECLS

/* How a stretch of boundary is drawn: as sharp as what it rests on. */
typedef enum
{
  ATLAS_BORDER_NONE,        /* the edge of the drawing, a coast */
  ATLAS_BORDER_FIXED,       /* by treaty, survey, or a feature of the ground */
  ATLAS_BORDER_APPROXIMATE, /* dashed */
  ATLAS_BORDER_BAND,        /* unknown within a band */
  ATLAS_BORDER_CLAIM,
  ATLAS_BORDER_PROPOSED,
  ATLAS_BORDER_FRONT,
} AtlasBorderStyle;

/* What @phase (nullable) looks like. */
AtlasBorderStyle atlas_border_style_of (const AtlasBoundaryPhase *phase);

/* Whether lines of this style are drawn as a smooth curve. */
static inline gboolean
atlas_border_style_is_smooth (AtlasBorderStyle self)
{
  return self == ATLAS_BORDER_APPROXIMATE || self == ATLAS_BORDER_BAND ||
         self == ATLAS_BORDER_CLAIM;
}

/* Strokes the current path of @cr with the casing or the line of a style and clears it. @start is
 * the length at which the path begins, @color the line's colour. */
void atlas_border_stroke_casing (cairo_t *cr, AtlasBorderStyle style, const AtlasPalette *palette);
void atlas_border_stroke_line (cairo_t *cr, AtlasBorderStyle style, AtlasColor color, double start);

/* Strokes the path with a soft band of doubt @width pixels wide and clears it. */
void atlas_border_stroke_band (cairo_t *cr, const AtlasPalette *palette, double width);

G_END_DECLS
