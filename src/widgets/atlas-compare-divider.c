/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-compare-divider.h"
#include "atlas-interface-style.h"
#include "atlas-palette.h"

#define GRIP ((double) ATLAS_COMPARE_DIVIDER_GRIP)
#define LINE ((double) ATLAS_COMPARE_DIVIDER_LINE)
/* Pixels on each side of the line that still take hold of it. */
#define SLACK 4.0
/* How near to the edges it goes, and how far by one key. */
#define LEAST 0.05
#define STEP 0.05

struct _AtlasCompareDivider
{
  GtkWidget parent_instance;

  double position;
  gboolean movable;
  double held_at; /* where the pointer took hold, pixels from the line */
};

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_MOVABLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasCompareDivider, atlas_compare_divider, GTK_TYPE_WIDGET)

static void
announce (AtlasCompareDivider *self)
{
  double percent = round (self->position * 100.0);
  /* Translators: how much of two maps that lie over one another shows the left one. */
  g_autofree char *words = g_strdup_printf (_ ("%.0f %% left"), percent);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  LEAST * 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (1.0 - LEAST) * 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  percent,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words,
                                  -1);
}

/* Where the pointer is in the parent, which stays while the divider moves. */
static double
get_parent_x (AtlasCompareDivider *self, GtkGestureDrag *gesture)
{
  double x, y, parent_x = 0.0, parent_y;

  gtk_gesture_get_point (GTK_GESTURE (gesture), NULL, &x, &y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self),
                                    gtk_widget_get_parent (GTK_WIDGET (self)),
                                    x,
                                    y,
                                    &parent_x,
                                    &parent_y);
  return parent_x;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AtlasCompareDivider *self)
{
  if (!self->movable)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->held_at = x - GRIP / 2.0;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, AtlasCompareDivider *self)
{
  int width = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)));

  if (self->movable && width > 0)
    atlas_compare_divider_set_position (self,
                                        (get_parent_x (self, gesture) - self->held_at) / width);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        AtlasCompareDivider *self)
{
  if (modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Down:
      atlas_compare_divider_set_position (self, self->position - STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Up:
      atlas_compare_divider_set_position (self, self->position + STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_compare_divider_set_position (self, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      atlas_compare_divider_set_position (self, 1.0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
draw_grip (cairo_t *cr, const AtlasPalette *palette, double x, double y, gboolean focused)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y + 1.0, GRIP / 2.0 - 1.5, 0.0, 2.0 * G_PI);
  cairo_set_source_rgba (cr, 0.0, 0.0, 0.0, 0.28);
  cairo_fill (cr);
  cairo_arc (cr, x, y, GRIP / 2.0 - 2.5, 0.0, 2.0 * G_PI);
  atlas_color_set_source (atlas_color_with_alpha (palette->plate, 1.0), cr);
  cairo_fill_preserve (cr);
  if (focused)
    {
      atlas_color_set_source (palette->accent, cr);
      cairo_set_line_width (cr, 2.5);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x + side * 5.5, y - 6.0);
      cairo_line_to (cr, x + side * 11.0, y);
      cairo_line_to (cr, x + side * 5.5, y + 6.0);
    }
  atlas_color_set_source (palette->text, cr);
  cairo_set_line_width (cr, 2.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
atlas_compare_divider_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasCompareDivider *self = ATLAS_COMPARE_DIVIDER (widget);
  const AtlasPalette *palette = atlas_palette_get (atlas_interface_style_get ());
  double height = gtk_widget_get_height (widget), middle = GRIP / 2.0;
  gboolean focused = gtk_widget_has_focus (widget) &&
                     gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE;
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) GRIP, (float) height));

  cairo_rectangle (cr, middle - LINE / 2.0 - 1.0, 0.0, LINE + 2.0, height);
  atlas_color_set_source (atlas_color_with_alpha (palette->text, 0.32), cr);
  cairo_fill (cr);
  cairo_rectangle (cr, middle - LINE / 2.0, 0.0, LINE, height);
  atlas_color_set_source (atlas_color_with_alpha (palette->plate, 1.0), cr);
  cairo_fill (cr);
  if (self->movable)
    draw_grip (cr, palette, middle, round (height / 2.0), focused);
  cairo_destroy (cr);
}

static gboolean
atlas_compare_divider_contains (GtkWidget *widget, double x, double y)
{
  double off = fabs (x - GRIP / 2.0);

  return ATLAS_COMPARE_DIVIDER (widget)->movable && y >= 0.0 &&
         y < gtk_widget_get_height (widget) &&
         (off <= LINE / 2.0 + SLACK ||
          hypot (off, y - gtk_widget_get_height (widget) / 2.0) <= GRIP / 2.0);
}

static void
atlas_compare_divider_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = ATLAS_COMPARE_DIVIDER_GRIP;
}

static void
atlas_compare_divider_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasCompareDivider *self = ATLAS_COMPARE_DIVIDER (object);

  if (id == PROP_POSITION)
    g_value_set_double (value, self->position);
  else
    g_value_set_boolean (value, self->movable);
}

static void
atlas_compare_divider_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  AtlasCompareDivider *self = ATLAS_COMPARE_DIVIDER (object);

  if (id == PROP_POSITION)
    atlas_compare_divider_set_position (self, g_value_get_double (value));
  else
    atlas_compare_divider_set_movable (self, g_value_get_boolean (value));
}

static void
atlas_compare_divider_class_init (AtlasCompareDividerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_compare_divider_get_property;
  object_class->set_property = atlas_compare_divider_set_property;
  widget_class->snapshot = atlas_compare_divider_snapshot;
  widget_class->contains = atlas_compare_divider_contains;
  widget_class->measure = atlas_compare_divider_measure;

  properties[PROP_POSITION] = g_param_spec_double ("position", NULL, NULL, 0.0, 1.0, 0.5, flags);
  properties[PROP_MOVABLE] = g_param_spec_boolean ("movable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "comparedivider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
atlas_compare_divider_init (AtlasCompareDivider *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->position = 0.5;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Divider between the two maps"),
                                  -1);
  announce (self);
}

GtkWidget *
atlas_compare_divider_new (void)
{
  return g_object_new (ATLAS_TYPE_COMPARE_DIVIDER, NULL);
}

double
atlas_compare_divider_get_position (AtlasCompareDivider *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARE_DIVIDER (self), 0.5);

  return self->position;
}

void
atlas_compare_divider_set_position (AtlasCompareDivider *self, double position)
{
  g_return_if_fail (ATLAS_IS_COMPARE_DIVIDER (self));

  position = CLAMP (position, LEAST, 1.0 - LEAST);
  if (fabs (position - self->position) < 1e-9)
    return;
  self->position = position;
  announce (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

void
atlas_compare_divider_set_movable (AtlasCompareDivider *self, gboolean movable)
{
  g_return_if_fail (ATLAS_IS_COMPARE_DIVIDER (self));

  movable = !!movable;
  if (movable == self->movable)
    return;
  self->movable = movable;
  gtk_widget_set_focusable (GTK_WIDGET (self), movable);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), movable ? "ew-resize" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVABLE]);
}
