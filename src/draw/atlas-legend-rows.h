/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-picture-spec.h"
#include "atlas-swatch-sample.h"

G_BEGIN_DECLS

/**
 * AtlasLegendRow:
 * @sample: what is explained
 * @words: what it means, to be translated
 * @border: whether it is about borders and land, and not about events
 */
typedef struct
{
  AtlasSwatchSample sample;
  const char *words;
  gboolean border;
} AtlasLegendRow;

/* All rows that a legend can have, in order. */
const AtlasLegendRow *atlas_legend_rows_get (guint *n_rows);

/* The samples that a map of @spec shows and a legend should explain, as bits (1 << sample). */
guint atlas_legend_rows_find (AtlasHistoryIndex *index, const AtlasPictureSpec *spec);

G_END_DECLS
