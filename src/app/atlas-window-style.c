/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-interface-style.h"
#include "atlas-window-private.h"

/* 96 dots an inch, in the 1024ths of one in which the setting is given. */
#define DPI_OF_DESIGN (96.0 * 1024.0)

static void
style_changed_cb (AtlasWindow *self)
{
  atlas_view_state_set_style (self->state, atlas_interface_style_get ());
  if (atlas_map_style_is_dark (atlas_interface_style_get ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
}

/* The map's lettering grows with that of the desktop; a smaller one would be lost on it. */
static void
text_size_changed_cb (AtlasWindow *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  atlas_view_state_set_text_scale (self->state, MAX (1.0, dpi / DPI_OF_DESIGN));
}

void
atlas_window_watch_style (AtlasWindow *self)
{
  static const char *const changes[] = { "notify::dark", "notify::high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (adw_style_manager_get_default (),
                             changes[i],
                             G_CALLBACK (style_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  style_changed_cb (self);
  text_size_changed_cb (self);
}

/* Pango looks once, when the program starts, for which country's shapes Chinese characters are to
 * have; the styles see to it afterwards. */
static void
language_changed_cb (AtlasWindow *self)
{
  static const char *const scripts[][2] = { { "zh-Hant", "hant" }, { "zh-Hans", "hans" } };
  const char *language = atlas_view_state_get_language (self->state);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (language, scripts[i][0]))
      gtk_widget_add_css_class (GTK_WIDGET (self), scripts[i][1]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), scripts[i][1]);
}

void
atlas_window_update_language (AtlasWindow *self)
{
  atlas_view_state_set_language (self->state,
                                 atlas_preferences_choose_content_language (self->preferences));
}

void
atlas_window_watch_language (AtlasWindow *self)
{
  g_signal_connect_object (self->preferences,
                           "notify::content-language",
                           G_CALLBACK (atlas_window_update_language),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (language_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  atlas_window_update_language (self);
}
