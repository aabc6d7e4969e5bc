/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CAMPAIGN (atlas_campaign_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCampaign, atlas_campaign, ATLAS, CAMPAIGN, AtlasRecord)

/* (nullable) ids */
const char *atlas_campaign_get_parent (AtlasCampaign *self);
const char *atlas_campaign_get_polity (AtlasCampaign *self);

G_END_DECLS
