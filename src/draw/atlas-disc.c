/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>

#include "atlas-disc.h"

#define MOST_REACH 32
#define MOST_SIZE (2 * MOST_REACH + 1)

/* Of each row the pixels from @first to before @end are touched, and those from @solid to before
 * @solid_end are wholly covered. */
typedef struct
{
  guint8 first;
  guint8 solid;
  guint8 solid_end;
  guint8 end;
} Row;

struct _AtlasDisc
{
  int reach;
  int size;
  gboolean opaque;
  guint32 color;
  Row rows[MOST_SIZE];
  guint32 pixels[MOST_SIZE * MOST_SIZE];
};

static void
draw (AtlasDisc *self, double radius, const AtlasColor *color)
{
  cairo_surface_t *surface =
    cairo_image_surface_create_for_data ((guchar *) self->pixels,
                                         CAIRO_FORMAT_ARGB32,
                                         self->size,
                                         self->size,
                                         self->size * (int) sizeof *self->pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_arc (cr, self->reach + 0.5, self->reach + 0.5, radius, 0.0, 2.0 * G_PI);
  cairo_set_source_rgba (cr, color->r, color->g, color->b, color->a);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
find_rows (AtlasDisc *self)
{
  self->color = self->pixels[self->reach * self->size + self->reach];
  self->opaque = self->color >> 24 == 255;
  for (int y = 0; y < self->size; y++)
    {
      const guint32 *pixels = self->pixels + y * self->size;
      int first = 0, end = self->size, solid, solid_end;

      while (first < end && pixels[first] == 0)
        first++;
      while (end > first && pixels[end - 1] == 0)
        end--;
      for (solid = first; solid < end && pixels[solid] != self->color;)
        solid++;
      for (solid_end = end; solid_end > solid && pixels[solid_end - 1] != self->color;)
        solid_end--;
      self->rows[y] = (Row){ (guint8) first, (guint8) solid, (guint8) solid_end, (guint8) end };
    }
}

AtlasDisc *
atlas_disc_new (double radius, const AtlasColor *color)
{
  AtlasDisc *self;

  g_return_val_if_fail (radius > 0.0 && radius <= MOST_REACH, NULL);
  g_return_val_if_fail (color != NULL, NULL);

  self = g_new0 (AtlasDisc, 1);
  self->reach = (int) ceil (radius - 0.5);
  self->size = 2 * self->reach + 1;
  draw (self, radius, color);
  find_rows (self);
  return self;
}

void
atlas_disc_free (AtlasDisc *self)
{
  g_free (self);
}

int
atlas_disc_get_reach (const AtlasDisc *self)
{
  return self->reach;
}

/* One row, of which the pixels from @from to before @to lie on the canvas. */
static void
put_row (const AtlasDisc *self, int row, guint32 *target, int from, int to)
{
  const guint32 *pixels = self->pixels + row * self->size;
  const Row *runs = &self->rows[row];
  int solid = CLAMP (runs->solid, from, to), solid_end = CLAMP (runs->solid_end, from, to);

  if (!self->opaque)
    solid = solid_end = MIN (to, runs->end);
  for (int x = MAX (runs->first, from); x < solid; x++)
    target[x] = atlas_pixel_over (pixels[x], target[x]);
  for (int x = solid; x < solid_end; x++)
    target[x] = self->color;
  for (int x = solid_end; x < MIN (runs->end, to); x++)
    target[x] = atlas_pixel_over (pixels[x], target[x]);
}

void
atlas_disc_put (const AtlasDisc *self,
                const AtlasCanvas *canvas,
                const cairo_rectangle_int_t *part,
                int x,
                int y)
{
  int left = x - self->reach, top = y - self->reach;
  int from = MAX (0, part->x - left), to = MIN (self->size, part->x + part->width - left);
  int first = MAX (0, part->y - top), end = MIN (self->size, part->y + part->height - top);

  for (int row = first; row < end; row++)
    put_row (self, row, canvas->pixels + (gsize) (top + row) * canvas->stride + left, from, to);
}
