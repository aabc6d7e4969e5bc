/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "atlas-image-header.h"
#include "atlas-tile-decoder.h"

G_DEFINE_QUARK (atlas_tile_decoder_error, atlas_tile_decoder_error)

/* Where the end of an image is looked for. */
#define LAST_BYTES 64

/* The names that gdk-pixbuf has for the formats. To name one keeps every other decoder out. */
static const char *
get_loader_name (AtlasImageFormat format)
{
  switch (format)
    {
    case ATLAS_IMAGE_PNG:
      return "png";
    case ATLAS_IMAGE_JPEG:
      return "jpeg";
    case ATLAS_IMAGE_WEBP:
      return "webp";
    case ATLAS_IMAGE_UNKNOWN:
    default:
      return NULL;
    }
}

static gboolean
is_size_allowed (int width, int height)
{
  return width > 0 && height > 0 && width <= ATLAS_TILE_MOST_SIDE && height <= ATLAS_TILE_MOST_SIDE;
}

/* What the decoder itself has read of the size comes before it reserves room for the pixels. The
 * header was believed until here; a loader that is told to make no pixels ends with an error. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height)
{
  if (!is_size_allowed (width, height))
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

/* Decoders make do with half an image and leave the rest grey. A whole one ends with its end mark;
 * some programs leave a few bytes behind it. WebP tells its length instead, and its decoder minds.
 */
static gboolean
is_cut (const AtlasImageHeader *header, const guint8 *data, gsize length)
{
  const char *mark = header->format == ATLAS_IMAGE_PNG ? "IEND" : "\xff\xd9";
  gsize mark_length = strlen (mark);

  if (header->format == ATLAS_IMAGE_WEBP)
    return FALSE;
  for (gsize end = length; end >= mark_length && end + LAST_BYTES > length; end--)
    if (memcmp (data + end - mark_length, mark, mark_length) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
check_image (GBytes *bytes, AtlasImageHeader *header, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length > ATLAS_TILE_MOST_BYTES)
    {
      g_set_error (error,
                   ATLAS_TILE_DECODER_ERROR,
                   ATLAS_TILE_DECODER_ERROR_SIZE,
                   "%" G_GSIZE_FORMAT " bytes are too many for a tile",
                   length);
      return FALSE;
    }
  *header = atlas_image_header_read (data, length);
  if (header->format == ATLAS_IMAGE_UNKNOWN)
    {
      g_set_error_literal (error,
                           ATLAS_TILE_DECODER_ERROR,
                           ATLAS_TILE_DECODER_ERROR_FORMAT,
                           "no PNG, JPEG or WebP image");
      return FALSE;
    }
  if (!is_size_allowed ((int) MIN (header->width, G_MAXINT), (int) MIN (header->height, G_MAXINT)))
    {
      g_set_error (error,
                   ATLAS_TILE_DECODER_ERROR,
                   ATLAS_TILE_DECODER_ERROR_SIZE,
                   "%u by %u pixels are no tile",
                   header->width,
                   header->height);
      return FALSE;
    }
  if (is_cut (header, data, length))
    {
      g_set_error_literal (error,
                           ATLAS_TILE_DECODER_ERROR,
                           ATLAS_TILE_DECODER_ERROR_DATA,
                           "the image has no end");
      return FALSE;
    }
  return TRUE;
}

/* A loader wants to be closed whatever has happened. */
static GdkPixbuf *
load_pixbuf (GBytes *bytes, AtlasImageFormat format, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader =
    gdk_pixbuf_loader_new_with_type (get_loader_name (format), error);
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

static guint32
multiply (guint32 value, guint32 alpha)
{
  return (value * alpha + 127) / 255;
}

static AtlasTilePixels *
convert (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf), stride = gdk_pixbuf_get_rowstride (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  AtlasTilePixels *tile = atlas_tile_pixels_new (width, height);

  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++)
      {
        const guint8 *from = pixels + (gsize) row * (gsize) stride + (gsize) (column * channels);
        guint32 alpha = channels == 4 ? from[3] : 255;

        tile->data[row * width + column] = alpha << 24 | multiply (from[0], alpha) << 16 |
                                           multiply (from[1], alpha) << 8 |
                                           multiply (from[2], alpha);
      }
  return tile;
}

AtlasTilePixels *
atlas_tile_decode (GBytes *bytes, GError **error)
{
  AtlasImageHeader header;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_image (bytes, &header, error))
    return NULL;
  pixbuf = load_pixbuf (bytes, header.format, &reason);
  if (pixbuf == NULL ||
      !is_size_allowed (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf)))
    {
      g_set_error (error,
                   ATLAS_TILE_DECODER_ERROR,
                   ATLAS_TILE_DECODER_ERROR_DATA,
                   "the image cannot be decoded%s%s",
                   reason != NULL ? ": " : "",
                   reason != NULL ? reason->message : "");
      return NULL;
    }
  return convert (pixbuf);
}
