/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-date-format.h"
#include "atlas-timeline-painter-private.h"

#define HANDLE_WIDTH 14.0
#define HANDLE_HEIGHT 12.0
#define FLAG_HEIGHT 18.0
#define FLAG_PADDING 8.0

void
atlas_timeline_draw_window (const AtlasTimelinePainting *p)
{
  AtlasTimeSpan window = atlas_view_state_get_window (p->state);
  double from = MAX (atlas_timeline_view_get_x (p->view, window.begin), p->view->left);
  double to =
    MIN (atlas_timeline_view_get_x (p->view, window.end + 1.0), p->view->left + p->view->width);
  double bottom = atlas_timeline_layout_get_changes_top (p->view) + ATLAS_TIMELINE_CHANGES;

  if (to <= from)
    return;
  atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.1), p->cr);
  cairo_rectangle (p->cr,
                   from,
                   ATLAS_TIMELINE_CHAPTERS,
                   to - from,
                   bottom - ATLAS_TIMELINE_CHAPTERS);
  cairo_fill (p->cr);
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_rectangle (p->cr, from, ATLAS_TIMELINE_CHAPTERS, 1.0, bottom - ATLAS_TIMELINE_CHAPTERS);
  cairo_rectangle (p->cr, to - 1.0, ATLAS_TIMELINE_CHAPTERS, 1.0, bottom - ATLAS_TIMELINE_CHAPTERS);
  cairo_fill (p->cr);
}

/* A cursor with its date: that of the map, or, lighter, the one that it is compared with. */
typedef struct
{
  AtlasDay day;
  gboolean main;
  double x;
  double flag_x, flag_width, flag_height; /* the flag's middle, its text */
  PangoLayout *layout;
} Cursor;

static gboolean
is_comparing (const AtlasTimelinePainting *p)
{
  return atlas_view_state_get_compare_mode (p->state) != ATLAS_COMPARE_NONE;
}

static double
clamp_flag (const AtlasTimelinePainting *p, const Cursor *cursor, double x)
{
  double half = cursor->flag_width / 2.0 + FLAG_PADDING;

  return CLAMP (x, p->view->left + half, MAX (p->view->left + p->view->width - half, half));
}

static void
init_cursor (const AtlasTimelinePainting *p, Cursor *cursor, AtlasDay day, gboolean main)
{
  g_autofree char *text = atlas_date_format_day (day, ATLAS_DATE_LONG, p->lang);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  cursor->day = day;
  cursor->main = main;
  cursor->x = atlas_timeline_view_get_x (p->view, day + 0.5);
  cursor->layout = gtk_widget_create_pango_layout (p->widget, text);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (11.5 * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (cursor->layout, attributes);
  pango_layout_get_pixel_size (cursor->layout, &width, &height);
  cursor->flag_width = width;
  cursor->flag_height = height;
  cursor->flag_x = clamp_flag (p, cursor, cursor->x);
}

/* Two flags that would overlap move apart, the earlier date to the left. */
static void
part_flags (const AtlasTimelinePainting *p, Cursor *a, Cursor *b)
{
  Cursor *first = a->day <= b->day ? a : b, *second = first == a ? b : a;
  double least = (first->flag_width + second->flag_width) / 2.0 + 2.0 * FLAG_PADDING + 4.0;
  double missing = least - (second->flag_x - first->flag_x);

  if (missing <= 0.0)
    return;
  first->flag_x = clamp_flag (p, first, first->flag_x - missing / 2.0);
  second->flag_x = clamp_flag (p, second, first->flag_x + least);
  first->flag_x = second->flag_x - least;
}

static void
draw_flag (const AtlasTimelinePainting *p, const Cursor *cursor, double y)
{
  double width = cursor->flag_width + 2.0 * FLAG_PADDING;

  atlas_timeline_add_round_rectangle (p->cr,
                                      cursor->flag_x - width / 2.0,
                                      y,
                                      width,
                                      FLAG_HEIGHT,
                                      FLAG_HEIGHT / 2.0);
  if (cursor->main)
    {
      atlas_color_set_source (p->palette->accent, p->cr);
      cairo_fill (p->cr);
      cairo_set_source_rgb (p->cr, 1.0, 1.0, 1.0);
    }
  else
    {
      atlas_color_set_source (p->palette->paper, p->cr);
      cairo_fill_preserve (p->cr);
      atlas_color_set_source (p->palette->accent, p->cr);
      cairo_set_line_width (p->cr, 1.5);
      cairo_stroke (p->cr);
      atlas_color_set_source (p->text, p->cr);
    }
  cairo_move_to (p->cr,
                 round (cursor->flag_x - cursor->flag_width / 2.0),
                 round (y + (FLAG_HEIGHT - cursor->flag_height) / 2.0));
  pango_cairo_show_layout (p->cr, cursor->layout);
}

static void
add_handle (const AtlasTimelinePainting *p, double x, double top)
{
  cairo_move_to (p->cr, x - HANDLE_WIDTH / 2.0, top - HANDLE_HEIGHT / 2.0);
  cairo_line_to (p->cr, x + HANDLE_WIDTH / 2.0, top - HANDLE_HEIGHT / 2.0);
  cairo_line_to (p->cr, x + HANDLE_WIDTH / 2.0, top + 1.0);
  cairo_line_to (p->cr, x, top + HANDLE_HEIGHT / 2.0 + 2.0);
  cairo_line_to (p->cr, x - HANDLE_WIDTH / 2.0, top + 1.0);
  cairo_close_path (p->cr);
}

/* A ring about the path, with a gap to what is in it. */
static void
draw_focus (const AtlasTimelinePainting *p)
{
  cairo_set_line_width (p->cr, 8.0);
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_stroke_preserve (p->cr);
  cairo_set_line_width (p->cr, 4.0);
  atlas_color_set_source (p->palette->paper, p->cr);
  cairo_stroke_preserve (p->cr);
}

static void
draw_cursor (const AtlasTimelinePainting *p, const Cursor *cursor)
{
  double top = ATLAS_TIMELINE_CHAPTERS - 4.0,
         bottom = atlas_timeline_layout_get_changes_top (p->view) + ATLAS_TIMELINE_CHANGES;
  double width = cursor->main ? 2.4 : 1.6;

  if (cursor->x < p->view->left - 1.0 || cursor->x > p->view->left + p->view->width + 1.0)
    return;
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_rectangle (p->cr, cursor->x - width / 2.0, top, width, bottom - top + 3.0);
  cairo_fill (p->cr);
  add_handle (p, cursor->x, top);
  if (cursor->main ? p->view->focused : p->view->compare_focused)
    draw_focus (p);
  atlas_color_set_source (cursor->main ? p->palette->accent : p->palette->paper, p->cr);
  cairo_fill_preserve (p->cr);
  if (!cursor->main)
    {
      atlas_color_set_source (p->palette->accent, p->cr);
      cairo_set_line_width (p->cr, 1.5);
      cairo_stroke_preserve (p->cr);
    }
  cairo_new_path (p->cr);
  draw_flag (p, cursor, bottom + 3.0);
}

/* What lies between the two dates that are compared. */
static void
draw_between (const AtlasTimelinePainting *p, double a, double b)
{
  double from = MAX (MIN (a, b), p->view->left);
  double to = MIN (MAX (a, b), p->view->left + p->view->width);

  if (to <= from)
    return;
  atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.12), p->cr);
  cairo_rectangle (p->cr,
                   from,
                   atlas_timeline_layout_get_changes_top (p->view),
                   to - from,
                   ATLAS_TIMELINE_CHANGES);
  cairo_fill (p->cr);
}

void
atlas_timeline_draw_cursors (const AtlasTimelinePainting *p)
{
  Cursor cursor, other;

  init_cursor (p, &cursor, atlas_view_state_get_date (p->state), TRUE);
  if (is_comparing (p))
    {
      init_cursor (p, &other, atlas_view_state_get_compare_date (p->state), FALSE);
      part_flags (p, &cursor, &other);
      draw_between (p, cursor.x, other.x);
      draw_cursor (p, &other);
      g_object_unref (other.layout);
    }
  draw_cursor (p, &cursor);
  g_object_unref (cursor.layout);
}
