/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-timeline-layout.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* What lies under a point of the timeline. */
typedef enum
{
  ATLAS_TIMELINE_HIT_NOTHING, /* the days themselves */
  ATLAS_TIMELINE_HIT_ALL_YEARS,
  ATLAS_TIMELINE_HIT_CHAPTER,
  ATLAS_TIMELINE_HIT_NAME, /* of a lane, beside the axis */
  ATLAS_TIMELINE_HIT_LANE,
  ATLAS_TIMELINE_HIT_BAR,
  ATLAS_TIMELINE_HIT_MARK,
  ATLAS_TIMELINE_HIT_CHANGE,
} AtlasTimelineHitKind;

/**
 * AtlasTimelineHit:
 * @kind: what it is
 * @record: (nullable): the campaign of a lane, the campaign or polity of a bar, the event of a mark
 * @lane: (nullable): the lane, also where a bar is hit
 * @change: (nullable): the change of borders
 * @chapter: the number of a chapter
 * @span: the days of it, as far as they are known
 */
typedef struct
{
  AtlasTimelineHitKind kind;
  AtlasRecord *record;
  const AtlasTimelineLane *lane;
  const AtlasTimelineChange *change;
  guint chapter;
  AtlasTimeSpan span;
} AtlasTimelineHit;

/* The innermost thing under (@x, @y), pixels of the widget. @index and @model may be NULL. */
AtlasTimelineHit atlas_timeline_hit_find (const AtlasTimelineView *view,
                                          AtlasHistoryIndex *index,
                                          const AtlasTimelineModel *model,
                                          AtlasViewState *state,
                                          double x,
                                          double y);

/* Its name and its days in the language of the texts, or NULL where there is nothing to say.
 * (transfer full) (nullable) */
char *atlas_timeline_hit_describe (const AtlasTimelineHit *hit,
                                   AtlasHistoryIndex *index,
                                   const char *lang);

G_END_DECLS
