/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-timeline-lane.h"

G_BEGIN_DECLS

/* What the timeline draws, worked out once for an atlas: bars of campaigns and polities in
 * lanes, marks of events, changes of borders, chapters. */

typedef struct
{
  AtlasEvent *event;
  AtlasTimeSpan bounds; /* what the date allows, within all years */
  AtlasDay day;         /* the middle of it */
  guint lane;           /* G_MAXUINT for none */
  guint row;            /* of the bar that it belongs to */
  gboolean hollow;
} AtlasTimelineMark;

typedef struct
{
  AtlasDay day;
  gboolean by_treaty; /* else approximate */
  gboolean proposed;
  AtlasSegment *segment; /* the one that says most: a treaty before the rest */
  const AtlasBoundaryPhase *phase;
  guint n_segments;
} AtlasTimelineChange;

typedef struct
{
  GPtrArray *lanes;  /* (element-type AtlasTimelineLane): campaigns by first day, then polities */
  guint n_campaigns; /* how many of the lanes are of campaigns */
  GArray *marks;     /* (element-type AtlasTimelineMark) by day */
  GArray *changes;   /* (element-type AtlasTimelineChange) by day, one a day */
} AtlasTimelineModel;

AtlasTimelineModel *atlas_timeline_model_new (AtlasHistoryIndex *index);
void atlas_timeline_model_free (AtlasTimelineModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineModel, atlas_timeline_model_free)

/* Marks from the first at or after @span.begin: their position in marks, and how many fall into the
 * span. */
guint atlas_timeline_model_find_marks (const AtlasTimelineModel *self,
                                       AtlasTimeSpan span,
                                       guint *n);

G_END_DECLS
