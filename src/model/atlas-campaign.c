/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-campaign.h"

#include "atlas-record-private.h"

/**
 * AtlasCampaign:
 *
 * A part of the story: a war, a mission, a negotiation. Campaigns nest.
 */
struct _AtlasCampaign
{
  AtlasRecord parent_instance;

  const char *parent;
  const char *polity;
};

G_DEFINE_FINAL_TYPE (AtlasCampaign, atlas_campaign, ATLAS_TYPE_RECORD)

static void
atlas_campaign_class_init (AtlasCampaignClass *klass)
{
}

static void
atlas_campaign_init (AtlasCampaign *self)
{
}

void
atlas_campaign_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasCampaign *self = ATLAS_CAMPAIGN (record);

  self->parent = atlas_json_get_id (feature, "atlas:parent", "campaign");
  self->polity = atlas_json_get_id (feature, "atlas:polity", "polity");
}

void
atlas_campaign_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasCampaign *self = ATLAS_CAMPAIGN (record);

  atlas_archive_string (archive, &self->parent);
  atlas_archive_string (archive, &self->polity);
}

/**
 * atlas_campaign_get_parent:
 * @self: a campaign
 *
 * Returns: (nullable): the id of the campaign that it is part of
 */
const char *
atlas_campaign_get_parent (AtlasCampaign *self)
{
  g_return_val_if_fail (ATLAS_IS_CAMPAIGN (self), NULL);

  return self->parent;
}

/**
 * atlas_campaign_get_polity:
 * @self: a campaign
 *
 * Returns: (nullable): the id of the polity that leads it
 */
const char *
atlas_campaign_get_polity (AtlasCampaign *self)
{
  g_return_val_if_fail (ATLAS_IS_CAMPAIGN (self), NULL);

  return self->polity;
}
