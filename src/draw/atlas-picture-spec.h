/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-placer.h"
#include "atlas-tile-sheet.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Cards that lie over a map: the date plate, the legend, the scale bar, buttons. */
#define ATLAS_PICTURE_MOST_CARDS 4

/**
 * AtlasPictureSpec:
 * @date: the day that the map shows
 * @window: the days whose events and routes it shows
 * @afterglow: for how many days before the window events still glow, fading
 * @style: the colours
 * @text_scale: what lettering is larger by than the design has it; 0 for no difference
 * @show: what is drawn
 * @filter: (nullable): what of the atlas is switched off
 * @lang: BCP 47 tag of the content, interned, never NULL
 * @selected: (nullable): id of a record, interned
 * @hovered: (nullable): id of a record, interned
 * @viewpoint: (nullable): id of a polity whose claims are shown too, interned
 * @changes: (nullable) (element-type AtlasChange): what changed hands since @compared, hatched in
 * pictures that are saved; to be kept for as long as the picture is drawn. On the window's map it
 * is a layer of its own
 * @compared: the day that @date is compared with, where there are @changes
 * @chapter: (nullable): id of the chapter whose tour the reader is on, interned
 * @chapter_step: the step of it; what it highlights stands out
 * @cards: what lies over the part that is seen, in logical pixels from its upper left corner;
 * labels keep clear of it
 * @n_cards: how many
 * @margin_x: logical pixels left and right of the part that is seen; drawn, but the names of
 * polities keep out of it
 * @margin_y: the same above and below
 * @tiles: (nullable): a map of tiles that lies over the ground; whoever draws holds it
 * @tiles_opacity: of that map, 0 to 1
 *
 * Everything that a picture depends on beside the atlas and the viewport. A plain value: copy it to
 * the thread that draws.
 */
typedef struct
{
  AtlasDay date;
  AtlasTimeSpan window;
  int afterglow;
  AtlasMapStyle style;
  double text_scale;
  AtlasShowFlags show;
  const AtlasFilter *filter;
  const char *lang;
  const char *selected;
  const char *hovered;
  const char *viewpoint;
  GPtrArray *changes;
  AtlasDay compared;
  const char *chapter;
  guint chapter_step;
  AtlasRect cards[ATLAS_PICTURE_MOST_CARDS];
  guint n_cards;
  double margin_x;
  double margin_y;
  const AtlasTileSheet *tiles;
  double tiles_opacity;
} AtlasPictureSpec;

/* A length of the design that belongs to lettering, in logical pixels of the picture. */
static inline double
atlas_picture_spec_letter_size (const AtlasPictureSpec *self, double size)
{
  return self->text_scale > 0.0 ? size * self->text_scale : size;
}

G_END_DECLS
