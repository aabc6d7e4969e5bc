/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>

#include "atlas-change-painter.h"
#include "atlas-screen-path.h"

/* Pixels across the lines of the hatch, and over which their edge is softened. */
#define PITCH 8.0
#define SOFT 0.5
/* How far beyond the viewport a shape is cut off, pixels. */
#define MARGIN 6.0

typedef struct
{
  double line;    /* of the hatch, pixels */
  double opacity; /* of the hatch */
  double tint;    /* under it */
  double outline; /* pixels */
} Look;

static const Look plain = { 1.5, 0.6, 0.0, 1.0 };
static const Look faded = { 1.2, 0.38, 0.0, 0.8 };
static const Look chosen_look = { 2.6, 0.85, 0.16, 2.6 };

gboolean
atlas_change_painter_is_hatched (const AtlasChange *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return change->kind == ATLAS_CHANGE_CONTROL || change->kind == ATLAS_CHANGE_TITLE;
}

gboolean
atlas_change_painter_has_hatched (GPtrArray *changes)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (atlas_change_painter_is_hatched (changes->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
add_stop (cairo_pattern_t *pattern, double pixels, AtlasColor color, double opacity)
{
  cairo_pattern_add_color_stop_rgba (pattern, pixels / PITCH, color.r, color.g, color.b, opacity);
}

/* A hatch as a gradient that repeats across its lines costs no clip of many corners, and is as
 * sharp on paper as on the screen. */
static cairo_pattern_t *
create_hatch (AtlasColor color, const Look *look)
{
  double step = PITCH / G_SQRT2;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0.0, 0.0, step, -step);

  add_stop (pattern, 0.0, color, 0.0);
  add_stop (pattern, SOFT, color, look->opacity);
  add_stop (pattern, look->line, color, look->opacity);
  add_stop (pattern, look->line + SOFT, color, 0.0);
  add_stop (pattern, PITCH, color, 0.0);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  return pattern;
}

static void
fill_path (cairo_t *cr, const AtlasPolityColors *colors, const Look *look, AtlasColor outline)
{
  cairo_pattern_t *hatch = create_hatch (colors->edge, look);

  if (look->tint > 0.0)
    {
      atlas_color_set_source (atlas_color_with_alpha (colors->fill, look->tint), cr);
      cairo_fill_preserve (cr);
    }
  cairo_set_source (cr, hatch);
  cairo_fill_preserve (cr);
  cairo_pattern_destroy (hatch);
  atlas_color_set_source (outline, cr);
  cairo_set_line_width (cr, look->outline);
  cairo_stroke (cr);
}

void
atlas_change_painter_fill (cairo_t *cr, const AtlasPolityColors *colors)
{
  g_return_if_fail (cr != NULL && colors != NULL);

  fill_path (cr, colors, &plain, atlas_color_with_alpha (colors->edge, plain.opacity));
}

static void
add_ring (const AtlasScreen *screen, cairo_t *cr, const AtlasRing *ring)
{
  g_autoptr (GArray) points =
    g_array_sized_new (FALSE, FALSE, sizeof (AtlasWorldPoint), ring->n_points);

  for (guint i = 0; i < ring->n_points; i++)
    {
      AtlasWorldPoint point = { atlas_mercator_x (ring->points[i].lon),
                                atlas_mercator_y (ring->points[i].lat) };

      g_array_append_val (points, point);
    }
  atlas_screen_add_ring (screen, cr, points, MARGIN);
}

static void
add_shape (const AtlasScreen *screen, cairo_t *cr, const AtlasMultiPolygon *shape)
{
  guint n;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (shape, &n);

  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < polygons[i].n_rings; j++)
      add_ring (screen, cr, &polygons[i].rings[j]);
}

/* Land that nobody holds afterwards is hatched in the colour of nobody. */
static const char *
get_family (AtlasDataset *dataset, const AtlasChange *change)
{
  AtlasPolity *polity = atlas_dataset_lookup_polity (dataset, change->to.polity);

  return polity != NULL ? atlas_polity_get_family (polity) : "unknown";
}

static void
draw_change (const AtlasScreen *screen,
             cairo_t *cr,
             const AtlasChange *change,
             const char *family,
             AtlasMapStyle style,
             const Look *look)
{
  const AtlasPolityColors *colors = atlas_palette_get_polity (style, family);

  add_shape (screen, cr, change->shape);
  fill_path (cr,
             colors,
             look,
             look == &chosen_look ? atlas_palette_get (style)->accent
                                  : atlas_color_with_alpha (colors->edge, look->opacity));
}

void
atlas_change_painter_draw (AtlasDataset *dataset,
                           GPtrArray *changes,
                           int chosen,
                           AtlasMapStyle style,
                           const AtlasViewport *viewport,
                           cairo_t *cr)
{
  AtlasScreen screen;

  g_return_if_fail (ATLAS_IS_DATASET (dataset));
  g_return_if_fail (changes != NULL && viewport != NULL && cr != NULL);

  screen = atlas_screen_of (viewport);
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < changes->len; i++)
    {
      const AtlasChange *change = changes->pdata[i];

      if ((int) i != chosen && atlas_change_painter_is_hatched (change))
        draw_change (&screen,
                     cr,
                     change,
                     get_family (dataset, change),
                     style,
                     chosen >= 0 ? &faded : &plain);
    }
  if (chosen >= 0 && chosen < (int) changes->len)
    draw_change (&screen,
                 cr,
                 changes->pdata[chosen],
                 get_family (dataset, changes->pdata[chosen]),
                 style,
                 &chosen_look);
  cairo_restore (cr);
}
