/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-day-slider.h"

struct _AtlasDaySlider
{
  GtkScale parent_instance;

  gboolean updating; /* the value follows the owner */
};

enum
{
  DAY_SET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasDaySlider, atlas_day_slider, GTK_TYPE_SCALE)

static void
value_changed_cb (AtlasDaySlider *self)
{
  if (!self->updating)
    g_signal_emit (self,
                   signals[DAY_SET],
                   0,
                   (int) lround (gtk_range_get_value (GTK_RANGE (self))));
}

/* The owner draws it. */
static void
atlas_day_slider_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

/* Its own keys go by days of its own choosing; the owner knows better. */
static void
atlas_day_slider_move_slider (GtkRange *range, GtkScrollType scroll)
{
}

static void
atlas_day_slider_class_init (AtlasDaySliderClass *klass)
{
  GTK_RANGE_CLASS (klass)->move_slider = atlas_day_slider_move_slider;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_day_slider_snapshot;
  signals[DAY_SET] = g_signal_new ("day-set",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_INT);
}

static void
atlas_day_slider_init (AtlasDaySlider *self)
{
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_scale_set_digits (GTK_SCALE (self), 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "value-changed", G_CALLBACK (value_changed_cb), NULL);
}

GtkWidget *
atlas_day_slider_new (const char *label)
{
  GtkWidget *self = g_object_new (ATLAS_TYPE_DAY_SLIDER, NULL);

  g_return_val_if_fail (label != NULL, self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

void
atlas_day_slider_update (AtlasDaySlider *self,
                         AtlasTimeSpan limits,
                         AtlasDay day,
                         const char *words,
                         const char *help)
{
  g_autofree char *description =
    help != NULL ? g_strdup_printf ("%s. %s", words, help) : g_strdup (words);

  g_return_if_fail (ATLAS_IS_DAY_SLIDER (self));

  self->updating = TRUE;
  gtk_adjustment_configure (gtk_range_get_adjustment (GTK_RANGE (self)),
                            day,
                            MIN (limits.begin, day),
                            MAX (limits.end, day),
                            1.0,
                            30.0,
                            0.0);
  self->updating = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}
