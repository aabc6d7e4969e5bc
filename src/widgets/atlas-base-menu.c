/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-base-menu.h"
#include "atlas-tile-template.h"

#define CAPTION_WIDTH 38

struct _AtlasBaseMenu
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *maps;
  GtkWidget *opacity;
  AtlasTileLibrary *library;
};

G_DEFINE_FINAL_TYPE (AtlasBaseMenu, atlas_base_menu, GTK_TYPE_WIDGET)

char *
atlas_base_menu_describe (AtlasTileMap *map)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_MAP (map), NULL);

  if (atlas_tile_map_get_kind (map) == ATLAS_TILE_MAP_MBTILES)
    return g_strdup (_ ("A file on this computer; nothing is sent"));
  host = atlas_tile_template_get_host (atlas_tile_map_get_address (map));
  /* Translators: %s is the name of a server, such as tile.openstreetmap.org. */
  return g_strdup_printf (_ ("Asks %s for the squares in view, which tells it where you look and "
                             "your network address"),
                          host != NULL ? host : "");
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CAPTION_WIDTH);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The words about a map stand below its button, which keeps the mark beside the name. Returns the
 * button. */
static GtkWidget *
append_choice (AtlasBaseMenu *self,
               const char *title,
               const char *caption,
               const char *name,
               GtkWidget *group)
{
  GtkWidget *button = gtk_check_button_new_with_label (title);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.base");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_box_append (GTK_BOX (self->maps), button);
  if (caption != NULL)
    {
      gtk_box_append (GTK_BOX (self->maps), create_label (caption, "base-caption"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      caption,
                                      -1);
    }
  return button;
}

static void
append_map (AtlasBaseMenu *self, AtlasTileMap *map, GtkWidget *group)
{
  const char *name = atlas_tile_map_get_name (map);
  g_autofree char *caption = atlas_base_menu_describe (map);
  g_autofree char *online = NULL;

  if (atlas_tile_map_get_kind (map) == ATLAS_TILE_MAP_ONLINE)
    /* Translators: %s is the name of a map. */
    online = g_strdup_printf (_ ("%s (online)"), name);
  append_choice (self, online != NULL ? online : name, caption, name, group);
}

static void
fill_maps (AtlasBaseMenu *self)
{
  GListModel *list = G_LIST_MODEL (atlas_tile_library_get_list (self->library));
  GtkWidget *child, *first;

  while ((child = gtk_widget_get_first_child (self->maps)) != NULL)
    gtk_box_remove (GTK_BOX (self->maps), child);
  first = append_choice (self, _ ("Relief (offline)"), NULL, "", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AtlasTileMap) map = g_list_model_get_item (list, i);

      append_map (self, map, first);
    }
}

static gboolean
has_base (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_string (from) != NULL);
  return TRUE;
}

/* The wheel moves the menu that the scale lies in, and not by chance the scale. */
static void
remove_wheel (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (scale, controller);
    }
}

static void
append_opacity (AtlasBaseMenu *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (row), create_label (_ ("Over the relief"), NULL));
  self->opacity = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0.0, 1.0, 0.05);
  gtk_scale_set_draw_value (GTK_SCALE (self->opacity), FALSE);
  gtk_widget_set_hexpand (self->opacity, TRUE);
  remove_wheel (self->opacity);
  gtk_widget_set_tooltip_text (self->opacity, _ ("How much of the relief the map hides"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opacity),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much of the relief the map hides"),
                                  -1);
  gtk_box_append (GTK_BOX (row), self->opacity);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
append_button (AtlasBaseMenu *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (words), 0.0f);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "base-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
atlas_base_menu_dispose (GObject *object)
{
  AtlasBaseMenu *self = ATLAS_BASE_MENU (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (atlas_base_menu_parent_class)->dispose (object);
}

static void
atlas_base_menu_class_init (AtlasBaseMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_base_menu_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_base_menu_init (AtlasBaseMenu *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->maps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->maps);
  append_opacity (self);
  append_button (self, _ ("Add a Tile Server…"), "win.add-tile-server");
  append_button (self, _ ("Open an MBTiles File…"), "win.open-mbtiles");
  append_button (self, _ ("Manage Maps…"), "win.manage-maps");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
atlas_base_menu_set_library (AtlasBaseMenu *self, AtlasTileLibrary *library, AtlasViewState *state)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->opacity));

  g_return_if_fail (ATLAS_IS_BASE_MENU (self));
  g_return_if_fail (ATLAS_IS_TILE_LIBRARY (library) && ATLAS_IS_VIEW_STATE (state));

  if (library == self->library)
    return;
  g_set_object (&self->library, library);
  g_signal_connect_object (atlas_tile_library_get_list (library),
                           "items-changed",
                           G_CALLBACK (fill_maps),
                           self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (state,
                          "base-opacity",
                          adjustment,
                          "value",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (state,
                               "base",
                               self->opacity,
                               "sensitive",
                               G_BINDING_SYNC_CREATE,
                               has_base,
                               NULL,
                               NULL,
                               NULL);
  fill_maps (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
