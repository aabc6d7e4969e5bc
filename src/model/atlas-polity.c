/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-polity.h"

#include "atlas-record-private.h"

/**
 * AtlasPolity:
 *
 * A state, or whoever acts like one.
 */
struct _AtlasPolity
{
  AtlasRecord parent_instance;

  const char *family;
  AtlasText *short_name;
};

G_DEFINE_FINAL_TYPE (AtlasPolity, atlas_polity, ATLAS_TYPE_RECORD)

/* "unknown" is the last of them, and what a polity without a family has. */
#define FAMILY_UNKNOWN (G_N_ELEMENTS (family_words) - 2)

static const char *const family_words[] = { "qing",   "russia",  "yettishar", "ili",
                                            "kokand", "bukhara", "dungan",    "mongolia",
                                            "kazakh", "khiva",   "dzungar",   "persia",
                                            "afghan", "other",   "unknown",   NULL };

static void
atlas_polity_class_init (AtlasPolityClass *klass)
{
}

static void
atlas_polity_init (AtlasPolity *self)
{
  self->family = family_words[FAMILY_UNKNOWN];
}

void
atlas_polity_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasPolity *self = ATLAS_POLITY (record);

  self->family =
    family_words[atlas_json_get_enum (feature, "atlas:family", family_words, FAMILY_UNKNOWN)];
  self->short_name = atlas_json_get_text (feature, "atlas:short-name");
}

void
atlas_polity_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasPolity *self = ATLAS_POLITY (record);

  atlas_archive_string (archive, &self->family);
  atlas_archive_text (archive, &self->short_name);
}

/**
 * atlas_polity_get_family:
 * @self: a polity
 *
 * Returns: the word for its family of colours
 */
const char *
atlas_polity_get_family (AtlasPolity *self)
{
  g_return_val_if_fail (ATLAS_IS_POLITY (self), NULL);

  return self->family;
}

/**
 * atlas_polity_get_short_name:
 * @self: a polity
 *
 * Returns: (transfer none) (nullable): a name for a map; the title where there is no shorter one
 */
AtlasText *
atlas_polity_get_short_name (AtlasPolity *self)
{
  g_return_val_if_fail (ATLAS_IS_POLITY (self), NULL);

  return self->short_name != NULL ? self->short_name : atlas_record_get_title (ATLAS_RECORD (self));
}
