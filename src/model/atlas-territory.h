/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"
#include "atlas-polygon.h"
#include "atlas-segment.h"

G_BEGIN_DECLS

/* Ids and texts may be NULL. */

typedef enum
{
  ATLAS_STANDING_SOVEREIGN,
  ATLAS_STANDING_PROTECTORATE,
  ATLAS_STANDING_OCCUPATION,
  ATLAS_STANDING_CLAIM,
  ATLAS_STANDING_AUTONOMOUS,
  ATLAS_STANDING_UNADMINISTERED,
  ATLAS_STANDING_CONTROL,
} AtlasStanding;

#define ATLAS_TYPE_TERRITORY (atlas_territory_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTerritory, atlas_territory, ATLAS, TERRITORY, AtlasRecord)

const char *atlas_territory_get_polity (AtlasTerritory *self);
AtlasStanding atlas_territory_get_standing (AtlasTerritory *self);
const char *atlas_territory_get_over (AtlasTerritory *self);
AtlasText *atlas_territory_get_act (AtlasTerritory *self);
const char *atlas_territory_get_act_event (AtlasTerritory *self);
AtlasText *atlas_territory_get_end_act (AtlasTerritory *self);
const char *atlas_territory_get_viewpoint (AtlasTerritory *self);

/* The polygons, joined from the segments when the dataset was read. */
AtlasMultiPolygon *atlas_territory_get_shape (AtlasTerritory *self);

/* Each segment of each ring, once. */
AtlasSegment *const *atlas_territory_get_segments (AtlasTerritory *self, guint *n);

const char *atlas_standing_to_string (AtlasStanding standing);

G_END_DECLS
