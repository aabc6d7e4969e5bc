/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-base-menu.h"
#include "atlas-maps-window.h"

#define MEGABYTE G_GINT64_CONSTANT (1000000)

struct _AtlasMapsWindow
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesGroup *maps;
  AdwActionRow *kept;
  GtkWidget *empty_button;
  GtkAdjustment *limit;

  GPtrArray *rows; /* of GtkWidget, in the group */
  AtlasTileLibrary *library;
};

G_DEFINE_FINAL_TYPE (AtlasMapsWindow, atlas_maps_window, ADW_TYPE_PREFERENCES_WINDOW)

/* What a button of a row does to the map that is listed there. */
typedef enum
{
  DEED_UP,
  DEED_DOWN,
  DEED_REMOVE,
} Deed;

static const struct
{
  const char *icon;
  const char *words;
} deeds[] = {
  [DEED_UP] = { "go-up-symbolic", N_ ("Move %s up") },
  [DEED_DOWN] = { "go-down-symbolic", N_ ("Move %s down") },
  [DEED_REMOVE] = { "user-trash-symbolic", N_ ("Remove %s from the list") },
};

static void
deed_cb (AtlasMapsWindow *self, GtkWidget *button)
{
  AtlasTileMapList *list = atlas_tile_library_get_list (self->library);
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));
  Deed deed = (Deed) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "deed"));

  switch (deed)
    {
    case DEED_UP:
      atlas_tile_map_list_move (list, position, -1);
      break;
    case DEED_DOWN:
      atlas_tile_map_list_move (list, position, 1);
      break;
    case DEED_REMOVE:
    default:
      atlas_tile_map_list_remove (list, position);
    }
}

static GtkWidget *
create_button (AtlasMapsWindow *self, Deed deed, guint position, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (deeds[deed].icon);
  g_autoptr (GString) words = g_string_new (_ (deeds[deed].words));

  g_string_replace (words, "%s", name, 1);
  gtk_widget_set_tooltip_text (button, words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->str,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_object_set_data (G_OBJECT (button), "deed", GINT_TO_POINTER ((int) deed));
  g_signal_connect_object (button, "clicked", G_CALLBACK (deed_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_row (AtlasMapsWindow *self, AtlasTileMap *map, guint position, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  AtlasTileMapList *list = atlas_tile_library_get_list (self->library);
  const char *name = atlas_tile_map_get_name (map);
  g_autofree char *description = atlas_base_menu_describe (map);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  for (Deed deed = DEED_UP; deed <= DEED_REMOVE && atlas_tile_map_list_is_own (list, position);
       deed++)
    {
      GtkWidget *button = create_button (self, deed, position, name);

      gtk_widget_set_sensitive (button,
                                !(deed == DEED_UP && position == 1) &&
                                  !(deed == DEED_DOWN && position == n - 1));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
fill_maps (AtlasMapsWindow *self)
{
  GListModel *list = G_LIST_MODEL (atlas_tile_library_get_list (self->library));
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->maps, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasTileMap) map = g_list_model_get_item (list, i);
      GtkWidget *row = create_row (self, map, i, n);

      adw_preferences_group_add (self->maps, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
update_kept (AtlasMapsWindow *self)
{
  gint64 size = atlas_tile_cache_get_size (atlas_tile_library_get_cache (self->library));
  g_autofree char *text = g_format_size ((guint64) size);

  adw_action_row_set_subtitle (self->kept, text);
  gtk_widget_set_sensitive (self->empty_button, size > 0);
}

static void
limit_changed_cb (AtlasMapsWindow *self)
{
  atlas_tile_library_set_cache_limit (self->library,
                                      (gint64) gtk_adjustment_get_value (self->limit) * MEGABYTE);
  update_kept (self);
}

static void
empty_cb (AtlasMapsWindow *self)
{
  atlas_tile_cache_empty (atlas_tile_library_get_cache (self->library));
  update_kept (self);
}

static void
atlas_maps_window_dispose (GObject *object)
{
  AtlasMapsWindow *self = ATLAS_MAPS_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (atlas_maps_window_parent_class)->dispose (object);
}

static void
atlas_maps_window_class_init (AtlasMapsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_maps_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/maps-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMapsWindow, maps);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapsWindow, kept);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapsWindow, empty_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapsWindow, limit);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
}

static void
atlas_maps_window_init (AtlasMapsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_maps_window_new (GtkWindow *parent, AtlasTileLibrary *library, GSettings *settings)
{
  AtlasMapsWindow *self;

  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (library), NULL);

  self = g_object_new (ATLAS_TYPE_MAPS_WINDOW, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (atlas_tile_library_get_list (library),
                           "items-changed",
                           G_CALLBACK (fill_maps),
                           self,
                           G_CONNECT_SWAPPED);
  fill_maps (self);
  gtk_adjustment_set_value (self->limit,
                            (double) (atlas_tile_library_get_cache_limit (library) / MEGABYTE));
  if (settings != NULL)
    g_settings_bind (settings,
                     "tile-cache-megabytes",
                     self->limit,
                     "value",
                     G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->limit,
                           "value-changed",
                           G_CALLBACK (limit_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  update_kept (self);
  return GTK_WIDGET (self);
}
