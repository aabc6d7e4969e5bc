/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-scaler.h"

struct _AtlasScaler
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double scale;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_SCALE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasScaler, atlas_scaler, GTK_TYPE_WIDGET)

static void
atlas_scaler_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  AtlasScaler *self = ATLAS_SCALER (widget);
  int least, wanted;

  gtk_widget_measure (self->child,
                      orientation,
                      for_size < 0 ? -1 : (int) floor (for_size / self->scale),
                      &least,
                      &wanted,
                      NULL,
                      NULL);
  *minimum = (int) ceil (least * self->scale);
  *natural = (int) ceil (wanted * self->scale);
}

static void
atlas_scaler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasScaler *self = ATLAS_SCALER (widget);

  gtk_widget_allocate (self->child,
                       (int) floor (width / self->scale),
                       (int) floor (height / self->scale),
                       -1,
                       gsk_transform_scale (NULL, (float) self->scale, (float) self->scale));
}

static GtkSizeRequestMode
atlas_scaler_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (ATLAS_SCALER (widget)->child);
}

static void
atlas_scaler_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasScaler *self = ATLAS_SCALER (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else
    g_value_set_double (value, self->scale);
}

static void
atlas_scaler_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasScaler *self = ATLAS_SCALER (object);

  if (id == PROP_SCALE)
    {
      atlas_scaler_set_scale (self, g_value_get_double (value));
      return;
    }
  self->child = g_value_get_object (value);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
atlas_scaler_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_SCALER (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_scaler_parent_class)->dispose (object);
}

static void
atlas_scaler_class_init (AtlasScalerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_scaler_get_property;
  object_class->set_property = atlas_scaler_set_property;
  object_class->dispose = atlas_scaler_dispose;
  widget_class->measure = atlas_scaler_measure;
  widget_class->size_allocate = atlas_scaler_size_allocate;
  widget_class->get_request_mode = atlas_scaler_get_request_mode;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SCALE] = g_param_spec_double ("scale",
                                                NULL,
                                                NULL,
                                                1.0,
                                                G_MAXDOUBLE,
                                                1.0,
                                                flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_scaler_init (AtlasScaler *self)
{
  self->scale = 1.0;
}

GtkWidget *
atlas_scaler_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (ATLAS_TYPE_SCALER, "child", child, NULL);
}

void
atlas_scaler_set_scale (AtlasScaler *self, double scale)
{
  g_return_if_fail (ATLAS_IS_SCALER (self));
  g_return_if_fail (scale >= 1.0);

  if (fabs (scale - self->scale) < 1e-6)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}
