/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <stdlib.h>

#include "atlas-event-order.h"
#include "atlas-history-index.h"
#include "atlas-name-order.h"

struct _AtlasEventOrder
{
  AtlasDataset *dataset;
  AtlasGroup group;
  guint *ranks; /* by atlas_dataset_index_of() */
};

/* What is known of an event while the order is made. */
typedef struct
{
  AtlasEvent *event;
  guint group;
  guint key;
} Entry;

/* The position of each record in a list, by id, from 1. */
static GHashTable *
rank (GPtrArray *records)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (ranks,
                         (gpointer) atlas_record_get_id (records->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  return ranks;
}

static GPtrArray *
list_records (AtlasDataset *dataset, AtlasKind kind)
{
  guint n = atlas_dataset_get_n_records (dataset, kind);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, atlas_dataset_get_record (dataset, kind, i));
  return records;
}

static GHashTable *
rank_places (AtlasDataset *dataset, const char *lang)
{
  g_autoptr (GPtrArray) places = list_records (dataset, ATLAS_KIND_PLACE);

  atlas_name_order_sort (places, lang);
  return rank (places);
}

static int
compare_campaigns (gconstpointer a, gconstpointer b)
{
  AtlasRecord *first = *(AtlasRecord *const *) a, *second = *(AtlasRecord *const *) b;
  AtlasDay begin = atlas_record_get_bounds (first).begin;
  AtlasDay other = atlas_record_get_bounds (second).begin;

  if (begin != other)
    return begin < other ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (first), atlas_record_get_id (second));
}

static GHashTable *
rank_campaigns (AtlasDataset *dataset)
{
  g_autoptr (GPtrArray) campaigns = list_records (dataset, ATLAS_KIND_CAMPAIGN);

  g_ptr_array_sort (campaigns, compare_campaigns);
  return rank (campaigns);
}

/* 0 for what is not there. */
static guint
look_up (GHashTable *ranks, const char *id)
{
  return ranks != NULL && id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (ranks, id)) : 0;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return atlas_history_index_compare_events (first->event, second->event);
}

static const char *
get_group_id (AtlasGroup group, AtlasEvent *event)
{
  switch (group)
    {
    case ATLAS_GROUP_CAMPAIGN:
      return atlas_event_get_campaign (event);
    case ATLAS_GROUP_PLACE:
      return atlas_event_get_site (event);
    case ATLAS_GROUP_NONE:
    default:
      return NULL;
    }
}

/* Without a place: 0 less 1 is after all of them. */
static guint
get_key (AtlasSort sort, AtlasEvent *event, GHashTable *places)
{
  switch (sort)
    {
    case ATLAS_SORT_PLACE:
      return look_up (places, atlas_event_get_site (event)) - 1;
    case ATLAS_SORT_CERTAINTY:
      return atlas_record_get_status (ATLAS_RECORD (event));
    case ATLAS_SORT_DATE:
    default:
      return 0;
    }
}

AtlasEventOrder *
atlas_event_order_new (AtlasDataset *dataset, AtlasSort sort, AtlasGroup group, const char *lang)
{
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GHashTable) campaigns = NULL;
  g_autofree Entry *entries = NULL;
  AtlasEventOrder *self;
  guint n;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (lang != NULL, NULL);

  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT);
  entries = g_new (Entry, n + 1);
  if (sort == ATLAS_SORT_PLACE || group == ATLAS_GROUP_PLACE)
    places = rank_places (dataset, lang);
  if (group == ATLAS_GROUP_CAMPAIGN)
    campaigns = rank_campaigns (dataset);
  for (guint i = 0; i < n; i++)
    {
      AtlasEvent *event = ATLAS_EVENT (atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i));

      entries[i] = (Entry){ event,
                            look_up (group == ATLAS_GROUP_PLACE ? places : campaigns,
                                     get_group_id (group, event)),
                            get_key (sort, event, places) };
    }
  qsort (entries, n, sizeof *entries, compare_entries);

  self = g_new (AtlasEventOrder, 1);
  self->dataset = g_object_ref (dataset);
  self->group = group;
  self->ranks = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->ranks[atlas_dataset_index_of (dataset, ATLAS_RECORD (entries[i].event))] = i;
  return self;
}

void
atlas_event_order_free (AtlasEventOrder *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->dataset);
  g_free (self->ranks);
  g_free (self);
}

int
atlas_event_order_compare (const AtlasEventOrder *self, AtlasEvent *a, AtlasEvent *b)
{
  guint first, second;

  g_return_val_if_fail (self != NULL, 0);

  first = self->ranks[atlas_dataset_index_of (self->dataset, ATLAS_RECORD (a))];
  second = self->ranks[atlas_dataset_index_of (self->dataset, ATLAS_RECORD (b))];
  return (first > second) - (first < second);
}

AtlasRecord *
atlas_event_order_get_heading (const AtlasEventOrder *self, AtlasEvent *event)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_EVENT (event), NULL);

  return atlas_dataset_lookup (self->dataset, get_group_id (self->group, event));
}
