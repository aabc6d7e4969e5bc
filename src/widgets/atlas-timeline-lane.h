/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* A campaign in the row of its outermost ancestor, or a polity in the row of its lineage. */
typedef struct
{
  AtlasRecord *record; /* a campaign or a polity */
  AtlasTimeSpan solid; /* the days that it lasted for certain */
  AtlasTimeSpan
    bounds;        /* with the days that it may have lasted; the bar fades over the difference */
  guint row;       /* within the lane, from the top */
  gboolean inset;  /* lies on another bar of its row */
  gboolean hollow; /* one account that others contradict */
} AtlasTimelineBar;

/**
 * AtlasTimelineLane:
 * @record: (nullable): the campaign of which the bars are parts; none for polities, which share
 * only their family of colours
 *
 * One row of the timeline, or as many as its bars need to lie beside each other.
 */
typedef struct
{
  AtlasRecord *record;
  const char *family; /* of colours */
  AtlasTimeSpan bounds;
  GArray *bars; /* (element-type AtlasTimelineBar) by first day */
  guint n_rows; /* 1 or more */
} AtlasTimelineLane;

AtlasTimelineLane *atlas_timeline_lane_new (AtlasRecord *record, const char *family);
void atlas_timeline_lane_free (AtlasTimelineLane *self);

/* Adds a bar for a dated record. Bars have their rows after atlas_timeline_lane_arrange. */
void atlas_timeline_lane_add (AtlasTimelineLane *self, AtlasRecord *record);

/* Sorts the bars and gives them rows, @most at the most: a bar that overlaps another goes to the
 * next row; where all are taken it lies on the one that is free soonest, as an inset. Ends that are
 * not known may overlap: they fade. */
void atlas_timeline_lane_arrange (AtlasTimelineLane *self, guint most);

/* What the lane is called: the title of its campaign, or the name of the lineage. (transfer none)
 */
const char *atlas_timeline_lane_get_title (const AtlasTimelineLane *self, const char *lang);

/* One lane for each family of polities that hold land in the atlas, those of the frontier first.
 * (transfer container) (element-type AtlasTimelineLane) */
GPtrArray *atlas_timeline_lanes_of_polities (AtlasDataset *dataset);

G_END_DECLS
