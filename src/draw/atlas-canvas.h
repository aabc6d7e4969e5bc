/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-mercator.h"

G_BEGIN_DECLS

/* A piece of the world in device pixels. The corner lies on a whole pixel of the world, so that
 * what was drawn once fits wherever the map is moved to at the same zoom. */
typedef struct
{
  double world; /* pixels of the world's width */
  gint64 x;     /* of the upper left corner */
  gint64 y;
  int width;
  int height;
} AtlasPiece;

static inline AtlasPiece
atlas_piece_of_viewport (const AtlasViewport *viewport)
{
  AtlasPiece piece = {
    .world = atlas_mercator_world_size (viewport->zoom) * viewport->scale,
    .width = (int) (viewport->width * viewport->scale),
    .height = (int) (viewport->height * viewport->scale),
  };

  piece.x = (gint64) (atlas_mercator_x (viewport->lon) * piece.world - piece.width / 2.0 + 0.5);
  piece.y = (gint64) (atlas_mercator_y (viewport->lat) * piece.world - piece.height / 2.0 + 0.5);
  return piece;
}

static inline gboolean
atlas_piece_is_same_scale (const AtlasPiece *a, const AtlasPiece *b)
{
  return a->world <= b->world && a->world >= b->world;
}

/* Pixels that can be written to, premultiplied ARGB32. */
typedef struct
{
  guint32 *pixels;
  gsize stride; /* in pixels */
  AtlasPiece piece;
} AtlasCanvas;

/* The pixel @pixel over @ground, both premultiplied; two channels are worked on at a time, and each
 * division by 255 is exact after rounding (J. Blinn, "Three wrongs make a right", 1995). */
static inline guint32
atlas_pixel_over (guint32 pixel, guint32 ground)
{
  guint32 rest = 255 - (pixel >> 24);
  guint32 odd = (ground & 0x00ff00ff) * rest + 0x00800080;
  guint32 even = ((ground >> 8) & 0x00ff00ff) * rest + 0x00800080;

  odd = ((odd + ((odd >> 8) & 0x00ff00ff)) >> 8) & 0x00ff00ff;
  even = (even + ((even >> 8) & 0x00ff00ff)) & 0xff00ff00;
  return pixel + (odd | even);
}

G_END_DECLS
