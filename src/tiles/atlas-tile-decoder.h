/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-tile-pixels.h"

G_BEGIN_DECLS

#define ATLAS_TILE_DECODER_ERROR (atlas_tile_decoder_error_quark ())
GQuark atlas_tile_decoder_error_quark (void);

typedef enum
{
  ATLAS_TILE_DECODER_ERROR_FORMAT, /* neither PNG nor JPEG nor WebP */
  ATLAS_TILE_DECODER_ERROR_SIZE,   /* too many bytes or pixels, or none; nothing was decoded */
  ATLAS_TILE_DECODER_ERROR_DATA,   /* it says that it is an image, and is none */
} AtlasTileDecoderError;

/* Decodes an image that somebody else made. May be called from any thread. (transfer full) */
AtlasTilePixels *atlas_tile_decode (GBytes *bytes, GError **error);

G_END_DECLS
