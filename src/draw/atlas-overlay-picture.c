/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "atlas-overlay-picture.h"

/* Two pictures are kept: the areas over the ground, and the same with the points on it. */
struct _AtlasOverlayPicture
{
  GPtrArray *overlays; /* of AtlasOverlayIndex */
  GPtrArray
    *painters; /* (nullable) of AtlasOverlayPainter, in the same order, once there is a scale */
  const AtlasOverlayStyle *style;
  gboolean has_ground;
  AtlasColor ground;

  AtlasPiece piece;
  double scale;
  guint32 *areas;
  guint32 *pixels;
  cairo_surface_t *areas_surface;
  cairo_surface_t *surface;
  gboolean stale; /* something else than the time or the view has changed */
};

AtlasOverlayPicture *
atlas_overlay_picture_new (void)
{
  AtlasOverlayPicture *self = g_new0 (AtlasOverlayPicture, 1);

  self->overlays = g_ptr_array_new_with_free_func (g_object_unref);
  self->style = atlas_overlay_style_get (ATLAS_MAP_STYLE_LIGHT);
  self->stale = TRUE;
  return self;
}

static void
forget_surfaces (AtlasOverlayPicture *self)
{
  g_clear_pointer (&self->areas_surface, cairo_surface_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->areas, g_free);
  g_clear_pointer (&self->pixels, g_free);
}

static void
forget_painters (AtlasOverlayPicture *self)
{
  g_clear_pointer (&self->painters, g_ptr_array_unref);
  self->stale = TRUE;
}

void
atlas_overlay_picture_free (AtlasOverlayPicture *self)
{
  forget_painters (self);
  forget_surfaces (self);
  g_ptr_array_unref (self->overlays);
  g_free (self);
}

void
atlas_overlay_picture_set_overlays (AtlasOverlayPicture *self, GPtrArray *overlays)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->overlays, 0);
  for (guint i = 0; overlays != NULL && i < overlays->len; i++)
    g_ptr_array_add (self->overlays, g_object_ref (g_ptr_array_index (overlays, i)));
  forget_painters (self);
}

void
atlas_overlay_picture_set_style (AtlasOverlayPicture *self, const AtlasOverlayStyle *style)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (style != NULL);

  if (style == self->style)
    return;
  self->style = style;
  forget_painters (self);
}

void
atlas_overlay_picture_set_ground (AtlasOverlayPicture *self, const AtlasColor *ground)
{
  g_return_if_fail (self != NULL);

  self->has_ground = ground != NULL;
  if (ground != NULL)
    self->ground = *ground;
  forget_surfaces (self);
  self->stale = TRUE;
}

static void
create_painters (AtlasOverlayPicture *self)
{
  self->painters = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_overlay_painter_free);
  for (guint i = 0; i < self->overlays->len; i++)
    g_ptr_array_add (self->painters,
                     atlas_overlay_painter_new (self->overlays->pdata[i],
                                                self->style,
                                                self->scale));
}

static void
create_surfaces (AtlasOverlayPicture *self)
{
  /* Without opacity whoever paints it need not look at what lies below. */
  cairo_format_t format = self->has_ground ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  int width = self->piece.width, height = self->piece.height, stride = width * 4;
  gsize n = (gsize) width * (gsize) height;

  forget_surfaces (self);
  self->areas = g_new0 (guint32, n);
  self->pixels = g_new0 (guint32, n);
  self->areas_surface =
    cairo_image_surface_create_for_data ((guchar *) self->areas, format, width, height, stride);
  self->surface =
    cairo_image_surface_create_for_data ((guchar *) self->pixels, format, width, height, stride);
  cairo_surface_set_device_scale (self->surface, self->scale, self->scale);
  self->stale = TRUE;
}

/* What a pixel without any feature is. */
static guint32
get_empty_pixel (const AtlasOverlayPicture *self)
{
  if (!self->has_ground)
    return 0;
  return 0xff000000 | (guint32) lround (self->ground.r * 255.0) << 16 |
         (guint32) lround (self->ground.g * 255.0) << 8 | (guint32) lround (self->ground.b * 255.0);
}

/* The areas anew in one part of the picture. */
static void
draw_areas (AtlasOverlayPicture *self, cairo_rectangle_int_t part)
{
  guint32 empty = get_empty_pixel (self);
  cairo_t *cr;

  if (part.width <= 0 || part.height <= 0)
    return;
  for (int y = part.y; y < part.y + part.height; y++)
    {
      guint32 *row = self->areas + (gsize) y * (gsize) self->piece.width;

      for (int x = part.x; x < part.x + part.width; x++)
        row[x] = empty;
    }
  cr = cairo_create (self->areas_surface);
  cairo_rectangle (cr, part.x, part.y, part.width, part.height);
  cairo_clip (cr);
  for (guint i = 0; i < self->painters->len; i++)
    atlas_overlay_painter_put_areas (self->painters->pdata[i], &self->piece, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->areas_surface);
}

/* The points anew, over the areas, in one part of the picture. */
static void
draw_points (AtlasOverlayPicture *self, cairo_rectangle_int_t part)
{
  gsize width = (gsize) self->piece.width;
  AtlasCanvas canvas = { self->pixels, width, self->piece };

  for (int y = part.y; y < part.y + part.height; y++)
    memcpy (self->pixels + (gsize) y * width + part.x,
            self->areas + (gsize) y * width + part.x,
            (gsize) MAX (0, part.width) * sizeof *self->pixels);
  for (guint i = 0; i < self->painters->len; i++)
    atlas_overlay_painter_put_points (self->painters->pdata[i], &canvas, &part);
}

static void
draw_all (AtlasOverlayPicture *self, cairo_rectangle_int_t part)
{
  draw_areas (self, part);
  draw_points (self, part);
}

static void
shift_pixels (guint32 *pixels, int width, int height, int dx, int dy)
{
  int left = MAX (0, dx);
  gsize n = (gsize) (width - abs (dx)) * sizeof *pixels;

  for (int i = 0; i < height - abs (dy); i++)
    {
      /* From the side to which it moves, so that nothing is overwritten before it was moved. */
      int y = dy > 0 ? height - 1 - i : i;

      memmove (pixels + (gsize) y * (gsize) width + left,
               pixels + (gsize) (y - dy) * (gsize) width + left - dx,
               n);
    }
}

/* Moves what stands by whole pixels, and draws the strips that this lays bare. */
static void
shift (AtlasOverlayPicture *self, int dx, int dy)
{
  int width = self->piece.width, height = self->piece.height;

  shift_pixels (self->areas, width, height, dx, dy);
  shift_pixels (self->pixels, width, height, dx, dy);
  draw_all (self, (cairo_rectangle_int_t){ dx > 0 ? 0 : width + dx, 0, abs (dx), height });
  draw_all (self, (cairo_rectangle_int_t){ 0, dy > 0 ? 0 : height + dy, width, abs (dy) });
}

cairo_surface_t *
atlas_overlay_picture_update (AtlasOverlayPicture *self,
                              AtlasTimeSpan window,
                              const AtlasViewport *viewport)
{
  AtlasPiece before, *piece = &self->piece;
  cairo_rectangle_int_t whole;
  gint64 dx, dy;
  guint changes = 0;

  g_return_val_if_fail (self != NULL && viewport != NULL, NULL);

  if (self->scale < viewport->scale || self->scale > viewport->scale)
    forget_painters (self);
  self->scale = viewport->scale;
  before = *piece;
  *piece = atlas_piece_of_viewport (viewport);
  if (self->surface == NULL || before.width != piece->width || before.height != piece->height)
    create_surfaces (self);
  if (self->painters == NULL)
    create_painters (self);
  for (guint i = 0; i < self->painters->len; i++)
    changes |= atlas_overlay_painter_set_window (self->painters->pdata[i], window);

  dx = before.x - piece->x;
  dy = before.y - piece->y;
  whole = (cairo_rectangle_int_t){ 0, 0, piece->width, piece->height };
  if (self->stale || (changes & ATLAS_OVERLAY_AREAS_CHANGED) != 0 ||
      !atlas_piece_is_same_scale (&before, piece) || ABS (dx) >= piece->width ||
      ABS (dy) >= piece->height)
    draw_all (self, whole);
  else
    {
      if (dx != 0 || dy != 0)
        shift (self, (int) dx, (int) dy);
      if ((changes & ATLAS_OVERLAY_POINTS_CHANGED) != 0)
        draw_points (self, whole);
    }
  self->stale = FALSE;
  return self->surface;
}

void
atlas_overlay_picture_work_ahead (AtlasOverlayPicture *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; self->painters != NULL && i < self->painters->len; i++)
    atlas_overlay_painter_work_ahead (self->painters->pdata[i], &self->piece);
}

AtlasOverlayHit
atlas_overlay_picture_pick (AtlasOverlayPicture *self, double x, double y, double slack)
{
  AtlasOverlayHit area = { 0 };

  g_return_val_if_fail (self != NULL, area);

  for (guint i = self->painters != NULL ? self->painters->len : 0; i > 0; i--)
    {
      AtlasOverlayHit hit = atlas_overlay_painter_pick (self->painters->pdata[i - 1],
                                                        &self->piece,
                                                        x * self->scale,
                                                        y * self->scale,
                                                        slack * self->scale);

      /* Any point lies above every area. */
      if (hit.index != NULL && !hit.is_area)
        return hit;
      if (hit.index != NULL && area.index == NULL)
        area = hit;
    }
  return area;
}
