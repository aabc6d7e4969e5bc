/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-mbtiles-opener.h"
#include "atlas-mbtiles.h"

/* A map that is looked at from here is seen whole, or its middle is. */
static void
bring_into_view (const AtlasMbtilesOpener *opener, AtlasMbtiles *file)
{
  AtlasBox bounds;
  AtlasPoint middle;

  if (!atlas_mbtiles_get_bounds (file, &bounds))
    return;
  atlas_view_state_get_view (opener->state, &middle.lon, &middle.lat, NULL);
  if (!atlas_box_contains (bounds, middle))
    atlas_map_view_show_box (opener->map_view, bounds);
}

gboolean
atlas_mbtiles_opener_open (const AtlasMbtilesOpener *opener, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (AtlasTileMap) described = NULL;
  AtlasTileMap *map;

  g_return_val_if_fail (opener != NULL && path != NULL, FALSE);

  file = atlas_mbtiles_open (path, &error);
  if (file == NULL)
    {
      g_autofree char *name = g_path_get_basename (path);
      /* Translators: the name of a file, and what is wrong with it. */
      g_autofree char *message =
        g_strdup_printf (_ ("The map “%s” was not opened: %s"), name, error->message);

      adw_toast_overlay_add_toast (opener->toasts, adw_toast_new (message));
      return FALSE;
    }
  described = atlas_mbtiles_describe (file);
  map = atlas_tile_map_list_add_renamed (atlas_tile_library_get_list (opener->library), described);
  atlas_view_state_set_base (opener->state, atlas_tile_map_get_name (map));
  bring_into_view (opener, file);
  return TRUE;
}

static void
opener_free (AtlasMbtilesOpener *opener)
{
  g_object_unref (opener->library);
  g_object_unref (opener->state);
  g_object_unref (opener->map_view);
  g_object_unref (opener->toasts);
  g_free (opener);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  AtlasMbtilesOpener *opener = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        atlas_mbtiles_opener_open (opener, path);
      else
        adw_toast_overlay_add_toast (opener->toasts,
                                     adw_toast_new (
                                       _ ("Only files on this computer can be opened")));
    }
  opener_free (opener);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("MBTiles maps"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_chooser_add_filter (chooser, filter);
}

void
atlas_mbtiles_opener_run (GtkWindow *parent, const AtlasMbtilesOpener *opener)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open an MBTiles File"),
                                                              parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              NULL,
                                                              NULL);
  AtlasMbtilesOpener *own = g_memdup2 (opener, sizeof *opener);

  g_object_ref (own->library);
  g_object_ref (own->state);
  g_object_ref (own->map_view);
  g_object_ref (own->toasts);
  add_filter (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), own);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
