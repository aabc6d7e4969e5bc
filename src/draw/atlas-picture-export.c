/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <math.h>

#include "atlas-furniture-painter.h"
#include "atlas-picture-export.h"

#define POINTS_PER_PIXEL 0.75
/* What a card of the furniture keeps clear about itself, and as much again below for the note. */
#define CLEAR 16.0

G_DEFINE_QUARK (atlas - picture - export - error, atlas_picture_export_error)

typedef enum
{
  FORMAT_NONE,
  FORMAT_PNG,
  FORMAT_SVG,
  FORMAT_PDF,
} Format;

static Format
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".png"))
    return FORMAT_PNG;
  if (g_str_has_suffix (lower, ".svg"))
    return FORMAT_SVG;
  return g_str_has_suffix (lower, ".pdf") ? FORMAT_PDF : FORMAT_NONE;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (Format format, const AtlasViewport *viewport, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case FORMAT_SVG:
      surface =
        cairo_svg_surface_create_for_stream (append_cb, bytes, viewport->width, viewport->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case FORMAT_PDF:
      return cairo_pdf_surface_create_for_stream (append_cb,
                                                  bytes,
                                                  viewport->width * POINTS_PER_PIXEL,
                                                  viewport->height * POINTS_PER_PIXEL);
    case FORMAT_PNG:
    case FORMAT_NONE:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                            (int) ceil (viewport->width * viewport->scale),
                                            (int) ceil (viewport->height * viewport->scale));
      cairo_surface_set_device_scale (surface, viewport->scale, viewport->scale);
      return surface;
    }
}

/* Where the date plate, the scale bar and the legend of an export stand, so that labels keep clear
 * of them. */
static void
set_cards (AtlasPictureSpec *spec, AtlasHistoryIndex *index, const AtlasViewport *viewport)
{
  AtlasRect legend = index != NULL
                       ? atlas_furniture_get_legend (index, spec, viewport->width, viewport->height)
                       : (AtlasRect){ 0 };
  const AtlasRect cards[] = {
    { 0, 0, 290, 90 },
    { 0, viewport->height - 46.0, 240, 46 },
    { legend.x - CLEAR, legend.y - 2.0 * CLEAR, legend.width + CLEAR, legend.height + 2.0 * CLEAR },
  };

  spec->n_cards = index != NULL ? G_N_ELEMENTS (cards) : 0;
  memcpy (spec->cards, cards, sizeof cards);
  spec->margin_x = spec->margin_y = 0.0;
}

gboolean
atlas_picture_export (AtlasBasemap *basemap,
                      AtlasHistoryIndex *index,
                      const AtlasPictureSpec *spec,
                      const AtlasViewport *viewport,
                      const char *path,
                      GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  AtlasPictureSpec furnished;
  Format format;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (spec != NULL && viewport != NULL && path != NULL, FALSE);
  g_return_val_if_fail (viewport->width > 0 && viewport->height > 0 && viewport->scale > 0, FALSE);

  format = find_format (path);
  if (format == FORMAT_NONE)
    {
      g_set_error (error,
                   ATLAS_PICTURE_EXPORT_ERROR,
                   ATLAS_PICTURE_EXPORT_ERROR_FORMAT,
                   "%s: expected a name that ends in .png, .svg or .pdf",
                   path);
      return FALSE;
    }

  bytes = g_byte_array_new ();
  surface = create_surface (format, viewport, bytes);
  cr = cairo_create (surface);
  if (format == FORMAT_PDF)
    cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  furnished = *spec;
  set_cards (&furnished, index, viewport);
  atlas_picture_draw (basemap, index, &furnished, viewport, cr, ATLAS_PICTURE_ALL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == FORMAT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   ATLAS_PICTURE_EXPORT_ERROR,
                   ATLAS_PICTURE_EXPORT_ERROR_WRITE,
                   "%s: %s",
                   path,
                   cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}
