/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-window-test.h"

/* An atlas that cannot be read gives a page that says which file, where and what; and a way out. */

#define BROKEN "This Atlas Cannot Be Read"

static const struct
{
  const char *name;
  const char *file;
  const char *place;
  const char *words;
} broken[] = {
  { "no-manifest", "atlas.json", "", "no file that can be read" },
  { "missing-file", "all.geojson", "", "no file that can be read" },
  { "empty-file", "all.geojson", "", "empty file" },
  { "not-json", "all.geojson", "1", "expected JSON" },
  { "not-utf8", "all.geojson", "2", "UTF8" },
  { "too-deep", "all.geojson", "line 1", "deeper" },
  { "manifest-is-list", "atlas.json", "$", "expected an object" },
  { "bad-date", "all.geojson", "$.features[6].when.timespans (event/e)", "1870-13-45" },
  { "unknown-place", "all.geojson", "$.features[6].atlas:places[0].place", "“place/nowhere”" },
  { "latitude-range", "all.geojson", "$.features[1].geometry.coordinates[1]", "found 180" },
};

static gboolean
is_broken (gpointer window)
{
  GtkLabel *title = atlas_test_find_label (window, BROKEN);

  return title != NULL && gtk_widget_get_mapped (GTK_WIDGET (title));
}

static gboolean
is_shown (gpointer window)
{
  return atlas_window_is_settled (window) && gtk_widget_get_mapped (atlas_test_get_map (window));
}

/* Leads from the page to the shipped atlas, by the button that says so. */
static void
recover (AtlasWindow *window)
{
  GtkWidget *button = atlas_test_find_button (GTK_WIDGET (window), "Open the Shipped Atlas");

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_click (button,
                    gtk_widget_get_width (button) / 2.0,
                    gtk_widget_get_height (button) / 2.0);
  atlas_test_wait (is_shown, window);
  g_assert_false (is_broken (window));
}

/* One window is led from fault to fault and back to the shipped atlas. */
static void
test_faults (void)
{
  g_autofree char *first = g_test_build_filename (G_TEST_DIST, "fixtures", "broken", NULL);
  AtlasWindow *window = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_build_filename (first, broken[i].name, NULL);
      g_autofree char *text = NULL;

      if (window == NULL)
        window = atlas_test_window_new (path);
      else
        atlas_window_open (window, path);
      g_assert_false (is_broken (window));
      atlas_test_wait (is_broken, window);

      text = atlas_test_read_text (GTK_WIDGET (window));
      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, broken[i].file));
      g_assert_nonnull (strstr (text, broken[i].place));
      g_assert_nonnull (strstr (text, broken[i].words));
      /* There is no map to look at while nothing was ever read. */
      g_assert_null (atlas_window_get_index (window));
    }
  recover (window);
  g_assert_nonnull (atlas_window_get_index (window));
  atlas_test_window_close (window);
}

static void
test_no_folder (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "no-such-atlas", NULL);
  AtlasWindow *window = atlas_test_window_new (path);
  g_autofree char *text = NULL;

  atlas_test_wait (is_broken, window);
  text = atlas_test_read_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (text, "no-such-atlas"));

  /* Trying again finds it as it was. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL));
  g_assert_false (is_broken (window));
  atlas_test_wait (is_broken, window);
  recover (window);
  atlas_test_window_close (window);
}

/* A good atlas gives way to a broken one, and the page is not left by the keys of the map. */
static void
test_good_then_broken (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "fixtures", "broken", "bad-date", NULL);
  AtlasWindow *window = atlas_test_window_open ();

  atlas_window_open (window, path);
  atlas_test_wait (is_broken, window);
  g_assert_false (gtk_widget_get_mapped (atlas_test_get_map (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-event", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.escape", NULL);
  g_assert_null (atlas_view_state_get_selection (atlas_window_get_state (window)));
  g_assert_true (is_broken (window));
  recover (window);
  atlas_test_window_close (window);
}

/* Without the ground there is still the history, and a remark. */
static void
test_no_ground (void)
{
  g_autofree char *shipped = atlas_test_data ("atlas");
  g_autofree char *ground = atlas_test_data ("no-such-basemap");
  AtlasWindow *window = g_object_ref (atlas_window_new (NULL, NULL, ground));
  g_autofree char *text = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), ATLAS_TEST_WIDTH, ATLAS_TEST_HEIGHT);
  atlas_window_open (window, shipped);
  gtk_window_present (GTK_WINDOW (window));
  atlas_test_wait (is_shown, window);
  text = atlas_test_read_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (text, "The ground of the map cannot be read"));
  atlas_test_window_close (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(AtlasWindow **) window == NULL;
}

/* A window that is closed while it reads is let go of when the reading has noticed. */
static void
test_closed_early (void)
{
  AtlasWindow *window = atlas_test_window_new (NULL);

  atlas_test_next_frame (GTK_WIDGET (window));
  g_assert_null (atlas_window_get_index (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_unref (window);
  atlas_test_wait (is_gone, &window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-broken/faults", test_faults);
  g_test_add_func ("/app/window-broken/no-folder", test_no_folder);
  g_test_add_func ("/app/window-broken/good-then-broken", test_good_then_broken);
  g_test_add_func ("/app/window-broken/no-ground", test_no_ground);
  g_test_add_func ("/app/window-broken/closed-early", test_closed_early);
  return g_test_run ();
}
