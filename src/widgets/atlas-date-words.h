/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-view-state.h"

G_BEGIN_DECLS

/* The date of a state in the calendars beside the Gregorian one, in the language of its texts. Each
 * is NULL where that calendar is switched off or does not reach the day. (transfer full) (nullable)
 */
char *atlas_date_words_julian (AtlasViewState *state);

/* By the reigns of the Qing, later by the years of the Republic of China. */
char *atlas_date_words_regnal (AtlasViewState *state);

/* Both, with a dot between them; "" where there is neither. (transfer full) */
char *atlas_date_words_others (AtlasViewState *state);

/* The whole of it as one line, to be copied: "4 July 1871 (22 June O.S. · Tongzhi 10, 5th month,
 * day 17)". (transfer full) */
char *atlas_date_words_line (AtlasViewState *state);

G_END_DECLS
