/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

/* Everything that a record tells those who ask it, a line each. (transfer full) */
char *atlas_test_record_to_words (AtlasRecord *record);
