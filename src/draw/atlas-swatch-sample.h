/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-view-state.h"

G_BEGIN_DECLS

/* What a swatch shows: a line, a ground or a mark of the map. */
typedef enum
{
  ATLAS_SWATCH_LINE_TREATY,
  ATLAS_SWATCH_LINE_APPROXIMATE,
  ATLAS_SWATCH_LINE_BAND,
  ATLAS_SWATCH_LINE_CLAIM,
  ATLAS_SWATCH_LINE_PROPOSED,
  ATLAS_SWATCH_LINE_FRONT,
  ATLAS_SWATCH_OCCUPIED,
  ATLAS_SWATCH_CHANGED,
  ATLAS_SWATCH_FORCE,
  ATLAS_SWATCH_WORD,
  ATLAS_SWATCH_RULE,
  ATLAS_SWATCH_ONE_ACCOUNT,
  ATLAS_SWATCH_DIFFER,
  ATLAS_SWATCH_CLUSTER,
  ATLAS_SWATCH_ROUTE,
} AtlasSwatchSample;

/* Whether the sample is a mark, which is as wide as it is high; lines and grounds are oblong. */
gboolean atlas_swatch_sample_is_mark (AtlasSwatchSample sample);

/* Draws the sample in the middle of a box whose upper left corner is the origin. */
void atlas_swatch_sample_draw (cairo_t *cr,
                               AtlasMapStyle style,
                               AtlasSwatchSample sample,
                               double width,
                               double height);

G_END_DECLS
