/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-mercator.h"

G_BEGIN_DECLS

/* A piece of the map, drawn once and painted many times. */
typedef struct
{
  cairo_surface_t *surface; /* ARGB32, with the viewport's device scale */
  GdkTexture *texture;      /* (nullable) the same for a GL renderer, made when first painted */
  AtlasViewport viewport;
  guint64 key;     /* which content it shows */
  guint64 edition; /* of the content's subject */
} AtlasLayerPicture;

/* An empty, transparent picture of @viewport. (transfer full) */
AtlasLayerPicture *atlas_layer_picture_new (const AtlasViewport *viewport, guint64 key);
void atlas_layer_picture_free (AtlasLayerPicture *self);

/* Whether it reaches to every edge of @viewport and beyond by @margin, a share of the viewport's
 * size. */
gboolean atlas_layer_picture_covers (const AtlasLayerPicture *self,
                                     const AtlasViewport *viewport,
                                     double margin);

/* Whether any of it can be seen in @viewport at a size that is still worth looking at. */
gboolean atlas_layer_picture_touches (const AtlasLayerPicture *self, const AtlasViewport *viewport);

/* Whether two views look equally large. */
gboolean atlas_layer_picture_same_zoom (const AtlasViewport *a, const AtlasViewport *b);

/* Whether it was drawn for the zoom of @viewport and reaches to its edges. */
gboolean atlas_layer_picture_is_complete (const AtlasLayerPicture *self,
                                          const AtlasViewport *viewport);

/* Paints it where it belongs in @viewport, as strongly as @opacity says, 0 to 1. */
void atlas_layer_picture_paint (AtlasLayerPicture *self,
                                const AtlasViewport *viewport,
                                double opacity,
                                GtkWidget *widget,
                                GtkSnapshot *snapshot);

/* Paints device pixels that fill @widget as they are. */
void atlas_layer_picture_paint_pixels (cairo_surface_t *pixels,
                                       GtkWidget *widget,
                                       GtkSnapshot *snapshot);

G_END_DECLS
