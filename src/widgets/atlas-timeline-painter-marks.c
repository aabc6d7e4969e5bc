/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-timeline-painter-private.h"

#define MARK_WIDTH 2.0
#define MARK_HEIGHT 4.0
/* A mark under the name of its bar stays below the letters. */
#define LOW_MARK_HEIGHT 1.5

static gboolean
is_under_name (const AtlasTimelinePainting *p, double x, double bottom)
{
  for (guint i = 0; i < p->names->len; i++)
    {
      const AtlasRect *name = &g_array_index (p->names, AtlasRect, i);

      if (x >= name->x - 2.0 && x <= name->x + name->width + 2.0 && bottom > name->y &&
          bottom <= name->y + name->height + 1.0)
        return TRUE;
    }
  return FALSE;
}

/* An event on the lower edge of its bar: a tick on the day, or in the middle of the days that it
 * may be, which a thin line shows. Hollow where it rests on one account that others contradict. */
static void
draw_mark (const AtlasTimelinePainting *p, const AtlasTimelineMark *mark, double bottom)
{
  const AtlasTimelineLane *lane = g_ptr_array_index (p->model->lanes, mark->lane);
  const char *id = atlas_record_get_id (ATLAS_RECORD (mark->event));
  gboolean selected = g_strcmp0 (atlas_view_state_get_selection (p->state), id) == 0;
  AtlasColor ink =
    selected ? p->palette->accent : atlas_palette_get_polity (p->style, lane->family)->label;
  double x = atlas_timeline_view_get_x (p->view, mark->day + 0.5);
  double from = atlas_timeline_view_get_x (p->view, mark->bounds.begin),
         to = atlas_timeline_view_get_x (p->view, mark->bounds.end + 1.0);
  double height = selected ? 2.0 * MARK_HEIGHT : MARK_HEIGHT;

  if (to - from > 2.0 * MARK_WIDTH)
    {
      from = MAX (from, p->view->left);
      atlas_color_set_source (atlas_color_with_alpha (ink, 0.45), p->cr);
      cairo_rectangle (p->cr,
                       from,
                       bottom - 1.2,
                       MIN (to, p->view->left + p->view->width) - from,
                       1.2);
      cairo_fill (p->cr);
    }
  x = round (x - MARK_WIDTH / 2.0);
  if (!selected && is_under_name (p, x, bottom))
    height = LOW_MARK_HEIGHT;
  atlas_color_set_source (p->palette->paper, p->cr);
  cairo_rectangle (p->cr, x - 1.0, bottom - height - 1.0, MARK_WIDTH + 2.0, height + 1.0);
  cairo_fill (p->cr);
  atlas_color_set_source (ink, p->cr);
  if (mark->hollow)
    {
      cairo_set_line_width (p->cr, 1.0);
      cairo_rectangle (p->cr, x - 0.5, bottom - height - 0.5, MARK_WIDTH + 1.0, height);
      cairo_stroke (p->cr);
    }
  else
    {
      cairo_rectangle (p->cr, x, bottom - height, MARK_WIDTH, height);
      cairo_fill (p->cr);
    }
}

void
atlas_timeline_draw_marks (const AtlasTimelinePainting *p)
{
  guint n, first = atlas_timeline_model_find_marks (p->model, p->view->span, &n);

  cairo_save (p->cr);
  cairo_rectangle (p->cr,
                   p->view->left,
                   atlas_timeline_layout_get_lanes_top (),
                   p->view->width,
                   atlas_timeline_layout_get_lanes_room (p->view));
  cairo_clip (p->cr);
  for (guint i = first; i < first + n; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (p->model->marks, AtlasTimelineMark, i);

      if (mark->lane < p->model->lanes->len &&
          atlas_filter_mask_has (p->mask, ATLAS_RECORD (mark->event)))
        draw_mark (p,
                   mark,
                   atlas_timeline_layout_get_marks_bottom (p->view,
                                                           p->model,
                                                           mark->lane,
                                                           mark->row));
    }
  cairo_restore (p->cr);
}
