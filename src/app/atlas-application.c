/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-about.h"
#include "atlas-application.h"
#include "atlas-command-line.h"
#include "atlas-geojson.h"
#include "atlas-interface-language.h"
#include "atlas-layer-job.h"
#include "atlas-link.h"
#include "atlas-memory.h"
#include "atlas-paths.h"
#include "atlas-preferences-window.h"
#include "atlas-reading-comfort.h"
#include "atlas-theme.h"
#include "atlas-widgets.h"
#include "atlas-window.h"

struct _AtlasApplication
{
  AdwApplication parent_instance;

  AtlasOpening *opening; /* (nullable) the shipped atlas, until there is a window to show it */
  AtlasPreferences *preferences;
  AtlasTileLibrary *library;     /* (nullable) until there is a window */
  GtkWidget *preferences_window; /* (nullable) while it is open */
  char *session_languages;       /* what LANGUAGE was when the program began */
  char *group_by;                /* (nullable) the property that colours the user's own files */
  guint renewal;
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

static AtlasOpening *
open_shipped (void)
{
  g_autofree char *data = atlas_paths_get_data_folder ();
  g_autofree char *shipped = g_build_filename (data, "atlas", NULL);
  g_autofree char *basemap = g_build_filename (data, "basemap", NULL);

  return atlas_opening_new (shipped, basemap);
}

/* What all windows share of maps made of tiles. */
static AtlasTileLibrary *
create_library (AtlasPreferences *preferences)
{
  GSettings *settings = atlas_preferences_get_settings (preferences);
  g_autofree char *list =
    g_build_filename (g_get_user_config_dir (), "ili-atlas", "maps.ini", NULL);
  g_autofree char *cache =
    g_build_filename (g_get_user_cache_dir (), "ili-atlas", "tiles.sqlite", NULL);
  AtlasTileLibrary *library = atlas_tile_library_new (list, cache, NULL);

  if (settings != NULL)
    atlas_tile_library_set_cache_limit (library,
                                        g_settings_get_int (settings, "tile-cache-megabytes") *
                                          G_GINT64_CONSTANT (1000000));
  return library;
}

static AtlasWindow *
create_window (AtlasApplication *self)
{
  g_autofree char *data = atlas_paths_get_data_folder ();
  g_autofree char *shipped = g_build_filename (data, "atlas", NULL);
  g_autofree char *basemap = g_build_filename (data, "basemap", NULL);
  AtlasWindow *window = atlas_window_new (GTK_APPLICATION (self), self->preferences, basemap);

  atlas_window_set_shipped_path (window, shipped);
  if (self->library == NULL)
    self->library = create_library (self->preferences);
  atlas_window_set_library (window, self->library);
  return window;
}

/* The window that is there, or one with the shipped atlas in it. */
static GtkWindow *
show_window (AtlasApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (create_window (self));
      if (self->opening == NULL)
        self->opening = open_shipped ();
      atlas_window_take_opening (ATLAS_WINDOW (window), self->opening);
      g_clear_object (&self->opening);
    }
  gtk_window_present (window);
  return window;
}

static void
atlas_application_activate (GApplication *application)
{
  show_window (ATLAS_APPLICATION (application));
}

/* Files of the user's, which lie over whatever atlas there is. FALSE where the first is none. */
static gboolean
open_overlays (AtlasApplication *self, GFile **files, int n_files)
{
  g_autofree char *first = g_file_get_path (files[0]);

  if (first == NULL || !atlas_geojson_is_one (first))
    return FALSE;
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        atlas_window_open_overlay (ATLAS_WINDOW (show_window (self)), path, self->group_by);
    }
  return TRUE;
}

/* A link to a view of the shipped atlas, files of the user's, or another atlas. */
static void
atlas_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = g_file_get_path (files[0]);
  g_autofree char *uri = g_file_get_uri (files[0]);

  if (atlas_link_is_link (uri))
    {
      atlas_window_open_link (ATLAS_WINDOW (show_window (self)), uri);
      return;
    }
  if (open_overlays (self, files, n_files))
    return;
  if (window == NULL)
    window = GTK_WINDOW (create_window (self));
  gtk_window_present (window);
  if (path != NULL)
    atlas_window_open (ATLAS_WINDOW (window), path);
}

/* Without arguments it will be the shipped atlas, which can be read while GTK makes itself ready.
 */
static gboolean
atlas_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);

  if ((*arguments)[0] != NULL && (*arguments)[1] == NULL && self->opening == NULL)
    {
      self->opening = open_shipped ();
      atlas_layer_job_warm_up ();
    }
  return G_APPLICATION_CLASS (atlas_application_parent_class)
    ->local_command_line (application, arguments, status);
}

static int
atlas_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_variant_dict_lookup (options, "group-by", "s", &ATLAS_APPLICATION (application)->group_by);
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
show_preferences (AtlasApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->preferences_window == NULL)
    g_set_weak_pointer (&self->preferences_window,
                        atlas_preferences_window_new (window, self->preferences));
  gtk_window_present (GTK_WINDOW (self->preferences_window));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_preferences (ATLAS_APPLICATION (user_data));
}

/* The language is spoken before the first window; what the session itself asks for is not lost. */
static void
speak_language (AtlasApplication *self)
{
  const char *chosen = atlas_preferences_get_interface_language (self->preferences);

  atlas_interface_language_use (chosen[0] != '\0' ? chosen : self->session_languages);
}

static gboolean
renew_cb (gpointer user_data)
{
  AtlasApplication *self = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  gboolean open = self->preferences_window != NULL;

  self->renewal = 0;
  speak_language (self);
  if (open)
    gtk_window_destroy (GTK_WINDOW (self->preferences_window));
  for (GList *l = windows; l != NULL; l = l->next)
    if (ATLAS_IS_WINDOW (l->data))
      {
        atlas_window_renew (l->data);
        /* Made anew, in the new language, when it is asked for again. */
        gtk_application_window_set_help_overlay (l->data, NULL);
      }
  if (open)
    show_preferences (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the row in which it was chosen is in one of the windows that are built anew. */
static void
language_chosen_cb (AtlasApplication *self)
{
  if (self->renewal == 0)
    self->renewal = g_idle_add (renew_cb, self);
}

static void
comfort_chosen_cb (AtlasApplication *self)
{
  atlas_reading_comfort_apply (self->preferences, gdk_display_get_default ());
}

static void
watch_preferences (AtlasApplication *self)
{
  g_signal_connect_object (self->preferences,
                           "notify::interface-language",
                           G_CALLBACK (language_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences,
                           "notify::text-scale",
                           G_CALLBACK (comfort_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences,
                           "notify::reduce-motion",
                           G_CALLBACK (comfort_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
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
    { .name = "preferences", .activate = preferences_action },
    { .name = "quit", .activate = quit_action },
  };
  static const char *preferences_keys[] = { "<Control>comma", NULL };
  static const char *shortcuts_keys[] = { "<Control>question", "F1", NULL };
  static const char *quit_keys[] = { "<Control>q", NULL };
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_autoptr (GSettings) settings = create_settings ();

  self->preferences = atlas_preferences_new (settings);
  speak_language (self);
  atlas_theme_start_gtk ();
  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  atlas_widgets_init ();
  comfort_chosen_cb (self);
  watch_preferences (self);
  gtk_window_set_default_icon_name (ATLAS_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   actions,
                                   G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                         "app.preferences",
                                         preferences_keys);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                         "win.shortcuts",
                                         shortcuts_keys);
}

static void
atlas_application_finalize (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_weak_pointer (&self->preferences_window);
  g_clear_object (&self->opening);
  g_clear_object (&self->preferences);
  g_clear_object (&self->library);
  g_free (self->session_languages);
  g_free (ATLAS_APPLICATION (object)->group_by);
  G_OBJECT_CLASS (atlas_application_parent_class)->finalize (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_application_finalize;
  application_class->local_command_line = atlas_application_local_command_line;
  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
  application_class->startup = atlas_application_startup;
  application_class->handle_local_options = atlas_application_handle_local_options;
}

static void
atlas_application_init (AtlasApplication *self)
{
  self->session_languages = g_strdup (g_getenv ("LANGUAGE"));
  atlas_command_line_add_options (G_APPLICATION (self));
}

AtlasApplication *
atlas_application_new (void)
{
  atlas_memory_tune ();
  return g_object_new (ATLAS_TYPE_APPLICATION,
                       "application-id",
                       ATLAS_APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE,
                       NULL);
}
