/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-frame-memory.h"

#ifdef GDK_WINDOWING_X11

#include <cairo-xlib.h>
#include <gdk/x11/gdkx.h>

#define KEEPER "atlas-frame-memory"

/* A picture as large as a frame, in memory that is shared with the server; cairo makes room about
 * it for several more. */
static cairo_surface_t *
create_keeper (GdkDisplay *display, int width, int height)
{
  Display *connection = gdk_x11_display_get_xdisplay (display);
  cairo_surface_t *root =
    cairo_xlib_surface_create (connection,
                               DefaultRootWindow (connection),
                               DefaultVisual (connection, DefaultScreen (connection)),
                               width,
                               height);
  cairo_surface_t *keeper =
    cairo_surface_create_similar_image (root, CAIRO_FORMAT_RGB24, width, height);

  cairo_surface_destroy (root);
  return keeper;
}

void
atlas_frame_memory_keep (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  cairo_surface_t *keeper;
  int width, height, scale;

  if (surface == NULL || !GDK_IS_X11_DISPLAY (gdk_surface_get_display (surface)))
    return;
  scale = gdk_surface_get_scale_factor (surface);
  width = gdk_surface_get_width (surface) * scale;
  height = gdk_surface_get_height (surface) * scale;
  keeper = g_object_get_data (G_OBJECT (surface), KEEPER);
  if (width <= 0 || height <= 0 ||
      (keeper != NULL && cairo_image_surface_get_width (keeper) >= width &&
       cairo_image_surface_get_height (keeper) >= height))
    return;
  g_object_set_data_full (G_OBJECT (surface),
                          KEEPER,
                          create_keeper (gdk_surface_get_display (surface), width, height),
                          (GDestroyNotify) cairo_surface_destroy);
}

#else

void
atlas_frame_memory_keep (GtkWidget *widget)
{
}

#endif
