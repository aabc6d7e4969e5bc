/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-content-language.h"
#include "atlas-link.h"
#include "atlas-window-private.h"

/* The size of the window is known before any atlas is. */
static void
restore_size (AtlasWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* A view that this atlas does not know any more, or that an older program wrote, is let go. */
static void
restore_view (AtlasWindow *self)
{
  g_autofree char *link = g_settings_get_string (self->settings, "last-view");
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
  g_autofree char *language = NULL;

  if (!self->language_chosen)
    atlas_view_state_set_language (self->state,
                                   atlas_content_language_choose (g_get_language_names ()));
  self->language_chosen = TRUE;
  if (self->settings == NULL)
    return;

  restore_size (self);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "panel-visible"));
  atlas_view_state_set_show (self->state, g_settings_get_uint (self->settings, "show"));

  language = g_settings_get_string (self->settings, "content-language");
  if (language[0] != '\0')
    atlas_view_state_set_language (self->state, language);

  /* The last view belongs to the shipped atlas; any other opens where its manifest says. */
  if (g_strcmp0 (self->path, self->shipped_path) == 0)
    restore_view (self);
}

void
atlas_window_remember (AtlasWindow *self)
{
  g_autofree char *link = NULL;
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings,
                          "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->index == NULL || self->on_cover)
    return;

  g_settings_set_boolean (self->settings, "panel-visible", adw_flap_get_reveal_flap (self->flap));
  g_settings_set_uint (self->settings, "show", atlas_view_state_get_show (self->state));
  g_settings_set_string (self->settings,
                         "content-language",
                         atlas_view_state_get_language (self->state));
  if (g_strcmp0 (self->path, self->shipped_path) != 0)
    return;

  link = atlas_link_write (self->state);
  g_settings_set_string (self->settings, "last-view", link);
}
