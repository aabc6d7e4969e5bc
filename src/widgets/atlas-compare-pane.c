/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-compare-pane.h"

struct _AtlasComparePane
{
  GtkWidget parent_instance;

  int child_x;
  int child_width;
};

G_DEFINE_FINAL_TYPE (AtlasComparePane, atlas_compare_pane, GTK_TYPE_WIDGET)

static void
atlas_compare_pane_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget),
                      orientation,
                      -1,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
  /* The child may be cut off as far as the divider goes. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
atlas_compare_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasComparePane *self = ATLAS_COMPARE_PANE (widget);
  GtkAllocation place = { self->child_x, 0, self->child_width, height };

  gtk_widget_size_allocate (gtk_widget_get_first_child (widget), &place, baseline);
}

static void
atlas_compare_pane_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_compare_pane_parent_class)->dispose (object);
}

static void
atlas_compare_pane_class_init (AtlasComparePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_compare_pane_dispose;
  widget_class->measure = atlas_compare_pane_measure;
  widget_class->size_allocate = atlas_compare_pane_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_compare_pane_init (AtlasComparePane *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
atlas_compare_pane_new (GtkWidget *child)
{
  GtkWidget *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  self = g_object_new (ATLAS_TYPE_COMPARE_PANE, NULL);
  gtk_widget_set_parent (child, self);
  return self;
}

void
atlas_compare_pane_allocate (AtlasComparePane *self,
                             const GtkAllocation *place,
                             int child_x,
                             int child_width)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int least;

  g_return_if_fail (ATLAS_IS_COMPARE_PANE (self));

  /* A child that needs more than it is given is cut evenly on both sides. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (child_width < least)
    {
      child_x -= (least - child_width) / 2;
      child_width = least;
    }
  if (child_x != self->child_x || child_width != self->child_width)
    {
      self->child_x = child_x;
      self->child_width = child_width;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  gtk_widget_size_allocate (GTK_WIDGET (self), place, -1);
}
