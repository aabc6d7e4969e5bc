/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-maps-window.h"
#include "atlas-mbtiles-opener.h"
#include "atlas-server-dialog.h"
#include "atlas-window-private.h"

/* What lies under the history: the choice, how it is kept, and what is done about the list of
 * maps. */

/* Chosen by hand, a map may be asked for; a name that came with a link alone does not do that. */
static void
base_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  const char *name = g_variant_get_string (value, NULL);
  AtlasTileMapList *list = atlas_tile_library_get_list (self->library);
  AtlasTileMap *map = atlas_tile_map_list_lookup (list, name);

  if (map != NULL)
    atlas_tile_map_list_allow (list, map);
  atlas_view_state_set_base (self->state, map != NULL ? name : NULL);
}

static void
update_action (AtlasWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "base");
  const char *base = atlas_view_state_get_base (self->state);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (base != NULL ? base : ""));
}

static void
add_action (AtlasWindow *self)
{
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful ("base", G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  g_signal_connect_object (action, "change-state", G_CALLBACK (base_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect_object (self->state,
                           "notify::base",
                           G_CALLBACK (update_action),
                           self,
                           G_CONNECT_SWAPPED);
  update_action (self);
}

static void
add_tile_server_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  gtk_window_present (
    GTK_WINDOW (atlas_server_dialog_new (GTK_WINDOW (self), self->library, self->state)));
}

static void
open_mbtiles_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasMbtilesOpener opener = { self->library, self->state, self->map_view, self->toasts };

  atlas_mbtiles_opener_run (GTK_WINDOW (self), &opener);
}

static void
manage_maps_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  gtk_window_present (
    GTK_WINDOW (atlas_maps_window_new (GTK_WINDOW (self),
                                       self->library,
                                       atlas_preferences_get_settings (self->preferences))));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.add-tile-server", add_tile_server_action },
  { "win.open-mbtiles", open_mbtiles_action },
  { "win.manage-maps", manage_maps_action },
};

/* Without a library there is nothing to be managed. */
static void
enable_actions (AtlasWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, self->library != NULL);
}

/* The settings know no NULL. */
static gboolean
read_base (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  g_value_set_string (value, name[0] != '\0' ? name : NULL);
  return TRUE;
}

static GVariant *
write_base (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *name = g_value_get_string (value);

  return g_variant_new_string (name != NULL ? name : "");
}

static void
keep_choice (AtlasWindow *self)
{
  GSettings *settings = atlas_preferences_get_settings (self->preferences);

  if (settings == NULL)
    return;
  g_settings_bind_with_mapping (settings,
                                "base",
                                self->state,
                                "base",
                                G_SETTINGS_BIND_DEFAULT,
                                read_base,
                                write_base,
                                NULL,
                                NULL);
  g_settings_bind (settings, "base-opacity", self->state, "base-opacity", G_SETTINGS_BIND_DEFAULT);
}

void
atlas_window_update_library (AtlasWindow *self)
{
  enable_actions (self);
  if (self->library == NULL)
    return;
  atlas_compare_view_set_library (self->compare_view, self->library);
  atlas_base_menu_set_library (atlas_layers_menu_get_base_menu (self->layers_menu),
                               self->library,
                               self->state);
}

void
atlas_window_set_library (AtlasWindow *self, AtlasTileLibrary *library)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (ATLAS_IS_TILE_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  add_action (self);
  keep_choice (self);
  atlas_window_update_library (self);
}

void
atlas_window_install_base (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

AtlasTileLibrary *
atlas_window_get_library (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->library;
}
