/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-side-panel.h"

struct _AtlasSidePanel
{
  GtkWidget parent_instance;

  int width;
};

enum
{
  PROP_0,
  PROP_WIDTH,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasSidePanel,
                               atlas_side_panel,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static GtkSizeRequestMode
atlas_side_panel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
atlas_side_panel_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasSidePanel *self = ATLAS_SIDE_PANEL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->width;
  else
    gtk_widget_measure (gtk_widget_get_first_child (widget),
                        orientation,
                        self->width,
                        minimum,
                        natural,
                        NULL,
                        NULL);
}

static void
atlas_side_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkAllocation place = { 0, 0, width, height };

  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &place, baseline);
}

static void
atlas_side_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WIDTH)
    g_value_set_int (value, atlas_side_panel_get_width (ATLAS_SIDE_PANEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_side_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WIDTH)
    atlas_side_panel_set_width (ATLAS_SIDE_PANEL (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_side_panel_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_side_panel_parent_class)->dispose (object);
}

static void
atlas_side_panel_class_init (AtlasSidePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_side_panel_get_property;
  object_class->set_property = atlas_side_panel_set_property;
  object_class->dispose = atlas_side_panel_dispose;
  widget_class->get_request_mode = atlas_side_panel_get_request_mode;
  widget_class->measure = atlas_side_panel_measure;
  widget_class->size_allocate = atlas_side_panel_size_allocate;

  properties[PROP_WIDTH] =
    g_param_spec_int ("width",
                      NULL,
                      NULL,
                      0,
                      G_MAXINT,
                      0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
atlas_side_panel_init (AtlasSidePanel *self)
{
}

int
atlas_side_panel_get_width (AtlasSidePanel *self)
{
  g_return_val_if_fail (ATLAS_IS_SIDE_PANEL (self), 0);

  return self->width;
}

void
atlas_side_panel_set_width (AtlasSidePanel *self, int width)
{
  g_return_if_fail (ATLAS_IS_SIDE_PANEL (self));
  g_return_if_fail (width >= 0);

  if (self->width == width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}
