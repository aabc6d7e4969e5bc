/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/* Strings may be NULL; lists end with NULL and may be empty. */

#define ATLAS_TYPE_SOURCE (atlas_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSource, atlas_source, ATLAS, SOURCE, AtlasRecord)

const char *atlas_source_get_source_type (AtlasSource *self);
const char *const *atlas_source_get_authors (AtlasSource *self);
const char *atlas_source_get_year (AtlasSource *self);
const char *atlas_source_get_publisher (AtlasSource *self);
const char *atlas_source_get_url (AtlasSource *self);
const char *const *atlas_source_get_languages (AtlasSource *self);
const char *const *atlas_source_get_cited_by (AtlasSource *self);

G_END_DECLS
