/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-border-style.h"
#include "atlas-draw-cache.h"
#include "atlas-highlight-painter.h"
#include "atlas-screen-path.h"

/* Pixels between a symbol and the ring about it, and how far the marks reach beyond the ring. */
#define RING_GAP 5.0
#define RING_WIDTH 2.2
#define MARK_LENGTH 6.0
#define HALO_WIDTH 10.0
/* Pixels: the two lines of an outline, and between them. */
#define OUTLINE_WIDTH 2.0
#define OUTLINE_GAP 9.0
/* How far beyond the picture a line is followed, pixels. */
#define MARGIN 20.0

static void
draw_site (cairo_t *cr, const AtlasSite *site, const AtlasPalette *palette)
{
  double radius = site->radius + RING_GAP;

  cairo_new_path (cr);
  cairo_arc (cr, site->x, site->y, radius + HALO_WIDTH / 2.0, 0, 2 * G_PI);
  atlas_color_set_source (atlas_color_with_alpha (palette->accent, 0.2), cr);
  cairo_fill (cr);

  for (int mark = 0; mark < 4; mark++)
    {
      double x = mark % 2 == 0 ? (mark == 0 ? 1 : -1) : 0, y = mark % 2 == 1 ? mark - 2 : 0;

      cairo_move_to (cr, site->x + x * radius, site->y + y * radius);
      cairo_line_to (cr,
                     site->x + x * (radius + MARK_LENGTH),
                     site->y + y * (radius + MARK_LENGTH));
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, site->x, site->y, radius, 0, 2 * G_PI);
  atlas_color_set_source (palette->paper, cr);
  cairo_set_line_width (cr, RING_WIDTH + 2.4);
  cairo_stroke_preserve (cr);
  atlas_color_set_source (palette->accent, cr);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_stroke (cr);
}

/* Two lines along the path, with what is drawn later between them. They are made apart, so that
 * paper does not hide the ground on either side of a thin route. */
static void
stroke_outline (cairo_t *cr, const AtlasPalette *palette)
{
  cairo_push_group (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_color_set_source (palette->accent, cr);
  cairo_set_line_width (cr, OUTLINE_GAP + 2 * OUTLINE_WIDTH);
  cairo_stroke_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_set_line_width (cr, OUTLINE_GAP);
  cairo_stroke_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  atlas_color_set_source (atlas_color_with_alpha (palette->accent, 0.2), cr);
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

static void
draw_route (cairo_t *cr, const AtlasRoute *route, const AtlasPalette *palette)
{
  cairo_new_path (cr);
  for (guint i = 0; i < route->points->len; i++)
    {
      AtlasWorldPoint at = g_array_index (route->points, AtlasWorldPoint, i);

      cairo_line_to (cr, at.x, at.y);
    }
  stroke_outline (cr, palette);
}

/* All stretches of a border are one outline: it has no seams where they meet. */
static void
draw_segments (cairo_t *cr,
               AtlasHistoryIndex *index,
               const AtlasChapterStep *step,
               const AtlasPictureSpec *spec,
               const AtlasViewport *viewport)
{
  AtlasShapeCache *shapes = atlas_draw_cache_get_shapes (atlas_draw_cache_get (index));
  AtlasScreen screen = atlas_screen_of (viewport);
  gboolean any = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; step->highlights[i] != NULL; i++)
    {
      AtlasRecord *record =
        atlas_dataset_lookup (atlas_history_index_get_dataset (index), step->highlights[i]);
      const AtlasBoundaryPhase *phase =
        ATLAS_IS_SEGMENT (record) ? atlas_segment_get_phase_on (ATLAS_SEGMENT (record), spec->date)
                                  : NULL;
      AtlasBorderStyle style = atlas_border_style_of (phase);
      g_autoptr (AtlasWorldLine) line = NULL;

      if (phase == NULL || style == ATLAS_BORDER_NONE)
        continue;
      line = atlas_shape_cache_get_line (shapes,
                                         ATLAS_SEGMENT (record),
                                         viewport->zoom,
                                         atlas_border_style_is_smooth (style));
      atlas_screen_add_line (&screen, cr, line, MARGIN, NULL, NULL);
      any = TRUE;
    }
  if (any)
    stroke_outline (cr, atlas_palette_get (spec->style));
}

void
atlas_highlight_painter_draw (AtlasHistoryIndex *index,
                              const AtlasPictureSpec *spec,
                              const AtlasViewport *viewport,
                              const AtlasSiteLayout *sites,
                              const AtlasRouteLayout *routes,
                              cairo_t *cr)
{
  const AtlasChapterStep *step;
  const AtlasPalette *palette;
  const AtlasSite *list;
  guint n;

  g_return_if_fail (ATLAS_IS_HISTORY_INDEX (index));
  g_return_if_fail (spec != NULL && viewport != NULL && cr != NULL);
  g_return_if_fail (sites != NULL && routes != NULL);

  step = atlas_dataset_find_step (atlas_history_index_get_dataset (index),
                                  spec->chapter,
                                  spec->chapter_step);
  if (step == NULL)
    return;
  palette = atlas_palette_get (spec->style);
  cairo_save (cr);
  if ((spec->show & ATLAS_SHOW_BORDERS) != 0)
    draw_segments (cr, index, step, spec, viewport);
  for (guint i = 0; i < routes->routes->len; i++)
    if (g_array_index (routes->routes, AtlasRoute, i).highlighted)
      draw_route (cr, &g_array_index (routes->routes, AtlasRoute, i), palette);
  list = atlas_site_layout_get_sites (sites, &n);
  for (guint i = 0; i < n; i++)
    if (list[i].highlighted && (list[i].kind != ATLAS_SITE_PLACE || list[i].radius > 0.0))
      draw_site (cr, &list[i], palette);
  cairo_restore (cr);
}
