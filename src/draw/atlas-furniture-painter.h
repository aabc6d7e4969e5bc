/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-label-sheet.h"

G_BEGIN_DECLS

/* Year, day and the other calendars on a plate whose upper left corner is at (@x, @y); returns the
 * plate. */
AtlasRect atlas_furniture_draw_date (cairo_t *cr,
                                     AtlasMapStyle style,
                                     AtlasDay date,
                                     const char *lang,
                                     double x,
                                     double y);

/* A bar of three marks for the middle latitude of @viewport, its lower left corner at (@x, @y). */
AtlasRect atlas_furniture_draw_scale (cairo_t *cr,
                                      AtlasMapStyle style,
                                      const AtlasViewport *viewport,
                                      const char *lang,
                                      double x,
                                      double y);

/* The length in kilometres of half of the scale bar: 1, 2 or 5 times a power of ten. */
double atlas_furniture_get_scale_step (const AtlasViewport *viewport);

/* One line of small text along the lower edge, its lower right corner at (@x, @y). */
void atlas_furniture_draw_note (cairo_t *cr,
                                AtlasMapStyle style,
                                const char *text,
                                const char *lang,
                                double x,
                                double y);

/* Where the legend of a picture of @spec lies whose lower right corner is at (@x, @y). */
AtlasRect atlas_furniture_get_legend (AtlasHistoryIndex *index,
                                      const AtlasPictureSpec *spec,
                                      double x,
                                      double y);

/* What the lines, grounds and marks of the picture mean; returns the plate. */
AtlasRect atlas_furniture_draw_legend (cairo_t *cr,
                                       AtlasHistoryIndex *index,
                                       const AtlasPictureSpec *spec,
                                       double x,
                                       double y);

G_END_DECLS
