/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* A name in a text, in bytes from its beginning. */
typedef struct
{
  guint begin;
  guint end;
  const char *id; /* of the record that it names */
} AtlasNameLink;

/**
 * AtlasNameLinker:
 *
 * Finds the names of an atlas in running text of one language: of places, people and polities in
 * all their forms, titles of campaigns and events. The longest name wins. Words end where ICU says
 * that they do; Chinese characters need no such end. Of several records with one name that is meant
 * which has to do with the page that the text stands on, then a place before a person, a polity, a
 * campaign and an event. A Western person may go by the last word of the name, in Chinese too,
 * where nobody and nothing else is called so.
 */
typedef struct _AtlasNameLinker AtlasNameLinker;

AtlasNameLinker *atlas_name_linker_new (AtlasDataset *dataset, const char *lang);
void atlas_name_linker_free (AtlasNameLinker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNameLinker, atlas_name_linker_free)

/* In order, without overlaps. Names of @page itself are none. @page may be NULL. (transfer full)
 * (element-type AtlasNameLink) */
GArray *atlas_name_linker_find (AtlasNameLinker *self, const char *text, AtlasRecord *page);

G_END_DECLS
