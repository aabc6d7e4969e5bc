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
         (self->shows == SHOWS_SAMPLE && self->sample >= ATLAS_SWATCH_FORCE &&
          self->sample <= ATLAS_SWATCH_CLUSTER);
}

static void
draw_line (cairo_t *cr,
           const AtlasPalette *palette,
           AtlasSwatchSample sample,
           double width,
           double height)
{
  static const double approximate[] = { 8.0, 4.5 };
  static const double dots[] = { 0.0, 5.2 };
  static const double proposed[] = { 10.0, 3.0, 2.0, 3.0 };
  double y = height / 2.0;

  cairo_save (cr);
  if (sample == ATLAS_SWATCH_LINE_BAND)
    {
      atlas_color_set_source (atlas_color_with_alpha (palette->border, 0.2), cr);
      cairo_rectangle (cr, 0.0, y - 6.5, width, 13.0);
      cairo_fill (cr);
    }
  atlas_color_set_source (palette->border, cr);
  cairo_set_line_width (cr, 1.5);
  if (sample == ATLAS_SWATCH_LINE_APPROXIMATE)
    cairo_set_dash (cr, approximate, G_N_ELEMENTS (approximate), 0.0);
  else if (sample == ATLAS_SWATCH_LINE_PROPOSED)
    cairo_set_dash (cr, proposed, G_N_ELEMENTS (proposed), 0.0);
  else if (sample == ATLAS_SWATCH_LINE_BAND || sample == ATLAS_SWATCH_LINE_CLAIM)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, 2.0);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0.0);
    }
  else if (sample == ATLAS_SWATCH_LINE_FRONT)
    {
      atlas_color_set_source (atlas_palette_get_polity (atlas_interface_style_get (), "ili")->edge, cr);
      cairo_set_line_width (cr, 2.4);
    }
  cairo_move_to (cr, 1.0, y);
  cairo_line_to (cr, width - 1.0, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_occupied (cairo_t *cr, double width, double height)
{
  const AtlasPolityColors *owner = atlas_palette_get_polity (atlas_interface_style_get (), "qing");
  const AtlasPolityColors *holder = atlas_palette_get_polity (atlas_interface_style_get (), "russia");

  cairo_save (cr);
  cairo_rectangle (cr, 1.0, height / 2.0 - 7.0, width - 2.0, 14.0);
  cairo_clip (cr);
  atlas_color_set_source (atlas_color_with_alpha (owner->fill, 0.35), cr);
  cairo_paint (cr);
  atlas_color_set_source (atlas_color_with_alpha (holder->edge, 0.7), cr);
  cairo_set_line_width (cr, 1.7);
  for (double x = -height; x < width + height; x += 7.0)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0.0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  atlas_color_set_source (owner->edge, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, 1.0, height / 2.0 - 7.0, width - 2.0, 14.0);
  cairo_stroke (cr);
}

static void
draw_route (cairo_t *cr, double width, double height)
{
  double y = height / 2.0;

  atlas_color_set_source (atlas_palette_get_polity (atlas_interface_style_get (), "qing")->edge, cr);
  cairo_move_to (cr, 0.0, y - 0.6);
  cairo_line_to (cr, width - 9.0, y - 2.2);
  cairo_line_to (cr, width - 9.0, y - 5.5);
  cairo_line_to (cr, width, y);
  cairo_line_to (cr, width - 9.0, y + 5.5);
  cairo_line_to (cr, width - 9.0, y + 2.2);
  cairo_line_to (cr, 0.0, y + 0.6);
  cairo_fill (cr);
}

static void
draw_mark (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  static const struct
  {
    AtlasEventKind kind;
    AtlasMarkerFinish finish;
  } samples[] = {
    [ATLAS_SWATCH_FORCE] = { ATLAS_EVENT_BATTLE, ATLAS_FINISH_SOLID },
    [ATLAS_SWATCH_WORD] = { ATLAS_EVENT_TREATY, ATLAS_FINISH_SOLID },
    [ATLAS_SWATCH_RULE] = { ATLAS_EVENT_STATE, ATLAS_FINISH_SOLID },
    [ATLAS_SWATCH_ONE_ACCOUNT] = { ATLAS_EVENT_BATTLE, ATLAS_FINISH_HOLLOW },
    [ATLAS_SWATCH_DIFFER] = { ATLAS_EVENT_BATTLE, ATLAS_FINISH_BADGE },
  };
  static const AtlasMarkerFinish finishes[] = {
    [ATLAS_STATUS_CORROBORATED] = ATLAS_FINISH_SOLID,
    [ATLAS_STATUS_ATTESTED] = ATLAS_FINISH_SOLID,
    [ATLAS_STATUS_DISPUTED] = ATLAS_FINISH_BADGE,
    [ATLAS_STATUS_UNCORROBORATED] = ATLAS_FINISH_HOLLOW,
  };
  gboolean event = self->shows == SHOWS_EVENT;
  double size = MIN (width, height);

  if (!event && self->sample == ATLAS_SWATCH_CLUSTER)
    {
      static const guint counts[ATLAS_N_EVENT_GROUPS] = { 3, 2, 2 };

      cairo_translate (cr, width / 2.0, height / 2.0);
      cairo_scale (cr,
                   size / (2.0 * ATLAS_CLUSTER_RADIUS + 4.0),
                   size / (2.0 * ATLAS_CLUSTER_RADIUS + 4.0));
      atlas_marker_draw_cluster (cr, 0.0, 0.0, atlas_interface_style_get (), counts, FALSE);
      return;
    }
  atlas_marker_draw_small (cr,
                           width / 2.0,
                           height / 2.0,
                           size,
                           atlas_interface_style_get (),
                           event ? self->kind : samples[self->sample].kind,
                           event ? finishes[self->status] : samples[self->sample].finish);
}

static void
draw_family (AtlasSwatch *self, cairo_t *cr, double width, double height)
{
  atlas_color_set_source (atlas_palette_get_polity (atlas_interface_style_get (), self->family)->edge, cr);
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

  if (is_mark (self))
    draw_mark (self, cr, width, height);
  else if (self->shows == SHOWS_FAMILY)
    draw_family (self, cr, width, height);
  else if (self->sample == ATLAS_SWATCH_OCCUPIED)
    draw_occupied (cr, width, height);
  else if (self->sample == ATLAS_SWATCH_ROUTE)
    draw_route (cr, width, height);
  else
    draw_line (cr, atlas_palette_get (atlas_interface_style_get ()), self->sample, width, height);
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
