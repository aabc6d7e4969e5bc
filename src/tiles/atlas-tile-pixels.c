/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-pixels.h"

AtlasTilePixels *
atlas_tile_pixels_new (int width, int height)
{
  AtlasTilePixels *self;

  g_return_val_if_fail (width > 0 && width <= ATLAS_TILE_MOST_SIDE, NULL);
  g_return_val_if_fail (height > 0 && height <= ATLAS_TILE_MOST_SIDE, NULL);

  self = g_atomic_rc_box_alloc (sizeof *self + (gsize) width * (gsize) height * sizeof (guint32));
  self->width = width;
  self->height = height;
  return self;
}

AtlasTilePixels *
atlas_tile_pixels_ref (AtlasTilePixels *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
atlas_tile_pixels_unref (AtlasTilePixels *self)
{
  g_atomic_rc_box_release (self);
}

gsize
atlas_tile_pixels_get_size (const AtlasTilePixels *self)
{
  return sizeof *self + (gsize) self->width * (gsize) self->height * sizeof (guint32);
}
