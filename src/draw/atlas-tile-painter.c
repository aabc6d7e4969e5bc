/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-palette.h"
#include "atlas-tile-painter.h"

/* The edges of a column or a row, in logical pixels, moved to the nearest device pixel: neighbours
 * then share an edge, and no seam shows between them. */
typedef struct
{
  double x, y, width, height;
} Place;

static double
snap (double value, double scale)
{
  return round (value * scale) / scale;
}

static Place
locate (const AtlasTilePiece *piece, int zoom, const AtlasViewport *viewport)
{
  double world = atlas_mercator_world_size (viewport->zoom), n = exp2 (zoom);
  double left = viewport->width / 2.0 - atlas_mercator_x (viewport->lon) * world;
  double top = viewport->height / 2.0 - atlas_mercator_y (viewport->lat) * world;
  Place place = { .x = snap (left + piece->column / n * world, viewport->scale),
                  .y = snap (top + piece->row / n * world, viewport->scale) };

  place.width = snap (left + (piece->column + 1) / n * world, viewport->scale) - place.x;
  place.height = snap (top + (piece->row + 1) / n * world, viewport->scale) - place.y;
  return place;
}

static gboolean
is_one_to_one (const AtlasTilePiece *piece, const Place *place, double scale)
{
  return fabs (piece->pixels->width * piece->share - place->width * scale) < 1e-6 &&
         fabs (piece->pixels->height * piece->share - place->height * scale) < 1e-6;
}

/* Each thread that draws makes a surface of its own about the pixels: cairo's are not meant to be
 * read by several at once. */
static void
draw_piece (const AtlasTilePiece *piece, const Place *place, double scale, cairo_t *cr)
{
  AtlasTilePixels *pixels = piece->pixels;
  cairo_surface_t *surface = cairo_image_surface_create_for_data ((guchar *) pixels->data,
                                                                  CAIRO_FORMAT_ARGB32,
                                                                  pixels->width,
                                                                  pixels->height,
                                                                  pixels->width * 4);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  double x_scale = pixels->width * piece->share / place->width;
  double y_scale = pixels->height * piece->share / place->height;
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix,
                     x_scale,
                     0.0,
                     0.0,
                     y_scale,
                     pixels->width * piece->left - place->x * x_scale,
                     pixels->height * piece->top - place->y * y_scale);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (pattern,
                            is_one_to_one (piece, place, scale) ? CAIRO_FILTER_NEAREST
                                                                : CAIRO_FILTER_BILINEAR);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, place->x, place->y, place->width, place->height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  /* A recorded drawing copies the pixels at this point. */
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
draw_tiles (const AtlasTileSheet *sheet, const AtlasViewport *viewport, cairo_t *cr)
{
  guint n;
  const AtlasTilePiece *pieces = atlas_tile_sheet_get_pieces (sheet, &n);

  for (guint i = 0; i < n; i++)
    {
      Place place = locate (&pieces[i], atlas_tile_sheet_get_zoom (sheet), viewport);

      if (pieces[i].pixels != NULL && place.width > 0.0 && place.height > 0.0)
        draw_piece (&pieces[i], &place, viewport->scale, cr);
    }
}

void
atlas_tile_painter_draw (const AtlasTileSheet *sheet,
                         const AtlasViewport *viewport,
                         AtlasMapStyle style,
                         double opacity,
                         cairo_t *cr)
{
  g_return_if_fail (sheet != NULL && viewport != NULL && cr != NULL);

  if (atlas_tile_sheet_is_empty (sheet) || opacity <= 0.0)
    return;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_push_group (cr);
  draw_tiles (sheet, viewport, cr);
  /* Only where there is a tile: a map with an edge does not darken what lies beyond. */
  cairo_set_operator (cr, CAIRO_OPERATOR_ATOP);
  atlas_color_set_source (atlas_palette_get (style)->veil, cr);
  cairo_paint (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, opacity);
  cairo_restore (cr);
}
