/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <gtk/gtk.h>

#include "atlas-theme.h"

#define VARIABLE "GTK_THEME"
/* The theme without rules that libadwaita carries with it and chooses itself. */
#define EMPTY_THEME "Adwaita-empty"

void
atlas_theme_skip_default (void)
{
  g_setenv (VARIABLE, EMPTY_THEME, FALSE);
}

/* The settings read the theme when they are made. */
void
atlas_theme_start_gtk (void)
{
  gtk_init ();
  gtk_settings_get_default ();
  if (g_strcmp0 (g_getenv (VARIABLE), EMPTY_THEME) == 0)
    g_unsetenv (VARIABLE);
}
