/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "atlas-interface-language.h"

const AtlasInterfaceLanguage *
atlas_interface_language_get_all (guint *n)
{
  static const AtlasInterfaceLanguage all[] = {
    { "en", "English" },
    { "zh_CN", "简体中文" },
    { "zh_TW", "繁體中文" },
    { "ru", "Русский" },
  };

  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (all);
  return all;
}

void
atlas_interface_language_prepare (void)
{
  const char *languages = g_getenv ("LANGUAGE");

  g_setenv ("LANGUAGE", languages != NULL ? languages : "", TRUE);
}

void
atlas_interface_language_use (const char *languages)
{
  g_return_if_fail (languages != NULL);

  g_setenv ("LANGUAGE", languages, TRUE);
  /* In the locale C gettext translates nothing, whatever LANGUAGE says. */
  if (languages[0] != '\0' && g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  /* gettext keeps what it found until a domain is chosen anew. */
  textdomain (GETTEXT_PACKAGE);
}
