/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>
#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "atlas-basemap-private.h"

#define FLAT_WIDTH 32

/* Each sample of the next level is the mean of four. */
static void
halve (const guint8 *from, int from_width, guint8 *to, int to_width, int to_height)
{
  for (int y = 0; y < to_height; y++)
    {
      const guint8 *a = from + (gsize) (2 * y) * (gsize) from_width;
      const guint8 *b = a + from_width;
      guint8 *row = to + (gsize) y * (gsize) to_width;

      for (int x = 0; x < to_width; x++)
        row[x] = (guint8) ((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) >> 2);
    }
}

static void
add_levels (AtlasRaster *self)
{
  for (int i = 1; i < ATLAS_RASTER_LEVELS; i++)
    {
      int width = self->widths[i - 1] / 2;
      int height = self->heights[i - 1] / 2;

      if (width < 8 || height < 8)
        break;
      self->widths[i] = width;
      self->heights[i] = height;
      self->levels[i] = g_malloc ((gsize) width * (gsize) height);
      halve (self->levels[i - 1], self->widths[i - 1], self->levels[i], width, height);
    }
}

static guint8 *
copy_grey (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  guint8 *grey = g_malloc ((gsize) width * (gsize) height);

  for (int y = 0; y < height; y++)
    {
      const guint8 *from = pixels + (gsize) y * (gsize) stride;
      guint8 *to = grey + (gsize) y * (gsize) width;

      for (int x = 0; x < width; x++)
        to[x] = from[x * channels];
    }
  return grey;
}

static GdkPixbuf *
decode (GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;

  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error,
                           ATLAS_BASEMAP_ERROR,
                           ATLAS_BASEMAP_ERROR_CORRUPT,
                           "holds no picture");
      return NULL;
    }
  return g_object_ref (pixbuf);
}

/**
 * atlas_raster_init:
 * @self: zeroed memory
 * @bytes: a picture that gdk-pixbuf can read
 * @west: of the picture's left edge, degrees
 * @north: of its upper edge, degrees
 * @width: degrees
 * @height: degrees
 * @error: return location
 *
 * Returns: whether the picture could be read and has square samples
 */
gboolean
atlas_raster_init (AtlasRaster *self,
                   GBytes *bytes,
                   double west,
                   double north,
                   double width,
                   double height,
                   GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, error);

  if (pixbuf == NULL)
    return FALSE;
  self->west = west;
  self->north = north;
  self->wraps = width >= 360.0;
  self->widths[0] = gdk_pixbuf_get_width (pixbuf);
  self->heights[0] = gdk_pixbuf_get_height (pixbuf);
  self->samples = self->widths[0] / width;
  if (self->widths[0] < 8 || self->heights[0] < 8 ||
      fabs (self->heights[0] - height * self->samples) > 0.5)
    {
      g_set_error (error,
                   ATLAS_BASEMAP_ERROR,
                   ATLAS_BASEMAP_ERROR_CORRUPT,
                   "is %d by %d samples, which does not fit %g by %g degrees",
                   self->widths[0],
                   self->heights[0],
                   width,
                   height);
      return FALSE;
    }
  self->levels[0] = copy_grey (pixbuf);
  add_levels (self);
  return TRUE;
}

void
atlas_raster_init_flat (AtlasRaster *self,
                        guint8 value,
                        double west,
                        double north,
                        double width,
                        double height)
{
  self->west = west;
  self->north = north;
  self->wraps = width >= 360.0;
  self->widths[0] = FLAT_WIDTH;
  self->heights[0] = MAX (1, (int) lround (height / width * FLAT_WIDTH));
  self->samples = FLAT_WIDTH / width;
  self->levels[0] = g_malloc ((gsize) self->widths[0] * (gsize) self->heights[0]);
  memset (self->levels[0], value, (gsize) self->widths[0] * (gsize) self->heights[0]);
}

void
atlas_raster_clear (AtlasRaster *self)
{
  for (int i = 0; i < ATLAS_RASTER_LEVELS; i++)
    g_clear_pointer (&self->levels[i], g_free);
}
