/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chapter.h"
#include "atlas-json.h"

G_BEGIN_DECLS

/* A chapter of the manifest, without its steps. Returns the name of the file that has them.
 * (nullable) */
const char *atlas_chapter_read (AtlasChapter *self, const AtlasJson *json);

/* Its steps, from the root of that file. What they name must be known by now. */
void atlas_chapter_read_steps (AtlasChapter *self, const AtlasJson *root);

G_END_DECLS
