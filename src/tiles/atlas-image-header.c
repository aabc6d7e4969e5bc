/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <string.h>

#include "atlas-image-header.h"

/* The bytes, and how far they were read. Reading beyond the end gives noughts and says so. */
typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
  gboolean ended;
} Reader;

static guint
read_byte (Reader *reader)
{
  if (reader->at >= reader->length)
    {
      reader->ended = TRUE;
      return 0;
    }
  return reader->data[reader->at++];
}

static guint
read_big (Reader *reader, guint bytes)
{
  guint value = 0;

  for (guint i = 0; i < bytes; i++)
    value = value << 8 | read_byte (reader);
  return value;
}

static guint
read_little (Reader *reader, guint bytes)
{
  guint value = 0;

  for (guint i = 0; i < bytes; i++)
    value |= read_byte (reader) << (8 * i);
  return value;
}

static void
skip (Reader *reader, gsize bytes)
{
  if (bytes > reader->length - reader->at)
    {
      reader->at = reader->length;
      reader->ended = TRUE;
    }
  else
    reader->at += bytes;
}

static gboolean
follows (Reader *reader, const char *text, gsize length)
{
  if (length > reader->length - reader->at || memcmp (reader->data + reader->at, text, length) != 0)
    return FALSE;
  reader->at += length;
  return TRUE;
}

/* The header is the first chunk: its length, its name, width and height. */
static AtlasImageHeader
read_png (Reader *reader)
{
  AtlasImageHeader header = { .format = ATLAS_IMAGE_PNG };

  skip (reader, 4);
  if (!follows (reader, "IHDR", 4))
    return header;
  header.width = read_big (reader, 4);
  header.height = read_big (reader, 4);
  return header;
}

static gboolean
is_frame (guint marker)
{
  /* 0xC4, 0xC8 and 0xCC lie among the frame markers but are tables. */
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Segments follow each other, each with its length, until one that begins a frame. */
static AtlasImageHeader
read_jpeg (Reader *reader)
{
  AtlasImageHeader header = { .format = ATLAS_IMAGE_JPEG };

  while (!reader->ended && read_byte (reader) == 0xff)
    {
      guint marker = read_byte (reader), length;

      while (marker == 0xff)
        marker = read_byte (reader);
      length = read_big (reader, 2);
      if (is_frame (marker))
        {
          skip (reader, 1);
          header.height = read_big (reader, 2);
          header.width = read_big (reader, 2);
          return header;
        }
      if (length < 2)
        return header;
      skip (reader, length - 2);
    }
  return header;
}

/* Three kinds of first chunk, and each writes its size in another way. */
static AtlasImageHeader
read_webp (Reader *reader)
{
  AtlasImageHeader header = { .format = ATLAS_IMAGE_WEBP };

  if (follows (reader, "VP8X", 4))
    {
      skip (reader, 8);
      header.width = read_little (reader, 3) + 1;
      header.height = read_little (reader, 3) + 1;
    }
  else if (follows (reader, "VP8L", 4))
    {
      guint bits;

      skip (reader, 5);
      bits = read_little (reader, 4);
      header.width = (bits & 0x3fff) + 1;
      header.height = (bits >> 14 & 0x3fff) + 1;
    }
  else if (follows (reader, "VP8 ", 4))
    {
      skip (reader, 10);
      header.width = read_little (reader, 2) & 0x3fff;
      header.height = read_little (reader, 2) & 0x3fff;
    }
  return header;
}

AtlasImageHeader
atlas_image_header_read (const guint8 *data, gsize length)
{
  static const char png[] = "\x89PNG\r\n\x1a\n";
  Reader reader = { .data = data, .length = length };
  AtlasImageHeader header = { .format = ATLAS_IMAGE_UNKNOWN };

  g_return_val_if_fail (data != NULL || length == 0, header);

  if (follows (&reader, png, strlen (png)))
    header = read_png (&reader);
  else if (follows (&reader, "\xff\xd8", 2))
    header = read_jpeg (&reader);
  else if (follows (&reader, "RIFF", 4))
    {
      skip (&reader, 4);
      if (follows (&reader, "WEBP", 4))
        header = read_webp (&reader);
    }
  if (reader.ended)
    header.width = header.height = 0;
  return header;
}
