/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-picture-saver.h"

typedef struct
{
  AtlasMapView *map_view;
  AdwToastOverlay *toasts;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->map_view);
  g_object_unref (self->toasts);
  g_free (self);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Saving *saving = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *message = NULL;
      g_autoptr (GError) error = NULL;

      if (path != NULL && atlas_map_view_save_picture (saving->map_view, path, &error))
        /* Translators: %s is the name of a file. */
        message = g_strdup_printf (_ ("The map was saved as %s"), name);
      else
        message = g_strdup_printf (_ ("The map was not saved: %s"),
                                   error != NULL ? error->message
                                                 : _ ("the place is not on this computer"));
      adw_toast_overlay_add_toast (saving->toasts, adw_toast_new (message));
    }
  saving_free (saving);
  g_object_unref (dialog);
}

void
atlas_picture_saver_run (GtkWindow *parent, AtlasMapView *map_view, AdwToastOverlay *toasts)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Save Map"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->map_view = g_object_ref (map_view);
  saving->toasts = g_object_ref (toasts);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "ili-atlas.png");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
