/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "atlas-palette.h"

G_BEGIN_DECLS

/* What a piece of text is on the map; decides face, weight and slant. */
typedef enum
{
  ATLAS_ROLE_POLITY,  /* serif, upright, semibold */
  ATLAS_ROLE_AREA,    /* serif italic: ranges, areas, deserts */
  ATLAS_ROLE_WATER,   /* serif italic */
  ATLAS_ROLE_NUMERAL, /* serif upright, the year on the plate */
  ATLAS_ROLE_PLACE,
  ATLAS_ROLE_PLACE_BOLD,
  ATLAS_ROLE_EVENT, /* bold */
  ATLAS_ROLE_DATE,
  ATLAS_ROLE_COUNT, /* bold figures */
} AtlasLetterRole;

/**
 * AtlasLetterStyle:
 * @role: what the text is
 * @size: logical pixels
 * @spacing: logical pixels between letters
 * @lang: (nullable): BCP 47 tag, for the right shapes of characters
 * @color: of the letters
 * @halo: round them, drawn below; not drawn where @halo_width is 0
 * @halo_width: logical pixels, both sides together
 */
typedef struct
{
  AtlasLetterRole role;
  double size;
  double spacing;
  const char *lang;
  AtlasColor color;
  AtlasColor halo;
  double halo_width;
} AtlasLetterStyle;

/* Whether a text in this language is set upright, character by character. */
gboolean atlas_lettering_is_cjk (const char *lang);

/* One line of @text, laid out with the thread's own font map. (transfer full) */
PangoLayout *atlas_lettering_create_layout (const AtlasLetterStyle *style, const char *text);

/* Draws @text with its centre at (@x, @y), without a cache. */
void atlas_lettering_draw_centred (cairo_t *cr,
                                   const AtlasLetterStyle *style,
                                   const char *text,
                                   double x,
                                   double y);

/* Draws with the upper left corner of the line at (@x, @y). */
void atlas_lettering_draw (cairo_t *cr,
                           const AtlasLetterStyle *style,
                           const char *text,
                           double x,
                           double y);

/* Logical size of the line. */
void atlas_lettering_measure (const AtlasLetterStyle *style,
                              const char *text,
                              double *width,
                              double *height);

G_END_DECLS
