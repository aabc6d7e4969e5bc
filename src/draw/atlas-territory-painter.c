/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-territory-painter.h"

#define HATCH_PITCH 7.0
#define DOT_PITCH 9.0
/* Inner edges are soft, so half the pixels do. */
#define SOFT_SCALE 0.5

static void
add_hatch (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  /* Lines x + y = c, spaced so that the pitch across them is HATCH_PITCH. */
  double step = HATCH_PITCH * G_SQRT2;

  for (double c = ceil ((x1 + y1) / step) * step; c <= x2 + y2; c += step)
    {
      double from = MAX (x1, c - y2);
      double to = MIN (x2, c - y1);

      cairo_move_to (cr, from, c - from);
      cairo_line_to (cr, to, c - to);
    }
}

static void
add_dots (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  int row = (int) floor (y1 / DOT_PITCH);

  for (double y = row * DOT_PITCH; y <= y2; y += DOT_PITCH, row++)
    {
      double shift = row % 2 != 0 ? DOT_PITCH / 2 : 0;

      for (double x = floor (x1 / DOT_PITCH) * DOT_PITCH + shift; x <= x2; x += DOT_PITCH)
        {
          cairo_move_to (cr, x, y);
          cairo_line_to (cr, x + 0.01, y);
        }
    }
}

static void
stroke_pattern (cairo_t *cr,
                AtlasGround ground,
                AtlasColor color,
                double x1,
                double y1,
                double x2,
                double y2)
{
  cairo_new_path (cr);
  if (ground == ATLAS_GROUND_DOTTED)
    {
      add_dots (cr, x1, y1, x2, y2);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, 2.3);
      atlas_color_set_source (atlas_color_with_alpha (color, 0.8), cr);
    }
  else
    {
      add_hatch (cr, x1, y1, x2, y2);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_line_width (cr, ground == ATLAS_GROUND_OCCUPIED ? 1.7 : 1.1);
      atlas_color_set_source (atlas_color_with_alpha (color,
                                                      ground == ATLAS_GROUND_OCCUPIED ? 0.55
                                                                                      : 0.42),
                              cr);
    }
  cairo_stroke (cr);
}

void
atlas_territory_painter_fill_pattern (cairo_t *cr,
                                      AtlasGround ground,
                                      AtlasColor color,
                                      double width,
                                      double height)
{
  stroke_pattern (cr, ground, color, 0, 0, width, height);
}

/* Where control was by towns these carry the colour, and the land about them only a weak halo of
 * it. */
#define WEAK_HALO 0.6

static void
draw_tint (AtlasTerritoryScene *scene,
           cairo_t *cr,
           const AtlasTerritoryView *view,
           AtlasMapStyle style)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  const AtlasPolityColors *colors = atlas_palette_get_polity (style, view->family);
  gboolean by_towns = atlas_territory_get_standing (view->territory) == ATLAS_STANDING_CONTROL;
  double tint = palette->tint * (view->ground == ATLAS_GROUND_UNKNOWN ? 0.75
                                 : by_towns                           ? WEAK_HALO
                                                                      : 1.0);

  if (!view->tinted)
    return;
  cairo_new_path (cr);
  atlas_territory_scene_add_shape (scene, cr, view->territory);
  atlas_color_set_source (atlas_color_with_alpha (colors->fill, tint), cr);
  cairo_fill (cr);
}

/* Patterns lie on the land: a picture that is larger, or drawn after the map was moved, has them at
 * the same places. */
static void
find_anchor (const AtlasScreen *screen, AtlasGround ground, double *x, double *y)
{
  if (ground == ATLAS_GROUND_DOTTED)
    {
      *x = fmod (screen->dx, DOT_PITCH);
      *y = fmod (screen->dy, 2.0 * DOT_PITCH);
    }
  else
    *x = fmod (screen->dx + screen->dy, HATCH_PITCH * G_SQRT2);
}

static void
draw_pattern (AtlasTerritoryScene *scene,
              cairo_t *cr,
              const AtlasTerritoryView *view,
              AtlasMapStyle style)
{
  const char *family = view->other_family != NULL ? view->other_family : view->family;
  double x1, y1, x2, y2, x = 0.0, y = 0.0;

  if (view->ground == ATLAS_GROUND_TINT || view->ground == ATLAS_GROUND_UNKNOWN)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  atlas_territory_scene_add_shape (scene, cr, view->territory);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  find_anchor (&scene->screen, view->ground, &x, &y);
  cairo_translate (cr, x, y);
  stroke_pattern (cr,
                  view->ground,
                  atlas_palette_get_polity (style, family)->edge,
                  x1 - x,
                  y1 - y,
                  x2 - x,
                  y2 - y);
  cairo_restore (cr);
}

/* Adds to the path the segments of @view whose inner edge is @soft or not; returns whether there
 * were any. */
static gboolean
add_edges (AtlasTerritoryScene *scene, cairo_t *cr, const AtlasTerritoryView *view, gboolean soft)
{
  gboolean any = FALSE;
  guint n;
  AtlasSegment *const *segments = atlas_territory_get_segments (view->territory, &n);

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      const AtlasBorderView *border = g_hash_table_lookup (scene->borders, segments[i]);
      g_autoptr (AtlasWorldLine) line = NULL;
      gboolean is_soft;

      if (border == NULL || border->interior || border->style == ATLAS_BORDER_NONE ||
          border->style == ATLAS_BORDER_PROPOSED)
        continue;
      is_soft = border->style == ATLAS_BORDER_BAND || border->style == ATLAS_BORDER_CLAIM;
      if (is_soft != soft)
        continue;
      line = atlas_territory_scene_get_coarse_line (scene, segments[i]);
      atlas_screen_add_line (&scene->screen, cr, line, 20, NULL, NULL);
      any = TRUE;
    }
  return any && cairo_has_current_point (cr);
}

static void
stroke_inner (cairo_t *cr, AtlasColor color, double width, double alpha)
{
  cairo_set_line_width (cr, width);
  atlas_color_set_source (atlas_color_with_alpha (color, alpha), cr);
  cairo_stroke_preserve (cr);
}

static void
stroke_inner_edges (AtlasTerritoryScene *scene,
                    cairo_t *cr,
                    const AtlasTerritoryView *view,
                    AtlasMapStyle style)
{
  double factor = atlas_palette_get (style)->inner_edge;
  AtlasColor color = atlas_palette_get_polity (style, view->family)->fill;

  if (view->ground == ATLAS_GROUND_DOTTED)
    color = atlas_palette_get_polity (style, view->other_family)->fill;
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (add_edges (scene, cr, view, FALSE))
    {
      stroke_inner (cr, color, 30, 0.10 * factor);
      stroke_inner (cr, color, 17, 0.15 * factor);
      stroke_inner (cr, color, 7, 0.30 * factor);
      /* A protectorate shows its overlord along the border. */
      if (view->other_family != NULL && view->ground == ATLAS_GROUND_TINT)
        stroke_inner (cr, atlas_palette_get_polity (style, view->other_family)->edge, 7.5, 0.4);
    }
  if (add_edges (scene, cr, view, TRUE))
    for (int width = 22; width <= 46; width += 8)
      stroke_inner (cr, color, width, 0.043 * factor);
  cairo_new_path (cr);
}

/* Where pixels are wanted, a layer that is cut by its opacity costs a third of what a clip of many
 * corners does. */
static void
draw_cut_layer (AtlasTerritoryScene *scene,
                cairo_t *cr,
                const AtlasTerritoryView *view,
                AtlasMapStyle style)
{
  double x1, y1, x2, y2;
  cairo_surface_t *soft;
  cairo_t *soft_cr;
  cairo_pattern_t *mask;

  cairo_new_path (cr);
  atlas_territory_scene_add_shape (scene, cr, view->territory);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_new_path (cr);
  x1 = floor (MAX (x1, 0));
  y1 = floor (MAX (y1, 0));
  x2 = ceil (MIN (x2, scene->screen.width));
  y2 = ceil (MIN (y2, scene->screen.height));
  if (x2 <= x1 || y2 <= y1)
    return;
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_clip (cr);
  soft = cairo_surface_create_similar_image (cairo_get_group_target (cr),
                                             CAIRO_FORMAT_ARGB32,
                                             (int) ceil ((x2 - x1) * SOFT_SCALE) + 1,
                                             (int) ceil ((y2 - y1) * SOFT_SCALE) + 1);
  cairo_surface_set_device_scale (soft, SOFT_SCALE, SOFT_SCALE);
  cairo_surface_set_device_offset (soft, -x1 * SOFT_SCALE, -y1 * SOFT_SCALE);
  soft_cr = cairo_create (soft);
  cairo_set_antialias (soft_cr, CAIRO_ANTIALIAS_FAST);
  stroke_inner_edges (scene, soft_cr, view, style);
  cairo_destroy (soft_cr);

  cairo_push_group_with_content (cr, CAIRO_CONTENT_ALPHA);
  atlas_territory_scene_add_shape (scene, cr, view->territory);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  mask = cairo_pop_group (cr);
  cairo_set_source_surface (cr, soft, 0, 0);
  cairo_mask (cr, mask);
  cairo_pattern_destroy (mask);
  cairo_surface_destroy (soft);
}

static void
draw_inner_edge (AtlasTerritoryScene *scene,
                 cairo_t *cr,
                 const AtlasTerritoryView *view,
                 AtlasMapStyle style)
{
  if (view->ground == ATLAS_GROUND_UNKNOWN || view->ground == ATLAS_GROUND_CLAIM)
    return;
  cairo_save (cr);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    {
      draw_cut_layer (scene, cr, view, style);
    }
  else
    {
      cairo_new_path (cr);
      atlas_territory_scene_add_shape (scene, cr, view->territory);
      cairo_clip (cr);
      stroke_inner_edges (scene, cr, view, style);
    }
  cairo_restore (cr);
}

typedef struct
{
  const AtlasPalette *palette;
  const AtlasBorderView *border;
  AtlasColor color;
} Stroke;

static void
stroke_casing_cb (cairo_t *cr, double start, gpointer user_data)
{
  const Stroke *stroke = user_data;

  atlas_border_stroke_casing (cr, stroke->border->style, stroke->palette);
}

static void
stroke_line_cb (cairo_t *cr, double start, gpointer user_data)
{
  const Stroke *stroke = user_data;

  atlas_border_stroke_line (cr, stroke->border->style, stroke->color, start);
}

/* Bands are drawn together by their width, so that the ends of neighbouring stretches do not add up
 * to dark spots. */
static void
draw_bands (AtlasTerritoryScene *scene, cairo_t *cr, AtlasMapStyle style, double metres)
{
  static const double widths[] = { 13, 17, 22, 29, 38, 50, 66, 86, 110 };

  for (gsize bucket = 0; bucket < G_N_ELEMENTS (widths); bucket++)
    {
      gboolean any = FALSE;

      cairo_new_path (cr);
      for (guint i = 0; i < scene->border_list->len; i++)
        {
          const AtlasBorderView *border = scene->border_list->pdata[i];
          double band = border->width_km * 1000 / metres;
          g_autoptr (AtlasWorldLine) line = NULL;

          if (border->interior || border->style != ATLAS_BORDER_BAND ||
              (bucket + 1 < G_N_ELEMENTS (widths) && band >= widths[bucket + 1]) ||
              (bucket > 0 && band < widths[bucket]))
            continue;
          line = atlas_territory_scene_get_coarse_line (scene, border->segment);
          atlas_screen_add_line (&scene->screen, cr, line, widths[bucket] / 2 + 6, NULL, NULL);
          any = TRUE;
        }
      if (any)
        atlas_border_stroke_band (cr, atlas_palette_get (style), widths[bucket]);
    }
}

static void
draw_borders (AtlasTerritoryScene *scene, cairo_t *cr, AtlasMapStyle style)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  double metres = atlas_mercator_metres_per_pixel (scene->lat, scene->zoom);

  draw_bands (scene, cr, style, metres);
  /* All casings first, so that none cuts a neighbour's line. */
  for (int layer = 0; layer < 2; layer++)
    {
      for (guint i = 0; i < scene->border_list->len; i++)
        {
          const AtlasBorderView *border = scene->border_list->pdata[i];
          g_autoptr (AtlasWorldLine) line = NULL;
          Stroke stroke = { palette, border, palette->border };

          if (border->interior || border->style == ATLAS_BORDER_NONE)
            continue;
          if (border->front_family != NULL)
            stroke.color = atlas_palette_get_polity (style, border->front_family)->edge;
          line = atlas_territory_scene_get_line (scene, border->segment);
          cairo_new_path (cr);
          atlas_screen_add_line (&scene->screen,
                                 cr,
                                 line,
                                 8,
                                 layer == 0 ? stroke_casing_cb : stroke_line_cb,
                                 &stroke);
        }
    }
}

void
atlas_territory_painter_draw (AtlasHistoryIndex *index,
                              const AtlasPictureSpec *spec,
                              const AtlasViewport *viewport,
                              cairo_t *cr)
{
  g_autoptr (AtlasTerritoryScene) scene = NULL;

  g_return_if_fail (ATLAS_IS_HISTORY_INDEX (index));
  g_return_if_fail (spec != NULL && viewport != NULL && cr != NULL);

  if ((spec->show & (ATLAS_SHOW_TERRITORIES | ATLAS_SHOW_BORDERS)) == 0)
    return;
  scene = atlas_territory_scene_new (index, spec, viewport);
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  /* Wide soft strokes need no finer edge; only the lines do. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  if ((spec->show & ATLAS_SHOW_TERRITORIES) != 0)
    {
      void (*const layers[]) (AtlasTerritoryScene *,
                              cairo_t *,
                              const AtlasTerritoryView *,
                              AtlasMapStyle) = { draw_tint, draw_pattern, draw_inner_edge };

      for (gsize layer = 0; layer < G_N_ELEMENTS (layers); layer++)
        for (guint i = 0; i < scene->n_territories; i++)
          if (scene->territories[i].visible)
            layers[layer](scene, cr, &scene->territories[i], spec->style);
    }
  if ((spec->show & ATLAS_SHOW_BORDERS) != 0)
    draw_borders (scene, cr, spec->style);
  cairo_restore (cr);
}
