/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-theme.h"

#define VARIABLE "GTK_THEME"
/* The theme without rules that libadwaita carries with it and chooses itself. */
#define EMPTY_THEME "Adwaita-empty"

void
atlas_theme_skip_default (void)
{
  g_setenv (VARIABLE, EMPTY_THEME, FALSE);
}

/* Other threads may look at the environment now. What was set last stands last, so that nothing
 * else moves when it is taken away. */
void
atlas_theme_restore (void)
{
  if (g_strcmp0 (g_getenv (VARIABLE), EMPTY_THEME) == 0)
    g_unsetenv (VARIABLE);
}
