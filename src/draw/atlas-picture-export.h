/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-picture.h"

G_BEGIN_DECLS

#define ATLAS_PICTURE_EXPORT_ERROR (atlas_picture_export_error_quark ())
GQuark atlas_picture_export_error_quark (void);

typedef enum
{
  ATLAS_PICTURE_EXPORT_ERROR_FORMAT, /* the name ends in no format that can be written */
  ATLAS_PICTURE_EXPORT_ERROR_WRITE,  /* the file cannot be written */
} AtlasPictureExportError;

/* Writes the whole picture with date, scale, legend and attribution to @path as PNG, SVG or PDF by
 * its ending. A PNG has viewport->scale device pixels for each logical one; a page of a PDF has
 * 0.75 points for each. Needs no display. A file that could not be written whole is not left
 * behind. */
gboolean atlas_picture_export (AtlasBasemap *basemap,
                               AtlasHistoryIndex *index,
                               const AtlasPictureSpec *spec,
                               const AtlasViewport *viewport,
                               const char *path,
                               GError **error);

G_END_DECLS
