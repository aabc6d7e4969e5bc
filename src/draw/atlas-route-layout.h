/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-curve.h"
#include "atlas-label-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_ROUTE_PAST,
  ATLAS_ROUTE_CURRENT,
  ATLAS_ROUTE_LATER,
} AtlasRouteTime;

/* One leg as it is drawn. */
typedef struct
{
  AtlasLeg *leg;
  AtlasRouteTime time;
  gboolean hollow; /* one account that others contradict */
  gboolean selected;
  gboolean highlighted;  /* by the step of a tour */
  gboolean has_head;     /* ends in an arrow: the leg of today, or the last one of its march */
  gboolean doubtful;     /* faster than anyone went */
  AtlasTimeSpan silence; /* nothing is recorded of the march that goes on; else empty */
  const AtlasPolityColors *colors;
  GArray *points; /* AtlasWorldPoint, on the screen, as far as it has come */
} AtlasRoute;

/* The legs of a picture, the current ones last. */
typedef struct
{
  GArray *routes; /* AtlasRoute */
} AtlasRouteLayout;

AtlasRouteLayout *atlas_route_layout_new (AtlasHistoryIndex *index,
                                          const AtlasPictureSpec *spec,
                                          const AtlasViewport *viewport);
void atlas_route_layout_free (AtlasRouteLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRouteLayout, atlas_route_layout_free)

/* Takes room for the ribbons, the names of those who lead a current leg, and the dates. */
void atlas_route_layout_block (const AtlasRouteLayout *self, AtlasLabelSheet *sheet);
void atlas_route_layout_add_counters (const AtlasRouteLayout *self,
                                      AtlasLabelSheet *sheet,
                                      AtlasDataset *dataset);
void atlas_route_layout_add_dates (const AtlasRouteLayout *self, AtlasLabelSheet *sheet);

/* The pace of a leg that is under way or chosen, "38 km a day", where its days are told exactly;
 * that of any leg that nobody could keep up, with a question mark. (transfer full) (nullable) */
char *atlas_route_layout_describe_pace (const AtlasRoute *route, const char *lang);

/* The leg whose ribbon passes within 8 pixels of the point. (nullable) */
AtlasLeg *atlas_route_layout_pick (const AtlasRouteLayout *self, double x, double y);

G_END_DECLS
