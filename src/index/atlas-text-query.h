/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-text-fold.h"
#include "atlas-time-span.h"

G_BEGIN_DECLS

/**
 * AtlasTextQuery:
 * @has_date: whether there is a date in what was typed
 * @date: its days
 * @same: the rest, folded; empty where there is only a date
 * @words: @same in words
 * @joined: @same in Latin letters without spaces; NULL where it is in Chinese characters, which
 * stand for themselves
 *
 * What somebody typed into the search box, taken apart once.
 */
typedef struct
{
  gboolean has_date;
  AtlasTimeSpan date;
  char *same;
  char **words;
  char *joined;
} AtlasTextQuery;

/* Looks for the longest piece that is a date with days in @range, in any calendar; the rest is
 * words. "yili 1871", "伊犁同治十年", "4 July 1871". */
AtlasTextQuery *
atlas_text_query_new (AtlasTextFold *fold, const char *typed, AtlasTimeSpan range);

/* The same text, all of it words. */
AtlasTextQuery *atlas_text_query_new_plain (AtlasTextFold *fold, const char *typed);

void atlas_text_query_free (AtlasTextQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextQuery, atlas_text_query_free)

/* Cuts words of several Chinese characters into those of ICU's dictionary. FALSE where that leaves
 * all as it is. */
gboolean atlas_text_query_split (AtlasTextQuery *self, AtlasTextFold *fold);

/* Whether a word is in Chinese characters, which may begin anywhere in a text. */
gboolean atlas_text_query_is_han (const char *word);

G_END_DECLS
