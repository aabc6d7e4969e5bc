/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-layer.h"
#include "atlas-overlay-card.h"
#include "atlas-window-private.h"

/* The user's own files: opened, brought into view, and told about. */

static void
say (AtlasWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

/* What is wrong with a file, with the place, stays until it was read. */
static void
show_error (AtlasWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether any of it can be seen. */
static gboolean
is_in_view (AtlasWindow *self, AtlasBox box)
{
  GtkWidget *map = GTK_WIDGET (self->map_view);
  AtlasViewport viewport = atlas_layer_viewport_from_state (self->state,
                                                            gtk_widget_get_width (map),
                                                            gtk_widget_get_height (map),
                                                            1.0);
  AtlasBox seen;

  atlas_viewport_bounds (&viewport, 0.0, &seen.west, &seen.south, &seen.east, &seen.north);
  return atlas_box_overlaps (seen, box);
}

/* To the middle of the years of a file that has nothing now. */
static void
bring_date (AtlasWindow *self, AtlasOverlay *overlay)
{
  AtlasTimeSpan range = atlas_overlay_get_range (overlay), seen;

  if (atlas_time_span_is_empty (range) ||
      atlas_time_span_overlaps (range, atlas_view_state_get_window (self->state)))
    return;
  seen = atlas_time_span_intersection (range, atlas_view_state_get_range (self->state));
  if (atlas_time_span_is_empty (seen))
    say (self, _ ("All dates of this file lie outside the years of the atlas"));
  else
    atlas_view_state_set_date (self->state, seen.begin + (seen.end - seen.begin) / 2);
}

/* Once the map has a size; how far to move depends on it. */
static gboolean
bring_place_cb (GtkWidget *map, GdkFrameClock *clock, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (gtk_widget_get_root (map));
  AtlasBox box = atlas_overlay_get_box (user_data);

  if (gtk_widget_get_width (map) == 0)
    return G_SOURCE_CONTINUE;
  if (box.west <= box.east && !is_in_view (self, box))
    atlas_map_view_show_box (self->map_view, box);
  return G_SOURCE_REMOVE;
}

static void
bring_into_view (AtlasWindow *self, AtlasOverlayIndex *index)
{
  AtlasOverlay *overlay = atlas_overlay_index_get_overlay (index);

  atlas_window_set_on_cover (self, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->map_view),
                                bring_place_cb,
                                g_object_ref (overlay),
                                g_object_unref);
  bring_date (self, overlay);
}

static void
tell_what_was_left_out (AtlasWindow *self, AtlasOverlay *overlay)
{
  const char *first;
  guint n = atlas_overlay_get_n_left_out (overlay, &first);
  g_autofree char *heading = NULL, *text = NULL;

  if (n == 0)
    return;
  heading =
    g_strdup_printf (ngettext ("%u feature was left out", "%u features were left out", n), n);
  /* Translators: %s is a place in a file, and what is wrong there. */
  text = g_strdup_printf (_ ("The first one: %s"), first);
  show_error (self, heading, text);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasOverlayIndex) index =
    atlas_overlay_list_open_finish (ATLAS_OVERLAY_LIST (source), result, &error);

  /* The window may have been closed meanwhile. */
  if (self->state == NULL)
    return;
  if (index == NULL)
    {
      show_error (self, _ ("This file cannot be shown"), error->message);
      return;
    }
  tell_what_was_left_out (self, atlas_overlay_index_get_overlay (index));
  if (self->index != NULL)
    bring_into_view (self, index);
}

void
atlas_window_open_overlay (AtlasWindow *self, const char *path, const char *group_by)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  atlas_overlay_list_open_async (self->overlays,
                                 path,
                                 group_by,
                                 NULL,
                                 opened_cb,
                                 g_object_ref (self));
}

/* Those that came before the atlas did. */
void
atlas_window_follow_overlays (AtlasWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->overlays));

  if (n > 0)
    {
      g_autoptr (AtlasOverlayIndex) last =
        g_list_model_get_item (G_LIST_MODEL (self->overlays), n - 1);

      bring_into_view (self, last);
    }
}

static void
feature_chosen_cb (AtlasWindow *self,
                   AtlasOverlayIndex *index,
                   gboolean is_area,
                   guint item,
                   double x,
                   double y)
{
  atlas_overlay_card_show (GTK_WIDGET (self->map_view),
                           index,
                           is_area,
                           item,
                           x,
                           y,
                           atlas_view_state_get_language (self->state));
}

void
atlas_window_furnish_overlays (AtlasWindow *self)
{
  if (self->overlays == NULL)
    self->overlays = atlas_overlay_list_new ();
  atlas_compare_view_set_overlays (self->compare_view, self->overlays);
  atlas_layers_menu_set_overlays (self->layers_menu, self->overlays, self->state);
  g_signal_connect_object (self->map_view,
                           "feature-chosen",
                           G_CALLBACK (feature_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        atlas_window_open_overlay (self, path, NULL);
      else
        say (self, _ ("Only files on this computer can be opened"));
    }
  g_object_unref (dialog);
}

static void
open_overlay_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open GeoJSON File"),
                                                              GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              NULL,
                                                              NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("GeoJSON files"));
  gtk_file_filter_add_suffix (filter, "geojson");
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
atlas_window_install_overlays (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-overlay", NULL, open_overlay_action);
}
