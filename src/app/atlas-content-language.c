/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-content-language.h"

const char *
atlas_content_language_choose (const char *const *locales)
{
  static const struct
  {
    const char *prefix;
    const char *language;
  } known[] = {
    { "zh_TW", "zh-Hant" },   { "zh_HK", "zh-Hant" }, { "zh_MO", "zh-Hant" },
    { "zh_Hant", "zh-Hant" }, { "zh", "zh-Hans" },    { "ru", "ru" },
    { "en", "en" },
  };

  for (guint i = 0; locales[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (known); j++)
      if (g_str_has_prefix (locales[i], known[j].prefix))
        return known[j].language;
  return "en";
}
