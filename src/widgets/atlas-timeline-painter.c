/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-label-placer.h"
#include "atlas-palette.h"
#include "atlas-ticks.h"
#include "atlas-timeline-painter.h"

#define BAR_HEIGHT 14.0
#define INSET_BAR_HEIGHT 11.0
#define BAR_RADIUS 4.0
#define BAR_TOP 3.0
#define SOFT_END 10.0
#define FAINTEST_END 0.05
/* How far beyond the axis a bar that runs off it is drawn, pixels. */
#define BEYOND 40.0
#define MARK_WIDTH 2.0
#define MARK_HEIGHT 4.0
#define CHANGE_SIZE 9.0
#define HANDLE_WIDTH 14.0
#define HANDLE_HEIGHT 12.0
#define FLAG_HEIGHT 18.0
#define FLAG_PADDING 8.0
#define LEAST_BAR_TEXT 11.0
#define LABEL_DISTANCE 62.0
/* Days of a bin of density: a quarter, and a month where the axis shows 15 years or less. */
#define QUARTER 91.3125
#define MONTH 30.4375
#define FIFTEEN_YEARS 5479
/* A bin is never narrower than this on the screen, pixels. */
#define LEAST_BIN 4.0

/* A mark under the name of its bar stays below the letters. */
#define LOW_MARK_HEIGHT 1.5

typedef struct
{
  GtkWidget *widget;
  cairo_t *cr;
  const AtlasTimelineView *view;
  const AtlasTimelineModel *model;
  AtlasViewState *state;
  const AtlasPalette *palette;
  AtlasMapStyle style; /* of the interface, not of the map */
  AtlasColor text;
  const char *lang;
  GArray *names; /* (element-type AtlasRect) of the bars: marks do not run through letters */
} Painting;

static double
get_x (const AtlasTimelineView *view, double day)
{
  double days = (double) view->span.end - view->span.begin + 1.0;

  return view->left + (day - view->span.begin) / days * view->width;
}

static double
density_top (const Painting *p)
{
  return ATLAS_TIMELINE_CHAPTERS;
}

static double
lanes_top (void)
{
  return ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY + 4.0;
}

static double
lane_height (const AtlasTimelineLane *lane)
{
  return lane->n_rows > 1 ? ATLAS_TIMELINE_LANE_TWO : ATLAS_TIMELINE_LANE;
}

double
atlas_timeline_painter_get_lane_top (const AtlasTimelineModel *model, guint number)
{
  double top = lanes_top ();

  for (guint i = 0; model != NULL && i < number && i < model->lanes->len; i++)
    top += lane_height (g_ptr_array_index (model->lanes, i));
  return top;
}

double
atlas_timeline_painter_get_marks_bottom (const AtlasTimelineModel *model, guint lane, guint row)
{
  return atlas_timeline_painter_get_lane_top (model, lane) + BAR_TOP +
         (row == 0 ? 0.0 : BAR_HEIGHT + 1.0) + BAR_HEIGHT;
}

static double
changes_top (const AtlasTimelineView *view, const AtlasTimelineModel *model)
{
  return view->compact || model == NULL ? lanes_top ()
                                        : atlas_timeline_painter_get_lane_top (model, G_MAXUINT);
}

double
atlas_timeline_painter_get_changes_top (const AtlasTimelineView *view,
                                        const AtlasTimelineModel *model)
{
  return changes_top (view, model);
}

int
atlas_timeline_painter_get_height (const AtlasTimelineModel *model, gboolean compact)
{
  AtlasTimelineView view = { .compact = compact };

  return (int) changes_top (&view, model) + ATLAS_TIMELINE_CHANGES + ATLAS_TIMELINE_AXIS +
         ATLAS_TIMELINE_ALL;
}

/* A line of text in the widget's font, @size pixels high; returns its width. Not drawn where @most
 * is too narrow for it. */
static double
draw_text (const Painting *p,
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

static void
add_round_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2.0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static AtlasColor
family_color (const Painting *p, const char *family)
{
  return atlas_palette_get_polity (p->style, family)->edge;
}

/* Where the bracket of a chapter ends: chapters are dated by years, and a year that two share
 * belongs to the later one. */
static double
get_chapter_end (const Painting *p, const AtlasChapter *chapters, guint n, guint number)
{
  double end = get_x (p->view, chapters[number].when.end + 1.0);

  if (number + 1 < n)
    end = MIN (end, get_x (p->view, chapters[number + 1].when.begin));
  return MIN (end, p->view->left + p->view->width) - 2.0;
}

static void
draw_chapter_name (const Painting *p,
                   const AtlasChapter *chapter,
                   guint number,
                   double middle,
                   double most,
                   gboolean current)
{
  static const char *numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };
  const char *numeral = number < G_N_ELEMENTS (numerals) ? numerals[number] : "";
  g_autofree char *name =
    g_strdup_printf ("%s · %s", numeral, atlas_text_get (chapter->title, p->lang));
  AtlasColor color = current ? p->palette->accent : atlas_color_with_alpha (p->text, 0.72);

  if (draw_text (p, name, middle, 8.0, 0.5, 11.0, current, color, most) <= 0.0)
    draw_text (p, numeral, middle, 8.0, 0.5, 11.0, current, color, most);
}

static void
draw_chapters (const Painting *p, AtlasDataset *dataset)
{
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (dataset, &n);
  double cursor = get_x (p->view, atlas_view_state_get_date (p->state));

  for (guint i = 0; i < n; i++)
    {
      double from = MAX (get_x (p->view, chapters[i].when.begin), p->view->left) + 2.0;
      double to = get_chapter_end (p, chapters, n, i);
      gboolean current = from <= cursor && cursor <= to;

      if (to - from < 6.0)
        continue;
      atlas_color_set_source (current ? p->palette->accent : atlas_color_with_alpha (p->text, 0.45),
                              p->cr);
      cairo_set_line_width (p->cr, current ? 2.0 : 1.2);
      cairo_move_to (p->cr, from, ATLAS_TIMELINE_CHAPTERS - 4.0);
      cairo_line_to (p->cr, from, ATLAS_TIMELINE_CHAPTERS - 8.0);
      cairo_line_to (p->cr, to, ATLAS_TIMELINE_CHAPTERS - 8.0);
      cairo_line_to (p->cr, to, ATLAS_TIMELINE_CHAPTERS - 4.0);
      cairo_stroke (p->cr);
      draw_chapter_name (p, &chapters[i], i, (from + to) / 2.0, to - from, current);
    }
}

/* Hatching for bars that rest on one account. */
static void
fill_hatched (cairo_t *cr, double x, double y, double width, double height, AtlasColor color)
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
  atlas_color_set_source (color, cr);
  cairo_set_line_width (cr, 1.0);
  cairo_rectangle (cr, x + 0.5, y + 0.5, MAX (width - 1.0, 0.5), MAX (height - 1.0, 0.5));
  cairo_stroke (cr);
}

/* One column of density: its events by lane, solid below and hatched above; the height is the
 * square root of the count. */
static void
draw_bin (const Painting *p,
          const guint *solid,
          const guint *hollow,
          guint n_lanes,
          double x,
          double width,
          double unit)
{
  double bottom = density_top (p) + ATLAS_TIMELINE_DENSITY;
  guint total = 0, below = 0;

  for (guint i = 0; i <= n_lanes; i++)
    total += solid[i] + hollow[i];
  if (total == 0)
    return;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i <= n_lanes; i++)
      {
        guint count = pass == 0 ? solid[i] : hollow[i];
        double scale = sqrt ((double) total) * unit / (double) total;
        double height = count * scale;
        const char *family =
          i < n_lanes ? ((AtlasTimelineLane *) g_ptr_array_index (p->model->lanes, i))->family
                      : "other";

        if (count == 0)
          continue;
        if (pass == 0)
          {
            atlas_color_set_source (family_color (p, family), p->cr);
            cairo_rectangle (p->cr, x, bottom - below * scale - height, width, height);
            cairo_fill (p->cr);
          }
        else
          fill_hatched (p->cr,
                        x,
                        bottom - below * scale - height,
                        width,
                        height,
                        family_color (p, family));
        below += count;
      }
}

static void
draw_density (const Painting *p)
{
  double days = (double) p->view->span.end - p->view->span.begin + 1.0;
  double bin = MAX (days <= FIFTEEN_YEARS ? MONTH : QUARTER, days / p->view->width * LEAST_BIN);
  guint n_bins = (guint) ceil (days / bin), n_lanes = p->model->lanes->len, most = 1, n, first;
  g_autofree guint *solid = g_new0 (guint, (gsize) n_bins * (n_lanes + 1));
  g_autofree guint *hollow = g_new0 (guint, (gsize) n_bins * (n_lanes + 1));
  double gap = bin / days * p->view->width > 6.0 ? 1.0 : 0.5;

  first = atlas_timeline_model_find_marks (p->model, p->view->span, &n);
  for (guint i = first; i < first + n; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (p->model->marks, AtlasTimelineMark, i);
      guint column = MIN ((guint) ((mark->day - p->view->span.begin) / bin), n_bins - 1);
      guint cell = column * (n_lanes + 1) + MIN (mark->lane, n_lanes);

      if (mark->hollow && !(atlas_view_state_get_show (p->state) & ATLAS_SHOW_UNCORROBORATED))
        continue;
      if (mark->hollow)
        hollow[cell]++;
      else
        solid[cell]++;
    }
  for (guint i = 0; i < n_bins; i++)
    {
      guint total = 0;

      for (guint j = 0; j <= n_lanes; j++)
        total += solid[i * (n_lanes + 1) + j] + hollow[i * (n_lanes + 1) + j];
      most = MAX (most, total);
    }
  for (guint i = 0; i < n_bins; i++)
    draw_bin (p,
              solid + i * (n_lanes + 1),
              hollow + i * (n_lanes + 1),
              n_lanes,
              get_x (p->view, p->view->span.begin + i * bin),
              bin / days * p->view->width - gap,
              MIN ((ATLAS_TIMELINE_DENSITY - 3.0) / sqrt ((double) most), 12.0));

  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.2), p->cr);
  cairo_rectangle (p->cr,
                   p->view->left,
                   density_top (p) + ATLAS_TIMELINE_DENSITY,
                   p->view->width,
                   1.0);
  cairo_fill (p->cr);
}

/* How strongly a bar stands at @x, between its ends: it fades to nothing over exactly the days of a
 * beginning or end that is not known, and over a few pixels where these are too few to be seen. */
static double
get_bar_strength (const Painting *p, const AtlasTimelineBar *bar, double x)
{
  double from = get_x (p->view, bar->bounds.begin), to = get_x (p->view, bar->bounds.end + 1.0);
  double soft = MIN (SOFT_END, (to - from) / 2.0);
  double begin = bar->solid.begin > bar->bounds.begin
                   ? MAX (get_x (p->view, bar->solid.begin) - from, soft)
                   : 0.0;
  double end =
    bar->solid.end < bar->bounds.end ? MAX (to - get_x (p->view, bar->solid.end + 1.0), soft) : 0.0;
  double strength = 1.0;

  if (begin > 0.0)
    strength = MIN (strength, (x - from) / begin);
  if (end > 0.0)
    strength = MIN (strength, (to - x) / end);
  return CLAMP (strength, FAINTEST_END, 1.0);
}

/* The strength is linear between these places, so the colours there make the whole bar. */
static cairo_pattern_t *
create_bar_pattern (const Painting *p,
                    const AtlasTimelineBar *bar,
                    AtlasColor color,
                    double from,
                    double to)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (from, 0.0, to, 0.0);
  double length = MAX (to - from, 1.0);
  double ends = MIN (SOFT_END, length / 2.0);
  double places[] = { from,
                      get_x (p->view, bar->bounds.begin) + ends,
                      get_x (p->view, bar->solid.begin),
                      get_x (p->view, bar->solid.end + 1.0),
                      get_x (p->view, bar->bounds.end + 1.0) - ends,
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
find_room (const Painting *p,
           const AtlasTimelineLane *lane,
           const AtlasTimelineBar *bar,
           double from,
           double to)
{
  for (guint i = 0; i < lane->bars->len; i++)
    {
      const AtlasTimelineBar *other = &g_array_index (lane->bars, AtlasTimelineBar, i);
      double x = get_x (p->view, other->bounds.begin);

      if (other != bar && other->row == bar->row && x > from && x < to)
        to = x;
    }
  return to;
}

static void
draw_bar (const Painting *p, const AtlasTimelineLane *lane, const AtlasTimelineBar *bar, double top)
{
  AtlasColor color = family_color (p, lane->family);
  double left = p->view->left - BEYOND, right = p->view->left + p->view->width + BEYOND;
  double from = MAX (get_x (p->view, bar->bounds.begin), left),
         to = MIN (MAX (get_x (p->view, bar->bounds.end + 1.0), from + 3.0), right);
  double height = bar->inset ? INSET_BAR_HEIGHT : BAR_HEIGHT;
  double y = top + BAR_TOP + (bar->row == 0 ? 0.0 : BAR_HEIGHT + 1.0) + (BAR_HEIGHT - height) / 2.0;
  double shown_from = MAX (from, p->view->left),
         shown_to = MIN (to, p->view->left + p->view->width);
  AtlasColor white = { 1.0, 1.0, 1.0, 1.0 };
  gboolean dark = p->style == ATLAS_MAP_STYLE_DARK;

  if (shown_to <= shown_from)
    return;
  if (bar->hollow)
    {
      cairo_save (p->cr);
      add_round_rectangle (p->cr, from, y, to - from, height, BAR_RADIUS);
      cairo_clip (p->cr);
      fill_hatched (p->cr, shown_from, y, shown_to - shown_from, height, color);
      cairo_restore (p->cr);
    }
  else
    {
      cairo_pattern_t *pattern = create_bar_pattern (p, bar, color, from, to);

      /* A hair's breadth of ground keeps neighbours of one colour apart. */
      add_round_rectangle (p->cr, from, y, MAX (to - from - 1.0, 2.0), height, BAR_RADIUS);
      cairo_set_source (p->cr, pattern);
      cairo_fill (p->cr);
      cairo_pattern_destroy (pattern);
    }
  if (bar->inset)
    {
      add_round_rectangle (p->cr, from + 0.5, y, to - from - 1.0, height, BAR_RADIUS);
      atlas_color_set_source (dark ? p->palette->halo : white, p->cr);
      cairo_set_line_width (p->cr, 1.5);
      cairo_stroke (p->cr);
    }
  if (shown_to - shown_from > 30.0 && !bar->inset)
    {
      double room = find_room (p, lane, bar, shown_from, shown_to);
      double middle = (shown_from + room) / 2.0;
      double width =
        draw_text (p,
                   atlas_text_get (atlas_record_get_title (ATLAS_RECORD (bar->campaign)), p->lang),
                   middle,
                   y + height / 2.0,
                   0.5,
                   LEAST_BAR_TEXT,
                   TRUE,
                   bar->hollow ? p->text
                   : dark      ? (AtlasColor){ 0.08, 0.08, 0.08, 1.0 }
                               : white,
                   room - shown_from - 10.0);
      AtlasRect name = { middle - width / 2.0, y, width, height };

      if (width > 0.0)
        g_array_append_val (p->names, name);
    }
}

static gboolean
is_under_name (const Painting *p, double x, double bottom)
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
draw_mark (const Painting *p, const AtlasTimelineMark *mark, double bottom)
{
  const AtlasTimelineLane *lane = g_ptr_array_index (p->model->lanes, mark->lane);
  const char *id = atlas_record_get_id (ATLAS_RECORD (mark->event));
  gboolean selected = g_strcmp0 (atlas_view_state_get_selection (p->state), id) == 0;
  AtlasColor ink =
    selected ? p->palette->accent : atlas_palette_get_polity (p->style, lane->family)->label;
  double x = get_x (p->view, mark->day + 0.5);
  double from = get_x (p->view, mark->bounds.begin), to = get_x (p->view, mark->bounds.end + 1.0);
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

static void
draw_marks (const Painting *p)
{
  guint n, first = atlas_timeline_model_find_marks (p->model, p->view->span, &n);
  gboolean all = (atlas_view_state_get_show (p->state) & ATLAS_SHOW_UNCORROBORATED) != 0;

  cairo_save (p->cr);
  cairo_rectangle (p->cr, p->view->left, 0.0, p->view->width, p->view->height);
  cairo_clip (p->cr);
  for (guint i = first; i < first + n; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (p->model->marks, AtlasTimelineMark, i);

      if (mark->lane < p->model->lanes->len && (all || !mark->hollow))
        draw_mark (p,
                   mark,
                   atlas_timeline_painter_get_marks_bottom (p->model, mark->lane, mark->row));
    }
  cairo_restore (p->cr);
}

static void
draw_lanes (const Painting *p)
{
  double top = lanes_top ();

  for (guint i = 0; i < p->model->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = g_ptr_array_index (p->model->lanes, i);
      double height = lane_height (lane);
      double from = MAX (get_x (p->view, lane->bounds.begin), p->view->left);
      double to = MIN (get_x (p->view, lane->bounds.end + 1.0), p->view->left + p->view->width);

      if (i % 2 == 0)
        {
          atlas_color_set_source (atlas_color_with_alpha (p->text, 0.05), p->cr);
          cairo_rectangle (p->cr,
                           0.0,
                           top,
                           p->view->left + p->view->width + ATLAS_TIMELINE_MARGIN,
                           height);
          cairo_fill (p->cr);
        }
      draw_text (p,
                 atlas_text_get (atlas_record_get_title (ATLAS_RECORD (lane->campaign)), p->lang),
                 12.0,
                 top + 10.0,
                 0.0,
                 11.5,
                 FALSE,
                 p->text,
                 p->view->left - 14.0);
      cairo_save (p->cr);
      cairo_rectangle (p->cr, p->view->left, top, p->view->width, height);
      cairo_clip (p->cr);
      if (to > from)
        {
          atlas_color_set_source (atlas_color_with_alpha (family_color (p, lane->family), 0.6),
                                  p->cr);
          cairo_rectangle (p->cr, from, top + 0.5, to - from, 1.6);
          cairo_fill (p->cr);
        }
      for (guint j = 0; j < lane->bars->len; j++)
        draw_bar (p, lane, &g_array_index (lane->bars, AtlasTimelineBar, j), top);
      cairo_restore (p->cr);
      top += height;
    }
}

static void
draw_changes (const Painting *p)
{
  double middle = changes_top (p->view, p->model) + ATLAS_TIMELINE_CHANGES / 2.0;

  for (guint i = 0; i < p->model->changes->len; i++)
    {
      const AtlasTimelineChange *change =
        &g_array_index (p->model->changes, AtlasTimelineChange, i);
      double x = get_x (p->view, change->day), half = CHANGE_SIZE / 2.0;

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

static void
draw_axis (const Painting *p)
{
  double top = changes_top (p->view, p->model) + ATLAS_TIMELINE_CHANGES;
  g_autoptr (GArray) ticks =
    atlas_ticks_new (p->view->span, p->view->width, LABEL_DISTANCE, p->lang);

  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.6), p->cr);
  cairo_rectangle (p->cr, p->view->left, top, p->view->width, 1.0);
  cairo_fill (p->cr);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTick *tick = &g_array_index (ticks, AtlasTick, i);
      double x = round (get_x (p->view, tick->day));
      double length = tick->level == ATLAS_TICK_MAJOR    ? 6.0
                      : tick->level == ATLAS_TICK_MEDIUM ? 4.0
                                                         : 2.5;

      atlas_color_set_source (atlas_color_with_alpha (p->text, 0.6), p->cr);
      cairo_rectangle (p->cr, x, top, 1.0, length);
      cairo_fill (p->cr);
      if (tick->label[0] != '\0' && x < p->view->left + p->view->width - 16.0)
        draw_text (p,
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

/* All years, with what the axis shows as a frame. */
static void
draw_overview (const Painting *p)
{
  AtlasTimelineView all = *p->view;
  double top = p->view->height - ATLAS_TIMELINE_ALL + 6.0, height = 13.0, from, to;

  all.span = p->view->range;
  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.08), p->cr);
  add_round_rectangle (p->cr, all.left, top, all.width, height, 3.0);
  cairo_fill (p->cr);

  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.4), p->cr);
  for (guint i = 0; i < p->model->marks->len; i++)
    {
      double x = floor (get_x (&all, g_array_index (p->model->marks, AtlasTimelineMark, i).day));
      guint same = 1;

      while (i + 1 < p->model->marks->len &&
             floor (get_x (&all, g_array_index (p->model->marks, AtlasTimelineMark, i + 1).day)) <=
               x + 1.0)
        i++, same++;
      cairo_rectangle (p->cr,
                       x,
                       top + height - MIN (height - 1.0, 2.0 * sqrt ((double) same)),
                       2.0,
                       MIN (height - 1.0, 2.0 * sqrt ((double) same)));
    }
  cairo_fill (p->cr);

  for (int year = 1750; year < 1949; year += 50)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      draw_text (p,
                 text,
                 get_x (&all, atlas_day_from_gregorian (year, 1, 1)),
                 top + height / 2.0,
                 0.5,
                 9.5,
                 FALSE,
                 atlas_color_with_alpha (p->text, 0.72),
                 100.0);
    }

  from = get_x (&all, p->view->span.begin);
  to = MAX (get_x (&all, p->view->span.end + 1.0), from + 6.0);
  add_round_rectangle (p->cr, from + 1.0, top, to - from - 2.0, height, 3.0);
  atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.18), p->cr);
  cairo_fill_preserve (p->cr);
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_set_line_width (p->cr, 1.6);
  cairo_stroke (p->cr);
}

static void
draw_window (const Painting *p)
{
  AtlasTimeSpan window = atlas_view_state_get_window (p->state);
  double from = MAX (get_x (p->view, window.begin), p->view->left);
  double to = MIN (get_x (p->view, window.end + 1.0), p->view->left + p->view->width);
  double bottom = changes_top (p->view, p->model) + ATLAS_TIMELINE_CHANGES;

  if (to <= from)
    return;
  atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.1), p->cr);
  cairo_rectangle (p->cr, from, density_top (p), to - from, bottom - density_top (p));
  cairo_fill (p->cr);
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_rectangle (p->cr, from, density_top (p), 1.0, bottom - density_top (p));
  cairo_rectangle (p->cr, to - 1.0, density_top (p), 1.0, bottom - density_top (p));
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
is_comparing (const Painting *p)
{
  return atlas_view_state_get_compare_mode (p->state) != ATLAS_COMPARE_NONE;
}

static double
clamp_flag (const Painting *p, const Cursor *cursor, double x)
{
  double half = cursor->flag_width / 2.0 + FLAG_PADDING;

  return CLAMP (x, p->view->left + half, MAX (p->view->left + p->view->width - half, half));
}

static void
init_cursor (const Painting *p, Cursor *cursor, AtlasDay day, gboolean main)
{
  g_autofree char *text = atlas_date_format_day (day, ATLAS_DATE_LONG, p->lang);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  cursor->day = day;
  cursor->main = main;
  cursor->x = get_x (p->view, day + 0.5);
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
part_flags (const Painting *p, Cursor *a, Cursor *b)
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
draw_flag (const Painting *p, const Cursor *cursor, double y)
{
  double width = cursor->flag_width + 2.0 * FLAG_PADDING;

  add_round_rectangle (p->cr,
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
add_handle (const Painting *p, double x, double top)
{
  cairo_move_to (p->cr, x - HANDLE_WIDTH / 2.0, top - HANDLE_HEIGHT / 2.0);
  cairo_line_to (p->cr, x + HANDLE_WIDTH / 2.0, top - HANDLE_HEIGHT / 2.0);
  cairo_line_to (p->cr, x + HANDLE_WIDTH / 2.0, top + 1.0);
  cairo_line_to (p->cr, x, top + HANDLE_HEIGHT / 2.0 + 2.0);
  cairo_line_to (p->cr, x - HANDLE_WIDTH / 2.0, top + 1.0);
  cairo_close_path (p->cr);
}

static void
draw_cursor (const Painting *p, const Cursor *cursor)
{
  double top = density_top (p) - 4.0,
         bottom = changes_top (p->view, p->model) + ATLAS_TIMELINE_CHANGES;
  double width = cursor->main ? 2.4 : 1.6;

  if (cursor->x < p->view->left - 1.0 || cursor->x > p->view->left + p->view->width + 1.0)
    return;
  atlas_color_set_source (p->palette->accent, p->cr);
  cairo_rectangle (p->cr, cursor->x - width / 2.0, top, width, bottom - top + 3.0);
  cairo_fill (p->cr);
  add_handle (p, cursor->x, top);
  atlas_color_set_source (cursor->main ? p->palette->accent : p->palette->paper, p->cr);
  cairo_fill_preserve (p->cr);
  if (!cursor->main)
    {
      atlas_color_set_source (p->palette->accent, p->cr);
      cairo_set_line_width (p->cr, 1.5);
      cairo_stroke_preserve (p->cr);
    }
  if (cursor->main && p->view->focused)
    {
      cairo_set_line_width (p->cr, 5.0);
      atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.3), p->cr);
      cairo_stroke_preserve (p->cr);
    }
  cairo_new_path (p->cr);
  draw_flag (p, cursor, bottom + 3.0);
}

/* What lies between the two dates that are compared. */
static void
draw_between (const Painting *p, double a, double b)
{
  double from = MAX (MIN (a, b), p->view->left);
  double to = MIN (MAX (a, b), p->view->left + p->view->width);

  if (to <= from)
    return;
  atlas_color_set_source (atlas_color_with_alpha (p->palette->accent, 0.12), p->cr);
  cairo_rectangle (p->cr, from, changes_top (p->view, p->model), to - from, ATLAS_TIMELINE_CHANGES);
  cairo_fill (p->cr);
}

static void
draw_cursors (const Painting *p)
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

static void
draw_names (const Painting *p)
{
  AtlasColor dim = atlas_color_with_alpha (p->text, 0.72);
  double days = (double) p->view->span.end - p->view->span.begin;
  double top = density_top (p);

  draw_text (p, _ ("Events"), 12.0, top + 11.0, 0.0, 11.5, FALSE, p->text, p->view->left - 14.0);
  draw_text (p,
             days <= FIFTEEN_YEARS ? _ ("per month") : _ ("per quarter"),
             12.0,
             top + 26.0,
             0.0,
             10.5,
             FALSE,
             dim,
             p->view->left - 14.0);
  draw_text (p,
             _ ("Border changes"),
             12.0,
             changes_top (p->view, p->model) + ATLAS_TIMELINE_CHANGES / 2.0,
             0.0,
             11.5,
             FALSE,
             p->text,
             p->view->left - 14.0);
  draw_text (p,
             _ ("All years"),
             12.0,
             p->view->height - ATLAS_TIMELINE_ALL + 12.5,
             0.0,
             11.5,
             FALSE,
             p->text,
             p->view->left - 14.0);
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
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Painting p = {
    .widget = widget,
    .cr = cr,
    .view = view,
    .model = model,
    .state = state,
    .style = dark ? ATLAS_MAP_STYLE_DARK : ATLAS_MAP_STYLE_LIGHT,
    .lang = atlas_view_state_get_language (state),
    .names = names,
  };

  if (model == NULL || view->width <= 0.0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  p.text = (AtlasColor){ color.red, color.green, color.blue, 1.0 };
  p.palette = atlas_palette_get (p.style);

  if (!view->compact)
    {
      draw_lanes (&p);
      draw_marks (&p);
      draw_names (&p);
    }
  draw_window (&p);
  draw_chapters (&p, atlas_history_index_get_dataset (index));
  draw_density (&p);
  draw_changes (&p);
  draw_axis (&p);
  draw_overview (&p);
  draw_cursors (&p);
}
