/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-page-pace.h"

/* The bar ends at this many kilometres a day. */
#define BAR_END 64.0
#define BAR_HEIGHT 5.0
#define BAR_SIZE 30

char *
atlas_page_format_pace (const AtlasLegPace *pace)
{
  double slowest = round (pace->slowest), fastest = round (pace->fastest);

  g_return_val_if_fail (pace != NULL, NULL);

  if (pace->least_days == 0)
    /* Translators: kilometres a day of a march of which the duration is not known exactly. */
    return g_strdup_printf (_ ("at least %.0f km a day"), slowest);
  if (fastest - slowest >= 1.0)
    return g_strdup_printf (_ ("%.0f to %.0f km a day"), slowest, fastest);
  return g_strdup_printf (_ ("%.0f km a day"), slowest);
}

char *
atlas_page_format_leg (AtlasLeg *leg)
{
  AtlasLegPace pace;
  g_autofree char *words = NULL;

  g_return_val_if_fail (ATLAS_IS_LEG (leg), NULL);

  if (!atlas_leg_pace_measure (leg, &pace))
    return NULL;
  words = atlas_page_format_pace (&pace);
  /* Translators: how long a leg of a march is, and how fast it went; "?" where nobody could. */
  return g_strdup_printf (_ ("%.0f km · %s%s"),
                          pace.km,
                          words,
                          atlas_leg_pace_is_implausible (&pace) ? " ?" : "");
}

static void
draw_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static const double colors[][3] = { { 0.45, 0.71, 0.58 },
                                      { 0.85, 0.69, 0.36 },
                                      { 0.85, 0.52, 0.48 } };
  static const double ends[] = { ATLAS_PACE_FOOT, ATLAS_PACE_MOUNTED, BAR_END };
  const AtlasLegPace *pace = data;
  double from = MIN (pace->slowest, BAR_END) / BAR_END * width;
  double to = MIN (MAX (pace->fastest, pace->slowest), BAR_END) / BAR_END * width;
  double x = 0.0, y = (height - BAR_HEIGHT) / 2.0;
  GdkRGBA ink;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      double end = ends[i] / BAR_END * width;

      cairo_set_source_rgb (cr, colors[i][0], colors[i][1], colors[i][2]);
      cairo_rectangle (cr, x, y, end - x, BAR_HEIGHT);
      cairo_fill (cr);
      x = end;
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  from = CLAMP (from, 1.5, width - 1.5);
  to = CLAMP (to, from, width - 1.5);
  cairo_rectangle (cr, from - 1.5, 0.0, to - from + 3.0, 2.0);
  cairo_rectangle (cr, from - 1.5, 0.0, 3.0, height);
  cairo_rectangle (cr, to - 1.5, 0.0, 3.0, height);
  cairo_fill (cr);
}

/* Foot, mounted, implausible, each under its part of the bar. */
static GtkWidget *
create_bar (const AtlasLegPace *pace, const char *words)
{
  const char *names[] = { _ ("foot"), _ ("mounted"), _ ("implausible") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *row = gtk_grid_new ();
  const int columns[] = { (int) ATLAS_PACE_FOOT,
                          (int) (ATLAS_PACE_MOUNTED - ATLAS_PACE_FOOT),
                          (int) (BAR_END - ATLAS_PACE_MOUNTED) };
  int column = 0;

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BAR_SIZE / 2);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area),
                                  draw_bar_cb,
                                  g_memdup2 (pace, sizeof *pace),
                                  g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_grid_set_column_homogeneous (GTK_GRID (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *name = atlas_page_label (names[i], "kind-line");

      gtk_label_set_wrap (GTK_LABEL (name), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_grid_attach (GTK_GRID (row), name, column, 0, columns[i], 1);
      column += columns[i];
    }
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), row);
  return box;
}

char *
atlas_page_format_length (const AtlasLegPace *pace)
{
  g_autofree char *days = NULL;

  g_return_val_if_fail (pace != NULL, NULL);

  if (pace->least_days > 0 && pace->least_days < pace->most_days)
    days = g_strdup_printf (_ ("%d to %d days"), pace->least_days, pace->most_days);
  else
    days =
      g_strdup_printf (ngettext ("%d day", "%d days", (gulong) pace->most_days), pace->most_days);
  return g_strdup_printf (pace->least_days > 0 ? _ ("%.0f km from place to place, %s")
                                               : _ ("%.0f km from place to place, within %s"),
                          pace->km,
                          days);
}

static void
add_pace (GtkWidget *box, AtlasLeg *leg)
{
  AtlasLegPace pace;
  g_autofree char *words = NULL;
  g_autofree char *length = NULL;

  if (!atlas_leg_pace_measure (leg, &pace))
    {
      gtk_box_append (GTK_BOX (box),
                      atlas_page_label (_ ("The accounts leave its days or its places open: how "
                                           "fast it went "
                                           "cannot be told."),
                                        "dim"));
      return;
    }
  words = atlas_page_format_pace (&pace);
  length = atlas_page_format_length (&pace);
  gtk_box_append (GTK_BOX (box), atlas_page_label (words, "pace"));
  gtk_box_append (GTK_BOX (box), atlas_page_label (length, "kind-line"));
  gtk_box_append (GTK_BOX (box), create_bar (&pace, words));
  if (atlas_leg_pace_is_implausible (&pace))
    {
      g_autofree char *doubt =
        g_strdup_printf (_ ("Faster than mounted troops went, %.0f km a day: it went by other "
                            "means, or a date or a place of this leg is doubtful."),
                         ATLAS_PACE_MOUNTED);
      GtkWidget *label = atlas_page_label (doubt, "notice");

      gtk_widget_add_css_class (label, "doubt");
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
add_force (GtkWidget *box, const AtlasPageContext *context, AtlasLeg *leg)
{
  const char *force = atlas_text_get (atlas_leg_get_force (leg), context->lang);
  const char *const *commanders = atlas_leg_get_commanders (leg);

  if (force != NULL)
    gtk_box_append (GTK_BOX (box), atlas_page_label (force, NULL));
  for (guint i = 0; commanders != NULL && commanders[i] != NULL; i++)
    {
      g_autofree char *link = atlas_page_link (context, commanders[i]);

      gtk_box_append (GTK_BOX (box), atlas_page_markup (link, "linked"));
    }
}

static void
add_gap (GtkWidget *box, const AtlasPageContext *context, AtlasLeg *leg)
{
  AtlasTimeSpan gap = atlas_leg_pace_find_gap (context->dataset, leg);
  g_autofree char *days = NULL;
  g_autofree char *words = NULL;

  if (atlas_time_span_is_empty (gap))
    return;
  days = atlas_date_format_span (gap, context->lang);
  words = g_strdup_printf (_ ("Before it nothing is recorded for a time: %s."), days);
  gtk_box_append (GTK_BOX (box), atlas_page_label (words, "dim"));
}

GtkWidget *
atlas_page_pace (const AtlasPageContext *context, AtlasLeg *leg)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *ends = g_strdup_printf ("%s – %s",
                                           atlas_page_name (context, atlas_leg_get_from (leg)),
                                           atlas_page_name (context, atlas_leg_get_to (leg)));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "claims");
  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("Pace of this leg"), ends));
  add_pace (card, leg);
  add_force (card, context, leg);
  add_gap (card, context, leg);
  gtk_box_append (GTK_BOX (box), card);
  return box;
}
