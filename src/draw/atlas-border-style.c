/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-border-style.h"

/* A line by a river or watershed that may be further off than this is only approximate. */
#define SHARP_KM 8.0
#define CASING 2.4

static const struct
{
  double width;
  int n_dashes;
  double dashes[4];
  cairo_line_cap_t cap;
} lines[] = {
  [ATLAS_BORDER_NONE] = { 0, 0, { 0 }, CAIRO_LINE_CAP_BUTT },
  [ATLAS_BORDER_FIXED] = { 1.5, 0, { 0 }, CAIRO_LINE_CAP_ROUND },
  [ATLAS_BORDER_APPROXIMATE] = { 1.5, 2, { 8, 4.5 }, CAIRO_LINE_CAP_BUTT },
  [ATLAS_BORDER_BAND] = { 2.0, 2, { 0.01, 5.19 }, CAIRO_LINE_CAP_ROUND },
  [ATLAS_BORDER_CLAIM] = { 2.0, 2, { 0.01, 5.19 }, CAIRO_LINE_CAP_ROUND },
  [ATLAS_BORDER_PROPOSED] = { 1.2, 4, { 10, 3, 2, 3 }, CAIRO_LINE_CAP_BUTT },
  [ATLAS_BORDER_FRONT] = { 2.4, 0, { 0 }, CAIRO_LINE_CAP_ROUND },
};

AtlasBorderStyle
atlas_border_style_of (const AtlasBoundaryPhase *phase)
{
  if (phase == NULL || phase->basis == ATLAS_BASIS_COAST || phase->basis == ATLAS_BASIS_FRAME)
    return ATLAS_BORDER_NONE;
  switch (phase->form)
    {
    case ATLAS_FORM_CLAIM:
      return ATLAS_BORDER_CLAIM;
    case ATLAS_FORM_PROPOSED:
      return ATLAS_BORDER_PROPOSED;
    case ATLAS_FORM_FRONT:
      return ATLAS_BORDER_FRONT;
    case ATLAS_FORM_LINE:
    default:
      break;
    }
  switch (phase->basis)
    {
    case ATLAS_BASIS_SURVEY:
    case ATLAS_BASIS_TREATY_TEXT:
      return ATLAS_BORDER_FIXED;
    case ATLAS_BASIS_RIVER:
    case ATLAS_BASIS_WATERSHED:
      return phase->width_km <= SHARP_KM ? ATLAS_BORDER_FIXED : ATLAS_BORDER_APPROXIMATE;
    case ATLAS_BASIS_RECONSTRUCTION:
      return ATLAS_BORDER_BAND;
    case ATLAS_BASIS_CONTROL:
    case ATLAS_BASIS_COAST:
    case ATLAS_BASIS_FRAME:
    default:
      return ATLAS_BORDER_APPROXIMATE;
    }
}

/* The band's edge is soft: strokes that each take a part, because a blur has no place in a vector
 * file. A wide band is paler, so that doubt does not weigh more than what is known. */
void
atlas_border_stroke_band (cairo_t *cr, const AtlasPalette *palette, double width)
{
  double weight = CLAMP (sqrt (16 / MAX (width, 1)), 0.4, 1);
  double part = 1 - pow (1 - 0.2 * weight, 1 / 4.0);

  atlas_color_set_source (atlas_color_with_alpha (palette->border, part), cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < 4; i++)
    {
      cairo_set_line_width (cr, width - 5 + 4 * i);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

void
atlas_border_stroke_casing (cairo_t *cr, AtlasBorderStyle style, const AtlasPalette *palette)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, lines[style].width + CASING);
  atlas_color_set_source (palette->casing, cr);
  cairo_stroke (cr);
}

void
atlas_border_stroke_line (cairo_t *cr, AtlasBorderStyle style, AtlasColor color, double start)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, lines[style].cap);
  cairo_set_line_width (cr, lines[style].width);
  cairo_set_dash (cr, lines[style].dashes, lines[style].n_dashes, start);
  atlas_color_set_source (color, cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}
