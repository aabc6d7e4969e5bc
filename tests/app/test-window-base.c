/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-base-menu.h"
#include "atlas-compare-view.h"
#include "atlas-link.h"
#include "atlas-maps-window.h"
#include "atlas-mbtiles-opener.h"
#include "atlas-palette.h"
#include "atlas-server-dialog.h"
#include "atlas-tile-layer.h"
#include "atlas-window-test.h"
#include "tile-server.h"
#include "tile-test.h"

/* A map under the history, in the real window, from a real server on this computer. */

#define MAP "Test & map"
#define ATTRIBUTION "© Testers <of maps>"
#define LINK "https://maps.example.org/about?a=1&b=2"
/* Where no event, border or name of the shipped atlas lies; and its tile on level 6. */
#define LON 88.0
#define LAT 38.6
#define ZOOM 6.0

typedef struct
{
  char *folder;
  char *list_path;
  char *cache_path;
  TileServer *server;
  AtlasTileLibrary *library;
  AtlasWindow *window;
} Fixture;

static AtlasViewState *
get_state (Fixture *f)
{
  return atlas_window_get_state (f->window);
}

/* One more start of the program with what the last one left. */
static void
start (Fixture *f)
{
  f->library = atlas_tile_library_new (f->list_path, f->cache_path, NULL);
  f->window = atlas_test_window_open ();
  atlas_window_set_library (f->window, f->library);
  atlas_view_state_set_show (get_state (f), ATLAS_SHOW_RELIEF);
  atlas_view_state_set_view (get_state (f), LON, LAT, ZOOM);
  atlas_test_settle (f->window);
}

static void
end (Fixture *f)
{
  atlas_test_window_close (f->window);
  g_clear_object (&f->library);
}

static void
add_map (Fixture *f)
{
  g_autofree char *address = tile_server_get_template (f->server, "sEcReT");
  g_autoptr (AtlasTileMap) map =
    atlas_tile_map_new (&(AtlasTileMapValues){ .kind = ATLAS_TILE_MAP_ONLINE,
                                               .name = MAP,
                                               .address = address,
                                               .attribution = ATTRIBUTION,
                                               .link = LINK,
                                               .max_zoom = 19 });

  g_assert_true (atlas_tile_map_list_add (atlas_tile_library_get_list (f->library), map, NULL));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("atlas-base-XXXXXX", NULL);
  f->list_path = g_build_filename (f->folder, "maps.ini", NULL);
  f->cache_path = g_build_filename (f->folder, "tiles.sqlite", NULL);
  f->server = tile_server_new ();
  start (f);
  add_map (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  end (f);
  tile_server_free (f->server);
  g_remove (f->list_path);
  g_remove (f->cache_path);
  g_rmdir (f->folder);
  g_free (f->list_path);
  g_free (f->cache_path);
  g_free (f->folder);
}

static void
choose (Fixture *f, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.base", "s", name);
  atlas_test_next_frame (GTK_WIDGET (f->window));
  atlas_test_settle (f->window);
}

static AtlasTestColor
get_tile_color (AtlasTile tile)
{
  guint32 color = tile_server_get_color (tile);
  AtlasColor bare = {
    (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1.0
  };
  AtlasColor veiled = atlas_color_over (atlas_palette_get (ATLAS_MAP_STYLE_LIGHT)->veil, bare);

  return (AtlasTestColor){ veiled.r * 255.0, veiled.g * 255.0, veiled.b * 255.0, 255.0 };
}

/* How far the middle of the map is from the colour of the tile there. */
static double
get_distance (Fixture *f)
{
  AtlasViewport view = {
    .lon = LON, .lat = LAT, .zoom = ZOOM, .width = 1, .height = 1, .scale = 1.0
  };
  AtlasTileGrid grid = atlas_tile_grid_new (&view, 0.0, 0, 19);
  AtlasTile tile = atlas_tile_grid_get (&grid, grid.west, grid.north);
  GtkWidget *map = atlas_test_get_map (f->window);
  cairo_surface_t *picture = atlas_test_render (map);
  AtlasTestColor color = atlas_test_mean (picture,
                                          gtk_widget_get_width (map) / 2.0,
                                          gtk_widget_get_height (map) / 2.0,
                                          1);

  cairo_surface_destroy (picture);
  return atlas_test_distance (color, get_tile_color (tile));
}

static GtkLabel *
find_class (Fixture *f, const char *css_class)
{
  GtkLabel *label = atlas_test_find_class (GTK_WIDGET (f->window), css_class);

  g_assert_nonnull (label);
  return label;
}

static gboolean
has_notice (Fixture *f)
{
  GtkWidget *revealer = gtk_widget_get_parent (GTK_WIDGET (find_class (f, "map-notice")));

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

/* Nothing is asked of anybody until a map is chosen; then it lies there, and goes when the relief
 * is chosen again. */
static void
test_choice (Fixture *f, gconstpointer data)
{
  GtkLabel *attribution = find_class (f, "map-attribution");

  g_assert_cmpuint (tile_server_count (f->server), ==, 0);
  g_assert_false (g_file_test (f->cache_path, G_FILE_TEST_EXISTS));
  g_assert_cmpfloat (get_distance (f), >, 20.0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (attribution)));

  choose (f, MAP);
  g_assert_cmpstr (atlas_view_state_get_base (get_state (f)), ==, MAP);
  g_assert_cmpuint (tile_server_count (f->server), >, 0);
  g_assert_cmpfloat (get_distance (f), <, 4.0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (attribution)));
  g_assert_cmpstr (gtk_label_get_text (attribution), ==, ATTRIBUTION);
  g_assert_nonnull (strstr (gtk_label_get_label (attribution), "about?a=1&amp;b=2"));
  g_assert_false (has_notice (f));

  choose (f, "");
  g_assert_null (atlas_view_state_get_base (get_state (f)));
  g_assert_cmpfloat (get_distance (f), >, 20.0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (attribution)));
}

static void
test_opacity (Fixture *f, gconstpointer data)
{
  double whole, half, none;

  choose (f, MAP);
  whole = get_distance (f);
  atlas_view_state_set_base_opacity (get_state (f), 0.5);
  atlas_test_next_frame (GTK_WIDGET (f->window));
  half = get_distance (f);
  atlas_view_state_set_base_opacity (get_state (f), 0.0);
  atlas_test_next_frame (GTK_WIDGET (f->window));
  none = get_distance (f);
  g_assert_cmpfloat (whole, <, half);
  g_assert_cmpfloat (half, <, none);
  g_assert_cmpfloat_with_epsilon (half, none / 2.0, none / 8.0);
}

/* The server is gone at the next start: the map is still there, with a word about it. */
static void
test_second_start (Fixture *f, gconstpointer data)
{
  choose (f, MAP);
  end (f);
  tile_server_stop (f->server);

  start (f);
  choose (f, MAP);
  g_assert_cmpfloat (get_distance (f), <, 4.0);

  /* Elsewhere nothing was kept. */
  atlas_view_state_set_view (get_state (f), 20.0, 10.0, ZOOM);
  atlas_test_settle (f->window);
  g_assert_true (has_notice (f));
  g_assert_nonnull (strstr (gtk_label_get_text (find_class (f, "map-notice")), MAP));
}

/* The word goes by itself when the network is back. */
static void
test_recovery (Fixture *f, gconstpointer data)
{
  tile_server_stop (f->server);
  choose (f, MAP);
  g_assert_true (has_notice (f));
  g_assert_nonnull (strstr (gtk_label_get_text (find_class (f, "map-notice")), "relief"));
  g_assert_cmpfloat (get_distance (f), >, 20.0);

  tile_server_start (f->server);
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  atlas_test_next_frame (GTK_WIDGET (f->window));
  atlas_test_settle (f->window);
  g_assert_false (has_notice (f));
  g_assert_cmpfloat (get_distance (f), <, 4.0);
}

/* A link names the map and nothing else of it; that of OpenStreetMap asks nobody. */
static void
test_link (Fixture *f, gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autoptr (GError) error = NULL;

  choose (f, MAP);
  link = atlas_link_write (get_state (f));
  g_assert_nonnull (strstr (link, "base=Test"));
  g_assert_null (strstr (link, "sEcReT"));
  g_assert_null (strstr (link, "127.0.0.1"));
  choose (f, "");
  g_assert_true (atlas_link_apply (link, get_state (f), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_view_state_get_base (get_state (f)), ==, MAP);

  g_assert_true (atlas_link_apply ("atlas:?base=OpenStreetMap", get_state (f), NULL, &error));
  atlas_test_settle (f->window);
  g_assert_true (has_notice (f));
  g_assert_null (atlas_tile_library_get_source (f->library, ATLAS_TILE_MAP_OPENSTREETMAP));

  g_assert_true (atlas_link_apply ("atlas:?base=Nobody", get_state (f), NULL, &error));
  atlas_test_settle (f->window);
  g_assert_nonnull (strstr (gtk_label_get_text (find_class (f, "map-notice")), "Nobody"));
}

static AtlasMapView *
get_map_view (Fixture *f)
{
  return atlas_test_find (GTK_WIDGET (f->window), ATLAS_TYPE_MAP_VIEW);
}

/* A saved picture shows the tiles, and says who made them and where that is said. */
static void
test_export (Fixture *f, gconstpointer data)
{
  g_autofree char *png = g_build_filename (f->folder, "map.png", NULL);
  g_autofree char *pdf = g_build_filename (f->folder, "map.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *with, *without;
  int width, height;
  AtlasTestColor lower;
  gsize length;

  atlas_map_view_save_picture (get_map_view (f), png, &error);
  g_assert_no_error (error);
  without = cairo_image_surface_create_from_png (png);
  choose (f, MAP);
  atlas_map_view_save_picture (get_map_view (f), png, &error);
  g_assert_no_error (error);
  with = cairo_image_surface_create_from_png (png);
  width = cairo_image_surface_get_width (with);
  height = cairo_image_surface_get_height (with);
  lower = atlas_test_mean (with, width / 2.0, height / 2.0, 1);
  g_assert_cmpfloat (atlas_test_distance (lower,
                                          atlas_test_mean (without, width / 2.0, height / 2.0, 1)),
                     >,
                     20.0);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);

  atlas_map_view_save_picture (get_map_view (f), pdf, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &bytes, &length, NULL));
  g_assert_true (
    tile_test_contains (bytes, length, "/URI (https://maps.example.org/about?a=1&b=2)"));
  g_assert_false (tile_test_contains (bytes, length, "sEcReT"));
  g_remove (png);
  g_remove (pdf);
}

/* Both maps of a comparison show it, and both say whose it is; the tiles are fetched once. */
static void
test_compare (Fixture *f, gconstpointer data)
{
  AtlasCompareView *view = atlas_test_find (GTK_WIDGET (f->window), ATLAS_TYPE_COMPARE_VIEW);
  GtkWidget *other, *attribution;
  guint asked;

  choose (f, MAP);
  asked = tile_server_count (f->server);
  atlas_view_state_set_compare_mode (get_state (f), ATLAS_COMPARE_SWIPE);
  atlas_test_next_frame (GTK_WIDGET (f->window));
  atlas_test_settle (f->window);
  other = GTK_WIDGET (atlas_compare_view_get_other_map (view));
  g_assert_nonnull (other);
  attribution = atlas_test_find_class (other, "map-attribution");
  g_assert_true (gtk_widget_get_mapped (attribution));
  g_assert_cmpint (gtk_widget_get_halign (attribution), ==, GTK_ALIGN_START);
  g_assert_true (gtk_widget_get_mapped (
    atlas_test_find_class (GTK_WIDGET (get_map_view (f)), "map-attribution")));
  g_assert_cmpuint (tile_server_count (f->server), ==, asked);
}

/* Behind the title page there is the land alone, and nobody is asked for anything. */
static void
test_title_page (Fixture *f, gconstpointer data)
{
  guint asked;

  choose (f, MAP);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.chapters", NULL);
  atlas_test_settle (f->window);
  asked = tile_server_count (f->server);
  atlas_view_state_set_view (get_state (f), 20.0, 10.0, ZOOM);
  atlas_test_settle (f->window);
  g_assert_cmpuint (tile_server_count (f->server), ==, asked);
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  GtkLabel *label = atlas_test_find_label (dialog, title);

  g_assert_nonnull (label);
  gtk_editable_set_text (GTK_EDITABLE (
                           gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_ENTRY_ROW)),
                         text);
}

static void
press (GtkWidget *dialog, const char *words)
{
  GtkWidget *button = atlas_test_find_button (dialog, words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_words (gpointer dialog)
{
  return atlas_test_find_label (dialog,
                                "This is what the server sends for the middle of the map") != NULL;
}

/* What is typed is checked, a preview asks for one square, and what is added is shown. */
static void
test_server_dialog (Fixture *f, gconstpointer data)
{
  g_autofree char *address = tile_server_get_template (f->server, "k");
  GtkWidget *dialog = atlas_server_dialog_new (GTK_WINDOW (f->window), f->library, get_state (f));
  GtkWidget *add = atlas_test_find_button (dialog, "Add");
  static const char entry[] = "Address, such as https://example.org/{z}/{x}/{y}.png";

  gtk_window_present (GTK_WINDOW (dialog));
  atlas_test_next_frame (dialog);
  g_assert_false (gtk_widget_get_sensitive (add));
  type (dialog, entry, "http://example.org/{z}/{x}/{y}");
  g_assert_nonnull (
    atlas_test_find_label (dialog, "Only https:// is asked for tiles, so that nobody reads along"));
  type (dialog, entry, address);
  g_assert_nonnull (atlas_test_find_label (dialog, "The map needs a name"));
  type (dialog, "Name", MAP);
  g_assert_nonnull (atlas_test_find_label (dialog, "Another map has this name"));
  type (dialog, "Name", "Second");
  type (dialog, "Where that leads, an address of the web", "javascript:1");
  g_assert_false (gtk_widget_get_sensitive (add));
  type (dialog, "Where that leads, an address of the web", "");
  g_assert_true (gtk_widget_get_sensitive (add));
  g_assert_cmpuint (tile_server_count (f->server), ==, 0);

  press (dialog, "Preview");
  atlas_test_wait (has_words, dialog);
  g_assert_cmpuint (tile_server_count (f->server), ==, 1);
  press (dialog, "Add");
  atlas_test_settle (f->window);
  g_assert_cmpstr (atlas_view_state_get_base (get_state (f)), ==, "Second");
  g_assert_cmpfloat (get_distance (f), <, 4.0);
}

/* The list as it is managed: a map that is shown and removed makes room for the relief. */
static void
test_maps_window (Fixture *f, gconstpointer data)
{
  AtlasTileMapList *list = atlas_tile_library_get_list (f->library);
  GtkWidget *maps;

  choose (f, MAP);
  maps = atlas_maps_window_new (GTK_WINDOW (f->window), f->library, NULL);
  gtk_window_present (GTK_WINDOW (maps));
  atlas_test_next_frame (maps);
  g_assert_nonnull (atlas_test_find_label (maps, MAP));
  g_assert_cmpint (atlas_tile_cache_get_size (atlas_tile_library_get_cache (f->library)), >, 0);
  press (maps, "Empty");
  g_assert_cmpint (atlas_tile_cache_get_size (atlas_tile_library_get_cache (f->library)), ==, 0);

  atlas_tile_map_list_remove (list, 1);
  atlas_test_next_frame (maps);
  g_assert_null (atlas_test_find_label (maps, MAP));
  gtk_window_destroy (GTK_WINDOW (maps));
  atlas_test_settle (f->window);
  g_assert_cmpfloat (get_distance (f), >, 20.0);
  g_assert_true (has_notice (f));
}

/* A file that is no map says so; nothing else changes. */
static void
test_broken_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "broken.mbtiles", NULL);
  AtlasMbtilesOpener opener = {
    f->library,
    get_state (f),
    get_map_view (f),
    atlas_test_find (GTK_WIDGET (f->window), ADW_TYPE_TOAST_OVERLAY),
  };

  g_assert_true (g_file_set_contents (path, "no map", -1, NULL));
  g_assert_false (atlas_mbtiles_opener_open (&opener, path));
  g_assert_null (atlas_view_state_get_base (get_state (f)));
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (atlas_tile_library_get_list (f->library))),
                    ==,
                    2);
  g_remove (path);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  add ("/window/base/choice", test_choice);
  add ("/window/base/opacity", test_opacity);
  add ("/window/base/second-start", test_second_start);
  add ("/window/base/recovery", test_recovery);
  add ("/window/base/link", test_link);
  add ("/window/base/export", test_export);
  add ("/window/base/compare", test_compare);
  add ("/window/base/title-page", test_title_page);
  add ("/window/base/server-dialog", test_server_dialog);
  add ("/window/base/maps-window", test_maps_window);
  add ("/window/base/broken-file", test_broken_file);
  return g_test_run ();
}
