/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chapter.h"

G_BEGIN_DECLS

/* The number of a chapter (from 0) as the cover writes it: I, II, … (transfer none) */
const char *atlas_chapter_words_numeral (guint number);

/* "II · The Ili Crisis". (transfer full) */
char *atlas_chapter_words_name (const AtlasChapter *chapter, guint number, const char *lang);

G_END_DECLS
