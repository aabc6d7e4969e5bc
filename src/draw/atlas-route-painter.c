/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-route-painter.h"

#define TAIL_WIDTH 2.2
#define HEAD_WIDTH 6.6
#define PAST_WIDTH 4.6
#define ARROW_LENGTH 15.0
#define ARROW_WIDTH 17.0
#define CASING 2.6

static AtlasWorldPoint
get_normal (const AtlasWorldPoint *points, guint n, guint i)
{
  AtlasWorldPoint a = points[i > 0 ? i - 1 : 0];
  AtlasWorldPoint b = points[i + 1 < n ? i + 1 : n - 1];
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);

  return (AtlasWorldPoint){ -(b.y - a.y) / length, (b.x - a.x) / length };
}

/* The outline of a ribbon from @tail to @head pixels wide, with an arrow head of its own width if
 * wanted. */
static void
add_ribbon (cairo_t *cr, const GArray *body, double tail, double head, double arrow)
{
  const AtlasWorldPoint *points = (const AtlasWorldPoint *) body->data;
  guint n = body->len;
  AtlasWorldPoint end = points[n - 1];
  AtlasWorldPoint side = get_normal (points, n, n - 1);

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      double half = (tail + (head - tail) * i / (n - 1)) / 2;
      AtlasWorldPoint normal = get_normal (points, n, i);

      cairo_line_to (cr, points[i].x + normal.x * half, points[i].y + normal.y * half);
    }
  if (arrow > 0)
    {
      /* The barbs lie a little behind the neck, as on the signs of the legend. */
      double back = 3 * arrow;

      cairo_line_to (cr,
                     end.x + side.x * ARROW_WIDTH / 2 * arrow - side.y * back,
                     end.y + side.y * ARROW_WIDTH / 2 * arrow + side.x * back);
      cairo_line_to (cr,
                     end.x + side.y * ARROW_LENGTH * arrow,
                     end.y - side.x * ARROW_LENGTH * arrow);
      cairo_line_to (cr,
                     end.x - side.x * ARROW_WIDTH / 2 * arrow - side.y * back,
                     end.y - side.y * ARROW_WIDTH / 2 * arrow + side.x * back);
    }
  for (guint i = n; i-- > 0;)
    {
      double half = (tail + (head - tail) * i / (n - 1)) / 2;
      AtlasWorldPoint normal = get_normal (points, n, i);

      cairo_line_to (cr, points[i].x - normal.x * half, points[i].y - normal.y * half);
    }
  cairo_close_path (cr);
}

static void
draw_ribbon (cairo_t *cr, const AtlasRoute *route, const AtlasPalette *palette)
{
  const AtlasWorldPoint *points = (const AtlasWorldPoint *) route->points->data;
  double length = atlas_curve_length (points, route->points->len);
  gboolean current = route->time == ATLAS_ROUTE_CURRENT || route->selected;
  double arrow = route->has_head ? (current ? 1 : 0.72) : 0;
  g_autoptr (GArray) body = atlas_curve_cut (points,
                                             route->points->len,
                                             0,
                                             MAX (length - ARROW_LENGTH * arrow, length * 0.3));
  AtlasColor color = route->colors->edge;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_ribbon (cr, body, TAIL_WIDTH, current ? HEAD_WIDTH : PAST_WIDTH, arrow);
  if (route->selected)
    {
      atlas_color_set_source (atlas_color_with_alpha (palette->accent, 0.45), cr);
      cairo_set_line_width (cr, 8);
      cairo_stroke_preserve (cr);
    }
  atlas_color_set_source (palette->paper, cr);
  cairo_set_line_width (cr, CASING);
  cairo_stroke_preserve (cr);
  /* What is past is paler, yet opaque: two ribbons that cross do not darken each other. */
  if (!current)
    color = atlas_color_over (atlas_color_with_alpha (color, 0.62), palette->ground[2]);
  atlas_color_set_source (color, cr);
  cairo_fill (cr);
  cairo_arc (cr, points[0].x, points[0].y, 2.4, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
add_line (cairo_t *cr, const GArray *points)
{
  cairo_new_path (cr);
  for (guint i = 0; i < points->len; i++)
    {
      AtlasWorldPoint at = g_array_index (points, AtlasWorldPoint, i);

      cairo_line_to (cr, at.x, at.y);
    }
}

static void
add_open_head (cairo_t *cr, const GArray *points)
{
  guint n = points->len;
  AtlasWorldPoint end = g_array_index (points, AtlasWorldPoint, n - 1);
  AtlasWorldPoint side = get_normal ((const AtlasWorldPoint *) points->data, n, n - 1);
  const double barb = 12;
  const double half = 5;

  cairo_move_to (cr, end.x - side.y * barb + side.x * half, end.y + side.x * barb + side.y * half);
  cairo_line_to (cr, end.x, end.y);
  cairo_line_to (cr, end.x - side.y * barb - side.x * half, end.y + side.x * barb - side.y * half);
  cairo_line_to (cr, end.x - side.y * barb * 0.65, end.y + side.x * barb * 0.65);
  cairo_close_path (cr);
}

/* A dashed line with an open head (one account that others contradict), or a dotted ghost of what
 * is still to come. */
static void
draw_thin (cairo_t *cr, const AtlasRoute *route, const AtlasPalette *palette)
{
  const double dashes[] = { 3, 4 };
  const double dots[] = { 0.01, 5 };
  gboolean ghost = route->time == ATLAS_ROUTE_LATER && !route->hollow;
  double alpha = route->time == ATLAS_ROUTE_LATER ? 0.75 : 1;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  add_line (cr, route->points);
  atlas_color_set_source (atlas_color_with_alpha (palette->paper, 0.8 * alpha), cr);
  cairo_set_line_width (cr, 2 + CASING);
  cairo_stroke_preserve (cr);
  atlas_color_set_source (atlas_color_with_alpha (route->colors->edge, alpha), cr);
  cairo_set_line_cap (cr, ghost ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, ghost ? 2.6 : 2);
  cairo_set_dash (cr, ghost ? dots : dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  add_open_head (cr, route->points);
  atlas_color_set_source (palette->paper, cr);
  cairo_fill_preserve (cr);
  atlas_color_set_source (atlas_color_with_alpha (route->colors->edge, alpha), cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
atlas_route_painter_draw (const AtlasRouteLayout *layout, AtlasMapStyle style, cairo_t *cr)
{
  const AtlasPalette *palette = atlas_palette_get (style);

  g_return_if_fail (layout != NULL && cr != NULL);

  for (guint i = 0; i < layout->routes->len; i++)
    {
      const AtlasRoute *route = &g_array_index (layout->routes, AtlasRoute, i);

      if (route->hollow || route->time == ATLAS_ROUTE_LATER)
        draw_thin (cr, route, palette);
      else
        draw_ribbon (cr, route, palette);
    }
}
