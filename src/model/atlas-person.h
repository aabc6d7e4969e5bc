/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PERSON (atlas_person_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPerson, atlas_person, ATLAS, PERSON, AtlasRecord)

/* (nullable) */
AtlasText *atlas_person_get_role (AtlasPerson *self);

/* (nullable) id of a polity */
const char *atlas_person_get_polity (AtlasPerson *self);

G_END_DECLS
