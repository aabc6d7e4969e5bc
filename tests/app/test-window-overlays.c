/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "atlas-map-view.h"
#include "atlas-overlay-rows.h"
#include "atlas-window-test.h"

/* A file of the user's over the map: seen at its time, told about when clicked, hidden, taken away.
 */

#define LON 76.5
#define LAT 45.9

typedef struct
{
  AtlasWindow *window;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer text)
{
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("atlas-XXXXXX.geojson", &fixture->path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  fixture->window = atlas_test_window_open ();
  atlas_window_open_overlay (fixture->window, fixture->path, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer text)
{
  atlas_test_window_close (fixture->window);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

/* A list of one button and one switch a file; the menu is not open, but there. */
static gboolean
has_row (gpointer window)
{
  GtkWidget *rows = atlas_test_find (window, ATLAS_TYPE_OVERLAY_ROWS);

  return rows != NULL && atlas_test_find (rows, GTK_TYPE_CHECK_BUTTON) != NULL;
}

static AtlasTestColor
look (AtlasWindow *window)
{
  GtkWidget *map = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_MAP_VIEW);
  cairo_surface_t *surface;
  AtlasTestColor color;
  double x, y;

  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
  atlas_test_locate (window, LON, LAT, &x, &y);
  surface = atlas_test_render (map);
  color = atlas_test_mean (surface, x, y, 1);
  cairo_surface_destroy (surface);
  return color;
}

/* The first of the colours, as the peers of this atlas have it. */
static gboolean
is_shown (AtlasWindow *window)
{
  return atlas_test_distance (look (window), (AtlasTestColor){ 27.0, 158.0, 119.0, 255.0 }) < 12.0;
}

static void
go (AtlasWindow *window, int year)
{
  AtlasViewState *state = atlas_window_get_state (window);

  atlas_view_state_set_view (state, LON, LAT, 7.0);
  atlas_view_state_set_window_length (state, ATLAS_WINDOW_MONTH);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (year, 6, 15));
}

static void
test_shown (Fixture *fixture, gconstpointer text)
{
  AtlasWindow *window = fixture->window;
  GtkWidget *rows, *button;

  atlas_test_wait (has_row, window);
  go (window, 1870);
  g_assert_true (is_shown (window));
  go (window, 1881);
  g_assert_false (is_shown (window));
  go (window, 1870);

  rows = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_OVERLAY_ROWS);
  button = atlas_test_find (rows, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
  g_assert_false (is_shown (window));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_assert_true (is_shown (window));

  g_signal_emit_by_name (atlas_test_find_class (rows, "flat"), "clicked");
  g_assert_false (has_row (window));
  g_assert_false (is_shown (window));
}

static gboolean
has_card (gpointer window)
{
  GtkWidget *map = atlas_test_find (window, ATLAS_TYPE_MAP_VIEW);

  return atlas_test_find_label (map, "A post station") != NULL;
}

static gboolean
has_no_card (gpointer window)
{
  return !has_card (window);
}

static void
test_card (Fixture *fixture, gconstpointer text)
{
  AtlasWindow *window = fixture->window;
  GtkWidget *map = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_MAP_VIEW);
  double x, y;

  atlas_test_wait (has_row, window);
  go (window, 1870);
  g_assert_true (is_shown (window));
  atlas_test_locate (window, LON, LAT, &x, &y);
  atlas_test_click (map, x, y);
  atlas_test_wait (has_card, window);
  g_assert_nonnull (atlas_test_find_label (map, "four rooms"));
  gtk_popover_popdown (atlas_test_find (map, GTK_TYPE_POPOVER));
  atlas_test_wait (has_no_card, window);
}

/* The window that tells what is wrong. */
static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gboolean
has_dialog (gpointer unused)
{
  return find_dialog () != NULL;
}

static void
test_broken (Fixture *fixture, gconstpointer text)
{
  g_autofree char *place =
    g_strdup_printf ("%s, line 2, column 1: this is not JSON", fixture->path);

  atlas_test_wait (has_dialog, NULL);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (find_dialog ()), place));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  g_assert_false (has_row (fixture->window));
}

static void
test_left_out (Fixture *fixture, gconstpointer text)
{
  atlas_test_wait (has_dialog, NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_dialog ()), ==, "1 feature was left out");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (find_dialog ()), "feature 1: it ends before it starts"));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  atlas_test_wait (has_row, fixture->window);
}

static const char station[] =
  "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[76.5,45.9]},"
  "\"properties\":{\"name\":\"A post "
  "station\",\"start\":\"1865\",\"end\":\"1880\",\"rooms\":\"four "
  "rooms\"}}";
static const char broken[] = "{\"type\":\"FeatureCollection\",\n}";
static const char backward[] =
  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":"
  "\"Point\",\"coordinates\":[76,45]},\"properties\":{\"start\":1900,\"end\":1899}}]}";

int
main (int argc, char *argv[])
{
  atlas_test_init_widgets (&argc, &argv);
#define ADD(name, text, function)                                                                  \
  g_test_add ("/app/window-overlays/" name, Fixture, text, set_up, function, tear_down)
  ADD ("shown", station, test_shown);
  ADD ("card", station, test_card);
  ADD ("broken", broken, test_broken);
  ADD ("left-out", backward, test_left_out);
  return g_test_run ();
}
