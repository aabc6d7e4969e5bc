/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-timeline-painter-private.h"

#define INSET_HEIGHT 11.0
#define BAR_RADIUS 4.0
#define RAIL 1.6
/* About an inset bar, and about the selected one. */
#define RIM 1.5
#define RING 2.6
/* About a hollow one. */
#define OUTLINE 1.4
/* How strongly every second lane is shaded, and the rule between campaigns and polities. */
#define SHADE 0.05
#define RULE 0.3
#define SOFT_END 10.0
#define FAINTEST_END 0.05
/* A bar is never shorter than this, and bears its name from this length on, pixels. */
#define LEAST_BAR 3.0
#define LEAST_NAMED 30.0
#define BAR_TEXT 11.0
/* Fainter than this, a bar is read like the ground. */
#define FAINT 0.6
/* How far beyond the axis a bar that runs off it is drawn, pixels. */
#define BEYOND 40.0

static const AtlasColor white = { 1.0, 1.0, 1.0, 1.0 };
static const AtlasColor black = { 0.08, 0.08, 0.08, 1.0 };

/* How strongly a bar stands at @x, between its ends: it fades to nothing over exactly the days of a
 * beginning or end that is not known, and over a few pixels where these are too few to be seen. */
static double
get_bar_strength (const AtlasTimelinePainting *p, const AtlasTimelineBar *bar, double x)
{
  double from = atlas_timeline_view_get_x (p->view, bar->bounds.begin),
         to = atlas_timeline_view_get_x (p->view, bar->bounds.end + 1.0);
  double soft = MIN (SOFT_END, (to - from) / 2.0);
  double begin = bar->solid.begin > bar->bounds.begin
                   ? MAX (atlas_timeline_view_get_x (p->view, bar->solid.begin) - from, soft)
                   : 0.0;
  double end = bar->solid.end < bar->bounds.end
                 ? MAX (to - atlas_timeline_view_get_x (p->view, bar->solid.end + 1.0), soft)
                 : 0.0;
  double strength = 1.0;

  if (begin > 0.0)
    strength = MIN (strength, (x - from) / begin);
  if (end > 0.0)
    strength = MIN (strength, (to - x) / end);
  return CLAMP (strength, FAINTEST_END, 1.0);
}

/* The strength is linear between these places, so the colours there make the whole bar. */
static cairo_pattern_t *
create_bar_pattern (const AtlasTimelinePainting *p,
                    const AtlasTimelineBar *bar,
                    AtlasColor color,
                    double from,
                    double to)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (from, 0.0, to, 0.0);
  double length = MAX (to - from, 1.0);
  double ends = MIN (SOFT_END, length / 2.0);
  double places[] = { from,
                      atlas_timeline_view_get_x (p->view, bar->bounds.begin) + ends,
                      atlas_timeline_view_get_x (p->view, bar->solid.begin),
                      atlas_timeline_view_get_x (p->view, bar->solid.end + 1.0),
                      atlas_timeline_view_get_x (p->view, bar->bounds.end + 1.0) - ends,
                      to };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] >= from && places[i] <= to)
      cairo_pattern_add_color_stop_rgba (pattern,
                                         (places[i] - from) / length,
                                         color.r,
                                         color.g,
                                         color.b,
                                         color.a * get_bar_strength (p, bar, places[i]));
  return pattern;
}

/* How far to the right the name of a bar has room: up to the next bar that lies on it. */
static double
find_room (const AtlasTimelinePainting *p,
           const AtlasTimelineLane *lane,
           const AtlasTimelineBar *bar,
           double from,
           double to)
{
  for (guint i = 0; i < lane->bars->len; i++)
    {
      const AtlasTimelineBar *other = &g_array_index (lane->bars, AtlasTimelineBar, i);
      double x = atlas_timeline_view_get_x (p->view, other->bounds.begin);

      if (other != bar && other->row == bar->row && x > from && x < to)
        to = x;
    }
  return to;
}

/* One account that others contradict: hatched on the bare ground, and outlined by dashes. */
static void
draw_hollow_bar (const AtlasTimelinePainting *p, const AtlasRect *box, AtlasColor color)
{
  static const double dashes[] = { 3.2, 2.4 };
  double from = MAX (box->x, p->view->left);
  double to = MIN (box->x + box->width, p->view->left + p->view->width);

  cairo_save (p->cr);
  atlas_timeline_add_round_rectangle (p->cr,
                                      box->x + 0.5,
                                      box->y + 0.5,
                                      MAX (box->width - 1.0, 1.0),
                                      box->height - 1.0,
                                      BAR_RADIUS);
  atlas_color_set_source (p->palette->paper, p->cr);
  cairo_fill_preserve (p->cr);
  cairo_save (p->cr);
  cairo_clip_preserve (p->cr);
  atlas_timeline_fill_hatched (p->cr, from, box->y, to - from, box->height, color);
  cairo_restore (p->cr);
  atlas_timeline_add_round_rectangle (p->cr,
                                      box->x + 0.5,
                                      box->y + 0.5,
                                      MAX (box->width - 1.0, 1.0),
                                      box->height - 1.0,
                                      BAR_RADIUS);
  atlas_color_set_source (color, p->cr);
  cairo_set_line_width (p->cr, OUTLINE);
  cairo_set_dash (p->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_stroke (p->cr);
  cairo_restore (p->cr);
}

static void
draw_solid_bar (const AtlasTimelinePainting *p,
                const AtlasTimelineBar *bar,
                const AtlasRect *box,
                AtlasColor color)
{
  cairo_pattern_t *pattern = create_bar_pattern (p, bar, color, box->x, box->x + box->width);

  /* A hair's breadth of ground keeps neighbours of one colour apart. */
  atlas_timeline_add_round_rectangle (p->cr,
                                      box->x,
                                      box->y,
                                      MAX (box->width - 1.0, 2.0),
                                      box->height,
                                      BAR_RADIUS);
  cairo_set_source (p->cr, pattern);
  cairo_fill (p->cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_rim (const AtlasTimelinePainting *p, const AtlasRect *box, double width, AtlasColor color)
{
  atlas_timeline_add_round_rectangle (p->cr,
                                      box->x + 0.5,
                                      box->y,
                                      box->width - 1.0,
                                      box->height,
                                      BAR_RADIUS);
  atlas_color_set_source (color, p->cr);
  cairo_set_line_width (p->cr, width);
  cairo_stroke (p->cr);
}

static void
draw_bar_name (const AtlasTimelinePainting *p,
               const AtlasTimelineLane *lane,
               const AtlasTimelineBar *bar,
               const AtlasRect *box)
{
  double from = MAX (box->x, p->view->left);
  double to = MIN (box->x + box->width, p->view->left + p->view->width);
  double room = find_room (p, lane, bar, from, to), middle = (from + room) / 2.0;
  AtlasColor on_bar = atlas_map_style_is_dark (p->style) ? black : white;
  const char *title = atlas_text_get (atlas_record_get_title (bar->record), p->lang);
  AtlasRect name = { 0.0, box->y, 0.0, box->height };
  gboolean faint = bar->hollow || get_bar_strength (p, bar, middle) < FAINT;

  if (to - from <= LEAST_NAMED)
    return;
  name.width = atlas_timeline_draw_text (p,
                                         title,
                                         middle,
                                         box->y + box->height / 2.0,
                                         0.5,
                                         BAR_TEXT,
                                         TRUE,
                                         faint ? p->text : on_bar,
                                         room - from - 10.0);
  name.x = middle - name.width / 2.0;
  if (name.width > 0.0)
    g_array_append_val (p->names, name);
}

static void
draw_bar (const AtlasTimelinePainting *p,
          const AtlasTimelineLane *lane,
          const AtlasTimelineBar *bar,
          double top)
{
  AtlasColor color = atlas_timeline_get_color (p, lane->family);
  double left = p->view->left, right = p->view->left + p->view->width;
  double from = MAX (atlas_timeline_view_get_x (p->view, bar->bounds.begin), left - BEYOND);
  double to = atlas_timeline_view_get_x (p->view, bar->bounds.end + 1.0);
  double height = bar->inset ? INSET_HEIGHT : ATLAS_TIMELINE_BAR;
  AtlasRect box = {
    .x = from,
    .y = atlas_timeline_layout_get_bar_top (top, bar->row) + (ATLAS_TIMELINE_BAR - height) / 2.0,
    .width = MIN (MAX (to, from + LEAST_BAR), right + BEYOND) - from,
    .height = height,
  };

  if (MIN (box.x + box.width, right) <= MAX (from, left))
    return;
  if (bar->hollow)
    draw_hollow_bar (p, &box, color);
  else
    draw_solid_bar (p, bar, &box, color);
  if (bar->inset && !bar->hollow)
    draw_rim (p, &box, RIM, atlas_map_style_is_dark (p->style) ? p->palette->halo : white);
  if (!bar->inset)
    draw_bar_name (p, lane, bar, &box);
  if (g_strcmp0 (atlas_view_state_get_selection (p->state), atlas_record_get_id (bar->record)) == 0)
    draw_rim (p, &box, RING, p->palette->accent);
}

/* The thin rail of the whole campaign; a lineage is no whole. */
static void
draw_rail (const AtlasTimelinePainting *p, const AtlasTimelineLane *lane, double top)
{
  double from = MAX (atlas_timeline_view_get_x (p->view, lane->bounds.begin), p->view->left);
  double to = MIN (atlas_timeline_view_get_x (p->view, lane->bounds.end + 1.0),
                   p->view->left + p->view->width);

  if (lane->record == NULL || to <= from)
    return;
  atlas_color_set_source (atlas_color_with_alpha (atlas_timeline_get_color (p, lane->family), 0.6),
                          p->cr);
  cairo_rectangle (p->cr, from, top + 0.5, to - from, RAIL);
  cairo_fill (p->cr);
}

static void
draw_lane (const AtlasTimelinePainting *p, const AtlasTimelineLane *lane, double top)
{
  const char *title = atlas_timeline_lane_get_title (lane, p->lang);

  atlas_timeline_draw_name (p, title, top + ATLAS_TIMELINE_LANE / 2.0);
  cairo_save (p->cr);
  cairo_rectangle (p->cr,
                   p->view->left,
                   top,
                   p->view->width,
                   atlas_timeline_layout_get_lane_height (p->view, lane));
  cairo_clip (p->cr);
  draw_rail (p, lane, top);
  for (guint i = 0; i < lane->bars->len; i++)
    {
      const AtlasTimelineBar *bar = &g_array_index (lane->bars, AtlasTimelineBar, i);

      if (atlas_filter_mask_has (p->mask, bar->record))
        draw_bar (p, lane, bar, top);
    }
  cairo_restore (p->cr);
}

/* A band across names and axis. */
static void
fill_band (const AtlasTimelinePainting *p, double y, double height, double alpha)
{
  double width = p->view->left + p->view->width + ATLAS_TIMELINE_MARGIN;

  atlas_color_set_source (atlas_color_with_alpha (p->text, alpha), p->cr);
  cairo_rectangle (p->cr, 0.0, y, width, height);
  cairo_fill (p->cr);
}

/* Campaigns, then, below a rule, polities. */
void
atlas_timeline_draw_lanes (const AtlasTimelinePainting *p)
{
  double width = p->view->left + p->view->width + ATLAS_TIMELINE_MARGIN;
  double top = atlas_timeline_layout_get_lane_top (p->view, p->model, 0);
  gboolean shaded = TRUE;

  cairo_save (p->cr);
  cairo_rectangle (p->cr,
                   0.0,
                   atlas_timeline_layout_get_lanes_top (),
                   width,
                   atlas_timeline_layout_get_lanes_room (p->view));
  cairo_clip (p->cr);
  for (guint i = 0; i < p->model->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = g_ptr_array_index (p->model->lanes, i);
      double height = atlas_timeline_layout_get_lane_height (p->view, lane);

      if (height <= 0.0)
        continue;
      if (shaded)
        fill_band (p, top, height, SHADE);
      if (i == p->model->n_campaigns)
        fill_band (p, top, 1.0, RULE);
      draw_lane (p, lane, top);
      top += height;
      shaded = !shaded;
    }
  cairo_restore (p->cr);
}
