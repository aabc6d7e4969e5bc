/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-attribution.h"
#include "atlas-base-menu.h"
#include "atlas-mercator.h"
#include "atlas-server-dialog.h"
#include "atlas-tile-template.h"
#include "atlas-tile-trial.h"

struct _AtlasServerDialog
{
  AdwWindow parent_instance;

  GtkEditable *address;
  GtkEditable *name;
  GtkEditable *attribution;
  GtkEditable *link;
  GtkSpinButton *min_zoom;
  GtkSpinButton *max_zoom;
  GtkLabel *remark;
  GtkPicture *preview;
  GtkWidget *preview_button;
  GtkWidget *add_button;

  AtlasTileLibrary *library;
  AtlasViewState *state;
  GCancellable *trial; /* (nullable) while a preview is awaited */
};

G_DEFINE_FINAL_TYPE (AtlasServerDialog, atlas_server_dialog, ADW_TYPE_WINDOW)

/* What is typed, without blanks about it. (transfer full) */
static char *
read_entry (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* The map as it is described so far; NULL with a reason where something is missing or wrong. */
static AtlasTileMap *
read_map (AtlasServerDialog *self, const char **reason)
{
  g_autofree char *name = read_entry (self->name);
  g_autofree char *address = read_entry (self->address);
  g_autofree char *attribution = read_entry (self->attribution);
  g_autofree char *link = read_entry (self->link);
  AtlasTileMapValues values = {
    .kind = ATLAS_TILE_MAP_ONLINE,
    .name = name,
    .address = address,
    .attribution = attribution[0] != '\0' ? attribution : NULL,
    .link = link[0] != '\0' ? link : NULL,
    .min_zoom = gtk_spin_button_get_value_as_int (self->min_zoom),
    .max_zoom = gtk_spin_button_get_value_as_int (self->max_zoom),
  };

  if (name[0] == '\0')
    *reason = _ ("The map needs a name");
  else if (atlas_tile_map_list_lookup (atlas_tile_library_get_list (self->library), name) != NULL)
    *reason = _ ("Another map has this name");
  else if (values.link != NULL && !atlas_attribution_is_link (values.link))
    *reason = _ ("The link of the attribution is no address of the web");
  else if (values.min_zoom > values.max_zoom)
    *reason = _ ("The first zoom is beyond the last");
  else
    return atlas_tile_map_new (&values);
  return NULL;
}

static void
mark (GtkEditable *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
forget_trial (AtlasServerDialog *self)
{
  if (self->trial != NULL)
    g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
}

/* Says what is wrong, or else what will be sent to whom. */
static void
changed_cb (AtlasServerDialog *self)
{
  g_autofree char *address = read_entry (self->address);
  g_autoptr (GError) error = NULL;
  gboolean good = atlas_tile_template_check (address, &error);
  const char *reason = NULL;
  g_autoptr (AtlasTileMap) map = good ? read_map (self, &reason) : NULL;
  g_autofree char *sent = map != NULL ? atlas_base_menu_describe (map) : NULL;

  forget_trial (self);
  gtk_picture_set_paintable (self->preview, NULL);
  mark (self->address, !good && address[0] != '\0');
  gtk_label_set_text (self->remark, !good ? error->message : map == NULL ? reason : sent);
  gtk_widget_set_sensitive (self->preview_button, good);
  gtk_widget_set_sensitive (self->add_button, map != NULL);
}

static GdkTexture *
create_texture (AtlasTilePixels *pixels)
{
  gsize stride = (gsize) pixels->width * sizeof (guint32);
  g_autoptr (GBytes) bytes = g_bytes_new (pixels->data, stride * (gsize) pixels->height);

  return gdk_memory_texture_new (pixels->width, pixels->height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
tried_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasServerDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTilePixels) pixels = atlas_tile_trial_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->trial);
  gtk_label_set_text (self->remark,
                      pixels != NULL ? _ ("This is what the server sends for the middle of the map")
                                     : error->message);
  if (pixels != NULL)
    {
      g_autoptr (GdkTexture) texture = create_texture (pixels);

      gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
    }
}

/* The tile in the middle of the map, on the level that is nearest to what is shown. */
static AtlasTile
get_middle (AtlasServerDialog *self)
{
  AtlasViewport viewport = { .width = 1, .height = 1, .scale = 1.0 };
  AtlasTileGrid grid;
  int min_zoom = gtk_spin_button_get_value_as_int (self->min_zoom),
      max_zoom = gtk_spin_button_get_value_as_int (self->max_zoom);

  atlas_view_state_get_view (self->state, &viewport.lon, &viewport.lat, &viewport.zoom);
  viewport.zoom = CLAMP (viewport.zoom, min_zoom, MAX (min_zoom, max_zoom));
  grid = atlas_tile_grid_new (&viewport, 0.0, min_zoom, MAX (min_zoom, max_zoom));
  return atlas_tile_grid_get (&grid, grid.west, grid.north);
}

static void
preview_cb (AtlasServerDialog *self)
{
  g_autofree char *address = read_entry (self->address);

  forget_trial (self);
  self->trial = g_cancellable_new ();
  gtk_label_set_text (self->remark, _ ("Asking the server…"));
  atlas_tile_trial_run_async (atlas_tile_library_get_session (self->library),
                              atlas_tile_library_get_clock (self->library),
                              address,
                              get_middle (self),
                              self->trial,
                              tried_cb,
                              g_object_ref (self));
}

static void
add_cb (AtlasServerDialog *self)
{
  const char *reason = NULL;
  g_autoptr (AtlasTileMap) map = read_map (self, &reason);

  if (map == NULL ||
      !atlas_tile_map_list_add (atlas_tile_library_get_list (self->library), map, NULL))
    return;
  atlas_view_state_set_base (self->state, atlas_tile_map_get_name (map));
  gtk_window_close (GTK_WINDOW (self));
}

static void
atlas_server_dialog_dispose (GObject *object)
{
  AtlasServerDialog *self = ATLAS_SERVER_DIALOG (object);

  forget_trial (self);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_server_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/server-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, address);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, attribution);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, link);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, min_zoom);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, max_zoom);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, remark);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, preview_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasServerDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
atlas_server_dialog_class_init (AtlasServerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_server_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
atlas_server_dialog_init (AtlasServerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_server_dialog_new (GtkWindow *parent, AtlasTileLibrary *library, AtlasViewState *state)
{
  AtlasServerDialog *self;

  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (library) && ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_SERVER_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->state = g_object_ref (state);
  changed_cb (self);
  return GTK_WIDGET (self);
}
