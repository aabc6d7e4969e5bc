/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-link.h"
#include "atlas-window-private.h"

/* The size of the window is known before any atlas is. */
static void
restore_size (AtlasWindow *self)
{
  GSettings *settings = atlas_preferences_get_settings (self->preferences);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* A view that this atlas does not know any more, or that an older program wrote, is let go. */
static void
restore_view (AtlasWindow *self)
{
  g_autofree char *link =
    g_settings_get_string (atlas_preferences_get_settings (self->preferences), "last-view");
  g_autoptr (GError) error = NULL;

  if (link[0] == '\0')
    return;
  if (!atlas_window_apply_link (self, link, &error))
    {
      g_message ("The last view is not restored: %s", error->message);
      return;
    }
  atlas_view_state_set_playing (self->state, FALSE);
  self->on_cover = FALSE;
}

void
atlas_window_restore (AtlasWindow *self)
{
  GSettings *settings = atlas_preferences_get_settings (self->preferences);

  if (settings == NULL)
    return;

  restore_size (self);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (settings, "panel-visible"));
  atlas_view_state_set_show (self->state, g_settings_get_uint (settings, "show"));
  atlas_view_state_set_show_julian (self->state, g_settings_get_boolean (settings, "show-julian"));
  atlas_view_state_set_show_regnal (self->state, g_settings_get_boolean (settings, "show-regnal"));

  /* The last view belongs to the shipped atlas; any other opens where its manifest says. */
  if (g_strcmp0 (self->path, self->shipped_path) == 0)
    restore_view (self);
  /* The language that it was written in is not the reader's choice. */
  atlas_view_state_set_language (self->state,
                                 atlas_preferences_choose_content_language (self->preferences));
}

void
atlas_window_remember (AtlasWindow *self)
{
  GSettings *settings = atlas_preferences_get_settings (self->preferences);
  g_autofree char *link = NULL;
  int width, height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings,
                          "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->index == NULL || self->on_cover)
    return;

  g_settings_set_boolean (settings, "panel-visible", adw_flap_get_reveal_flap (self->flap));
  g_settings_set_uint (settings, "show", atlas_view_state_get_show (self->state));
  g_settings_set_boolean (settings, "show-julian", atlas_view_state_get_show_julian (self->state));
  g_settings_set_boolean (settings, "show-regnal", atlas_view_state_get_show_regnal (self->state));
  if (g_strcmp0 (self->path, self->shipped_path) != 0)
    return;

  link = atlas_link_write (self->state);
  g_settings_set_string (settings, "last-view", link);
}
