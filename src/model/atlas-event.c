/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-event.h"

#include "atlas-record-private.h"

/**
 * AtlasEvent:
 *
 * Something that happened.
 */
struct _AtlasEvent
{
  AtlasRecord parent_instance;

  AtlasEventKind event_kind;
  const char *campaign;
  const AtlasEventPlace *places;
  guint n_places;
  const AtlasActor *actors;
  guint n_actors;
  const char *site;
  AtlasText *outcome;
  guint weight;
};

G_DEFINE_FINAL_TYPE (AtlasEvent, atlas_event, ATLAS_TYPE_RECORD)

#define USUAL_WEIGHT 2
#define LOWEST_WEIGHT 3

/* In the order of AtlasEventKind. */
const char *const atlas_event_kind_words[] = {
  "battle", "siege", "capture",  "rising",         "march",      "loss",        "treaty", "talks",
  "aid",    "state", "stateend", "administration", "occupation", "appointment", NULL
};

static const AtlasEventGroup groups[] = {
  [ATLAS_EVENT_BATTLE] = ATLAS_EVENT_GROUP_FORCE,
  [ATLAS_EVENT_SIEGE] = ATLAS_EVENT_GROUP_FORCE,
  [ATLAS_EVENT_CAPTURE] = ATLAS_EVENT_GROUP_FORCE,
  [ATLAS_EVENT_RISING] = ATLAS_EVENT_GROUP_FORCE,
  [ATLAS_EVENT_MARCH] = ATLAS_EVENT_GROUP_FORCE,
  [ATLAS_EVENT_LOSS] = ATLAS_EVENT_GROUP_FORCE,
  [ATLAS_EVENT_TREATY] = ATLAS_EVENT_GROUP_WORD,
  [ATLAS_EVENT_TALKS] = ATLAS_EVENT_GROUP_WORD,
  [ATLAS_EVENT_AID] = ATLAS_EVENT_GROUP_WORD,
  [ATLAS_EVENT_STATE] = ATLAS_EVENT_GROUP_RULE,
  [ATLAS_EVENT_STATEEND] = ATLAS_EVENT_GROUP_RULE,
  [ATLAS_EVENT_ADMINISTRATION] = ATLAS_EVENT_GROUP_RULE,
  [ATLAS_EVENT_OCCUPATION] = ATLAS_EVENT_GROUP_RULE,
  [ATLAS_EVENT_APPOINTMENT] = ATLAS_EVENT_GROUP_RULE,
};

static const char *const role_words[] = { "site", "from", "to", "about", "near", NULL };

static void
read_places (AtlasEvent *self, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "atlas:places");
  guint length = atlas_json_length (&list);
  AtlasEventPlace *places =
    atlas_pool_array (feature->context->pool, length, sizeof (AtlasEventPlace));

  self->places = places;
  for (guint i = 0; i < length; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);
      AtlasEventPlace *place = &places[self->n_places];

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      place->place = atlas_json_need_id (&item, "place", "place");
      place->role = role_words[atlas_json_need_enum (&item, "role", role_words)];
      if (place->place != NULL)
        self->n_places++;
    }
  for (guint i = 0; i < self->n_places && self->site == NULL; i++)
    if (strcmp (places[i].role, "site") == 0)
      self->site = places[i].place;
  if (self->site == NULL && self->n_places > 0)
    self->site = places[0].place;
}

static void
read_actors (AtlasEvent *self, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "atlas:actors");
  guint length = atlas_json_length (&list);
  AtlasActor *actors = atlas_pool_array (feature->context->pool, length, sizeof (AtlasActor));

  self->actors = actors;
  for (guint i = 0; i < length; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);
      AtlasActor *actor = &actors[self->n_actors];

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      actor->who = atlas_json_need_id (&item, "who", "person|polity");
      actor->side = atlas_json_get_id (&item, "side", "polity");
      actor->role = atlas_json_get_text (&item, "role");
      if (actor->who != NULL)
        self->n_actors++;
    }
}

static void
atlas_event_class_init (AtlasEventClass *klass)
{
}

static void
atlas_event_init (AtlasEvent *self)
{
  self->weight = USUAL_WEIGHT;
}

void
atlas_event_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasEvent *self = ATLAS_EVENT (record);

  self->event_kind = atlas_json_need_enum (feature, "atlas:event-kind", atlas_event_kind_words);
  self->campaign = atlas_json_get_id (feature, "atlas:campaign", "campaign");
  read_places (self, feature);
  read_actors (self, feature);
  self->outcome = atlas_json_get_text (feature, "atlas:outcome");
  self->weight =
    (guint) atlas_json_get_number (feature, "atlas:weight", USUAL_WEIGHT, 1.0, LOWEST_WEIGHT);
}

void
atlas_event_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasEvent *self = ATLAS_EVENT (record);

  AtlasEventPlace *places;
  AtlasActor *actors;

  atlas_archive_enum (archive, &self->event_kind, ATLAS_N_EVENT_KINDS - 1);
  atlas_archive_string (archive, &self->campaign);
  places =
    atlas_archive_list (archive, (gconstpointer *) &self->places, &self->n_places, sizeof *places);
  for (guint i = 0; i < self->n_places; i++)
    {
      atlas_archive_string (archive, &places[i].place);
      atlas_archive_string (archive, &places[i].role);
    }
  actors =
    atlas_archive_list (archive, (gconstpointer *) &self->actors, &self->n_actors, sizeof *actors);
  for (guint i = 0; i < self->n_actors; i++)
    {
      atlas_archive_string (archive, &actors[i].who);
      atlas_archive_string (archive, &actors[i].side);
      atlas_archive_text (archive, &actors[i].role);
    }
  atlas_archive_string (archive, &self->site);
  atlas_archive_text (archive, &self->outcome);
  atlas_archive_uint (archive, &self->weight);
}

/**
 * atlas_event_get_event_kind:
 * @self: a event
 *
 * Returns: what sort of event it is
 */
AtlasEventKind
atlas_event_get_event_kind (AtlasEvent *self)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), ATLAS_EVENT_BATTLE);

  return self->event_kind;
}

/**
 * atlas_event_get_campaign:
 * @self: a event
 *
 * Returns: (nullable): the id of the campaign that it belongs to
 */
const char *
atlas_event_get_campaign (AtlasEvent *self)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), NULL);

  return self->campaign;
}

/**
 * atlas_event_get_site:
 * @self: a event
 *
 * Returns: (nullable): the id of the place at which the marker stands
 */
const char *
atlas_event_get_site (AtlasEvent *self)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), NULL);

  return self->site;
}

/**
 * atlas_event_get_outcome:
 * @self: a event
 *
 * Returns: (transfer none) (nullable): how it ended
 */
AtlasText *
atlas_event_get_outcome (AtlasEvent *self)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), NULL);

  return self->outcome;
}

/**
 * atlas_event_get_weight:
 * @self: a event
 *
 * Returns: 1 (turning point) to 3 (detail)
 */
guint
atlas_event_get_weight (AtlasEvent *self)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), USUAL_WEIGHT);

  return self->weight;
}

/**
 * atlas_event_get_places:
 * @self: an event
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): the places and their roles
 */
const AtlasEventPlace *
atlas_event_get_places (AtlasEvent *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), NULL);

  if (n != NULL)
    *n = self->n_places;
  return self->places;
}

/**
 * atlas_event_get_actors:
 * @self: an event
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): who took part
 */
const AtlasActor *
atlas_event_get_actors (AtlasEvent *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_EVENT (self), NULL);

  if (n != NULL)
    *n = self->n_actors;
  return self->actors;
}

/**
 * atlas_event_kind_get_group:
 * @kind: a sort of event
 *
 * Returns: which silhouette its glyph has
 */
AtlasEventGroup
atlas_event_kind_get_group (AtlasEventKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_EVENT_KINDS, ATLAS_EVENT_GROUP_FORCE);

  return groups[kind];
}

/**
 * atlas_event_kind_to_string:
 * @kind: a sort of event
 *
 * Returns: the format's word for it
 */
const char *
atlas_event_kind_to_string (AtlasEventKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_EVENT_KINDS, NULL);

  return atlas_event_kind_words[kind];
}
