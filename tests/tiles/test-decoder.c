/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "atlas-image-header.h"
#include "atlas-tile-decoder.h"

/* Images from outside: good ones, and all that is not. */

#define COLOR 0x2468acff

static GBytes *
make_image (const char *format, int width, int height, gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, alpha ? 0xff804080 : COLOR);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, format, NULL, NULL));
  return g_bytes_new_take (data, length);
}

static void
test_good (void)
{
  static const char *const formats[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = make_image (formats[i], 256, 128, FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasTilePixels) pixels = atlas_tile_decode (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpint (pixels->width, ==, 256);
      g_assert_cmpint (pixels->height, ==, 128);
      g_assert_cmpint (ABS ((int) (pixels->data[5] >> 8 & 0xff) - 0x68), <=, 2);
      g_assert_cmphex (pixels->data[256 * 128 - 1] >> 24, ==, 0xff);
    }
}

/* Colours are multiplied by their alpha, which is what cairo wants. */
static void
test_alpha (void)
{
  g_autoptr (GBytes) bytes = make_image ("png", 4, 4, TRUE);
  g_autoptr (AtlasTilePixels) pixels = atlas_tile_decode (bytes, NULL);

  g_assert_cmphex (pixels->data[0], ==, 0x80804020);
}

static void
assert_refused (GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_tile_decode (bytes, &error));
  g_assert_error (error, ATLAS_TILE_DECODER_ERROR, code);
}

static GBytes *
change (GBytes *bytes, gsize at, const guint8 *with, gsize n)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  guint8 *copy = g_memdup2 (data, length);

  g_assert_cmpuint (at + n, <=, length);
  memcpy (copy + at, with, n);
  return g_bytes_new_take (copy, length);
}

static void
test_size (void)
{
  static const guint8 thirty_thousand[] = { 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30 };
  static const guint8 nothing[8];
  static const guint8 endless[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  g_autoptr (GBytes) good = make_image ("png", 16, 16, FALSE);
  g_autoptr (GBytes) wide = make_image ("png", ATLAS_TILE_MOST_SIDE + 1, 1, FALSE);
  g_autoptr (GBytes) high = make_image ("jpeg", 1, ATLAS_TILE_MOST_SIDE + 1, FALSE);
  g_autoptr (GBytes) huge = change (good, 16, thirty_thousand, 8);
  g_autoptr (GBytes) none = change (good, 16, nothing, 8);
  g_autoptr (GBytes) most = change (good, 16, endless, 8);
  g_autoptr (GBytes) long_one =
    g_bytes_new_take (g_malloc0 (ATLAS_TILE_MOST_BYTES + 1), ATLAS_TILE_MOST_BYTES + 1);

  assert_refused (wide, ATLAS_TILE_DECODER_ERROR_SIZE);
  assert_refused (high, ATLAS_TILE_DECODER_ERROR_SIZE);
  assert_refused (huge, ATLAS_TILE_DECODER_ERROR_SIZE);
  assert_refused (none, ATLAS_TILE_DECODER_ERROR_SIZE);
  assert_refused (most, ATLAS_TILE_DECODER_ERROR_SIZE);
  assert_refused (long_one, ATLAS_TILE_DECODER_ERROR_SIZE);
}

/* A second frame of another size, which the header did not tell about, is caught by the decoder. */
static void
test_lying_header (void)
{
  g_autoptr (GBytes) first = make_image ("jpeg", 16, 16, FALSE);
  g_autoptr (GBytes) second = make_image ("jpeg", 4000, 4000, FALSE);
  g_autoptr (GByteArray) both = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (second, &length);
  g_autoptr (AtlasTilePixels) pixels = NULL;

  /* A comment that ends where the true image begins. */
  g_byte_array_append (both, (const guint8 *) "\xff\xd8\xff\xfe\x00\x04\xff\xd8", 8);
  g_byte_array_append (both, data + 2, (guint) length - 2);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&both));
  assert_refused (bytes, ATLAS_TILE_DECODER_ERROR_SIZE);
  pixels = atlas_tile_decode (first, NULL);
  g_assert_nonnull (pixels);
}

static void
test_format (void)
{
  static const char *const texts[] = { "",
                                       "<html></html>",
                                       "GIF89a",
                                       "\x89PNG",
                                       "\xff\xd8",
                                       "BM",
                                       "<svg xmlns='http://www.w3.org/2000/svg'/>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_tile_decode (bytes, &error));
      g_assert_true (error->domain == ATLAS_TILE_DECODER_ERROR);
    }
}

/* Half an image is no image. */
static void
test_cut (void)
{
  static const char *const formats[] = { "png", "jpeg" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = make_image (formats[i], 64, 64, FALSE);

      for (gsize length = 0; length < g_bytes_get_size (bytes) / 2; length += 3)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
          g_autoptr (AtlasTilePixels) pixels = atlas_tile_decode (part, NULL);

          g_assert_null (pixels);
        }
    }
}

static void
test_webp_header (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    guint width, height;
  } files[] = {
    { "RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\0\0\x7f\0\0", 30, 256, 128 },
    { "RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\xff\xc0\x1f\0", 25, 256, 128 },
    { "RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\0\x01\x80\0", 30, 256, 128 },
    { "RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0", 20, 0, 0 },
    { "RIFF\0\0\0\0WAVE", 12, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      /* A copy of the exact size, so that a sanitizer sees a step too far. */
      g_autofree guint8 *copy = g_memdup2 (files[i].bytes, files[i].length);
      AtlasImageHeader header = atlas_image_header_read (copy, files[i].length);

      g_assert_cmpuint (header.width, ==, files[i].width);
      g_assert_cmpuint (header.height, ==, files[i].height);
    }
}

/* Whatever is changed in an image, it is decoded within the limits or refused. */
static void
test_random (void)
{
  static const char *const formats[] = { "png", "jpeg" };

  for (guint round = 0; round < 600; round++)
    {
      g_autoptr (GBytes) bytes = make_image (formats[round % 2], 24, 24, round % 4 == 0);
      gsize length;
      const void *data = g_bytes_get_data (bytes, &length);
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (AtlasTilePixels) pixels = NULL;

      for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int_range (0, 256);
      broken = g_bytes_new (copy, (gsize) g_test_rand_int_range (1, (gint32) length + 1));
      pixels = atlas_tile_decode (broken, NULL);
      if (pixels != NULL)
        {
          g_assert_cmpint (pixels->width, <=, ATLAS_TILE_MOST_SIDE);
          g_assert_cmpint (pixels->height, <=, ATLAS_TILE_MOST_SIDE);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/decoder/good", test_good);
  g_test_add_func ("/tiles/decoder/alpha", test_alpha);
  g_test_add_func ("/tiles/decoder/size", test_size);
  g_test_add_func ("/tiles/decoder/lying-header", test_lying_header);
  g_test_add_func ("/tiles/decoder/format", test_format);
  g_test_add_func ("/tiles/decoder/cut", test_cut);
  g_test_add_func ("/tiles/decoder/webp-header", test_webp_header);
  g_test_add_func ("/tiles/decoder/random", test_random);
  return g_test_run ();
}
