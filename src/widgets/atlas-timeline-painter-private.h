/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the painter share: each draws one row of the timeline. */

#include "atlas-label-placer.h"
#include "atlas-palette.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* Where the axis shows this many days or fewer, density is counted by the month, and by the day. */
#define ATLAS_TIMELINE_FIFTEEN_YEARS 5479
#define ATLAS_TIMELINE_FOUR_MONTHS 124

typedef struct
{
  GtkWidget *widget;
  cairo_t *cr;
  const AtlasTimelineView *view;
  const AtlasTimelineModel *model;
  AtlasViewState *state;
  const AtlasFilterMask *mask; /* (nullable): what is switched off */
  const AtlasPalette *palette;
  AtlasMapStyle style; /* of the interface, not of the map */
  AtlasColor text;
  const char *lang;
  GArray *names; /* (element-type AtlasRect) of the bars: marks do not run through letters */
} AtlasTimelinePainting;

/* A line of text in the widget's font, @size pixels high, in the middle of which is @y; @anchor is
 * 0 to begin at @x, 0.5 to stand about it. Returns its width: 0 where it is wider than @most and
 * was not drawn. One that begins at @x is cut short instead. */
double atlas_timeline_draw_text (const AtlasTimelinePainting *p,
                                 const char *text,
                                 double x,
                                 double y,
                                 double anchor,
                                 double size,
                                 gboolean bold,
                                 AtlasColor color,
                                 double most);

/* The name of a row, in the column to the left of the axis, about the height @y. */
void atlas_timeline_draw_name (const AtlasTimelinePainting *p, const char *name, double y);

void atlas_timeline_add_round_rectangle (cairo_t *cr,
                                         double x,
                                         double y,
                                         double width,
                                         double height,
                                         double radius);

/* Hatching for what rests on one account. */
void atlas_timeline_fill_hatched (cairo_t *cr,
                                  double x,
                                  double y,
                                  double width,
                                  double height,
                                  AtlasColor color);

AtlasColor atlas_timeline_get_color (const AtlasTimelinePainting *p, const char *family);

void atlas_timeline_draw_chapters (const AtlasTimelinePainting *p, AtlasDataset *dataset);
/* Each step of the tour as a dot on the bracket of its chapter, the one that is shown a filled one;
 * over the days of what this lets stand out a bar with a foot at either end. */
void atlas_timeline_draw_tour (const AtlasTimelinePainting *p, AtlasDataset *dataset);
void atlas_timeline_draw_density (const AtlasTimelinePainting *p);
void atlas_timeline_draw_lanes (const AtlasTimelinePainting *p);
void atlas_timeline_draw_marks (const AtlasTimelinePainting *p);
void atlas_timeline_draw_changes (const AtlasTimelinePainting *p);
void atlas_timeline_draw_axis (const AtlasTimelinePainting *p);
void atlas_timeline_draw_overview (const AtlasTimelinePainting *p);
void atlas_timeline_draw_window (const AtlasTimelinePainting *p);
void atlas_timeline_draw_cursors (const AtlasTimelinePainting *p);

G_END_DECLS
