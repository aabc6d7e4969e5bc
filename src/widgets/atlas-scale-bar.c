/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-mercator.h"
#include "atlas-palette.h"
#include "atlas-scale-bar.h"

#define MOST_WIDTH 150.0
#define BAR_HEIGHT 5.0
#define PARTS 4
#define LEAST_FOR_MIDDLE 84.0

struct _AtlasScaleBar
{
  GtkWidget parent_instance;

  AtlasViewState *state;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasScaleBar, atlas_scale_bar, GTK_TYPE_WIDGET)

double
atlas_scale_bar_round_down (double metres)
{
  double power;

  g_return_val_if_fail (metres > 0.0, 1.0);

  power = pow (10.0, floor (log10 (metres)));
  if (metres >= 5.0 * power)
    return 5.0 * power;
  return metres >= 2.0 * power ? 2.0 * power : power;
}

/* Metres on the ground of the whole bar, and its length in pixels. */
static double
find_length (AtlasScaleBar *self, double *pixels)
{
  double lat, zoom, metres, per_pixel;

  atlas_view_state_get_view (self->state, NULL, &lat, &zoom);
  per_pixel = atlas_mercator_metres_per_pixel (lat, zoom);
  metres = atlas_scale_bar_round_down (per_pixel * MOST_WIDTH);
  *pixels = metres / per_pixel;
  return metres;
}

static PangoLayout *
create_label (AtlasScaleBar *self, double metres, gboolean with_unit)
{
  g_autofree char *text = NULL;

  if (!with_unit)
    text = g_strdup_printf ("%g", metres >= 1000.0 ? metres / 1000.0 : metres);
  else if (metres >= 1000.0)
    /* Translators: kilometres on the scale bar of the map. */
    text = g_strdup_printf (_ ("%g km"), metres / 1000.0);
  else
    /* Translators: metres on the scale bar of the map. */
    text = g_strdup_printf (_ ("%g m"), metres);
  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
draw_label (cairo_t *cr, PangoLayout *layout, double x, double anchor, const AtlasPalette *palette)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_move_to (cr, x - width * anchor, 0.0);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, 3.0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_color_set_source (palette->halo, cr);
  cairo_stroke_preserve (cr);
  atlas_color_set_source (palette->ink, cr);
  cairo_fill (cr);
}

static void
atlas_scale_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasScaleBar *self = ATLAS_SCALE_BAR (widget);
  const AtlasPalette *palette;
  double pixels, metres, left = 8.0;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->state == NULL)
    return;
  palette = atlas_palette_get (atlas_view_state_get_style (self->state));
  metres = find_length (self, &pixels);
  cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  /* The mark in the middle needs room between the other two. */
  for (guint i = 0; i <= 2; i += pixels < LEAST_FOR_MIDDLE ? 2 : 1)
    {
      g_autoptr (PangoLayout) label = create_label (self, metres * i / 2.0, i == 2);

      draw_label (cr, label, left + pixels * i / 2.0, 0.5, palette);
    }

  cairo_rectangle (cr, left - 1.0, height - BAR_HEIGHT - 2.0, pixels + 2.0, BAR_HEIGHT + 2.0);
  atlas_color_set_source (palette->ink, cr);
  cairo_fill (cr);
  for (guint i = 1; i < PARTS; i += 2)
    cairo_rectangle (cr,
                     left + pixels * i / PARTS,
                     height - BAR_HEIGHT - 1.0,
                     pixels / PARTS,
                     BAR_HEIGHT);
  atlas_color_set_source (atlas_color_with_alpha (palette->halo, 1.0), cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
atlas_scale_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) MOST_WIDTH + 60
                                                                  : height + (int) BAR_HEIGHT + 4;
}

static void
set_state (AtlasScaleBar *self, AtlasViewState *state)
{
  const char *changes[] = { "notify::lat", "notify::zoom", "notify::style" };

  if (!g_set_object (&self->state, state) || state == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (state,
                             changes[i],
                             G_CALLBACK (gtk_widget_queue_draw),
                             self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_scale_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATLAS_SCALE_BAR (object)->state);
}

static void
atlas_scale_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_state (ATLAS_SCALE_BAR (object), g_value_get_object (value));
}

static void
atlas_scale_bar_dispose (GObject *object)
{
  g_clear_object (&ATLAS_SCALE_BAR (object)->state);
  G_OBJECT_CLASS (atlas_scale_bar_parent_class)->dispose (object);
}

static void
atlas_scale_bar_class_init (AtlasScaleBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_scale_bar_get_property;
  object_class->set_property = atlas_scale_bar_set_property;
  object_class->dispose = atlas_scale_bar_dispose;
  widget_class->snapshot = atlas_scale_bar_snapshot;
  widget_class->measure = atlas_scale_bar_measure;

  properties[PROP_STATE] = g_param_spec_object ("state",
                                                NULL,
                                                NULL,
                                                ATLAS_TYPE_VIEW_STATE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "scalebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_scale_bar_init (AtlasScaleBar *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Scale of the map"),
                                  -1);
}
