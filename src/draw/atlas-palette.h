/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-event.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Red, green, blue and opacity, each 0 to 1, not premultiplied. */
typedef struct
{
  double r;
  double g;
  double b;
  double a;
} AtlasColor;

/* What a polity is drawn with: its borders' inner edge, its ground, its name. */
typedef struct
{
  AtlasColor edge;
  AtlasColor fill;
  AtlasColor label;
} AtlasPolityColors;

/* The colours of one style of map that belong to no polity and no kind of event. */
typedef struct
{
  AtlasColor ground[5]; /* lowland to high */
  AtlasColor relief_shadow;
  AtlasColor relief_light;
  AtlasColor water;
  AtlasColor shore;
  AtlasColor river;
  AtlasColor water_text;
  AtlasColor relief_text;
  AtlasColor ink;
  AtlasColor halo;
  AtlasColor border;
  AtlasColor casing;
  AtlasColor paper;     /* body of hollow markers, pills and counters */
  AtlasColor on_marker; /* glyph on a solid body */
  AtlasColor rim;       /* round a solid body */
  AtlasColor badge;
  AtlasColor on_badge;
  AtlasColor plate;
  AtlasColor text;
  AtlasColor dim_text;
  AtlasColor accent;
  AtlasColor veil;   /* over maps that others have drawn */
  double tint;       /* opacity of a polity's ground */
  double inner_edge; /* factor on the inner edge's opacities */
} AtlasPalette;

/* (transfer none): lasts as long as the program. */
const AtlasPalette *atlas_palette_get (AtlasMapStyle style);

/* The colours of a family of polities, "qing", "russia", ...; those of "other" where it is not
 * known. */
const AtlasPolityColors *atlas_palette_get_polity (AtlasMapStyle style, const char *family);

/* The names of all families, ended by NULL. */
const char *const *atlas_palette_get_families (void);

AtlasColor atlas_palette_get_group (AtlasMapStyle style, AtlasEventGroup group);

static inline AtlasColor
atlas_color_with_alpha (AtlasColor self, double alpha)
{
  return (AtlasColor){ self.r, self.g, self.b, alpha };
}

/* @self with its opacity taken times @factor. */
static inline AtlasColor
atlas_color_faded (AtlasColor self, double factor)
{
  return (AtlasColor){ self.r, self.g, self.b, self.a * factor };
}

/* @top painted over the opaque @ground. */
AtlasColor atlas_color_over (AtlasColor top, AtlasColor ground);

/* Contrast of two opaque colours, 1 to 21, after WCAG 2.1. */
double atlas_color_contrast (AtlasColor a, AtlasColor b);

static inline void
atlas_color_set_source (AtlasColor self, cairo_t *cr)
{
  cairo_set_source_rgba (cr, self.r, self.g, self.b, self.a);
}

G_END_DECLS
