/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-source.h"

#include "atlas-record-private.h"

/**
 * AtlasSource:
 *
 * A text that others rest on.
 */
struct _AtlasSource
{
  AtlasRecord parent_instance;

  const char *source_type;
  const char *const *authors;
  const char *year;
  const char *publisher;
  const char *url;
  const char *const *languages;
  const char *const *cited_by;
};

G_DEFINE_FINAL_TYPE (AtlasSource, atlas_source, ATLAS_TYPE_RECORD)

static const char *const source_words[] = { "encyclopedia", "book", "article",           "archive",
                                            "treaty",       "web",  "general-knowledge", NULL };

static const char *const no_strings[] = { NULL };

/* A year is written as a number or, where it is more than that ("1882-1884", "n.d."), as a string.
 */
static const char *
read_year (const AtlasJson *feature)
{
  AtlasJson year = atlas_json_member (feature, "atlas:year");

  if (year.node != NULL && year.node->type == ATLAS_JSON_INTEGER)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, year.node->integer);

      return atlas_pool_string (feature->context->pool, digits);
    }
  return atlas_json_string (&year);
}

static void
atlas_source_class_init (AtlasSourceClass *klass)
{
}

static void
atlas_source_init (AtlasSource *self)
{
  self->authors = no_strings;
  self->languages = no_strings;
  self->cited_by = no_strings;
}

void
atlas_source_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasSource *self = ATLAS_SOURCE (record);
  AtlasJson type = atlas_json_member (feature, "atlas:source-type");
  AtlasJson authors = atlas_json_member (feature, "atlas:authors");
  AtlasJson languages = atlas_json_member (feature, "lang");

  if (!atlas_json_is_absent (&type))
    self->source_type = source_words[atlas_json_enum (&type, source_words, 0)];
  self->authors = atlas_json_strings (&authors);
  self->year = read_year (feature);
  self->publisher = atlas_json_get_string (feature, "atlas:publisher");
  self->url = atlas_json_get_string (feature, "atlas:url");
  self->languages = atlas_json_strings (&languages);
  self->cited_by = atlas_json_get_ids (feature, "atlas:cited-by", "source");
}

void
atlas_source_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasSource *self = ATLAS_SOURCE (record);

  atlas_archive_string (archive, &self->source_type);
  atlas_archive_strings (archive, &self->authors);
  atlas_archive_string (archive, &self->year);
  atlas_archive_string (archive, &self->publisher);
  atlas_archive_string (archive, &self->url);
  atlas_archive_strings (archive, &self->languages);
  atlas_archive_strings (archive, &self->cited_by);
}

/**
 * atlas_source_get_source_type:
 * @self: a source
 *
 * Returns: (nullable): the word for what it is
 */
const char *
atlas_source_get_source_type (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->source_type;
}

/**
 * atlas_source_get_authors:
 * @self: a source
 *
 * Returns: (transfer none): who wrote it, ended by %NULL
 */
const char *const *
atlas_source_get_authors (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->authors;
}

/**
 * atlas_source_get_year:
 * @self: a source
 *
 * Returns: (nullable): when it appeared
 */
const char *
atlas_source_get_year (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->year;
}

/**
 * atlas_source_get_publisher:
 * @self: a source
 *
 * Returns: (nullable): who brought it out
 */
const char *
atlas_source_get_publisher (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->publisher;
}

/**
 * atlas_source_get_url:
 * @self: a source
 *
 * Returns: (nullable): where it can be read
 */
const char *
atlas_source_get_url (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * atlas_source_get_languages:
 * @self: a source
 *
 * Returns: (transfer none): the languages that it is in, ended by %NULL
 */
const char *const *
atlas_source_get_languages (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->languages;
}

/**
 * atlas_source_get_cited_by:
 * @self: a source
 *
 * Returns: (transfer none): the ids of sources that cite it, ended by %NULL
 */
const char *const *
atlas_source_get_cited_by (AtlasSource *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE (self), NULL);

  return self->cited_by;
}
