/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include <gsk/gsk.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>

#include "atlas-layer-picture.h"

/* A picture scaled by more than this many levels of zoom is drawn anew rather than stretched. */
#define MOST_LEVELS_STRETCHED 3.0
#define MOST_SPARE 2
/* Views whose zoom differs by less look the same on the screen. */
#define SAME_ZOOM 1e-6

/* Surfaces that are not needed at the moment. Most pictures are as large as the one before, and to
 * give megabytes back and ask for others takes as long as to paint them. */
static cairo_surface_t *spare[MOST_SPARE];
static GMutex spare_mutex;

/* (nullable) */
static cairo_surface_t *
take_spare (int width, int height)
{
  cairo_surface_t *found = NULL;
  cairo_t *cr;

  g_mutex_lock (&spare_mutex);
  for (guint i = 0; i < MOST_SPARE && found == NULL; i++)
    if (spare[i] != NULL && cairo_image_surface_get_width (spare[i]) == width &&
        cairo_image_surface_get_height (spare[i]) == height)
      found = g_steal_pointer (&spare[i]);
  g_mutex_unlock (&spare_mutex);
  if (found == NULL)
    return NULL;
  cr = cairo_create (found);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return found;
}

typedef struct
{
  void *start;
  gsize length;
} Pixels;

static void
unmap_pixels (void *data)
{
  Pixels *pixels = data;

  munmap (pixels->start, pixels->length);
  g_free (pixels);
}

/* A surface whose pixels are no part of the heap, where small things would settle between pictures
 * that come and go. */
static cairo_surface_t *
create_surface (int width, int height)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  gsize length = (gsize) stride * (gsize) height;
  void *start = mmap (NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  cairo_surface_t *surface;
  Pixels *pixels;

  if (start == MAP_FAILED)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  surface = cairo_image_surface_create_for_data (start, CAIRO_FORMAT_ARGB32, width, height, stride);
  pixels = g_new (Pixels, 1);
  *pixels = (Pixels){ start, length };
  cairo_surface_set_user_data (surface, &key, pixels, unmap_pixels);
  return surface;
}

/* The newest are kept: a window that changed its size asks for no old ones. */
static void
give_spare (cairo_surface_t *surface)
{
  cairo_surface_t *oldest;

  g_mutex_lock (&spare_mutex);
  oldest = spare[MOST_SPARE - 1];
  memmove (spare + 1, spare, (MOST_SPARE - 1) * sizeof *spare);
  spare[0] = surface;
  g_mutex_unlock (&spare_mutex);
  if (oldest != NULL)
    cairo_surface_destroy (oldest);
}

AtlasLayerPicture *
atlas_layer_picture_new (const AtlasViewport *viewport, guint64 key)
{
  AtlasLayerPicture *self = g_new0 (AtlasLayerPicture, 1);
  int width = (int) ceil (viewport->width * viewport->scale);
  int height = (int) ceil (viewport->height * viewport->scale);

  self->viewport = *viewport;
  self->key = key;
  self->surface = take_spare (width, height);
  if (self->surface == NULL)
    self->surface = create_surface (width, height);
  cairo_surface_set_device_scale (self->surface, viewport->scale, viewport->scale);
  return self;
}

void
atlas_layer_picture_free (AtlasLayerPicture *self)
{
  gboolean shared = self->texture != NULL;

  g_clear_object (&self->texture);
  /* A texture may still be on its way to the screen, and a painting that is recorded, too. */
  if (!shared && cairo_surface_get_reference_count (self->surface) == 1)
    give_spare (self->surface);
  else
    cairo_surface_destroy (self->surface);
  g_free (self);
}

/* Where the picture's corner lies in @viewport, in logical pixels, and how much it is magnified. */
static double
locate (const AtlasLayerPicture *self, const AtlasViewport *viewport, double *x, double *y)
{
  double magnification = exp2 (viewport->zoom - self->viewport.zoom);
  double centre_x, centre_y;

  atlas_viewport_project (viewport, self->viewport.lon, self->viewport.lat, &centre_x, &centre_y);
  *x = centre_x - self->viewport.width * magnification / 2.0;
  *y = centre_y - self->viewport.height * magnification / 2.0;
  return magnification;
}

gboolean
atlas_layer_picture_same_zoom (const AtlasViewport *a, const AtlasViewport *b)
{
  return fabs (a->zoom - b->zoom) < SAME_ZOOM && fabs (a->scale - b->scale) < SAME_ZOOM;
}

gboolean
atlas_layer_picture_covers (const AtlasLayerPicture *self,
                            const AtlasViewport *viewport,
                            double margin)
{
  double x, y;
  double magnification = locate (self, viewport, &x, &y);
  double room_x = viewport->width * margin - 0.5;
  double room_y = viewport->height * margin - 0.5;

  return x <= -room_x && y <= -room_y &&
         x + self->viewport.width * magnification >= viewport->width + room_x &&
         y + self->viewport.height * magnification >= viewport->height + room_y;
}

gboolean
atlas_layer_picture_touches (const AtlasLayerPicture *self, const AtlasViewport *viewport)
{
  double x, y;
  double magnification = locate (self, viewport, &x, &y);

  return fabs (viewport->zoom - self->viewport.zoom) <= MOST_LEVELS_STRETCHED &&
         x < viewport->width && y < viewport->height &&
         x + self->viewport.width * magnification > 0.0 &&
         y + self->viewport.height * magnification > 0.0;
}

gboolean
atlas_layer_picture_is_complete (const AtlasLayerPicture *self, const AtlasViewport *viewport)
{
  return atlas_layer_picture_same_zoom (&self->viewport, viewport) &&
         atlas_layer_picture_covers (self, viewport, 0.0);
}

/* Blits that fall between device pixels blur; they are moved to the nearest one. */
static double
snap (double value, double scale)
{
  return round (value * scale) / scale;
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer == NULL || g_strcmp0 (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer") == 0;
}

static void
paint_by_cairo (AtlasLayerPicture *self,
                const AtlasViewport *viewport,
                double opacity,
                GtkSnapshot *snapshot,
                double x,
                double y,
                double magnification)
{
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_translate (cr, x, y);
  cairo_scale (cr, magnification, magnification);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            fabs (magnification - 1.0) < 1e-9 ? CAIRO_FILTER_NEAREST
                                                              : CAIRO_FILTER_BILINEAR);
  if (opacity < 1.0)
    cairo_paint_with_alpha (cr, opacity);
  else
    cairo_paint (cr);
  cairo_destroy (cr);
}

static void
unref_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static void
paint_by_texture (AtlasLayerPicture *self,
                  double opacity,
                  GtkSnapshot *snapshot,
                  double x,
                  double y,
                  double magnification)
{
  if (self->texture == NULL)
    {
      int stride = cairo_image_surface_get_stride (self->surface);
      int height = cairo_image_surface_get_height (self->surface);
      g_autoptr (GBytes) bytes =
        g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface),
                                    (gsize) stride * (gsize) height,
                                    unref_surface,
                                    cairo_surface_reference (self->surface));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->surface),
                                              height,
                                              GDK_MEMORY_DEFAULT,
                                              bytes,
                                              (gsize) stride);
    }
  gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_append_texture (snapshot,
                               self->texture,
                               &GRAPHENE_RECT_INIT ((float) x,
                                                    (float) y,
                                                    (float) (self->viewport.width * magnification),
                                                    (float) (self->viewport.height *
                                                             magnification)));
  gtk_snapshot_pop (snapshot);
}

void
atlas_layer_picture_paint (AtlasLayerPicture *self,
                           const AtlasViewport *viewport,
                           double opacity,
                           GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  double x, y;
  double magnification = locate (self, viewport, &x, &y);

  if (fabs (magnification - 1.0) < 1e-9)
    {
      x = snap (x, viewport->scale);
      y = snap (y, viewport->scale);
    }

  if (is_drawn_by_cairo (widget))
    paint_by_cairo (self, viewport, opacity, snapshot, x, y, magnification);
  else
    paint_by_texture (self, opacity, snapshot, x, y, magnification);
}

void
atlas_layer_picture_paint_pixels (cairo_surface_t *pixels, GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0,
                                               0,
                                               (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (is_drawn_by_cairo (widget))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      cairo_set_source_surface (cr, pixels, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  else
    {
      /* A copy: a texture may be on its way to the screen while the next pixels are written. */
      int stride = cairo_image_surface_get_stride (pixels);
      int height = cairo_image_surface_get_height (pixels);
      gsize length = (gsize) stride * (gsize) height;
      g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (pixels), length);
      g_autoptr (GdkTexture) texture =
        gdk_memory_texture_new (cairo_image_surface_get_width (pixels),
                                height,
                                GDK_MEMORY_DEFAULT,
                                bytes,
                                (gsize) stride);

      gtk_snapshot_append_texture (snapshot, texture, &bounds);
    }
}
