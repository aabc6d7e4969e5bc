/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* How many events a filter takes from the atlas: "113 of 488 events are switched off". (transfer
 * full) */
char *atlas_filter_words_count (AtlasHistoryIndex *index, const AtlasFilter *filter);

/* What is off, and to what the reader keeps, in the reader's words: "One account that others
 * contradict · 3 sources off". Names are in @lang. (transfer full) */
char *atlas_filter_words_reasons (AtlasHistoryIndex *index,
                                  const AtlasFilter *filter,
                                  const char *lang);

G_END_DECLS
