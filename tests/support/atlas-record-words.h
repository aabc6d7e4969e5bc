/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

/* Everything that a record tells those who ask it, a line each. (transfer full) */
char *atlas_test_record_to_words (AtlasRecord *record);

/* The same of a chapter and the steps of its tour. (transfer full) */
char *atlas_test_chapter_to_words (const AtlasChapter *chapter);
