/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-basemap.h"
#include "atlas-curve.h"
#include "atlas-draw-cache.h"
#include "atlas-picture-spec.h"

G_BEGIN_DECLS

/**
 * AtlasLabelSheet:
 *
 * The labels of one picture while they are placed, each on room that is its own, and then drawn in
 * the order in which they came.
 */
typedef struct
{
  const AtlasPictureSpec *spec;
  const AtlasViewport *viewport;
  const AtlasPalette *palette;
  AtlasLabelPlacer *placer;
  AtlasSpriteCache *sprites; /* (transfer none): locked by the caller */
  GArray *items;
} AtlasLabelSheet;

void atlas_label_sheet_init (AtlasLabelSheet *self,
                             const AtlasPictureSpec *spec,
                             const AtlasViewport *viewport,
                             AtlasSpriteCache *sprites);
void atlas_label_sheet_clear (AtlasLabelSheet *self);

void atlas_label_sheet_measure (AtlasLabelSheet *self,
                                const AtlasLetterStyle *style,
                                const char *text,
                                double *width,
                                double *height);

/* A line of text with its upper left corner at (@x, @y). */
void atlas_label_sheet_add_text (AtlasLabelSheet *self,
                                 const AtlasLetterStyle *style,
                                 const char *text,
                                 double x,
                                 double y);

/* The date of a leg on a rounded plate; with a warning sign before it where it is @flagged. */
void atlas_label_sheet_add_pill (AtlasLabelSheet *self,
                                 AtlasRect rect,
                                 AtlasColor color,
                                 AtlasColor ink,
                                 const char *text,
                                 gboolean flagged);

/* Who leads a force, beside a badge in the colour of the side. */
void atlas_label_sheet_add_counter (AtlasLabelSheet *self,
                                    AtlasRect rect,
                                    AtlasColor color,
                                    const char *text);

/* Text whose middle is at @middle pixels along a curve of the screen. @key names curve and style
 * for the cache. */
void atlas_label_sheet_add_curve (AtlasLabelSheet *self,
                                  const AtlasLetterStyle *style,
                                  const char *text,
                                  const AtlasWorldPoint *points,
                                  guint n,
                                  double middle,
                                  const char *key);

void atlas_label_sheet_draw (AtlasLabelSheet *self, cairo_t *cr);

/* What a date or a name on a plate needs. */
AtlasLetterStyle atlas_label_sheet_pill_style (const AtlasLabelSheet *self, AtlasColor ink);
AtlasLetterStyle atlas_label_sheet_counter_style (const AtlasLabelSheet *self);

#define ATLAS_PILL_HEIGHT 17.0
/* What a warning sign needs more of a pill's width. */
#define ATLAS_PILL_FLAG 13.0
#define ATLAS_COUNTER_HEIGHT 22.0
#define ATLAS_COUNTER_BADGE 17.0

G_END_DECLS
