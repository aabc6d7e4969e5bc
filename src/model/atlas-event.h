/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_EVENT_BATTLE,
  ATLAS_EVENT_SIEGE,
  ATLAS_EVENT_CAPTURE,
  ATLAS_EVENT_RISING,
  ATLAS_EVENT_MARCH,
  ATLAS_EVENT_LOSS,
  ATLAS_EVENT_TREATY,
  ATLAS_EVENT_TALKS,
  ATLAS_EVENT_AID,
  ATLAS_EVENT_STATE,
  ATLAS_EVENT_STATEEND,
  ATLAS_EVENT_ADMINISTRATION,
  ATLAS_EVENT_OCCUPATION,
  ATLAS_EVENT_APPOINTMENT,
  ATLAS_N_EVENT_KINDS,
} AtlasEventKind;

/* Silhouettes: a diamond, a circle, a rounded square. */
typedef enum
{
  ATLAS_EVENT_GROUP_FORCE,
  ATLAS_EVENT_GROUP_WORD,
  ATLAS_EVENT_GROUP_RULE,
  ATLAS_N_EVENT_GROUPS,
} AtlasEventGroup;

typedef struct
{
  const char *place; /* id */
  const char *role;  /* "site", "from", "to", "about", "near" */
} AtlasEventPlace;

typedef struct
{
  const char *who;  /* id of a person or polity */
  const char *side; /* (nullable) id of a polity */
  AtlasText *role;  /* (nullable) */
} AtlasActor;

#define ATLAS_TYPE_EVENT (atlas_event_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEvent, atlas_event, ATLAS, EVENT, AtlasRecord)

AtlasEventKind atlas_event_get_event_kind (AtlasEvent *self);

/* (nullable) id of a campaign */
const char *atlas_event_get_campaign (AtlasEvent *self);

const AtlasEventPlace *atlas_event_get_places (AtlasEvent *self, guint *n);
const AtlasActor *atlas_event_get_actors (AtlasEvent *self, guint *n);

/* (nullable) id of the place at which the marker stands: the first of role site, else the first. */
const char *atlas_event_get_site (AtlasEvent *self);

/* (nullable) */
AtlasText *atlas_event_get_outcome (AtlasEvent *self);

/* 1 (turning point) to 3 (detail). */
guint atlas_event_get_weight (AtlasEvent *self);

AtlasEventGroup atlas_event_kind_get_group (AtlasEventKind kind);
const char *atlas_event_kind_to_string (AtlasEventKind kind);

G_END_DECLS
