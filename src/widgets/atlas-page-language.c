/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-page-language.h"

/* (nullable) for a language that the atlas does not know by name. */
static const char *
get_words (const char *language)
{
  /* Translators: these four stand below a text that is not there in the reader's language. */
  static const struct
  {
    const char *language;
    const char *words;
  } known[] = {
    { "en", N_ ("In English") },
    { "zh-Hant", N_ ("In Traditional Chinese") },
    { "zh-Hans", N_ ("In Simplified Chinese") },
    { "ru", N_ ("In Russian") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].language, language))
      return _ (known[i].words);
  return NULL;
}

void
atlas_page_language_append (GString *markup, const char *found, const char *wanted)
{
  const char *words = NULL;

  g_return_if_fail (markup != NULL && wanted != NULL);

  if (found != NULL && !g_str_equal (found, wanted))
    words = get_words (found);
  if (words != NULL)
    g_string_append_printf (markup, "\n<span size=\"smaller\" style=\"italic\">%s</span>", words);
}
