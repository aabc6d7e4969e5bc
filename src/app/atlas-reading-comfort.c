/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <math.h>

#include "atlas-reading-comfort.h"

/* Without a choice of the reader's own the desktop is followed, even while it changes. */
static void
apply_text_scale (AtlasPreferences *preferences, GtkSettings *settings)
{
  double scale = atlas_preferences_get_text_scale (preferences);
  int dpi;

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  if (scale <= 1.0)
    return;
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", (int) lround (dpi * scale), NULL);
}

static void
apply_motion (AtlasPreferences *preferences, GtkSettings *settings)
{
  gtk_settings_reset_property (settings, "gtk-enable-animations");
  if (atlas_preferences_get_reduce_motion (preferences))
    g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

void
atlas_reading_comfort_apply (AtlasPreferences *preferences, GdkDisplay *display)
{
  GtkSettings *settings;

  g_return_if_fail (ATLAS_IS_PREFERENCES (preferences));
  g_return_if_fail (GDK_IS_DISPLAY (display));

  settings = gtk_settings_get_for_display (display);
  apply_text_scale (preferences, settings);
  apply_motion (preferences, settings);
}
