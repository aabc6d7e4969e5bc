/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasTextIndex:
 *
 * Finds places, people, polities, sources, campaigns and events by their names, titles and
 * summaries in every language. Case, accents and punctuation do not matter; Traditional and
 * Simplified characters are the same; Latin letters also find Chinese names by their pinyin and
 * Russian ones by their transcription. May be made on any thread; one search at a time.
 */
#define ATLAS_TYPE_TEXT_INDEX (atlas_text_index_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTextIndex, atlas_text_index, ATLAS, TEXT_INDEX, GObject)

/**
 * AtlasTextHit:
 * @record: what was found
 * @text: the name, title or summary that matched, as the record has it
 * @lang: the language of @text
 * @score: the higher the better: 100 and above for a whole name, below 40 for words in a summary
 *
 * The strings belong to the record.
 */
typedef struct
{
  AtlasRecord *record;
  const char *text;
  const char *lang;
  guint score;
} AtlasTextHit;

AtlasTextIndex *atlas_text_index_new (AtlasDataset *dataset);

/* At most @limit records, best first, each once; none for a query without letters or digits.
 * (transfer full) (element-type AtlasTextHit) */
GPtrArray *atlas_text_index_search (AtlasTextIndex *self, const char *query, guint limit);

G_END_DECLS
