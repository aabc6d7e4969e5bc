/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-text-fold.h"
#include "atlas-text-index.h"
#include "atlas-word-list.h"

G_BEGIN_DECLS

/* What the files of the text index share: what is built once, and searched and marked with. */

typedef enum
{
  ATLAS_TEXT_FIELD_NAME,  /* of a place, person, polity or campaign */
  ATLAS_TEXT_FIELD_TITLE, /* of an event or source: a sentence rather than a name */
  ATLAS_TEXT_FIELD_TEXT,
} AtlasTextFieldKind;

/* One text of one record. */
typedef struct
{
  guint entry; /* whose */
  const char *text;
  const char *lang;
  AtlasTextFieldKind kind;
  gboolean is_first; /* the first name of its language */
  char *same;
  char *joined; /* of names and titles, in Latin letters without spaces; NULL where that is @same */
} AtlasTextField;

/* One record. Its fields follow one another. */
typedef struct
{
  AtlasRecord *record;
  guint first_field;
  guint n_fields;
  guint order;    /* among equals: importance, then date or name */
  GArray *others; /* (nullable) the entries of an event's places, actors and campaigns */
} AtlasTextEntry;

struct _AtlasTextIndex
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasTextFold *fold;
  GArray *fields;
  GArray *entries;
  AtlasWordList *names; /* of names and of the titles of events, in their script and in Latin */
  AtlasWordList *rest;  /* of texts, and of the titles of sources */
  GArray *by_same;      /* fields that are names or titles, by what they are folded to */
  GArray *by_joined;
};

/* What is compared with a joined query. */
static inline const char *
atlas_text_field_get_joined (const AtlasTextField *field)
{
  return field->joined ? field->joined : field->same;
}

/* Whether a word of the folded @text begins with @needle. Chinese is written without spaces, so there
 * every character may begin a word. (nullable) */
const char *atlas_text_find_word (const char *text, const char *needle);

G_END_DECLS
