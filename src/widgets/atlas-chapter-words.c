/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-chapter-words.h"

const char *
atlas_chapter_words_numeral (guint number)
{
  static const char *numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };

  return number < G_N_ELEMENTS (numerals) ? numerals[number] : "";
}

char *
atlas_chapter_words_name (const AtlasChapter *chapter, guint number, const char *lang)
{
  const char *numeral = atlas_chapter_words_numeral (number);

  g_return_val_if_fail (chapter != NULL, NULL);

  return g_strdup_printf ("%s%s%s",
                          numeral,
                          numeral[0] != '\0' ? " · " : "",
                          atlas_text_get (chapter->title, lang));
}
