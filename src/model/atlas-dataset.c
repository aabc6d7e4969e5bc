/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-dataset-private.h"
#include "atlas-record-private.h"

/* Campaigns that are part of one another in a circle are an error of the atlas; whoever climbs from
 * part to whole stops after this many steps instead of never. */
#define MAX_CAMPAIGN_DEPTH 32

struct _AtlasDataset
{
  GObject parent_instance;

  AtlasDatasetData data;
  GPtrArray *records[ATLAS_N_KINDS]; /* (element-type AtlasRecord) own them */
  GHashTable *ids;                   /* (element-type utf8 AtlasRecord) */
  GHashTable *events_of;             /* (element-type utf8 GPtrArray) */
  GPtrArray *no_events;
};

G_DEFINE_FINAL_TYPE (AtlasDataset, atlas_dataset, G_TYPE_OBJECT)

static const char *const no_strings[] = { NULL };

static AtlasCampaign *
get_parent (AtlasDataset *self, AtlasCampaign *campaign)
{
  return atlas_dataset_lookup_campaign (self, atlas_campaign_get_parent (campaign));
}

static void
note_event (AtlasDataset *self, const char *id, AtlasEvent *event)
{
  GPtrArray *events;

  if (id == NULL)
    return;
  events = g_hash_table_lookup (self->events_of, id);
  if (events == NULL)
    {
      events = g_ptr_array_new ();
      g_hash_table_insert (self->events_of, (gpointer) id, events);
    }
  /* Events are noted one after the other, so one that is noted twice under an id was noted just
   * now. */
  if (events->len == 0 || g_ptr_array_index (events, events->len - 1) != event)
    g_ptr_array_add (events, event);
}

static void
note_campaigns (AtlasDataset *self, AtlasEvent *event)
{
  AtlasCampaign *campaign = atlas_dataset_lookup_campaign (self, atlas_event_get_campaign (event));

  for (guint i = 0; campaign != NULL && i < MAX_CAMPAIGN_DEPTH; i++)
    {
      note_event (self, atlas_record_get_id (ATLAS_RECORD (campaign)), event);
      campaign = get_parent (self, campaign);
    }
}

static void
note_people_and_places (AtlasDataset *self, AtlasEvent *event)
{
  guint n;
  const AtlasEventPlace *places = atlas_event_get_places (event, &n);
  const AtlasActor *actors;

  for (guint i = 0; i < n; i++)
    note_event (self, places[i].place, event);
  actors = atlas_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    {
      note_event (self, actors[i].who, event);
      note_event (self, actors[i].side, event);
    }
}

/* Earliest first; of two that may begin on one day the one that is over first; else as in the
 * files. */
static gint
compare_events (gconstpointer a, gconstpointer b)
{
  AtlasRecord *left = *(AtlasRecord *const *) a;
  AtlasRecord *right = *(AtlasRecord *const *) b;
  AtlasTimeSpan x = atlas_record_get_bounds (left);
  AtlasTimeSpan y = atlas_record_get_bounds (right);
  guint i = atlas_record_get_data (left)->index;
  guint j = atlas_record_get_data (right)->index;

  if (x.begin != y.begin)
    return x.begin < y.begin ? -1 : 1;
  if (x.end != y.end)
    return x.end < y.end ? -1 : 1;
  return (i > j) - (i < j);
}

static void
note_events (AtlasDataset *self)
{
  GPtrArray *events = self->records[ATLAS_KIND_EVENT];
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < events->len; i++)
    {
      note_people_and_places (self, g_ptr_array_index (events, i));
      note_campaigns (self, g_ptr_array_index (events, i));
    }
  g_hash_table_iter_init (&iter, self->events_of);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_events);
}

/* (nullable) */
static const char *
get_polity_family (AtlasDataset *self, const char *id)
{
  AtlasPolity *polity = atlas_dataset_lookup_polity (self, id);

  return polity != NULL ? atlas_polity_get_family (polity) : NULL;
}

/* The nearest campaign that names a leader, from the part to the whole. (nullable) */
static const char *
get_campaign_family (AtlasDataset *self, AtlasCampaign *campaign)
{
  const char *family = NULL;

  for (guint i = 0; campaign != NULL && family == NULL && i < MAX_CAMPAIGN_DEPTH; i++)
    {
      family = get_polity_family (self, atlas_campaign_get_polity (campaign));
      campaign = get_parent (self, campaign);
    }
  return family;
}

/* That of its campaign; else of the first who took part: by side, as a polity, as a person of a
 * polity. (nullable) */
static const char *
get_event_family (AtlasDataset *self, AtlasEvent *event)
{
  AtlasCampaign *campaign = atlas_dataset_lookup_campaign (self, atlas_event_get_campaign (event));
  const char *family = get_campaign_family (self, campaign);
  guint n;
  const AtlasActor *actors = atlas_event_get_actors (event, &n);

  for (guint i = 0; i < n && family == NULL; i++)
    {
      AtlasPerson *person = atlas_dataset_lookup_person (self, actors[i].who);

      family = get_polity_family (self, actors[i].side);
      if (family == NULL)
        family = get_polity_family (self, actors[i].who);
      if (family == NULL && person != NULL)
        family = get_polity_family (self, atlas_person_get_polity (person));
    }
  return family;
}

/* A march has the colour of those who march; only where that is not said, that of its campaign.
 * (nullable) */
static const char *
get_leg_family (AtlasDataset *self, AtlasLeg *leg)
{
  const char *family = get_polity_family (self, atlas_leg_get_polity (leg));

  if (family != NULL)
    return family;
  return get_campaign_family (self,
                              atlas_dataset_lookup_campaign (self, atlas_leg_get_campaign (leg)));
}

/* (nullable) */
static const char *
find_family (AtlasDataset *self, AtlasRecord *record)
{
  switch (atlas_record_get_kind (record))
    {
    case ATLAS_KIND_PERSON:
      return get_polity_family (self, atlas_person_get_polity (ATLAS_PERSON (record)));
    case ATLAS_KIND_POLITY:
      return atlas_polity_get_family (ATLAS_POLITY (record));
    case ATLAS_KIND_CAMPAIGN:
      return get_campaign_family (self, ATLAS_CAMPAIGN (record));
    case ATLAS_KIND_EVENT:
      return get_event_family (self, ATLAS_EVENT (record));
    case ATLAS_KIND_LEG:
      return get_leg_family (self, ATLAS_LEG (record));
    case ATLAS_KIND_TERRITORY:
      return get_polity_family (self, atlas_territory_get_polity (ATLAS_TERRITORY (record)));
    case ATLAS_KIND_CONTROL:
      return get_polity_family (self, atlas_control_get_to (ATLAS_CONTROL (record)));
    case ATLAS_KIND_PLACE:
    case ATLAS_KIND_SOURCE:
    case ATLAS_KIND_SEGMENT:
    case ATLAS_N_KINDS:
    default:
      return NULL;
    }
}

static void
atlas_dataset_finalize (GObject *object)
{
  AtlasDataset *self = ATLAS_DATASET (object);

  for (guint i = 0; i < ATLAS_N_KINDS; i++)
    g_ptr_array_unref (self->records[i]);
  g_hash_table_unref (self->events_of);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->no_events);
  atlas_pool_unref (self->data.pool);

  G_OBJECT_CLASS (atlas_dataset_parent_class)->finalize (object);
}

static void
atlas_dataset_class_init (AtlasDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_dataset_finalize;
}

static void
atlas_dataset_init (AtlasDataset *self)
{
  self->data.pool = atlas_pool_new ();
  self->data.languages = no_strings;
  for (guint i = 0; i < ATLAS_N_KINDS; i++)
    self->records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->events_of =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->no_events = g_ptr_array_new ();
}

AtlasDataset *
atlas_dataset_new (void)
{
  return g_object_new (ATLAS_TYPE_DATASET, NULL);
}

AtlasDatasetData *
atlas_dataset_get_data (AtlasDataset *self)
{
  return &self->data;
}

gboolean
atlas_dataset_add (AtlasDataset *self, AtlasRecord *record)
{
  AtlasRecordData *data = atlas_record_get_data (record);

  if (g_hash_table_contains (self->ids, data->id))
    {
      g_object_unref (record);
      return FALSE;
    }
  data->index = self->records[data->kind]->len;
  g_ptr_array_add (self->records[data->kind], record);
  g_hash_table_insert (self->ids, (gpointer) data->id, record);
  return TRUE;
}

GHashTable *
atlas_dataset_get_ids (AtlasDataset *self)
{
  return self->ids;
}

void
atlas_dataset_close (AtlasDataset *self)
{
  note_events (self);
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint i = 0; i < self->records[kind]->len; i++)
      {
        AtlasRecord *record = g_ptr_array_index (self->records[kind], i);
        const char *family = find_family (self, record);

        atlas_record_get_data (record)->family = family != NULL ? family : "other";
      }
}

/**
 * atlas_dataset_get_folder:
 * @self: an atlas
 *
 * Returns: the folder of its manifest
 */
const char *
atlas_dataset_get_folder (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->data.folder;
}

/**
 * atlas_dataset_get_title:
 * @self: an atlas
 *
 * Returns: (transfer none) (nullable): what it is called
 */
AtlasText *
atlas_dataset_get_title (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->data.title;
}

/**
 * atlas_dataset_get_description:
 * @self: an atlas
 *
 * Returns: (transfer none) (nullable): what it is about
 */
AtlasText *
atlas_dataset_get_description (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->data.description;
}

/**
 * atlas_dataset_get_licence:
 * @self: an atlas
 *
 * Returns: (nullable): the SPDX name of its licence
 */
const char *
atlas_dataset_get_licence (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->data.licence;
}

/**
 * atlas_dataset_get_languages:
 * @self: an atlas
 *
 * Returns: (transfer none): the languages that its texts are in, ended by %NULL
 */
const char *const *
atlas_dataset_get_languages (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->data.languages;
}

/**
 * atlas_dataset_get_range:
 * @self: an atlas
 *
 * Returns: the days that the slider covers; never open
 */
AtlasTimeSpan
atlas_dataset_get_range (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), ((AtlasTimeSpan){ 0, -1 }));

  return self->data.range;
}

/**
 * atlas_dataset_get_view:
 * @self: an atlas
 * @lon: (out) (optional): longitude of the centre, degrees
 * @lat: (out) (optional): latitude of the centre, degrees
 * @zoom: (out) (optional): zoom level
 * @day: (out) (optional): the day
 *
 * Where and when the atlas opens.
 */
void
atlas_dataset_get_view (AtlasDataset *self, double *lon, double *lat, double *zoom, AtlasDay *day)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  if (lon != NULL)
    *lon = self->data.lon;
  if (lat != NULL)
    *lat = self->data.lat;
  if (zoom != NULL)
    *zoom = self->data.zoom;
  if (day != NULL)
    *day = self->data.day;
}

/**
 * atlas_dataset_get_n_records:
 * @self: an atlas
 * @kind: a kind
 *
 * Returns: how many records of the kind there are
 */
guint
atlas_dataset_get_n_records (AtlasDataset *self, AtlasKind kind)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), 0);
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, 0);

  return self->records[kind]->len;
}

/**
 * atlas_dataset_get_record:
 * @self: an atlas
 * @kind: a kind
 * @index: less than atlas_dataset_get_n_records()
 *
 * Returns: (transfer none): that record
 */
AtlasRecord *
atlas_dataset_get_record (AtlasDataset *self, AtlasKind kind, guint index)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);
  g_return_val_if_fail (index < self->records[kind]->len, NULL);

  return g_ptr_array_index (self->records[kind], index);
}

/**
 * atlas_dataset_lookup:
 * @self: an atlas
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
AtlasRecord *
atlas_dataset_lookup (AtlasDataset *self, const char *id)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
}

static gpointer
lookup_kind (AtlasDataset *self, const char *id, AtlasKind kind)
{
  AtlasRecord *record = atlas_dataset_lookup (self, id);

  return record != NULL && atlas_record_get_kind (record) == kind ? record : NULL;
}

#define DEFINE_LOOKUP(Type, kind, KIND)                                                            \
  Type *atlas_dataset_lookup_##kind (AtlasDataset *self, const char *id)                           \
  {                                                                                                \
    return lookup_kind (self, id, ATLAS_KIND_##KIND);                                              \
  }

/* Each: (transfer none) (nullable), NULL also for an id of another kind. */
DEFINE_LOOKUP (AtlasPlace, place, PLACE)
DEFINE_LOOKUP (AtlasPerson, person, PERSON)
DEFINE_LOOKUP (AtlasPolity, polity, POLITY)
DEFINE_LOOKUP (AtlasSource, source, SOURCE)
DEFINE_LOOKUP (AtlasCampaign, campaign, CAMPAIGN)
DEFINE_LOOKUP (AtlasEvent, event, EVENT)

/**
 * atlas_dataset_index_of:
 * @self: an atlas
 * @record: one of its records
 *
 * Returns: its position among those of its kind
 */
guint
atlas_dataset_index_of (AtlasDataset *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), 0);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), 0);

  return atlas_record_get_data (record)->index;
}

/**
 * atlas_dataset_get_events_of:
 * @self: an atlas
 * @id: (nullable): id of a place, person, polity or campaign
 *
 * Returns: (transfer none) (element-type AtlasEvent): its events by date; empty where there are
 * none, never %NULL
 */
GPtrArray *
atlas_dataset_get_events_of (AtlasDataset *self, const char *id)
{
  GPtrArray *events;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  events = id != NULL ? g_hash_table_lookup (self->events_of, id) : NULL;
  return events != NULL ? events : self->no_events;
}

/**
 * atlas_dataset_get_family_of:
 * @self: an atlas
 * @record: one of its records
 *
 * Returns: the word for the family of colours of the polity that leads it, "other" where none is
 * named
 */
const char *
atlas_dataset_get_family_of (AtlasDataset *self, AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  return atlas_record_get_data (record)->family;
}

/**
 * atlas_dataset_get_root_campaign:
 * @self: an atlas
 * @campaign: one of its campaigns
 *
 * Returns: (transfer none): the campaign that it is part of in the end; itself where it is part of
 * none
 */
AtlasCampaign *
atlas_dataset_get_root_campaign (AtlasDataset *self, AtlasCampaign *campaign)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (ATLAS_IS_CAMPAIGN (campaign), NULL);

  for (guint i = 0; i < MAX_CAMPAIGN_DEPTH; i++)
    {
      AtlasCampaign *parent = get_parent (self, campaign);

      if (parent == NULL)
        break;
      campaign = parent;
    }
  return campaign;
}

/**
 * atlas_dataset_get_chapters:
 * @self: an atlas
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): the doors on the cover
 */
const AtlasChapter *
atlas_dataset_get_chapters (AtlasDataset *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  if (n != NULL)
    *n = self->data.n_chapters;
  return self->data.chapters;
}

int
atlas_dataset_get_chapter_on (AtlasDataset *self, AtlasDay day)
{
  int found = -1;
  gint64 shortest = G_MAXINT64;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), -1);

  for (guint i = 0; i < self->data.n_chapters; i++)
    {
      AtlasTimeSpan when = self->data.chapters[i].when;
      gint64 length = (gint64) when.end - when.begin;

      if (!atlas_time_span_contains (when, day) || length > shortest)
        continue;
      found = (int) i;
      shortest = length;
    }
  return found;
}

int
atlas_dataset_find_chapter (AtlasDataset *self, const char *id)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), -1);

  for (guint i = 0; id != NULL && i < self->data.n_chapters; i++)
    if (g_strcmp0 (self->data.chapters[i].id, id) == 0)
      return (int) i;
  return -1;
}

const AtlasChapterStep *
atlas_dataset_find_step (AtlasDataset *self, const char *chapter, guint step)
{
  int number = atlas_dataset_find_chapter (self, chapter);

  return number >= 0 && step < self->data.chapters[number].n_steps
           ? &self->data.chapters[number].steps[step]
           : NULL;
}
