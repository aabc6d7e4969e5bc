/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset-reading.h"

G_BEGIN_DECLS

/* What the parts of the check share. */
typedef struct
{
  AtlasReading *reading;
  AtlasDataset *dataset;
  gboolean has_middle;
  AtlasPoint middle; /* the median of the located places */
} AtlasCheck;

/* A warning at a member of an object, by name; @name NULL is the object itself. */
#define atlas_check_warn(object, name, ...)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *_name = (name);                                                                    \
    AtlasJson _member = _name != NULL ? atlas_json_member ((object), _name) : *(object);           \
    atlas_json_complain (&_member, ATLAS_PROBLEM_WARNING, ATLAS_DATASET_ERROR_VALUE, __VA_ARGS__); \
  }                                                                                                \
  G_STMT_END

/* The same for what makes the atlas wrong. */
#define atlas_check_fail(object, name, ...)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const char *_name = (name);                                                                    \
    AtlasJson _member = _name != NULL ? atlas_json_member ((object), _name) : *(object);           \
    atlas_json_complain (&_member, ATLAS_PROBLEM_ERROR, ATLAS_DATASET_ERROR_VALUE, __VA_ARGS__);   \
  }                                                                                                \
  G_STMT_END

/* Each looks at one record and its feature. */
void atlas_check_words (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature);
void atlas_check_time (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature);
void atlas_check_shape (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature);

/* Complains of each language of the atlas that @text (nullable) lacks, and of each that nobody
 * knows. */
void atlas_check_text (AtlasCheck *self, AtlasText *text, const AtlasJson *place);

/* The chapters of the manifest and their tours. Leaves the context at the last of these. */
void atlas_check_chapters (AtlasCheck *self, const AtlasJson *manifest);

/* The texts of the manifest. */
void atlas_check_manifest_words (AtlasCheck *self, const AtlasJson *manifest);

G_END_DECLS
