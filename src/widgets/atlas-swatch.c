/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>

#include "atlas-interface-style.h"
#include "atlas-marker.h"
#include "atlas-palette.h"
#include "atlas-swatch.h"

#define LINE_WIDTH 30
#define MARK_SIZE 20
#define SQUARE_SIZE 12

typedef enum
{
  SHOWS_SAMPLE,
  SHOWS_EVENT,
  SHOWS_FAMILY,
} Shows;

struct _AtlasSwatch
{
  GtkWidget parent_instance;

  Shows shows;
  AtlasSwatchSample sample;
  AtlasEventKind kind;
  AtlasStatus status;
  char *family;
};

G_DEFINE_FINAL_TYPE (AtlasSwatch, atlas_swatch, GTK_TYPE_WIDGET)

static gboolean
is_mark (AtlasSwatch *self)
{
  return self->shows == SHOWS_EVENT ||
         (self->shows == SHOWS_SAMPLE && atlas_swatch_sample_is_mark (self->sample));
}

static void
draw_event (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  static const AtlasMarkerFinish finishes[] = {
    [ATLAS_STATUS_CORROBORATED] = ATLAS_FINISH_SOLID,
    [ATLAS_STATUS_ATTESTED] = ATLAS_FINISH_SOLID,
    [ATLAS_STATUS_DISPUTED] = ATLAS_FINISH_BADGE,
    [ATLAS_STATUS_UNCORROBORATED] = ATLAS_FINISH_HOLLOW,
  };

  atlas_marker_draw_small (cr,
                           width / 2.0,
                           height / 2.0,
                           MIN (width, height),
                           atlas_interface_style_get (),
                           self->kind,
                           finishes[self->status]);
}

static void
draw_family (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  atlas_color_set_source (atlas_palette_get_polity (atlas_interface_style_get (), self->family)
                            ->edge,
                          cr);
  cairo_arc (cr, width / 2.0, height / 2.0, SQUARE_SIZE / 2.0 - 1.0, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
}

static void
atlas_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasSwatch *self = ATLAS_SWATCH (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot,
                               &GRAPHENE_RECT_INIT (-2, -2, (float) width + 4, (float) height + 4));

  if (self->shows == SHOWS_EVENT)
    draw_event (self, cr, width, height);
  else if (self->shows == SHOWS_FAMILY)
    draw_family (self, cr, width, height);
  else
    atlas_swatch_sample_draw (cr, atlas_interface_style_get (), self->sample, width, height);
  cairo_destroy (cr);
}

static void
atlas_swatch_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  AtlasSwatch *self = ATLAS_SWATCH (widget);
  int size = MARK_SIZE;

  if (self->shows == SHOWS_FAMILY)
    size = SQUARE_SIZE;
  else if (!is_mark (self) && orientation == GTK_ORIENTATION_HORIZONTAL)
    size = LINE_WIDTH;
  *minimum = *natural = size;
}

static void
atlas_swatch_finalize (GObject *object)
{
  g_free (ATLAS_SWATCH (object)->family);
  G_OBJECT_CLASS (atlas_swatch_parent_class)->finalize (object);
}

static void
atlas_swatch_class_init (AtlasSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_swatch_finalize;
  widget_class->snapshot = atlas_swatch_snapshot;
  widget_class->measure = atlas_swatch_measure;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_swatch_init (AtlasSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_swatch_new (AtlasSwatchSample sample)
{
  AtlasSwatch *self = g_object_new (ATLAS_TYPE_SWATCH, NULL);

  self->shows = SHOWS_SAMPLE;
  self->sample = sample;
  return GTK_WIDGET (self);
}

GtkWidget *
atlas_swatch_new_event (AtlasEventKind kind, AtlasStatus status)
{
  AtlasSwatch *self = g_object_new (ATLAS_TYPE_SWATCH, NULL);

  atlas_swatch_set_event (self, kind, status);
  return GTK_WIDGET (self);
}

GtkWidget *
atlas_swatch_new_family (const char *family)
{
  AtlasSwatch *self = g_object_new (ATLAS_TYPE_SWATCH, NULL);

  self->shows = SHOWS_FAMILY;
  self->family = g_strdup (family);
  return GTK_WIDGET (self);
}

void
atlas_swatch_set_event (AtlasSwatch *self, AtlasEventKind kind, AtlasStatus status)
{
  g_return_if_fail (ATLAS_IS_SWATCH (self));

  self->shows = SHOWS_EVENT;
  self->kind = kind;
  self->status = status;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
