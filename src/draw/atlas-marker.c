/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "atlas-glyph.h"
#include "atlas-lettering.h"
#include "atlas-marker.h"

/* Bodies are measured on a grid of 24 units: a circle of 24, a square of 22.6 and a diamond whose
 * side is 20.6 look equally large. */
#define BODY 24.0
#define GLYPH 13.0

static void
add_rounded_square (cairo_t *cr, double half, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, half - radius, -half + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, half - radius, half - radius, radius, 0, G_PI_2);
  cairo_arc (cr, -half + radius, half - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, -half + radius, -half + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_body (cairo_t *cr, AtlasEventGroup group, double grow)
{
  switch (group)
    {
    case ATLAS_EVENT_GROUP_FORCE:
      cairo_save (cr);
      cairo_rotate (cr, G_PI_4);
      add_rounded_square (cr, 10.32 + grow, 3.36 + grow);
      cairo_restore (cr);
      break;
    case ATLAS_EVENT_GROUP_WORD:
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, 12 + grow, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case ATLAS_EVENT_GROUP_RULE:
    case ATLAS_N_EVENT_GROUPS:
    default:
      add_rounded_square (cr, 11.28 + grow, 4.32 + grow);
      break;
    }
}

static void
draw_solid_body (cairo_t *cr, const AtlasPalette *palette, AtlasColor color, AtlasEventGroup group)
{
  add_body (cr, group, 0);
  atlas_color_set_source (palette->rim, cr);
  cairo_set_line_width (cr, 3.6);
  cairo_stroke_preserve (cr);
  atlas_color_set_source (color, cr);
  cairo_fill (cr);
}

static void
draw_hollow_body (cairo_t *cr,
                  const AtlasPalette *palette,
                  AtlasColor color,
                  AtlasEventGroup group,
                  gboolean dotted)
{
  const double dashes[] = { 3.2, 2.4 };
  const double dots[] = { 0.01, 3.1 };

  add_body (cr, group, 1.2);
  atlas_color_set_source (palette->paper, cr);
  cairo_fill (cr);
  add_body (cr, group, -0.4);
  atlas_color_set_source (color, cr);
  cairo_set_line_width (cr, 1.7);
  cairo_set_line_cap (cr, dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dotted ? dots : dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_badge (cairo_t *cr, const AtlasPalette *palette)
{
  cairo_save (cr);
  cairo_translate (cr, 9.6, -9.6);
  cairo_arc (cr, 0, 0, 6, 0, 2 * G_PI);
  atlas_color_set_source (palette->badge, cr);
  cairo_fill_preserve (cr);
  atlas_color_set_source (palette->rim, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  atlas_color_set_source (palette->on_badge, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, -2.6, 1.3 * side);
      cairo_line_to (cr, 2.6, 1.3 * side);
    }
  cairo_move_to (cr, -1.7, 3.3);
  cairo_line_to (cr, 1.7, -3.3);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_body_and_glyph (cairo_t *cr,
                     AtlasMapStyle style,
                     AtlasEventKind kind,
                     AtlasMarkerFinish finish,
                     gboolean badge)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  AtlasEventGroup group = atlas_event_kind_get_group (kind);
  AtlasColor color = atlas_palette_get_group (style, group);
  gboolean hollow = finish == ATLAS_FINISH_HOLLOW || finish == ATLAS_FINISH_FUTURE;

  if (hollow)
    draw_hollow_body (cr, palette, color, group, finish == ATLAS_FINISH_FUTURE);
  else
    draw_solid_body (cr, palette, color, group);

  cairo_save (cr);
  cairo_scale (cr, GLYPH / 16, GLYPH / 16);
  cairo_translate (cr, -8, -8);
  atlas_color_set_source (hollow ? color : palette->on_marker, cr);
  atlas_glyph_draw (cr, kind);
  cairo_restore (cr);
  if (badge)
    draw_badge (cr, palette);
}

/* Rim, ring in the accent and a soft halo, in the silhouette of the body. */
static void
draw_selection (cairo_t *cr, const AtlasPalette *palette, AtlasEventGroup group, double scale)
{
  add_body (cr, group, 4.3 / scale);
  atlas_color_set_source (atlas_color_with_alpha (palette->accent, 0.22), cr);
  cairo_set_line_width (cr, 6 / scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  add_body (cr, group, 3.1 / scale);
  atlas_color_set_source (palette->accent, cr);
  cairo_set_line_width (cr, 2.6 / scale);
  cairo_stroke (cr);
}

void
atlas_marker_draw (cairo_t *cr,
                   double x,
                   double y,
                   AtlasMapStyle style,
                   AtlasEventKind kind,
                   AtlasMarkerFinish finish,
                   gboolean selected)
{
  double scale = selected ? 34 / BODY : 1;

  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_new_path (cr);
  if (finish == ATLAS_FINISH_FUTURE && !selected)
    cairo_push_group (cr);
  if (selected)
    draw_selection (cr, atlas_palette_get (style), atlas_event_kind_get_group (kind), scale);
  draw_body_and_glyph (cr, style, kind, finish, finish == ATLAS_FINISH_BADGE);
  if (finish == ATLAS_FINISH_FUTURE && !selected)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.55);
    }
  cairo_restore (cr);
}

void
atlas_marker_draw_small (cairo_t *cr,
                         double x,
                         double y,
                         double size,
                         AtlasMapStyle style,
                         AtlasEventKind kind,
                         AtlasMarkerFinish finish)
{
  g_return_if_fail (cr != NULL && size > 0);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / (BODY + 4), size / (BODY + 4));
  cairo_new_path (cr);
  draw_body_and_glyph (cr, style, kind, finish, finish == ATLAS_FINISH_BADGE);
  cairo_restore (cr);
}

static void
draw_arc (cairo_t *cr, double from, double to, gboolean dashed)
{
  const double dashes[] = { 2.8, 2.2 };

  if (to - from < 0.02)
    return;
  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
  cairo_arc (cr, 0, 0, 14.4, from, to);
  cairo_stroke (cr);
}

/* The ring, cut by group; of each group first what is sure. */
static void
draw_cluster_ring (cairo_t *cr, AtlasMapStyle style, const guint *counts, const guint *hollow)
{
  guint total = 0;
  guint n_groups = 0;
  double angle = -G_PI_2;

  for (int i = 0; i < ATLAS_N_EVENT_GROUPS; i++)
    {
      total += counts[i];
      n_groups += counts[i] > 0;
    }
  cairo_set_line_width (cr, 3.6);
  for (int i = 0; i < ATLAS_N_EVENT_GROUPS && total > 0; i++)
    {
      double sweep = 2 * G_PI * counts[i] / total;
      double gap = n_groups > 1 ? MIN (0.09, sweep / 4) : 0;
      double doubtful = hollow != NULL && counts[i] > 0 ? (double) hollow[i] / counts[i] : 0;
      double turn = angle + gap + (sweep - 2 * gap) * (1 - doubtful);

      atlas_color_set_source (atlas_palette_get_group (style, i), cr);
      draw_arc (cr, angle + gap, turn, FALSE);
      draw_arc (cr, turn, angle + sweep - gap, TRUE);
      angle += sweep;
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

void
atlas_marker_draw_cluster (cairo_t *cr,
                           double x,
                           double y,
                           AtlasMapStyle style,
                           const guint counts[ATLAS_N_EVENT_GROUPS],
                           gboolean selected)
{
  atlas_marker_draw_cluster_of (cr, x, y, style, counts, NULL, selected);
}

void
atlas_marker_draw_cluster_of (cairo_t *cr,
                              double x,
                              double y,
                              AtlasMapStyle style,
                              const guint counts[ATLAS_N_EVENT_GROUPS],
                              const guint *hollow,
                              gboolean selected)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  AtlasLetterStyle figures = { .role = ATLAS_ROLE_COUNT, .size = 13, .color = palette->text };
  char number[16];
  guint total = 0;

  g_return_if_fail (cr != NULL);

  for (int i = 0; i < ATLAS_N_EVENT_GROUPS; i++)
    total += counts[i];
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  if (selected)
    {
      cairo_arc (cr, 0, 0, 20.5, 0, 2 * G_PI);
      atlas_color_set_source (atlas_color_with_alpha (palette->accent, 0.5), cr);
      cairo_set_line_width (cr, 5);
      cairo_stroke (cr);
    }
  cairo_arc (cr, 0, 0, 17.6, 0, 2 * G_PI);
  atlas_color_set_source (palette->paper, cr);
  cairo_fill (cr);
  draw_cluster_ring (cr, style, counts, hollow);
  g_snprintf (number, sizeof number, "%u", total);
  if (total > 999)
    figures.size = 10.5;
  atlas_lettering_draw_centred (cr, &figures, number, 0, 0);
  cairo_restore (cr);
}

double
atlas_marker_get_place_radius (AtlasPlaceSymbol symbol)
{
  static const double radii[] = { 0, 3, 3.6, 4.4, 6.4, 4, 5 };

  return radii[symbol];
}

static void
draw_pass (cairo_t *cr, AtlasColor halo, AtlasColor color)
{
  for (int layer = 0; layer < 2; layer++)
    {
      for (int side = -1; side <= 1; side += 2)
        {
          cairo_move_to (cr, 3.6 * side, -4.2);
          cairo_curve_to (cr, 0.9 * side, -2, 0.9 * side, 2, 3.6 * side, 4.2);
        }
      cairo_set_line_width (cr, layer == 0 ? 4 : 1.6);
      atlas_color_set_source (layer == 0 ? halo : color, cr);
      cairo_stroke (cr);
    }
}

static void
draw_ring (cairo_t *cr, const AtlasPalette *palette, AtlasColor color, double radius, double width)
{
  cairo_arc (cr, 0, 0, radius + width / 2 + 1, 0, 2 * G_PI);
  atlas_color_set_source (palette->halo, cr);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  atlas_color_set_source (palette->paper, cr);
  cairo_fill_preserve (cr);
  atlas_color_set_source (color, cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

void
atlas_marker_draw_place (cairo_t *cr,
                         double x,
                         double y,
                         AtlasMapStyle style,
                         AtlasPlaceSymbol symbol,
                         AtlasColor color)
{
  const AtlasPalette *palette = atlas_palette_get (style);

  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  switch (symbol)
    {
    case ATLAS_SYMBOL_CAPITAL:
      draw_ring (cr, palette, color, 5.2, 1.5);
      cairo_arc (cr, 0, 0, 2.5, 0, 2 * G_PI);
      atlas_color_set_source (color, cr);
      cairo_fill (cr);
      break;
    case ATLAS_SYMBOL_CHIEF:
      draw_ring (cr, palette, color, 3.3, 1.7);
      break;
    case ATLAS_SYMBOL_RING:
      draw_ring (cr, palette, color, 2.6, 1.5);
      break;
    case ATLAS_SYMBOL_MINOR:
      draw_ring (cr, palette, color, 2.1, 1.3);
      break;
    case ATLAS_SYMBOL_FORT:
      cairo_rectangle (cr, -4.5, -4.5, 9, 9);
      atlas_color_set_source (palette->halo, cr);
      cairo_fill (cr);
      cairo_rectangle (cr, -2.9, -2.9, 5.8, 5.8);
      atlas_color_set_source (palette->paper, cr);
      cairo_fill_preserve (cr);
      atlas_color_set_source (color, cr);
      cairo_set_line_width (cr, 1.6);
      cairo_stroke (cr);
      break;
    case ATLAS_SYMBOL_PASS:
      draw_pass (cr, palette->halo, color);
      break;
    case ATLAS_SYMBOL_NONE:
    default:
      break;
    }
  cairo_restore (cr);
}
