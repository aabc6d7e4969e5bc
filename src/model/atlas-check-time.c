/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-check-private.h"
#include "atlas-polyline.h"

/* The part of the check that compares dates. Dates are uncertain: only what cannot be, however they
 * are read, is a problem. */

/* Faster than this no force of the time marched for days on end. */
#define FASTEST_KM_A_DAY 45.0

/* More steps than any chain has: whoever is still walking walks in a circle. */
#define MAX_CHAIN 1000

static gboolean
is_apart (AtlasRecord *a, AtlasRecord *b)
{
  return a != NULL && b != NULL &&
         !atlas_time_span_overlaps (atlas_record_get_bounds (a), atlas_record_get_bounds (b));
}

/* Whether @later is over before @earlier can have begun. */
static gboolean
is_before (AtlasRecord *later, AtlasRecord *earlier)
{
  return atlas_record_get_bounds (later).end < atlas_record_get_bounds (earlier).begin;
}

static const char *
show_when (AtlasRecord *record)
{
  const char *edtf = atlas_record_get_edtf (record);

  return edtf != NULL ? edtf : "no date";
}

/* Who held a town when the atlas begins is told by a change of hands before that. */
static void
check_has_date (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (record);
  AtlasTimeSpan range = atlas_dataset_get_range (self->dataset);

  if (!atlas_record_get_when (record, NULL))
    atlas_check_fail (feature, "when", "a date");
  else if (atlas_record_get_kind (record) != ATLAS_KIND_CONTROL &&
           !atlas_time_span_overlaps (bounds, range))
    atlas_check_warn (feature,
                      "when",
                      "a date within the range of the atlas, not %s",
                      show_when (record));
}

static void
check_relations (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "relations");
  guint n;
  const AtlasRelation *relations = atlas_record_get_relations (record, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *other = atlas_dataset_lookup (self->dataset, relations[i].to);
      AtlasJson item = atlas_json_element (&list, i);

      if (other == record)
        atlas_check_fail (&item, "relationTo", "another record");
      else if (other != NULL && strcmp (relations[i].type, "atlas:follows") == 0 &&
               is_before (record, other))
        atlas_check_fail (&item,
                          "relationTo",
                          "something that was before %s, not %s",
                          show_when (record),
                          show_when (other));
    }
}

static void
check_campaign_of (AtlasCheck *self,
                   AtlasRecord *record,
                   const char *id,
                   const AtlasJson *feature,
                   const char *key)
{
  AtlasRecord *campaign = atlas_dataset_lookup (self->dataset, id);

  if (is_apart (record, campaign))
    atlas_check_warn (feature,
                      key,
                      "a campaign of the same time: %s is %s, not %s",
                      id,
                      show_when (campaign),
                      show_when (record));
}

static void
check_actors (AtlasCheck *self, AtlasEvent *event, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "atlas:actors");
  guint n;
  const AtlasActor *actors = atlas_event_get_actors (event, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *who = atlas_dataset_lookup (self->dataset, actors[i].who);

      if (is_apart (ATLAS_RECORD (event), who))
        atlas_check_warn (&list,
                          NULL,
                          "people of the time: %s is %s, not %s",
                          actors[i].who,
                          show_when (who),
                          show_when (ATLAS_RECORD (event)));
    }
}

static void
check_speed (AtlasLeg *leg, const AtlasJson *feature)
{
  gint64 days = atlas_time_span_length (atlas_record_get_bounds (ATLAS_RECORD (leg)));
  guint n;
  const AtlasPoint *path = atlas_leg_get_path (leg, &n);
  double km = atlas_polyline_length (path, path != NULL ? n : 0) / 1000.0;

  if (days > 0 && km > FASTEST_KM_A_DAY * (double) days)
    atlas_check_warn (feature,
                      "when",
                      "more time for %.0f km, or less way: %.0f km a day is more than %.0f",
                      km,
                      km / (double) days,
                      FASTEST_KM_A_DAY);
}

static void
check_leg (AtlasCheck *self, AtlasLeg *leg, const AtlasJson *feature)
{
  AtlasRecord *after = atlas_dataset_lookup (self->dataset, atlas_leg_get_after (leg));
  AtlasRecord *step = after;
  guint i = 0;

  if (after != NULL && is_before (ATLAS_RECORD (leg), after))
    atlas_check_fail (feature,
                      "atlas:after",
                      "a leg that was before %s, not %s",
                      show_when (ATLAS_RECORD (leg)),
                      show_when (after));
  for (; step != NULL && step != ATLAS_RECORD (leg) && i < MAX_CHAIN; i++)
    step = atlas_dataset_lookup (self->dataset, atlas_leg_get_after (ATLAS_LEG (step)));
  if (step == ATLAS_RECORD (leg))
    atlas_check_fail (feature, "atlas:after", "legs that do not follow one another in a circle");
  check_campaign_of (self,
                     ATLAS_RECORD (leg),
                     atlas_leg_get_campaign (leg),
                     feature,
                     "atlas:campaign");
  check_speed (leg, feature);
}

static void
check_campaign (AtlasCheck *self, AtlasCampaign *campaign, const AtlasJson *feature)
{
  const char *parent = atlas_campaign_get_parent (campaign);
  AtlasCampaign *step = atlas_dataset_lookup_campaign (self->dataset, parent);

  check_campaign_of (self, ATLAS_RECORD (campaign), parent, feature, "atlas:parent");
  for (guint i = 0; step != NULL && step != campaign && i < MAX_CHAIN; i++)
    step = atlas_dataset_lookup_campaign (self->dataset, atlas_campaign_get_parent (step));
  if (step == campaign)
    atlas_check_fail (feature,
                      "atlas:parent",
                      "campaigns that are not part of one another in a circle");
}

static void
check_control (AtlasCheck *self, AtlasControl *control, const AtlasJson *feature)
{
  AtlasRecord *event = atlas_dataset_lookup (self->dataset, atlas_control_get_event (control));

  if (is_apart (ATLAS_RECORD (control), event))
    atlas_check_warn (feature,
                      "atlas:event",
                      "an event of that day: %s is %s, not %s",
                      atlas_record_get_id (event),
                      show_when (event),
                      show_when (ATLAS_RECORD (control)));
  /* A town that stood a siege has the holder that it had; then its act says what happened. */
  if (atlas_control_get_act (control) == NULL &&
      g_strcmp0 (atlas_control_get_from (control), atlas_control_get_to (control)) == 0)
    atlas_check_warn (feature,
                      "atlas:to",
                      "another holder than before, or an act that says why not");
}

void
atlas_check_time (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature)
{
  AtlasKind kind = atlas_record_get_kind (record);

  if (kind == ATLAS_KIND_EVENT || kind == ATLAS_KIND_LEG || kind == ATLAS_KIND_TERRITORY ||
      kind == ATLAS_KIND_CONTROL)
    check_has_date (self, record, feature);
  check_relations (self, record, feature);
  if (kind == ATLAS_KIND_EVENT)
    {
      check_campaign_of (self,
                         record,
                         atlas_event_get_campaign (ATLAS_EVENT (record)),
                         feature,
                         "atlas:campaign");
      check_actors (self, ATLAS_EVENT (record), feature);
    }
  else if (kind == ATLAS_KIND_LEG)
    {
      check_leg (self, ATLAS_LEG (record), feature);
    }
  else if (kind == ATLAS_KIND_CAMPAIGN)
    {
      check_campaign (self, ATLAS_CAMPAIGN (record), feature);
    }
  else if (kind == ATLAS_KIND_CONTROL)
    {
      check_control (self, ATLAS_CONTROL (record), feature);
    }
}
