/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-chapter.h"

gboolean
atlas_chapter_step_highlights (const AtlasChapterStep *step, const char *id)
{
  return step != NULL && id != NULL && g_strv_contains (step->highlights, id);
}
