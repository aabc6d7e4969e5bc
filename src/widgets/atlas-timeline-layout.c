/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-layout.h"

/* From the top of a lane to its first bar, and between its rows. */
#define BAR_TOP 3.0
#define ROW_GAP 1.0

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

static double
get_lanes_top (void)
{
  return ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY + 4.0;
}

double
atlas_timeline_layout_get_lane_height (const AtlasTimelineLane *lane)
{
  return lane->n_rows > 1 ? ATLAS_TIMELINE_LANE_TWO : ATLAS_TIMELINE_LANE;
}

double
atlas_timeline_layout_get_lane_top (const AtlasTimelineModel *model, guint number)
{
  double top = get_lanes_top ();

  for (guint i = 0; model != NULL && i < number && i < model->lanes->len; i++)
    top += atlas_timeline_layout_get_lane_height (g_ptr_array_index (model->lanes, i));
  return top;
}

double
atlas_timeline_layout_get_bar_top (double lane_top, guint row)
{
  return lane_top + BAR_TOP + row * (ATLAS_TIMELINE_BAR + ROW_GAP);
}

double
atlas_timeline_layout_get_marks_bottom (const AtlasTimelineModel *model, guint lane, guint row)
{
  double top = atlas_timeline_layout_get_lane_top (model, lane);

  return atlas_timeline_layout_get_bar_top (top, row) + ATLAS_TIMELINE_BAR;
}

double
atlas_timeline_layout_get_changes_top (const AtlasTimelineView *view,
                                       const AtlasTimelineModel *model)
{
  return view->compact || model == NULL ? get_lanes_top ()
                                        : atlas_timeline_layout_get_lane_top (model, G_MAXUINT);
}

int
atlas_timeline_layout_get_height (const AtlasTimelineModel *model, gboolean compact)
{
  AtlasTimelineView view = { .compact = compact };

  return (int) atlas_timeline_layout_get_changes_top (&view, model) + ATLAS_TIMELINE_CHANGES +
         ATLAS_TIMELINE_AXIS + ATLAS_TIMELINE_ALL;
}
