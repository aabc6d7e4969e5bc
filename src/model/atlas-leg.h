/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"
#include "atlas-geo.h"

G_BEGIN_DECLS

/* Ids and texts may be NULL; lists end with NULL and may be empty. */

#define ATLAS_TYPE_LEG (atlas_leg_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLeg, atlas_leg, ATLAS, LEG, AtlasRecord)

const char *atlas_leg_get_campaign (AtlasLeg *self);
const char *atlas_leg_get_from (AtlasLeg *self);
const char *atlas_leg_get_to (AtlasLeg *self);
const char *const *atlas_leg_get_via (AtlasLeg *self);
const char *atlas_leg_get_polity (AtlasLeg *self);
AtlasText *atlas_leg_get_force (AtlasLeg *self);
const char *const *atlas_leg_get_commanders (AtlasLeg *self);
const char *atlas_leg_get_after (AtlasLeg *self);

/* (transfer none) (nullable): the line from first to last point, resolved from the places when the
 * dataset was read; NULL where an end is not located. */
const AtlasPoint *atlas_leg_get_path (AtlasLeg *self, guint *n);

G_END_DECLS
