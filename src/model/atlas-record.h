/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-edtf.h"
#include "atlas-text.h"

G_BEGIN_DECLS

/* What every entry of an atlas has: an id, a title, a time, how sure it is, and on what it rests. */

typedef enum
{
  ATLAS_KIND_PLACE,
  ATLAS_KIND_PERSON,
  ATLAS_KIND_POLITY,
  ATLAS_KIND_SOURCE,
  ATLAS_KIND_CAMPAIGN,
  ATLAS_KIND_EVENT,
  ATLAS_KIND_LEG,
  ATLAS_KIND_SEGMENT,
  ATLAS_KIND_TERRITORY,
  ATLAS_KIND_CONTROL,
  ATLAS_N_KINDS,
} AtlasKind;

typedef enum
{
  ATLAS_STATUS_CORROBORATED,
  ATLAS_STATUS_ATTESTED,
  ATLAS_STATUS_DISPUTED,
  ATLAS_STATUS_UNCORROBORATED,
} AtlasStatus;

typedef struct
{
  const char *source;  /* id of a source */
  const char *section; /* (nullable) */
  const char *page;    /* (nullable) */
  const char *via;     /* (nullable) id of the source that it cites there */
} AtlasCitation;

typedef struct
{
  const char *calendar; /* "gregorian", "julian" or "regnal" */
  const char *text;
  const char *source;   /* (nullable) */
  gboolean computed;    /* worked out by the atlas, not read in a source */
} AtlasAttestedDate;

typedef struct
{
  const char *toponym;
  const char *lang;
  AtlasTimeSpan when;    /* open at both ends where the name has no dates */
  const char *used_by;   /* (nullable) id of a polity or person */
  const AtlasCitation *citations;
  guint n_citations;
} AtlasName;

typedef struct
{
  const char *of;
  const char *side;       /* (nullable) id */
  gboolean has_number;
  double low, high;       /* equal unless a range was given */
  AtlasText *text;        /* (nullable) the value where it is words */
  const char *unit;       /* (nullable) */
  const char *as_written; /* (nullable) */
  gboolean approximate;
  AtlasCitation citation;
  AtlasText *note;        /* (nullable) */
} AtlasClaim;

typedef struct
{
  const char *about;
  const char *conflict; /* (nullable) */
  AtlasText *text;
  const AtlasCitation *citations;
  guint n_citations;
} AtlasDoubt;

typedef struct
{
  const char *type; /* "atlas:follows", "atlas:part-of", "atlas:same-as" */
  const char *to;   /* id */
} AtlasRelation;

#define ATLAS_TYPE_RECORD (atlas_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AtlasRecord, atlas_record, ATLAS, RECORD, GObject)

struct _AtlasRecordClass
{
  GObjectClass parent_class;
};

/* All getters return what the record owns and are safe on any thread once it is loaded. */
AtlasKind atlas_record_get_kind (AtlasRecord *self);
const char *atlas_record_get_id (AtlasRecord *self);

/* The title, or for records that are called by their names the first name of each language. */
AtlasText *atlas_record_get_title (AtlasRecord *self);

/* (nullable) */
AtlasText *atlas_record_get_summary (AtlasRecord *self);

/* FALSE where the record has no date; @edtf may be NULL. The text is in the EDTF form, START or START/END. */
gboolean atlas_record_get_when (AtlasRecord *self, AtlasEdtf *edtf);
const char *atlas_record_get_edtf (AtlasRecord *self);

/* Earliest to latest day; open at both ends where there is no date. */
AtlasTimeSpan atlas_record_get_bounds (AtlasRecord *self);

AtlasStatus atlas_record_get_status (AtlasRecord *self);
AtlasText *atlas_record_get_status_note (AtlasRecord *self);

const AtlasName *atlas_record_get_names (AtlasRecord *self, guint *n);
const AtlasCitation *atlas_record_get_citations (AtlasRecord *self, guint *n);
const AtlasAttestedDate *atlas_record_get_attested (AtlasRecord *self, guint *n);
const AtlasClaim *atlas_record_get_claims (AtlasRecord *self, guint *n);
const AtlasDoubt *atlas_record_get_doubts (AtlasRecord *self, guint *n);
const AtlasRelation *atlas_record_get_relations (AtlasRecord *self, guint *n);

/* What it is called in @lang on @day: the first name of that language that holds then, else the title. */
const char *atlas_record_get_name_on (AtlasRecord *self, const char *lang, AtlasDay day);

/* The plain words of the format: "event", "corroborated", ... */
const char *atlas_kind_to_string (AtlasKind kind);
const char *atlas_status_to_string (AtlasStatus status);

G_END_DECLS
