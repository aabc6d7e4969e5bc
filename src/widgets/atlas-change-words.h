/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes.h"
#include "atlas-page-blocks.h"

G_BEGIN_DECLS

/* Land that changed hands, in the reader's words. All (transfer full) unless said otherwise. */

/* "9,850 km²", in square metres. */
char *atlas_change_words_area (double area, const char *lang);

/* "9,850 km² (5,220–14,500)". */
char *atlas_change_words_range (const AtlasChange *change, const char *lang);

/* What the piece is called: its event, its act, or whose it became. */
char *atlas_change_words_title (const AtlasPageContext *context, const AtlasChange *change);

/* "Qing → Russia (occupation)". */
char *atlas_change_words_hands (const AtlasPageContext *context, const AtlasChange *change);

/* When the last change was, as the atlas has it: "7 October 1864". */
char *atlas_change_words_date (const AtlasPageContext *context, const AtlasChange *change);

/* Whose land it is: of occupied land the polity that is occupied. (nullable) (transfer none) */
const char *atlas_change_words_owner (AtlasHold hold);

/* The section of a list that the piece belongs to. (transfer none) */
const char *atlas_change_words_section (AtlasChangeKind kind);

G_END_DECLS
