/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PLACE_CAPITAL,
  ATLAS_PLACE_TOWN,
  ATLAS_PLACE_VILLAGE,
  ATLAS_PLACE_FORT,
  ATLAS_PLACE_POST,
  ATLAS_PLACE_PASS,
  ATLAS_PLACE_RIVER,
  ATLAS_PLACE_LAKE,
  ATLAS_PLACE_REGION,
  ATLAS_PLACE_RANGE,
  ATLAS_PLACE_DESERT,
  ATLAS_PLACE_BUILDING,
  ATLAS_PLACE_BRIDGE,
  ATLAS_PLACE_PORT,
  ATLAS_PLACE_OTHER,
} AtlasPlaceType;

#define ATLAS_TYPE_PLACE (atlas_place_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlace, atlas_place, ATLAS, PLACE, AtlasRecord)

/* FALSE where the place is not located: list it, never draw it. Degrees. */
gboolean atlas_place_get_location (AtlasPlace *self, double *lon, double *lat);

AtlasPlaceType atlas_place_get_place_type (AtlasPlace *self);

/* 1 (chief town) to 4. */
guint atlas_place_get_rank (AtlasPlace *self);

/* How far the point may be off, in km: 1, 5, 25, 100; HUGE_VAL where that is not known. */
double atlas_place_get_precision_km (AtlasPlace *self);

/* (nullable) */
AtlasText *atlas_place_get_modern_name (AtlasPlace *self);

G_END_DECLS
