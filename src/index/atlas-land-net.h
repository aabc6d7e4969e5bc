/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasLandNet:
 *
 * All land of an atlas, cut by every border that it ever had into faces, and who held each face
 * when. A face lies wholly inside or wholly outside every territory, so that a question about two
 * days is a comparison of two rows. Immutable; may be read from any thread.
 */
typedef struct _AtlasLandNet AtlasLandNet;

/* A stretch of border between two faces. */
typedef struct
{
  int left, right;       /* faces; -1 is where no land is drawn */
  AtlasSegment *segment; /* what it is a part of */
  double length;         /* metres, geodesic */
} AtlasLandArc;

/* @territories from the largest to the smallest; where several lie over one another the last holds
 * the land, an occupation before any other. Claims, and what only one viewpoint shows, cut faces
 * but hold nothing. Takes a tenth of a second or so. (element-type AtlasTerritory) */
AtlasLandNet *atlas_land_net_new (GPtrArray *territories);
void atlas_land_net_free (AtlasLandNet *self);

guint atlas_land_net_get_n_faces (const AtlasLandNet *self);
AtlasMultiPolygon *atlas_land_net_get_face (const AtlasLandNet *self, guint face);

/* The face in which a point lies; -1 where no land is drawn. */
int atlas_land_net_find_face (const AtlasLandNet *self, AtlasPoint point);

/* Geodesic, square metres. */
double atlas_land_net_get_area (const AtlasLandNet *self, guint face);

/* Whether a territory of the atlas (a claim, too) covers a face. */
gboolean atlas_land_net_is_in (const AtlasLandNet *self, guint face, AtlasTerritory *territory);

const AtlasLandArc *atlas_land_net_get_arcs (const AtlasLandNet *self, guint *n);

/* Stages are what lies between two days on which a hand changes: stage 0 before the first such day,
 * stage n from the nth. */
guint atlas_land_net_get_n_stages (const AtlasLandNet *self);
guint atlas_land_net_get_stage_on (const AtlasLandNet *self, AtlasDay day);

/* The first day of a stage; %ATLAS_DAY_OPEN_PAST for stage 0. */
AtlasDay atlas_land_net_get_first_day (const AtlasLandNet *self, guint stage);

/* (nullable): who holds a face in a stage. */
AtlasTerritory *atlas_land_net_get_holder (const AtlasLandNet *self, guint stage, guint face);

G_END_DECLS
