/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include "atlas-filter-mask.h"

/* Deeper than campaigns are nested; stops at a circle that nobody checked for. */
#define MOST_DEPTH 16

struct _AtlasFilterMask
{
  gatomicrefcount references;
  AtlasDataset *dataset;
  guint8 *bytes[ATLAS_N_KINDS];
  guint n_off[ATLAS_N_KINDS];
};

/* What the questions below are asked about. */
typedef struct
{
  AtlasDataset *dataset;
  const AtlasFilter *filter;
} Question;

static gboolean
has_source (const Question *q, AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);

  if (ATLAS_IS_SOURCE (record))
    return atlas_filter_shows_source (q->filter, atlas_record_get_id (record));
  for (guint i = 0; i < n; i++)
    if (atlas_filter_shows_source (q->filter, citations[i].source))
      return TRUE;
  return n == 0;
}

static gboolean
is_part_of (const Question *q, const char *id, const char *whole)
{
  for (guint depth = 0; id != NULL && depth < MOST_DEPTH; depth++)
    {
      AtlasCampaign *campaign;

      if (g_str_equal (id, whole))
        return TRUE;
      campaign = atlas_dataset_lookup_campaign (q->dataset, id);
      id = campaign != NULL ? atlas_campaign_get_parent (campaign) : NULL;
    }
  return FALSE;
}

static gboolean
is_one_of (const char *const *ids, const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

static gboolean
keeps_event (const Question *q, AtlasEvent *event)
{
  const char *campaign = atlas_filter_get_only (q->filter, ATLAS_FILTER_CAMPAIGN);
  const char *actor = atlas_filter_get_only (q->filter, ATLAS_FILTER_ACTOR);
  const char *place = atlas_filter_get_only (q->filter, ATLAS_FILTER_PLACE);
  guint n_actors, n_places;
  const AtlasActor *actors = atlas_event_get_actors (event, &n_actors);
  const AtlasEventPlace *places = atlas_event_get_places (event, &n_places);
  gboolean acts = actor == NULL, lies = place == NULL;

  for (guint i = 0; i < n_actors && !acts; i++)
    acts = g_strcmp0 (actors[i].who, actor) == 0 || g_strcmp0 (actors[i].side, actor) == 0;
  for (guint i = 0; i < n_places && !lies; i++)
    lies = g_strcmp0 (places[i].place, place) == 0;
  return acts && lies &&
         atlas_filter_shows_event_kind (q->filter, atlas_event_get_event_kind (event)) &&
         (campaign == NULL || is_part_of (q, atlas_event_get_campaign (event), campaign));
}

static gboolean
keeps_leg (const Question *q, AtlasLeg *leg)
{
  const char *campaign = atlas_filter_get_only (q->filter, ATLAS_FILTER_CAMPAIGN);
  const char *actor = atlas_filter_get_only (q->filter, ATLAS_FILTER_ACTOR);
  const char *place = atlas_filter_get_only (q->filter, ATLAS_FILTER_PLACE);

  return (campaign == NULL || is_part_of (q, atlas_leg_get_campaign (leg), campaign)) &&
         (actor == NULL || g_strcmp0 (atlas_leg_get_polity (leg), actor) == 0 ||
          is_one_of (atlas_leg_get_commanders (leg), actor)) &&
         (place == NULL || g_strcmp0 (atlas_leg_get_from (leg), place) == 0 ||
          g_strcmp0 (atlas_leg_get_to (leg), place) == 0 ||
          is_one_of (atlas_leg_get_via (leg), place));
}

/* A campaign's parts, and what it is a part of, stay with it. */
static gboolean
keeps_campaign (const Question *q, AtlasRecord *record)
{
  const char *campaign = atlas_filter_get_only (q->filter, ATLAS_FILTER_CAMPAIGN);

  return campaign == NULL || is_part_of (q, atlas_record_get_id (record), campaign) ||
         is_part_of (q, campaign, atlas_record_get_id (record));
}

static gboolean
lets_through (const Question *q, AtlasRecord *record)
{
  if (!atlas_filter_shows_status (q->filter, atlas_record_get_status (record)) ||
      !has_source (q, record))
    return FALSE;
  if (ATLAS_IS_EVENT (record))
    return keeps_event (q, ATLAS_EVENT (record));
  if (ATLAS_IS_LEG (record))
    return keeps_leg (q, ATLAS_LEG (record));
  return !ATLAS_IS_CAMPAIGN (record) || keeps_campaign (q, record);
}

AtlasFilterMask *
atlas_filter_mask_new (AtlasDataset *dataset, const AtlasFilter *filter)
{
  Question q = { dataset, filter };
  AtlasFilterMask *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  if (filter == NULL)
    return NULL;
  self = g_new0 (AtlasFilterMask, 1);
  g_atomic_ref_count_init (&self->references);
  self->dataset = g_object_ref (dataset);
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      guint n = atlas_dataset_get_n_records (dataset, (AtlasKind) kind);

      self->bytes[kind] = g_malloc (n + 1);
      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *record = atlas_dataset_get_record (dataset, (AtlasKind) kind, i);

          self->bytes[kind][i] = lets_through (&q, record);
          self->n_off[kind] += !self->bytes[kind][i];
        }
    }
  return self;
}

AtlasFilterMask *
atlas_filter_mask_ref (AtlasFilterMask *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
atlas_filter_mask_unref (AtlasFilterMask *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    g_free (self->bytes[kind]);
  g_object_unref (self->dataset);
  g_free (self);
}

gboolean
atlas_filter_mask_has (const AtlasFilterMask *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return self == NULL ||
         self
           ->bytes[atlas_record_get_kind (record)][atlas_dataset_index_of (self->dataset, record)];
}

const guint8 *
atlas_filter_mask_get_bytes (const AtlasFilterMask *self, AtlasKind kind)
{
  g_return_val_if_fail (self != NULL && kind < ATLAS_N_KINDS, NULL);

  return self->bytes[kind];
}

guint
atlas_filter_mask_count_off (const AtlasFilterMask *self, AtlasKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_KINDS, 0);

  return self != NULL ? self->n_off[kind] : 0;
}
