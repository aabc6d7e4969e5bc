/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-record-private.h"

/**
 * AtlasRecord:
 *
 * What every entry of an atlas is. Nothing of it changes once the atlas is read.
 */
typedef struct
{
  AtlasRecordData data;
} AtlasRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasRecord, atlas_record, G_TYPE_OBJECT)

const char *const atlas_kind_words[] = { "place",     "person",  "polity", "source",
                                         "campaign",  "event",   "leg",    "segment",
                                         "territory", "control", NULL };

const char *const atlas_status_words[] = { "corroborated",
                                           "attested",
                                           "disputed",
                                           "uncorroborated",
                                           NULL };

static void
atlas_record_finalize (GObject *object)
{
  g_clear_pointer (&atlas_record_get_data (ATLAS_RECORD (object))->pool, atlas_pool_unref);

  G_OBJECT_CLASS (atlas_record_parent_class)->finalize (object);
}

static void
atlas_record_class_init (AtlasRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_record_finalize;
}

static void
atlas_record_init (AtlasRecord *self)
{
}

AtlasRecordData *
atlas_record_get_data (AtlasRecord *self)
{
  AtlasRecordPrivate *priv = atlas_record_get_instance_private (self);

  return &priv->data;
}

/**
 * atlas_record_get_kind:
 * @self: a record
 *
 * Returns: its kind
 */
AtlasKind
atlas_record_get_kind (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), ATLAS_KIND_PLACE);

  return atlas_record_get_data (self)->kind;
}

/**
 * atlas_record_get_id:
 * @self: a record
 *
 * Returns: its id, such as event/treaty-of-peking-1860
 */
const char *
atlas_record_get_id (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return atlas_record_get_data (self)->id;
}

/**
 * atlas_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): what it is called
 */
AtlasText *
atlas_record_get_title (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return atlas_record_get_data (self)->title;
}

/**
 * atlas_record_get_summary:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): its story in some sentences
 */
AtlasText *
atlas_record_get_summary (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return atlas_record_get_data (self)->summary;
}

/**
 * atlas_record_get_when:
 * @self: a record
 * @edtf: (out) (optional): its date
 *
 * Returns: whether it has a date
 */
gboolean
atlas_record_get_when (AtlasRecord *self, AtlasEdtf *edtf)
{
  AtlasRecordData *data;

  g_return_val_if_fail (ATLAS_IS_RECORD (self), FALSE);

  data = atlas_record_get_data (self);
  if (edtf != NULL && data->has_when)
    *edtf = data->when;
  return data->has_when;
}

/**
 * atlas_record_get_edtf:
 * @self: a record
 *
 * Returns: (nullable): its date as EDTF text
 */
const char *
atlas_record_get_edtf (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return atlas_record_get_data (self)->edtf;
}

/**
 * atlas_record_get_bounds:
 * @self: a record
 *
 * Returns: every day that its date may touch; all days where it has none
 */
AtlasTimeSpan
atlas_record_get_bounds (AtlasRecord *self)
{
  AtlasTimeSpan always = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE };
  AtlasRecordData *data;

  g_return_val_if_fail (ATLAS_IS_RECORD (self), always);

  data = atlas_record_get_data (self);
  return data->has_when ? atlas_edtf_bounds (&data->when) : always;
}

/**
 * atlas_record_get_status:
 * @self: a record
 *
 * Returns: how far it can be trusted; attested where the file does not say
 */
AtlasStatus
atlas_record_get_status (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), ATLAS_STATUS_ATTESTED);

  return atlas_record_get_data (self)->status;
}

/**
 * atlas_record_get_status_note:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): why it has that status
 */
AtlasText *
atlas_record_get_status_note (AtlasRecord *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);

  return atlas_record_get_data (self)->status_note;
}

#define DEFINE_LIST_GETTER(Type, member)                                                           \
  const Type *atlas_record_get_##member (AtlasRecord *self, guint *n)                              \
  {                                                                                                \
    AtlasRecordData *data;                                                                         \
                                                                                                   \
    g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);                                           \
                                                                                                   \
    data = atlas_record_get_data (self);                                                           \
    if (n != NULL)                                                                                 \
      *n = data->n_##member;                                                                       \
    return data->member;                                                                           \
  }

/* Each: (transfer none) (nullable) (array length=n), in the order of the file; NULL where there are
 * none. */
DEFINE_LIST_GETTER (AtlasName, names)
DEFINE_LIST_GETTER (AtlasCitation, citations)
DEFINE_LIST_GETTER (AtlasAttestedDate, attested)
DEFINE_LIST_GETTER (AtlasClaim, claims)
DEFINE_LIST_GETTER (AtlasDoubt, doubts)
DEFINE_LIST_GETTER (AtlasRelation, relations)

/**
 * atlas_record_get_name_on:
 * @self: a record
 * @lang: a language
 * @day: a day
 *
 * Returns: (nullable): the first name in that language that holds on that day, else the title in
 * the language or the nearest that there is
 */
const char *
atlas_record_get_name_on (AtlasRecord *self, const char *lang, AtlasDay day)
{
  AtlasRecordData *data;

  g_return_val_if_fail (ATLAS_IS_RECORD (self), NULL);
  g_return_val_if_fail (lang != NULL, NULL);

  data = atlas_record_get_data (self);
  for (guint i = 0; i < data->n_names; i++)
    if (atlas_time_span_contains (data->names[i].when, day) &&
        strcmp (data->names[i].lang, lang) == 0)
      return data->names[i].toponym;
  return atlas_text_get (data->title, lang);
}

/**
 * atlas_kind_to_string:
 * @kind: a kind
 *
 * Returns: the format's word for it
 */
const char *
atlas_kind_to_string (AtlasKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  return atlas_kind_words[kind];
}

/**
 * atlas_status_to_string:
 * @status: a status
 *
 * Returns: the format's word for it
 */
const char *
atlas_status_to_string (AtlasStatus status)
{
  g_return_val_if_fail ((guint) status <= ATLAS_STATUS_UNCORROBORATED, NULL);

  return atlas_status_words[status];
}
