/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_POLITY (atlas_polity_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPolity, atlas_polity, ATLAS, POLITY, AtlasRecord)

/* The family of colours: "qing", "russia", ... or "unknown". */
const char *atlas_polity_get_family (AtlasPolity *self);

/* A name short enough for a map; falls back to the title. */
AtlasText *atlas_polity_get_short_name (AtlasPolity *self);

G_END_DECLS
