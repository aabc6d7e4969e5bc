/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-painter-private.h"

/* Pixels: radius of a step and of the one that is shown, height of the line on which they stand. */
#define DOT 2.6
#define DOT_NOW 4.4
#define DOT_LINE (ATLAS_TIMELINE_CHAPTERS - 8.0)
/* Pixels: the bar over the days of a highlight, and its feet. */
#define BAR_TOP (ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY - 2.0)
#define BAR_WIDTH 2.4
#define FOOT 7.0
#define LEAST_BAR 7.0

static void
draw_dots (const AtlasTimelinePainting *p, const AtlasChapter *chapter, guint now)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < chapter->n_steps; i++)
      {
        if ((i == now) != (pass == 1) ||
            !atlas_time_span_contains (p->view->span, chapter->steps[i].date))
          continue;
        cairo_new_path (p->cr);
        cairo_arc (p->cr,
                   atlas_timeline_view_get_x (p->view, chapter->steps[i].date + 0.5),
                   DOT_LINE,
                   i == now ? DOT_NOW : DOT,
                   0,
                   2 * G_PI);
        atlas_color_set_source (i == now ? p->palette->accent : p->palette->paper, p->cr);
        cairo_fill_preserve (p->cr);
        atlas_color_set_source (i == now ? p->palette->paper : p->palette->accent, p->cr);
        cairo_set_line_width (p->cr, 1.4);
        cairo_stroke (p->cr);
      }
}

/* Days too few to be seen are widened to a bar that can be. */
static void
draw_bar (const AtlasTimelinePainting *p, AtlasTimeSpan days)
{
  double from = MAX (atlas_timeline_view_get_x (p->view, days.begin), p->view->left);
  double to =
    MIN (atlas_timeline_view_get_x (p->view, days.end + 1.0), p->view->left + p->view->width);
  double missing = MAX (LEAST_BAR - (to - from), 0.0);

  if (!atlas_time_span_overlaps (days, p->view->span))
    return;
  from -= missing / 2.0;
  to += missing / 2.0;
  cairo_move_to (p->cr, from, BAR_TOP + FOOT);
  cairo_line_to (p->cr, from, BAR_TOP);
  cairo_line_to (p->cr, to, BAR_TOP);
  cairo_line_to (p->cr, to, BAR_TOP + FOOT);
  atlas_color_set_source (p->palette->paper, p->cr);
  cairo_set_line_width (p->cr, BAR_WIDTH + 2.0);
  cairo_stroke_preserve (p->cr);
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_set_line_width (p->cr, BAR_WIDTH);
  cairo_stroke (p->cr);
}

void
atlas_timeline_draw_tour (const AtlasTimelinePainting *p, AtlasDataset *dataset)
{
  const char *id = atlas_view_state_get_chapter (p->state);
  guint now = atlas_view_state_get_chapter_step (p->state), n;
  const AtlasChapterStep *step = atlas_dataset_find_step (dataset, id, now);

  if (step == NULL)
    return;
  cairo_save (p->cr);
  cairo_rectangle (p->cr,
                   p->view->left - DOT_NOW,
                   0.0,
                   p->view->width + 2.0 * DOT_NOW,
                   p->view->height);
  cairo_clip (p->cr);
  for (guint i = 0; step->highlights[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (dataset, step->highlights[i]);

      if ((ATLAS_IS_EVENT (record) || ATLAS_IS_LEG (record)) &&
          atlas_filter_mask_has (p->mask, record))
        draw_bar (p, atlas_record_get_bounds (record));
    }
  draw_dots (p,
             &atlas_dataset_get_chapters (dataset, &n)[atlas_dataset_find_chapter (dataset, id)],
             now);
  cairo_restore (p->cr);
}
