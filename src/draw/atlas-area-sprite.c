/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>

#include "atlas-area-sprite.h"
#include "atlas-polyline.h"

/* Pixels by which a simplified outline may differ from the true one. */
#define TOLERANCE 0.25

AtlasFixedBox
atlas_area_sprite_measure (const AtlasOverlayAreas *areas, guint area)
{
  AtlasFixedBox box = { { G_MAXUINT32, G_MAXUINT32 }, { 0, 0 } };
  guint first = areas->first_vertex[areas->first_ring[area]];
  guint end = areas->first_vertex[areas->first_ring[area + 1]];

  for (guint i = first; i < end; i++)
    {
      AtlasFixedPoint place = areas->vertices[i];

      box.least.x = MIN (box.least.x, place.x);
      box.least.y = MIN (box.least.y, place.y);
      box.most.x = MAX (box.most.x, place.x);
      box.most.y = MAX (box.most.y, place.y);
    }
  return box;
}

static AtlasPiece
intersect (const AtlasPiece *a, const AtlasPiece *b)
{
  AtlasPiece both = { .world = a->world, .x = MAX (a->x, b->x), .y = MAX (a->y, b->y) };

  both.width = (int) MAX (0, MIN (a->x + a->width, b->x + b->width) - both.x);
  both.height = (int) MAX (0, MIN (a->y + a->height, b->y + b->height) - both.y);
  return both;
}

static gboolean
is_empty (const AtlasPiece *piece)
{
  return piece->width <= 0 || piece->height <= 0;
}

/* All pixels that a box touches at a scale, and half a line about them. */
static AtlasPiece
find_whole (const AtlasFixedBox *box, double world, double line_width)
{
  double factor = world / ATLAS_FIXED_WORLD, margin = ceil (line_width / 2.0) + 1.0;
  AtlasPiece whole = {
    .world = world,
    .x = (gint64) floor (box->least.x * factor - margin),
    .y = (gint64) floor (box->least.y * factor - margin),
  };

  whole.width = (int) ((gint64) ceil (box->most.x * factor + margin) - whole.x);
  whole.height = (int) ((gint64) ceil (box->most.y * factor + margin) - whole.y);
  return whole;
}

/* To what cairo rounds coordinates in the end. Done here, before the corner of the picture is taken
 * off, an outline looks the same in every picture that it reaches into. */
static double
snap (double value)
{
  return rint (value * 256.0) / 256.0;
}

static void
add_ring (cairo_t *cr, const AtlasFixedPoint *ring, guint n, const AtlasPiece *piece)
{
  double factor = piece->world / ATLAS_FIXED_WORLD;
  g_autofree AtlasPlanePoint *plane = g_new (AtlasPlanePoint, n + 1);
  g_autoptr (GArray) kept = NULL;

  for (guint i = 0; i <= n; i++)
    plane[i] = (AtlasPlanePoint){ snap (ring[i % n].x * factor), snap (ring[i % n].y * factor) };
  kept = atlas_polyline_simplify_plane (plane, n + 1, TOLERANCE);
  for (guint i = 0; i + 1 < kept->len; i++)
    {
      AtlasPlanePoint point = plane[g_array_index (kept, guint, i)];
      double x = point.x - (double) piece->x, y = point.y - (double) piece->y;

      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

static void
draw (AtlasAreaSprite *self,
      const AtlasOverlayAreas *areas,
      guint area,
      const AtlasAreaStyle *style)
{
  cairo_t *cr;

  self->surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->piece.width, self->piece.height);
  cr = cairo_create (self->surface);
  for (guint ring = areas->first_ring[area]; ring < areas->first_ring[area + 1]; ring++)
    {
      guint first = areas->first_vertex[ring];

      add_ring (cr, areas->vertices + first, areas->first_vertex[ring + 1] - first, &self->piece);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_source_rgba (cr, style->fill.r, style->fill.g, style->fill.b, style->fill.a);
  cairo_fill_preserve (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (cr, style->line_width);
  cairo_set_source_rgba (cr, style->line.r, style->line.g, style->line.b, style->line.a);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

AtlasAreaSprite *
atlas_area_sprite_new (const AtlasOverlayAreas *areas,
                       guint area,
                       const AtlasFixedBox *box,
                       const AtlasAreaStyle *style,
                       const AtlasPiece *region)
{
  AtlasAreaSprite *self = g_new0 (AtlasAreaSprite, 1);

  self->whole = find_whole (box, region->world, style->line_width);
  self->piece = intersect (&self->whole, region);
  if (!is_empty (&self->piece))
    draw (self, areas, area, style);
  return self;
}

void
atlas_area_sprite_free (AtlasAreaSprite *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

gboolean
atlas_area_sprite_serves (const AtlasAreaSprite *self, const AtlasPiece *piece)
{
  AtlasPiece wanted;

  if (!atlas_piece_is_same_scale (&self->whole, piece))
    return FALSE;
  wanted = intersect (&self->whole, piece);
  return is_empty (&wanted) || (wanted.x >= self->piece.x && wanted.y >= self->piece.y &&
                                wanted.x + wanted.width <= self->piece.x + self->piece.width &&
                                wanted.y + wanted.height <= self->piece.y + self->piece.height);
}

void
atlas_area_sprite_put (const AtlasAreaSprite *self, const AtlasPiece *piece, cairo_t *cr)
{
  AtlasPiece seen = intersect (&self->piece, piece);
  double x = (double) (self->piece.x - piece->x), y = (double) (self->piece.y - piece->y);

  if (self->surface == NULL || is_empty (&seen))
    return;
  cairo_set_source_surface (cr, self->surface, x, y);
  cairo_rectangle (cr, x, y, self->piece.width, self->piece.height);
  cairo_fill (cr);
}

gsize
atlas_area_sprite_get_size (const AtlasAreaSprite *self)
{
  return sizeof *self +
         (self->surface != NULL ? (gsize) self->piece.width * (gsize) self->piece.height * 4 : 0);
}
