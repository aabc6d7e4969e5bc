/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-interface-style.h"
#include "atlas-timeline-painter-private.h"

/* The column of names: its left margin, and what stays free before the axis. */
#define NAMES_LEFT 12.0
#define NAMES_GAP 2.0
#define NAME_SIZE 11.5
#define SMALL_NAME_SIZE 10.5

double
atlas_timeline_draw_text (const AtlasTimelinePainting *p,
                          const char *text,
                          double x,
                          double y,
                          double anchor,
                          double size,
                          gboolean bold,
                          AtlasColor color,
                          double most)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (p->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > most && anchor > 0.0)
    return 0.0;
  if (width > most)
    {
      pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  cairo_move_to (p->cr, round (x - width * anchor), round (y - height / 2.0));
  atlas_color_set_source (color, p->cr);
  pango_cairo_show_layout (p->cr, layout);
  return width;
}

void
atlas_timeline_add_round_rectangle (cairo_t *cr,
                                    double x,
                                    double y,
                                    double width,
                                    double height,
                                    double radius)
{
  radius = MIN (radius, MIN (width, height) / 2.0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

AtlasColor
atlas_timeline_get_color (const AtlasTimelinePainting *p, const char *family)
{
  return atlas_palette_get_polity (p->style, family)->edge;
}

void
atlas_timeline_fill_hatched (cairo_t *cr,
                             double x,
                             double y,
                             double width,
                             double height,
                             AtlasColor color)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  atlas_color_set_source (atlas_color_with_alpha (color, 0.15), cr);
  cairo_paint (cr);
  atlas_color_set_source (color, cr);
  cairo_set_line_width (cr, 1.0);
  for (double offset = -height; offset < width; offset += 4.0)
    {
      cairo_move_to (cr, x + offset, y + height);
      cairo_line_to (cr, x + offset + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
atlas_timeline_draw_name (const AtlasTimelinePainting *p, const char *name, double y)
{
  atlas_timeline_draw_text (p,
                            name,
                            NAMES_LEFT,
                            y,
                            0.0,
                            NAME_SIZE,
                            FALSE,
                            p->text,
                            p->view->left - NAMES_LEFT - NAMES_GAP);
}

static void
draw_names (const AtlasTimelinePainting *p)
{
  double days = (double) p->view->span.end - p->view->span.begin;
  double changes = atlas_timeline_layout_get_changes_top (p->view);

  atlas_timeline_draw_name (p, _ ("Events"), ATLAS_TIMELINE_CHAPTERS + 11.0);
  atlas_timeline_draw_text (p,
                            days < ATLAS_TIMELINE_FOUR_MONTHS      ? _ ("per day")
                            : days <= ATLAS_TIMELINE_FIFTEEN_YEARS ? _ ("per month")
                                                                   : _ ("per quarter"),
                            NAMES_LEFT,
                            ATLAS_TIMELINE_CHAPTERS + 26.0,
                            0.0,
                            SMALL_NAME_SIZE,
                            FALSE,
                            atlas_color_with_alpha (p->text, 0.72),
                            p->view->left - NAMES_LEFT - NAMES_GAP);
  atlas_timeline_draw_name (p, _ ("Border changes"), changes + ATLAS_TIMELINE_CHANGES / 2.0);
  atlas_timeline_draw_name (p, _ ("All years"), p->view->height - ATLAS_TIMELINE_ALL + 12.5);
}

void
atlas_timeline_painter_draw (GtkWidget *widget,
                             cairo_t *cr,
                             const AtlasTimelineView *view,
                             AtlasHistoryIndex *index,
                             const AtlasTimelineModel *model,
                             AtlasViewState *state)
{
  GdkRGBA color;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (AtlasRect));
  g_autoptr (AtlasFilterMask) mask = NULL;
  AtlasTimelinePainting p = {
    .widget = widget,
    .cr = cr,
    .view = view,
    .model = model,
    .state = state,
    .style = atlas_interface_style_get (),
    .lang = atlas_view_state_get_language (state),
    .names = names,
  };

  if (model == NULL || view->width <= 0.0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  p.text = (AtlasColor){ color.red, color.green, color.blue, 1.0 };
  p.palette = atlas_palette_get (p.style);
  p.mask = mask = atlas_history_index_ref_mask (index, atlas_view_state_get_filter (state));

  if (!view->compact)
    {
      atlas_timeline_draw_lanes (&p);
      atlas_timeline_draw_marks (&p);
      draw_names (&p);
    }
  atlas_timeline_draw_window (&p);
  atlas_timeline_draw_chapters (&p, atlas_history_index_get_dataset (index));
  atlas_timeline_draw_density (&p);
  atlas_timeline_draw_tour (&p, atlas_history_index_get_dataset (index));
  atlas_timeline_draw_changes (&p);
  atlas_timeline_draw_axis (&p);
  atlas_timeline_draw_overview (&p);
  atlas_timeline_draw_cursors (&p);
}
