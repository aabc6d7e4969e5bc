/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-about.h"
#include "atlas-application.h"
#include "atlas-command-line.h"
#include "atlas-paths.h"
#include "atlas-widgets.h"
#include "atlas-window.h"

struct _AtlasApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

/* The settings, or NULL where their schema is not installed: the atlas then forgets, but runs. */
static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, ATLAS_APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new (ATLAS_APP_ID) : NULL;
}

static AtlasWindow *
create_window (AtlasApplication *self)
{
  g_autofree char *data = atlas_paths_get_data_folder ();
  g_autofree char *shipped = g_build_filename (data, "atlas", NULL);
  g_autofree char *basemap = g_build_filename (data, "basemap", NULL);
  g_autoptr (GSettings) settings = create_settings ();
  AtlasWindow *window = atlas_window_new (GTK_APPLICATION (self), settings, basemap);

  atlas_window_set_shipped_path (window, shipped);
  return window;
}

static void
atlas_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *data = NULL, *shipped = NULL;

  if (window == NULL)
    {
      data = atlas_paths_get_data_folder ();
      shipped = g_build_filename (data, "atlas", NULL);
      window = GTK_WINDOW (create_window (ATLAS_APPLICATION (application)));
      gtk_window_present (window);
      atlas_window_open (ATLAS_WINDOW (window), shipped);
      return;
    }
  gtk_window_present (window);
}

static void
atlas_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = g_file_get_path (files[0]);

  if (window == NULL)
    window = GTK_WINDOW (create_window (ATLAS_APPLICATION (application)));
  gtk_window_present (window);
  if (path != NULL)
    atlas_window_open (ATLAS_WINDOW (window), path);
}

static int
atlas_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  return atlas_command_line_run (options);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  atlas_about_show (window,
                    ATLAS_IS_WINDOW (window) ? atlas_window_get_index (ATLAS_WINDOW (window))
                                             : NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

static void
atlas_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  static const char *quit_keys[] = { "<Control>q", NULL };

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  atlas_widgets_init ();
  gtk_window_set_default_icon_name (ATLAS_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   actions,
                                   G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
  application_class->startup = atlas_application_startup;
  application_class->handle_local_options = atlas_application_handle_local_options;
}

static void
atlas_application_init (AtlasApplication *self)
{
  atlas_command_line_add_options (G_APPLICATION (self));
}

AtlasApplication *
atlas_application_new (void)
{
  return g_object_new (ATLAS_TYPE_APPLICATION,
                       "application-id",
                       ATLAS_APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE,
                       NULL);
}
