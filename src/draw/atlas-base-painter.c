/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>

#include "atlas-base-painter.h"
#include "atlas-base-relief.h"
#include "atlas-basemap-private.h"
#include "atlas-palette.h"

/* Widths and lowest zooms of rivers by rank, 1 to 5; the widths are those of zoom 5.2. */
static const double river_widths[] = { 1.7, 1.45, 1.15, 0.85, 0.65 };
static const double river_zooms[] = { 0.0, 2.8, 3.8, 4.6, 5.2 };
/* Lowest zooms of lakes by rank, 0 (the sea) to 5. */
static const double lake_zooms[] = { 0.0, 0.0, 2.5, 3.8, 4.8, 5.5 };

/* Up to these zooms the levels of detail 3, 2 and 1 are as good as the full shape. */
static const double level_zooms[] = { 3.5, 5.2, 7.2 };

/* From here on the vertices of the sources are so far apart that lines are drawn as curves. */
#define CURVE_ZOOM 7.5

#define SHORE_WIDTH 0.9
#define MARGIN 12.0
#define MAX_RANK 5

typedef struct
{
  double x;
  double y;
  guint side; /* of the picture on which it lies outside, as bits */
  gboolean cut;
} Vertex;

enum
{
  SIDE_WEST = 1 << 0,
  SIDE_EAST = 1 << 1,
  SIDE_NORTH = 1 << 2,
  SIDE_SOUTH = 1 << 3,
};

typedef struct
{
  const AtlasVectors *vectors;
  cairo_t *cr;
  double zoom;
  double width;
  double height;
  double per_unit; /* logical pixels */
  double left;     /* of unit 0, logical pixels */
  double top;
  int level;
  gboolean curved;
  GArray *vertices; /* Vertex: scratch */
} Pen;

static guint
find_side (const Pen *pen, double x, double y)
{
  return (x < -MARGIN ? SIDE_WEST : 0) | (x > pen->width + MARGIN ? SIDE_EAST : 0) |
         (y < -MARGIN ? SIDE_NORTH : 0) | (y > pen->height + MARGIN ? SIDE_SOUTH : 0);
}

static gboolean
is_visible (const Pen *pen, const AtlasVectorFeature *feature, double shift)
{
  double west = pen->left + shift + feature->west * pen->per_unit;
  double east = pen->left + shift + feature->east * pen->per_unit;
  double north = pen->top + feature->north * pen->per_unit;
  double south = pen->top + feature->south * pen->per_unit;

  if (east < -MARGIN || west > pen->width + MARGIN || south < -MARGIN ||
      north > pen->height + MARGIN)
    return FALSE;
  /* Less than a pixel across is a speck. */
  return east - west + south - north > 1.4;
}

/* The vertices of @feature at the level of detail, in logical pixels, in the scratch array. */
static guint
collect (Pen *pen, const AtlasVectorFeature *feature, double shift)
{
  const AtlasVectorPoint *points =
    &g_array_index (pen->vectors->points, AtlasVectorPoint, feature->start);
  const guint8 *details = pen->vectors->details->data + feature->start;
  Vertex *vertices;
  guint n = 0;

  if (pen->vertices->len < feature->count)
    g_array_set_size (pen->vertices, feature->count);
  vertices = &g_array_index (pen->vertices, Vertex, 0);
  for (guint i = 0; i < feature->count; i++)
    {
      double x, y;

      if (ATLAS_VECTOR_LEVEL (details[i]) < pen->level)
        continue;
      x = pen->left + shift + points[i].x * pen->per_unit;
      y = pen->top + points[i].y * pen->per_unit;
      vertices[n++] = (Vertex){ x, y, find_side (pen, x, y), ATLAS_VECTOR_IS_CUT (details[i]) };
    }
  return n;
}

/* Leaves out what lies outside on one side together with both its neighbours: the triangle that
 * this cuts off lies outside too, so that the picture is the same. */
static guint
drop_outside (Vertex *vertices, guint n)
{
  guint kept = 1;

  for (guint i = 1; i + 1 < n; i++)
    if ((vertices[kept - 1].side & vertices[i].side & vertices[i + 1].side) == 0)
      vertices[kept++] = vertices[i];
  if (n > 1)
    vertices[kept++] = vertices[n - 1];
  return kept;
}

/* To vertex @i, along Catmull and Rom's curve where lines are curved. */
static void
draw_edge (const Pen *pen, const Vertex *vertices, guint n, guint i, gboolean closed)
{
  const Vertex *b = &vertices[i - 1];
  const Vertex *c = &vertices[i];
  const Vertex *a = i >= 2 ? &vertices[i - 2] : closed ? &vertices[n - 2] : b;
  const Vertex *d = i + 1 < n ? &vertices[i + 1] : closed ? &vertices[1] : c;

  if (!pen->curved || c->cut || (b->side & c->side) != 0)
    {
      cairo_line_to (pen->cr, c->x, c->y);
      return;
    }
  cairo_curve_to (pen->cr,
                  b->x + (c->x - a->x) / 6.0,
                  b->y + (c->y - a->y) / 6.0,
                  c->x - (d->x - b->x) / 6.0,
                  c->y - (d->y - b->y) / 6.0,
                  c->x,
                  c->y);
}

static void
add_ring (Pen *pen, const AtlasVectorFeature *feature, double shift)
{
  guint n = collect (pen, feature, shift);
  Vertex *vertices = &g_array_index (pen->vertices, Vertex, 0);

  if (n < 4)
    return;
  if (!pen->curved)
    n = drop_outside (vertices, n);
  cairo_move_to (pen->cr, vertices[0].x, vertices[0].y);
  for (guint i = 1; i < n; i++)
    draw_edge (pen, vertices, n, i, TRUE);
  cairo_close_path (pen->cr);
}

/* Edges that are cuts or lie wholly outside are skipped. */
static void
add_line (Pen *pen, const AtlasVectorFeature *feature, double shift, gboolean closed)
{
  guint n = collect (pen, feature, shift);
  const Vertex *vertices = &g_array_index (pen->vertices, Vertex, 0);
  gboolean down = FALSE;

  for (guint i = 1; i < n; i++)
    {
      if (vertices[i].cut || (vertices[i - 1].side & vertices[i].side) != 0)
        {
          down = FALSE;
          continue;
        }
      if (!down)
        cairo_move_to (pen->cr, vertices[i - 1].x, vertices[i - 1].y);
      draw_edge (pen, vertices, n, i, closed);
      down = TRUE;
    }
}

static gboolean
is_wanted (const Pen *pen, const AtlasVectorFeature *feature, const double *zooms)
{
  return zooms == NULL || pen->zoom >= zooms[feature->rank];
}

/* Adds all features of a kind (and a rank, unless -1) in every turn of the world that is seen. */
static void
add_kind (Pen *pen, AtlasVectorKind kind, int rank, const double *zooms, gboolean fill)
{
  double world = ATLAS_VECTOR_UNITS * pen->per_unit;
  double first = floor (-(pen->left + MARGIN) / world);
  gboolean closed = kind != ATLAS_VECTOR_RIVER && kind != ATLAS_VECTOR_BORDER;

  for (guint i = 0; i < pen->vectors->features->len; i++)
    {
      const AtlasVectorFeature *feature =
        &g_array_index (pen->vectors->features, AtlasVectorFeature, i);

      if (feature->kind != kind || (rank >= 0 && feature->rank != rank) ||
          !is_wanted (pen, feature, zooms))
        continue;
      for (double turn = first; pen->left + turn * world < pen->width + MARGIN; turn += 1.0)
        {
          if (!is_visible (pen, feature, turn * world))
            continue;
          if (fill)
            add_ring (pen, feature, turn * world);
          else
            add_line (pen, feature, turn * world, closed);
        }
    }
}

static double
find_width_factor (double zoom)
{
  return CLAMP (1.0 + (zoom - 5.2) * 0.14, 0.5, 1.8);
}

/* The shapes of the ice are those of a map in 1:50 million, and pass out of sight before that can
 * be seen. */
static void
draw_glaciers (Pen *pen, const AtlasPalette *palette)
{
  double alpha = 0.4 * CLAMP (7.2 - pen->zoom, 0.0, 1.0);

  if (alpha <= 0.0)
    return;
  add_kind (pen, ATLAS_VECTOR_GLACIER, -1, NULL, TRUE);
  atlas_color_set_source (atlas_color_with_alpha (palette->ground[4], alpha), pen->cr);
  cairo_fill (pen->cr);
}

static void
draw_rivers (Pen *pen, const AtlasPalette *palette)
{
  atlas_color_set_source (palette->river, pen->cr);
  for (int rank = MAX_RANK; rank >= 1; rank--)
    {
      if (pen->zoom < river_zooms[rank - 1])
        continue;
      add_kind (pen, ATLAS_VECTOR_RIVER, rank, NULL, FALSE);
      cairo_set_line_width (pen->cr, river_widths[rank - 1] * find_width_factor (pen->zoom));
      cairo_stroke (pen->cr);
    }
}

static void
draw_waters (Pen *pen, const AtlasPalette *palette)
{
  add_kind (pen, ATLAS_VECTOR_OCEAN, -1, NULL, TRUE);
  add_kind (pen, ATLAS_VECTOR_LAKE, -1, lake_zooms, TRUE);
  atlas_color_set_source (palette->water, pen->cr);
  cairo_fill (pen->cr);

  add_kind (pen, ATLAS_VECTOR_OCEAN, -1, NULL, FALSE);
  add_kind (pen, ATLAS_VECTOR_LAKE, -1, lake_zooms, FALSE);
  atlas_color_set_source (palette->shore, pen->cr);
  cairo_set_line_width (pen->cr, SHORE_WIDTH * CLAMP (0.6 + (pen->zoom - 2.5) * 0.16, 0.6, 1.25));
  cairo_stroke (pen->cr);
}

static void
draw_borders (Pen *pen, const AtlasPalette *palette)
{
  const double dashes[] = { 5.0, 2.5, 1.2, 2.5 };

  add_kind (pen, ATLAS_VECTOR_BORDER, -1, NULL, FALSE);
  atlas_color_set_source (atlas_color_with_alpha (palette->border, 0.55), pen->cr);
  cairo_set_line_width (pen->cr, 0.9);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_stroke (pen->cr);
}

static gboolean
draw_ground (AtlasBasemap *basemap,
             cairo_t *cr,
             const AtlasViewport *viewport,
             const AtlasPalette *palette,
             AtlasShowFlags show,
             GCancellable *cancellable)
{
  cairo_surface_t *relief;

  if ((show & ATLAS_SHOW_RELIEF) == 0)
    {
      atlas_color_set_source (palette->ground[1], cr);
      cairo_paint (cr);
      return !g_cancellable_is_cancelled (cancellable);
    }
  relief = atlas_base_relief_render (basemap, viewport, palette, 1.0, cancellable);
  if (relief == NULL)
    return FALSE;
  cairo_set_source_surface (cr, relief, 0.0, 0.0);
  /* One sample for one device pixel; where the target has another resolution, rather smooth than in
   * squares. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_surface_destroy (relief);
  return TRUE;
}

static void
pen_init (Pen *pen, AtlasBasemap *basemap, cairo_t *cr, const AtlasViewport *viewport)
{
  double world = atlas_mercator_world_size (viewport->zoom);
  /* A finer screen shows finer detail. */
  double detail_zoom = viewport->zoom + 0.5 * log2 (MAX (viewport->scale, 1.0));

  *pen = (Pen){
    .vectors = &basemap->vectors,
    .cr = cr,
    .zoom = viewport->zoom,
    .width = viewport->width,
    .height = viewport->height,
    .per_unit = world / ATLAS_VECTOR_UNITS,
    .left = viewport->width / 2.0 - atlas_mercator_x (viewport->lon) * world,
    .top = viewport->height / 2.0 - atlas_mercator_y (viewport->lat) * world,
    .curved = viewport->zoom >= CURVE_ZOOM,
    .vertices = g_array_new (FALSE, FALSE, sizeof (Vertex)),
  };
  pen->level = detail_zoom < level_zooms[0]   ? 3
               : detail_zoom < level_zooms[1] ? 2
               : detail_zoom < level_zooms[2] ? 1
                                              : 0;
}

static gboolean
draw_shapes (Pen *pen, const AtlasPalette *palette, AtlasShowFlags show, GCancellable *cancellable)
{
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_fill_rule (pen->cr, CAIRO_FILL_RULE_WINDING);
  cairo_new_path (pen->cr);
  if ((show & ATLAS_SHOW_RELIEF) != 0)
    draw_glaciers (pen, palette);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  draw_rivers (pen, palette);
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;
  draw_waters (pen, palette);
  if ((show & ATLAS_SHOW_MODERN_BORDERS) != 0)
    draw_borders (pen, palette);
  return !g_cancellable_is_cancelled (cancellable);
}

gboolean
atlas_base_painter_draw_cancellable (AtlasBasemap *basemap,
                                     cairo_t *cr,
                                     const AtlasViewport *viewport,
                                     AtlasMapStyle style,
                                     AtlasShowFlags show,
                                     GCancellable *cancellable)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  gboolean done;

  g_return_val_if_fail (basemap != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (viewport != NULL && viewport->width > 0 && viewport->height > 0, FALSE);

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, viewport->width, viewport->height);
  cairo_clip (cr);
  done = draw_ground (basemap, cr, viewport, palette, show, cancellable);
  if (done)
    {
      Pen pen;

      pen_init (&pen, basemap, cr, viewport);
      done = draw_shapes (&pen, palette, show, cancellable);
      g_array_unref (pen.vertices);
    }
  cairo_restore (cr);
  return done;
}

void
atlas_base_painter_draw (AtlasBasemap *basemap,
                         cairo_t *cr,
                         const AtlasViewport *viewport,
                         AtlasMapStyle style,
                         AtlasShowFlags show)
{
  atlas_base_painter_draw_cancellable (basemap, cr, viewport, style, show, NULL);
}
