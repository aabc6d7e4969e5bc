/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-text-index.h"

G_BEGIN_DECLS

/**
 * AtlasSearchRow:
 *
 * One row of the results: a picture, what was found with the match in bold, its names in the other
 * scripts or where in the text it is, and the time or place of it.
 */
#define ATLAS_TYPE_SEARCH_ROW (atlas_search_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchRow, atlas_search_row, ATLAS, SEARCH_ROW, GtkListBoxRow)

/* What the rows of one answer are made for. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasTextIndex *index;
  const char *query;
  const char *lang;
  const GdkRGBA *accent; /* the colour of a match */
} AtlasSearchRowContext;

GtkWidget *atlas_search_row_new_hit (const AtlasSearchRowContext *context, const AtlasTextHit *hit);

/* A row that leads to a day, and to a place where there is one. */
GtkWidget *atlas_search_row_new_date (const AtlasSearchRowContext *context,
                                      AtlasTimeSpan date,
                                      AtlasPlace *place);

/* (nullable) the record that the row leads to. (transfer none) */
AtlasRecord *atlas_search_row_get_record (AtlasSearchRow *self);

/* Whether it leads to a day. */
gboolean atlas_search_row_get_date (AtlasSearchRow *self, AtlasTimeSpan *date);

G_END_DECLS
