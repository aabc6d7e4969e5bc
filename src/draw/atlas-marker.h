/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-palette.h"

G_BEGIN_DECLS

/* How well an event is known, and whether it has come yet. */
typedef enum
{
  ATLAS_FINISH_SOLID,
  ATLAS_FINISH_HOLLOW,
  ATLAS_FINISH_BADGE,
  ATLAS_FINISH_FUTURE,
  ATLAS_N_FINISHES,
} AtlasMarkerFinish;

/* The symbol of a place. */
typedef enum
{
  ATLAS_SYMBOL_NONE,
  ATLAS_SYMBOL_MINOR,
  ATLAS_SYMBOL_RING,
  ATLAS_SYMBOL_CHIEF,
  ATLAS_SYMBOL_CAPITAL,
  ATLAS_SYMBOL_FORT,
  ATLAS_SYMBOL_PASS,
} AtlasPlaceSymbol;

/* Half of what a marker takes up, in logical pixels, selected or not. */
#define ATLAS_MARKER_RADIUS 13.0
#define ATLAS_MARKER_SELECTED_RADIUS 20.0
#define ATLAS_CLUSTER_RADIUS 17.0

/* The marker of an event about (@x, @y). */
void atlas_marker_draw (cairo_t *cr,
                        double x,
                        double y,
                        AtlasMapStyle style,
                        AtlasEventKind kind,
                        AtlasMarkerFinish finish,
                        gboolean selected);

/* Only the body and glyph at a size of @size pixels square, for lists and buttons. */
void atlas_marker_draw_small (cairo_t *cr,
                              double x,
                              double y,
                              double size,
                              AtlasMapStyle style,
                              AtlasEventKind kind,
                              AtlasMarkerFinish finish);

/* Several events at one spot: @counts by group, in the order force, word, rule. */
void atlas_marker_draw_cluster (cairo_t *cr,
                                double x,
                                double y,
                                AtlasMapStyle style,
                                const guint counts[ATLAS_N_EVENT_GROUPS],
                                gboolean selected);

/* The same where @hollow of them (nullable, by group) rest on one account that others contradict:
 * their part of the ring is dashed. */
void atlas_marker_draw_cluster_of (cairo_t *cr,
                                   double x,
                                   double y,
                                   AtlasMapStyle style,
                                   const guint counts[ATLAS_N_EVENT_GROUPS],
                                   const guint *hollow,
                                   gboolean selected);

/* The symbol of a place in @color, the ground inside it in the style's paper. */
void atlas_marker_draw_place (cairo_t *cr,
                              double x,
                              double y,
                              AtlasMapStyle style,
                              AtlasPlaceSymbol symbol,
                              AtlasColor color);

/* Half of what the symbol takes up, logical pixels. */
double atlas_marker_get_place_radius (AtlasPlaceSymbol symbol);

G_END_DECLS
