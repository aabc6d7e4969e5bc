/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-layout.h"

/* Between the density and the lanes, and from the top of a lane to its first bar. */
#define LANES_GAP 4.0
#define BAR_TOP 3.0
#define BELOW_LANES (ATLAS_TIMELINE_CHANGES + ATLAS_TIMELINE_AXIS + ATLAS_TIMELINE_ALL)

double
atlas_timeline_view_get_x (const AtlasTimelineView *view, double day)
{
  double days = (double) view->span.end - view->span.begin + 1.0;

  return view->left + (day - view->span.begin) / days * view->width;
}

double
atlas_timeline_view_get_day (const AtlasTimelineView *view, double x)
{
  double days = (double) view->span.end - view->span.begin + 1.0;

  return view->span.begin + (x - view->left) / view->width * days;
}

double
atlas_timeline_layout_get_lanes_top (void)
{
  return ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY + LANES_GAP;
}

/* The rows down to the last that has a bar in the days of the axis. */
static guint
count_rows (const AtlasTimelineView *view, const AtlasTimelineLane *lane)
{
  guint rows = 1;

  for (guint i = 0; i < lane->bars->len; i++)
    {
      const AtlasTimelineBar *bar = &g_array_index (lane->bars, AtlasTimelineBar, i);

      if (atlas_time_span_overlaps (bar->bounds, view->span))
        rows = MAX (rows, bar->row + 1);
    }
  return rows;
}

double
atlas_timeline_layout_get_lane_height (const AtlasTimelineView *view, const AtlasTimelineLane *lane)
{
  if (!atlas_time_span_overlaps (lane->bounds, view->span))
    return 0.0;
  return ATLAS_TIMELINE_LANE + (count_rows (view, lane) - 1.0) * ATLAS_TIMELINE_ROW;
}

/* From the top of the first lane to that of another. */
static double
get_offset (const AtlasTimelineView *view, const AtlasTimelineModel *model, guint number)
{
  double offset = 0.0;

  for (guint i = 0; model != NULL && i < number && i < model->lanes->len; i++)
    offset += atlas_timeline_layout_get_lane_height (view, g_ptr_array_index (model->lanes, i));
  return offset;
}

double
atlas_timeline_layout_get_lanes_height (const AtlasTimelineView *view,
                                        const AtlasTimelineModel *model)
{
  return get_offset (view, model, G_MAXUINT);
}

double
atlas_timeline_layout_get_lanes_room (const AtlasTimelineView *view)
{
  return atlas_timeline_layout_get_changes_top (view) - atlas_timeline_layout_get_lanes_top ();
}

double
atlas_timeline_layout_get_lane_top (const AtlasTimelineView *view,
                                    const AtlasTimelineModel *model,
                                    guint number)
{
  return atlas_timeline_layout_get_lanes_top () + get_offset (view, model, number) - view->scrolled;
}

double
atlas_timeline_layout_get_bar_top (double lane_top, guint row)
{
  return lane_top + BAR_TOP + row * (double) ATLAS_TIMELINE_ROW;
}

double
atlas_timeline_layout_get_marks_bottom (const AtlasTimelineView *view,
                                        const AtlasTimelineModel *model,
                                        guint lane,
                                        guint row)
{
  double top = atlas_timeline_layout_get_lane_top (view, model, lane);

  return atlas_timeline_layout_get_bar_top (top, row) + ATLAS_TIMELINE_BAR;
}

double
atlas_timeline_layout_get_changes_top (const AtlasTimelineView *view)
{
  return view->height - BELOW_LANES;
}

int
atlas_timeline_layout_get_height (const AtlasTimelineModel *model, gboolean compact, double room)
{
  AtlasTimelineView all = { .span = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE } };
  double lanes = compact ? 0.0 : MIN (atlas_timeline_layout_get_lanes_height (&all, model), room);

  return (int) (atlas_timeline_layout_get_lanes_top () + lanes) + BELOW_LANES;
}
