/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "atlas-curved-text.h"

typedef struct
{
  const AtlasWorldPoint *points;
  guint n;
  double start; /* along the curve, of the left end of the text */
  double
    baseline; /* from the top of the line; the curve runs through the middle of the small letters */
} Warp;

/* The bend of the curve is averaged over about a letter, so that no letter breaks at a corner. */
static void
warp_point (const Warp *warp, double *x, double *y)
{
  AtlasWorldPoint direction;
  AtlasWorldPoint before =
    atlas_curve_point_at (warp->points, warp->n, MAX (warp->start + *x - 5, 0), NULL);
  AtlasWorldPoint after = atlas_curve_point_at (warp->points, warp->n, warp->start + *x + 5, NULL);
  AtlasWorldPoint at = atlas_curve_point_at (warp->points, warp->n, warp->start + *x, &direction);
  double length = hypot (after.x - before.x, after.y - before.y);

  if (length > 1e-6)
    direction = (AtlasWorldPoint){ (after.x - before.x) / length, (after.y - before.y) / length };
  double up = *y - warp->baseline;

  *x = at.x - direction.y * up;
  *y = at.y + direction.x * up;
}

/* Cuts the straight parts, so that a long stroke bends with the curve. */
static void
append_warped (cairo_t *cr, const cairo_path_t *path, const Warp *warp)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      double p[6];
      int n = data->header.length - 1;

      for (int k = 0; k < n && k < 3; k++)
        {
          p[2 * k] = data[k + 1].point.x;
          p[2 * k + 1] = data[k + 1].point.y;
          warp_point (warp, &p[2 * k], &p[2 * k + 1]);
        }
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          cairo_move_to (cr, p[0], p[1]);
          break;
        case CAIRO_PATH_LINE_TO:
          cairo_line_to (cr, p[0], p[1]);
          break;
        case CAIRO_PATH_CURVE_TO:
          cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
          break;
        case CAIRO_PATH_CLOSE_PATH:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
draw_along (cairo_t *cr,
            const AtlasLetterStyle *style,
            const char *text,
            const AtlasWorldPoint *points,
            guint n,
            double middle)
{
  g_autoptr (PangoLayout) layout = atlas_lettering_create_layout (style, text);
  PangoRectangle logical;
  cairo_path_t *path;
  Warp warp = { points, n };

  pango_layout_get_extents (layout, NULL, &logical);
  warp.start = middle - pango_units_to_double (logical.width) / 2;
  warp.baseline = pango_units_to_double (pango_layout_get_baseline (layout)) - style->size * 0.24;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, 0, 0);
  pango_cairo_layout_path (cr, layout);
  path = cairo_copy_path (cr);
  cairo_new_path (cr);
  append_warped (cr, path, &warp);
  cairo_path_destroy (path);
  if (style->halo_width > 0)
    {
      atlas_color_set_source (style->halo, cr);
      cairo_set_line_width (cr, style->halo_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke_preserve (cr);
    }
  atlas_color_set_source (style->color, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_characters (cairo_t *cr,
                 const AtlasLetterStyle *style,
                 const char *text,
                 const AtlasWorldPoint *points,
                 guint n,
                 double middle)
{
  glong length = g_utf8_strlen (text, -1);
  double pitch = style->size + style->spacing;
  double start = middle - pitch * (double) (length - 1) / 2;
  AtlasLetterStyle single = *style;
  cairo_matrix_t lean;

  cairo_matrix_init_identity (&lean);
  if (style->role == ATLAS_ROLE_WATER)
    lean.xy = tan (13 * G_PI / 180);
  else
    lean.yx = -tan (9 * G_PI / 180);
  single.spacing = 0;
  for (glong i = 0; i < length; i++)
    {
      AtlasWorldPoint at = atlas_curve_point_at (points, n, start + pitch * (double) i, NULL);
      char character[7] = { 0 };

      g_unichar_to_utf8 (g_utf8_get_char (g_utf8_offset_to_pointer (text, i)), character);
      cairo_save (cr);
      cairo_translate (cr, at.x, at.y);
      cairo_transform (cr, &lean);
      atlas_lettering_draw_centred (cr, &single, character, 0, 0);
      cairo_restore (cr);
    }
}

void
atlas_curved_text_draw (cairo_t *cr,
                        const AtlasLetterStyle *style,
                        const char *text,
                        const AtlasWorldPoint *points,
                        guint n,
                        double middle)
{
  g_return_if_fail (cr != NULL && style != NULL && text != NULL && n > 1);

  if (atlas_lettering_is_cjk (style->lang))
    draw_characters (cr, style, text, points, n, middle);
  else
    draw_along (cr, style, text, points, n, middle);
}
