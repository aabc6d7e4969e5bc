/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasTextIndex:
 *
 * Finds places, events, people, polities, campaigns and sources by their names, titles and texts in
 * every language. Case, accents and punctuation do not matter; Traditional and Simplified characters
 * are the same; Latin letters also find Chinese names by their pinyin and Russian ones by their
 * transcription; a word that begins no name may have a typing error. A date in the query, in any
 * calendar, keeps to what was then. May be made on any thread; one search at a time.
 */
#define ATLAS_TYPE_TEXT_INDEX (atlas_text_index_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTextIndex, atlas_text_index, ATLAS, TEXT_INDEX, GObject)

/* How well a record answers, best first. */
typedef enum
{
  ATLAS_TEXT_MATCH_EXACT,  /* one of its names */
  ATLAS_TEXT_MATCH_PREFIX, /* the beginning of a name */
  ATLAS_TEXT_MATCH_WORD,   /* words of a name or title; the time, for a date alone */
  ATLAS_TEXT_MATCH_INSIDE, /* the middle of a word; or the name of its place, person or campaign */
  ATLAS_TEXT_MATCH_TEXT,   /* words of its text */
  ATLAS_TEXT_MATCH_TYPO,   /* a name, but for a letter or two */
} AtlasTextMatch;

/**
 * AtlasTextHit:
 * @record: what was found
 * @text: the name, title or text that matched, as the record has it
 * @lang: the language of @text
 * @score: the higher the better
 * @match: what the score means
 *
 * The strings belong to the record.
 */
typedef struct
{
  AtlasRecord *record;
  const char *text;
  const char *lang;
  guint score;
  AtlasTextMatch match;
} AtlasTextHit;

/**
 * AtlasTextResult:
 * @has_date: whether the query holds a date
 * @date: its days
 * @place: (nullable): in a query of a place and a date, the place
 * @hits: (element-type AtlasTextHit): group by group, best first in each
 * @n_found: for each kind, how many there are, of which @hits has the first
 *
 * A group is the records of one kind. The groups come in the order places, events, people, polities,
 * campaigns, sources; but one that has the name goes before those that only speak of it, and sources
 * are last unless their title was typed.
 */
typedef struct
{
  gboolean has_date;
  AtlasTimeSpan date;
  AtlasPlace *place;
  GPtrArray *hits;
  guint n_found[ATLAS_N_KINDS];
} AtlasTextResult;

/* A piece of a text, in bytes. */
typedef struct
{
  guint begin;
  guint end;
} AtlasTextMark;

/* As many of each group as a reader wants to see before typing on. */
#define ATLAS_TEXT_INDEX_LIMIT 6

AtlasTextIndex *atlas_text_index_new (AtlasDataset *dataset);

/* At most @limit records of each kind; none for a query without letters or digits. (transfer full) */
AtlasTextResult *atlas_text_index_search (AtlasTextIndex *self, const char *query, guint limit);

void atlas_text_result_free (AtlasTextResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextResult, atlas_text_result_free)

/* What of @text answers @query: pieces in order that do not overlap, to be shown in bold. @text need
 * not be of the atlas. (transfer full) (element-type AtlasTextMark) */
GArray *atlas_text_index_mark (AtlasTextIndex *self, const char *query, const char *text);

G_END_DECLS
