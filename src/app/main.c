/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "atlas-application.h"
#include "atlas-command-line.h"
#include "atlas-interface-language.h"
#include "atlas-paths.h"
#include "atlas-renderer.h"
#include "atlas-theme.h"

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autofree char *locale_folder = NULL;
  g_auto (GStrv) arguments = NULL;

  atlas_interface_language_prepare ();
  setlocale (LC_ALL, "");
  locale_folder = atlas_paths_get_locale_folder ();
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  atlas_paths_prepend_data_dirs ();
  atlas_renderer_choose ();
  atlas_theme_skip_default ();

  application = atlas_application_new ();
  arguments = atlas_command_line_expand ((const char *const *) argv);
  return g_application_run (G_APPLICATION (application),
                            (int) g_strv_length (arguments),
                            arguments);
}
