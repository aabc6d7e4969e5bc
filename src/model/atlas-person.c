/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-person.h"

#include "atlas-record-private.h"

/**
 * AtlasPerson:
 *
 * Somebody who acts.
 */
struct _AtlasPerson
{
  AtlasRecord parent_instance;

  AtlasText *role;
  const char *polity;
};

G_DEFINE_FINAL_TYPE (AtlasPerson, atlas_person, ATLAS_TYPE_RECORD)

static void
atlas_person_class_init (AtlasPersonClass *klass)
{
}

static void
atlas_person_init (AtlasPerson *self)
{
}

void
atlas_person_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasPerson *self = ATLAS_PERSON (record);

  self->role = atlas_json_get_text (feature, "atlas:role");
  self->polity = atlas_json_get_id (feature, "atlas:polity", "polity");
}

void
atlas_person_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasPerson *self = ATLAS_PERSON (record);

  atlas_archive_text (archive, &self->role);
  atlas_archive_string (archive, &self->polity);
}

/**
 * atlas_person_get_role:
 * @self: a person
 *
 * Returns: (transfer none) (nullable): what the person was
 */
AtlasText *
atlas_person_get_role (AtlasPerson *self)
{
  g_return_val_if_fail (ATLAS_IS_PERSON (self), NULL);

  return self->role;
}

/**
 * atlas_person_get_polity:
 * @self: a person
 *
 * Returns: (nullable): the id of the polity on whose side
 */
const char *
atlas_person_get_polity (AtlasPerson *self)
{
  g_return_val_if_fail (ATLAS_IS_PERSON (self), NULL);

  return self->polity;
}
