/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"
#include "atlas-marker.h"
#include "atlas-mercator.h"
#include "atlas-picture-spec.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_SITE_PLACE,
  ATLAS_SITE_EVENT,
  ATLAS_SITE_CLUSTER,
} AtlasSiteKind;

/**
 * AtlasSite:
 * @x: logical pixels from the left
 * @y: logical pixels from the top
 * @radius: what the symbol takes up
 * @place: (nullable): where it is
 * @events: in order of date; none for a place
 * @counts: events by group
 * @hollow: those of them that rest on one account which others contradict
 * @finish: of a single event
 * @alpha: how strongly it is drawn, 0 to 1: events of an uncertain date by how likely it falls
 * inside the window, those just past by how long ago they ended
 * @past: it ended before the window and only glows on; it has no name
 *
 * One thing on the map that can be pointed at. Records belong to the dataset.
 */
typedef struct
{
  AtlasSiteKind kind;
  double x;
  double y;
  double radius;
  AtlasPlace *place;
  AtlasEvent **events;
  guint n_events;
  guint counts[ATLAS_N_EVENT_GROUPS];
  guint hollow[ATLAS_N_EVENT_GROUPS];
  AtlasMarkerFinish finish;
  double alpha;
  gboolean past;
  AtlasPlaceSymbol symbol;
  AtlasColor color;
  guint rank; /* 1 to 4 */
  gboolean selected;
  gboolean hovered;
  gboolean highlighted; /* by the step of a tour */
} AtlasSite;

/**
 * AtlasSiteLayout:
 *
 * The symbols of a picture: where they stand, what they mean, and what lies under a pointer.
 */
typedef struct _AtlasSiteLayout AtlasSiteLayout;

AtlasSiteLayout *atlas_site_layout_new (AtlasHistoryIndex *index,
                                        const AtlasPictureSpec *spec,
                                        const AtlasViewport *viewport);
void atlas_site_layout_free (AtlasSiteLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSiteLayout, atlas_site_layout_free)

/* In the order in which they are drawn, the topmost last. */
const AtlasSite *atlas_site_layout_get_sites (const AtlasSiteLayout *self, guint *n);

/* Whether a place has a symbol at @zoom on @day when nothing happens there: by its rank and kind,
 * and only while it stands. */
gboolean atlas_site_layout_shows_place (AtlasPlace *place, double zoom, AtlasDay day);

/* The topmost site within 16 pixels of the point, the nearest where several of the same kind are.
 * (nullable) */
const AtlasSite *atlas_site_layout_pick (const AtlasSiteLayout *self, double x, double y);

G_END_DECLS
