/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-ticks.h"
#include "atlas-timeline-painter-private.h"

#define CHANGE_SIZE 9.0
#define LABEL_DISTANCE 62.0

void
atlas_timeline_draw_changes (const AtlasTimelinePainting *p)
{
  double middle = atlas_timeline_layout_get_changes_top (p->view) + ATLAS_TIMELINE_CHANGES / 2.0;

  for (guint i = 0; i < p->model->changes->len; i++)
    {
      const AtlasTimelineChange *change =
        &g_array_index (p->model->changes, AtlasTimelineChange, i);
      double x = atlas_timeline_view_get_x (p->view, change->day), half = CHANGE_SIZE / 2.0;

      if (!atlas_time_span_contains (p->view->span, change->day))
        continue;
      cairo_move_to (p->cr, x, middle - half);
      cairo_line_to (p->cr, x + half, middle);
      cairo_line_to (p->cr, x, middle + half);
      cairo_line_to (p->cr, x - half, middle);
      cairo_close_path (p->cr);
      atlas_color_set_source (p->palette->border, p->cr);
      if (change->by_treaty)
        cairo_fill (p->cr);
      else
        {
          static const double dots[] = { 1.5, 1.5 };

          cairo_save (p->cr);
          cairo_set_line_width (p->cr, 1.2);
          if (change->proposed)
            cairo_set_dash (p->cr, dots, G_N_ELEMENTS (dots), 0.0);
          cairo_stroke (p->cr);
          cairo_restore (p->cr);
        }
    }
}

void
atlas_timeline_draw_axis (const AtlasTimelinePainting *p)
{
  double top = atlas_timeline_layout_get_changes_top (p->view) + ATLAS_TIMELINE_CHANGES;
  g_autoptr (GArray) ticks =
    atlas_ticks_new (p->view->span, p->view->width, LABEL_DISTANCE, p->lang);

  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.6), p->cr);
  cairo_rectangle (p->cr, p->view->left, top, p->view->width, 1.0);
  cairo_fill (p->cr);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTick *tick = &g_array_index (ticks, AtlasTick, i);
      double x = round (atlas_timeline_view_get_x (p->view, tick->day));
      double length = tick->level == ATLAS_TICK_MAJOR    ? 6.0
                      : tick->level == ATLAS_TICK_MEDIUM ? 4.0
                                                         : 2.5;

      atlas_color_set_source (atlas_color_with_alpha (p->text, 0.6), p->cr);
      cairo_rectangle (p->cr, x, top, 1.0, length);
      cairo_fill (p->cr);
      if (tick->label[0] != '\0' && x < p->view->left + p->view->width - 16.0)
        atlas_timeline_draw_text (p,
                                  tick->label,
                                  x,
                                  top + 15.0,
                                  0.5,
                                  11.5,
                                  tick->level == ATLAS_TICK_MAJOR,
                                  atlas_color_with_alpha (p->text, 0.8),
                                  1000.0);
    }
}

/* Events of all years in columns two pixels wide. */
static void
add_columns (const AtlasTimelinePainting *p,
             const AtlasTimelineView *all,
             double top,
             double height)
{
  const GArray *marks = p->model->marks;
  double column = 0.0;
  guint same = 0;

  for (guint i = 0; i <= marks->len; i++)
    {
      const AtlasTimelineMark *mark =
        i < marks->len ? &g_array_index (marks, AtlasTimelineMark, i) : NULL;
      double x = mark != NULL ? floor (atlas_timeline_view_get_x (all, mark->day)) : HUGE_VAL;

      if (x > column + 1.0)
        {
          double rise = MIN (height - 1.0, 2.0 * sqrt ((double) same));

          if (same > 0)
            cairo_rectangle (p->cr, column, top + height - rise, 2.0, rise);
          column = x;
          same = 0;
        }
      if (mark != NULL)
        same += atlas_filter_mask_has (p->mask, ATLAS_RECORD (mark->event));
    }
}

/* All years, with what the axis shows as a frame. */
void
atlas_timeline_draw_overview (const AtlasTimelinePainting *p)
{
  AtlasTimelineView all = *p->view;
  double top = p->view->height - ATLAS_TIMELINE_ALL + 6.0, height = 13.0, from, to;

  all.span = p->view->range;
  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.08), p->cr);
  atlas_timeline_add_round_rectangle (p->cr, all.left, top, all.width, height, 3.0);
  cairo_fill (p->cr);

  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.4), p->cr);
  add_columns (p, &all, top, height);
  cairo_fill (p->cr);

  for (int year = 1750; year < 1949; year += 50)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      atlas_timeline_draw_text (p,
                                text,
                                atlas_timeline_view_get_x (&all,
                                                           atlas_day_from_gregorian (year, 1, 1)),
                                top + height / 2.0,
                                0.5,
                                9.5,
                                FALSE,
                                atlas_color_with_alpha (p->text, 0.72),
                                100.0);
    }

  from = atlas_timeline_view_get_x (&all, p->view->span.begin);
  to = MAX (atlas_timeline_view_get_x (&all, p->view->span.end + 1.0), from + 6.0);
  atlas_timeline_add_round_rectangle (p->cr, from + 1.0, top, to - from - 2.0, height, 3.0);
  atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.18), p->cr);
  cairo_fill_preserve (p->cr);
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_set_line_width (p->cr, 1.6);
  cairo_stroke (p->cr);
}
