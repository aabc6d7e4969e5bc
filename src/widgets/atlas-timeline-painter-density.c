/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-timeline-painter-private.h"

/* Days of a bin of density: a quarter, a month where the axis shows 15 years or less, or a day. */
#define QUARTER 91.3125
#define MONTH 30.4375
#define DAY 1.0
/* A bin is never narrower than this on the screen, pixels. */
#define LEAST_BIN 4.0
/* One event alone is not higher than this, pixels. */
#define HIGHEST 12.0

/* Events by bin and lane (one more for those of no lane), counted apart by how well they are known.
 */
typedef struct
{
  guint n_bins;
  guint n_lanes;
  double bin; /* days */
  guint *solid;
  guint *hollow;
} Counts;

static void
init_counts (const AtlasTimelinePainting *p, Counts *counts)
{
  double days = (double) p->view->span.end - p->view->span.begin + 1.0;
  guint n, first = atlas_timeline_model_find_marks (p->model, p->view->span, &n);

  counts->bin = days <= ATLAS_TIMELINE_FOUR_MONTHS     ? DAY
                : days <= ATLAS_TIMELINE_FIFTEEN_YEARS ? MONTH
                                                       : QUARTER;
  counts->bin = MAX (counts->bin, days / p->view->width * LEAST_BIN);
  counts->n_bins = (guint) ceil (days / counts->bin);
  counts->n_lanes = p->model->lanes->len + 1;
  counts->solid = g_new0 (guint, (gsize) counts->n_bins * counts->n_lanes);
  counts->hollow = g_new0 (guint, (gsize) counts->n_bins * counts->n_lanes);
  for (guint i = first; i < first + n; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (p->model->marks, AtlasTimelineMark, i);
      guint bin = (guint) ((mark->day - p->view->span.begin) / counts->bin);
      guint cell = MIN (bin, counts->n_bins - 1) * counts->n_lanes;

      cell += MIN (mark->lane, p->model->lanes->len);
      if (atlas_filter_mask_has (p->mask, ATLAS_RECORD (mark->event)))
        (mark->hollow ? counts->hollow : counts->solid)[cell]++;
    }
}

static void
clear_counts (Counts *counts)
{
  g_free (counts->solid);
  g_free (counts->hollow);
}

static guint
sum_bin (const Counts *counts, guint bin)
{
  guint total = 0;

  for (guint i = bin * counts->n_lanes; i < (bin + 1) * counts->n_lanes; i++)
    total += counts->solid[i] + counts->hollow[i];
  return total;
}

static AtlasColor
get_lane_color (const AtlasTimelinePainting *p, guint number)
{
  const AtlasTimelineLane *lane =
    number < p->model->lanes->len ? g_ptr_array_index (p->model->lanes, number) : NULL;

  return atlas_timeline_get_color (p, lane != NULL ? lane->family : "other");
}

static void
draw_hollow (const AtlasTimelinePainting *p,
             double x,
             double y,
             double width,
             double height,
             AtlasColor color)
{
  atlas_timeline_fill_hatched (p->cr, x, y, width, height, color);
  atlas_color_set_source (color, p->cr);
  cairo_set_line_width (p->cr, 1.0);
  cairo_rectangle (p->cr, x + 0.5, y + 0.5, MAX (width - 1.0, 0.5), MAX (height - 1.0, 0.5));
  cairo_stroke (p->cr);
}

/* One column: its events by lane, solid below and hatched above; @unit is the height of one event,
 * and all of them are as high as the square root of their number says. */
static void
draw_bin (const AtlasTimelinePainting *p,
          const Counts *counts,
          guint bin,
          double x,
          double width,
          double unit)
{
  const guint *cells[] = { counts->solid + (gsize) bin * counts->n_lanes,
                           counts->hollow + (gsize) bin * counts->n_lanes };
  double bottom = ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY;
  guint total = sum_bin (counts, bin);
  double scale = total > 0 ? unit / sqrt ((double) total) : 0.0;

  for (guint pass = 0; pass < G_N_ELEMENTS (cells); pass++)
    for (guint i = 0; i < counts->n_lanes; i++)
      {
        double height = cells[pass][i] * scale;

        if (cells[pass][i] == 0)
          continue;
        bottom -= height;
        if (pass == 0)
          {
            atlas_color_set_source (get_lane_color (p, i), p->cr);
            cairo_rectangle (p->cr, x, bottom, width, height);
            cairo_fill (p->cr);
          }
        else
          draw_hollow (p, x, bottom, width, height, get_lane_color (p, i));
      }
}

void
atlas_timeline_draw_density (const AtlasTimelinePainting *p)
{
  double days = (double) p->view->span.end - p->view->span.begin + 1.0, width, unit;
  guint most = 1;
  Counts counts;

  init_counts (p, &counts);
  for (guint i = 0; i < counts.n_bins; i++)
    most = MAX (most, sum_bin (&counts, i));
  width = counts.bin / days * p->view->width;
  unit = MIN ((ATLAS_TIMELINE_DENSITY - 3.0) / sqrt ((double) most), HIGHEST);
  for (guint i = 0; i < counts.n_bins; i++)
    draw_bin (p,
              &counts,
              i,
              atlas_timeline_view_get_x (p->view, p->view->span.begin + i * counts.bin),
              width - (width > 6.0 ? 1.0 : 0.5),
              unit);
  clear_counts (&counts);

  atlas_color_set_source (atlas_color_with_alpha (p->text, 0.2), p->cr);
  cairo_rectangle (p->cr,
                   p->view->left,
                   ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY,
                   p->view->width,
                   1.0);
  cairo_fill (p->cr);
}
