/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_IMAGE_UNKNOWN,
  ATLAS_IMAGE_PNG,
  ATLAS_IMAGE_JPEG,
  ATLAS_IMAGE_WEBP,
} AtlasImageFormat;

/**
 * AtlasImageHeader:
 * @format: by its first bytes, whatever anybody says it is
 * @width: pixels, 0 where the header does not tell
 * @height: pixels
 *
 * What the first bytes of an image say, read without decoding anything. A plain value.
 */
typedef struct
{
  AtlasImageFormat format;
  guint width;
  guint height;
} AtlasImageHeader;

/* Never reads beyond @length. Sources: PNG (ISO/IEC 15948) 11.2.2, JPEG (ITU-T T.81) B.2.2, WebP
 * (RFC 9649) 2.5 to 2.7. */
AtlasImageHeader atlas_image_header_read (const guint8 *data, gsize length);

G_END_DECLS
