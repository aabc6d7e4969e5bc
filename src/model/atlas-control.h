/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CONTROL (atlas_control_get_type ())
G_DECLARE_FINAL_TYPE (AtlasControl, atlas_control, ATLAS, CONTROL, AtlasRecord)

/* A town changes hands on the day of the record. Ids; from, to and event may be NULL. */
const char *atlas_control_get_place (AtlasControl *self);
const char *atlas_control_get_from (AtlasControl *self);
const char *atlas_control_get_to (AtlasControl *self);
const char *atlas_control_get_event (AtlasControl *self);
AtlasText *atlas_control_get_act (AtlasControl *self);

G_END_DECLS
