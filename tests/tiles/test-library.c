/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "atlas-tile-library.h"
#include "atlas-tile-trial.h"
#include "tile-server.h"

/* The list of maps that the user keeps, and what the windows share. */

typedef struct
{
  char *folder;
  char *list_path;
  char *cache_path;
  AtlasTileLibrary *library;
} Fixture;

static void
start (Fixture *f)
{
  f->library = atlas_tile_library_new (f->list_path, f->cache_path, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("atlas-library-XXXXXX", NULL);
  f->list_path = g_build_filename (f->folder, "maps.ini", NULL);
  f->cache_path = g_build_filename (f->folder, "tiles.sqlite", NULL);
  start (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->library);
  g_remove (f->list_path);
  g_remove (f->cache_path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->list_path);
  g_free (f->cache_path);
  g_free (f->folder);
}

static AtlasTileMap *
make_map (const char *name, const char *address)
{
  return atlas_tile_map_new (&(AtlasTileMapValues){ .kind = ATLAS_TILE_MAP_ONLINE,
                                                    .name = name,
                                                    .address = address,
                                                    .attribution = "Some \"body\" = ; #\n and so",
                                                    .link = "https://example.org/",
                                                    .min_zoom = 3,
                                                    .max_zoom = 12 });
}

static void
add_map (Fixture *f, const char *name)
{
  g_autoptr (AtlasTileMap) map = make_map (name, "https://example.org/{z}/{x}/{y}?key=k");
  g_autoptr (GError) error = NULL;

  atlas_tile_map_list_add (atlas_tile_library_get_list (f->library), map, &error);
  g_assert_no_error (error);
}

/* The names in their order, with commas. */
static char *
read_names (Fixture *f)
{
  GListModel *list = G_LIST_MODEL (atlas_tile_library_get_list (f->library));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AtlasTileMap) map = g_list_model_get_item (list, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", atlas_tile_map_get_name (map));
    }
  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture *f, const char *expected)
{
  g_autofree char *names = read_names (f);
  g_autofree char *kept = NULL;

  g_assert_cmpstr (names, ==, expected);
  g_assert_finalize_object (f->library);
  start (f);
  kept = read_names (f);
  g_assert_cmpstr (kept, ==, expected);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  AtlasTileMapList *list;

  assert_names (f, "OpenStreetMap");
  add_map (f, "A");
  add_map (f, "B, with a [bracket] = sign");
  add_map (f, "伊犁");
  assert_names (f, "OpenStreetMap,A,B, with a [bracket] = sign,伊犁");

  list = atlas_tile_library_get_list (f->library);
  atlas_tile_map_list_move (list, 3, -1);
  assert_names (f, "OpenStreetMap,A,伊犁,B, with a [bracket] = sign");
  list = atlas_tile_library_get_list (f->library);
  atlas_tile_map_list_move (list, 1, -1);
  atlas_tile_map_list_move (list, 3, 1);
  atlas_tile_map_list_move (list, 0, 1);
  assert_names (f, "OpenStreetMap,A,伊犁,B, with a [bracket] = sign");

  list = atlas_tile_library_get_list (f->library);
  g_assert_false (atlas_tile_map_list_is_own (list, 0));
  atlas_tile_map_list_remove (list, 1);
  assert_names (f, "OpenStreetMap,伊犁,B, with a [bracket] = sign");
}

static void
test_values (Fixture *f, gconstpointer data)
{
  AtlasTileMap *map;
  GStatBuf status;

  add_map (f, "A");
  g_assert_finalize_object (f->library);
  start (f);
  map = atlas_tile_map_list_lookup (atlas_tile_library_get_list (f->library), "A");
  g_assert_cmpstr (atlas_tile_map_get_address (map), ==, "https://example.org/{z}/{x}/{y}?key=k");
  g_assert_cmpstr (atlas_tile_map_get_attribution (map), ==, "Some \"body\" = ; #\n and so");
  g_assert_cmpstr (atlas_tile_map_get_link (map), ==, "https://example.org/");
  g_assert_cmpint (atlas_tile_map_get_min_zoom (map), ==, 3);
  g_assert_cmpint (atlas_tile_map_get_max_zoom (map), ==, 12);
  g_assert_null (strstr (atlas_tile_map_get_key (map), "key"));

  /* Nobody else reads the keys in it. */
  g_assert_cmpint (g_stat (f->list_path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_names (Fixture *f, gconstpointer data)
{
  AtlasTileMapList *list = atlas_tile_library_get_list (f->library);
  g_autoptr (AtlasTileMap) map = make_map ("OpenStreetMap", "https://example.org/{z}/{x}/{y}");
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_tile_map_list_add (list, map, &error));
  g_assert_error (error, ATLAS_TILE_MAP_LIST_ERROR, ATLAS_TILE_MAP_LIST_ERROR_NAME);
  g_assert_cmpstr (atlas_tile_map_get_name (atlas_tile_map_list_add_renamed (list, map)),
                   ==,
                   "OpenStreetMap 2");
  g_assert_cmpstr (atlas_tile_map_get_name (atlas_tile_map_list_add_renamed (list, map)),
                   ==,
                   "OpenStreetMap 3");
}

/* What somebody has written into the file that is no map is left out. */
static void
test_foreign (Fixture *f, gconstpointer data)
{
  static const char text[] =
    "[General]\nopenstreetmap-allowed=perhaps\n"
    "[Map 1]\nkind=server\nname=No TLS\naddress=http://example.org/{z}/{x}/{y}\nmax-zoom=5\n"
    "[Map 2]\nkind=server\nname=Good\naddress=https://example.org/{z}/{x}/{y}\nmax-zoom=5\n"
    "link=javascript:1\n"
    "[Map 3]\nkind=server\nname=Good\naddress=https://example.org/2/{z}/{x}/{y}\nmax-zoom=5\n"
    "[Map 4]\nkind=server\nname=Levels\naddress=https://example.org/{z}/{x}/{y}\nmin-zoom=9\n"
    "[Map 5]\nkind=other\nname=Kind\naddress=https://example.org/{z}/{x}/{y}\n"
    "[Map 6]\nkind=server\naddress=https://example.org/{z}/{x}/{y}\n"
    "[Map 7]\nkind=mbtiles\nname=File\naddress=/nowhere.mbtiles\nmax-zoom=5\n";
  AtlasTileMapList *list;

  g_assert_true (g_file_set_contents (f->list_path, text, -1, NULL));
  g_assert_finalize_object (f->library);
  start (f);
  assert_names (f, "OpenStreetMap,Good,File");
  list = atlas_tile_library_get_list (f->library);
  g_assert_null (atlas_tile_map_get_link (atlas_tile_map_list_lookup (list, "Good")));
}

/* A name alone, such as one in a link, makes nobody ask OpenStreetMap; once it was chosen by hand
 * it does. */
static void
test_allowed (Fixture *f, gconstpointer data)
{
  AtlasTileMapList *list = atlas_tile_library_get_list (f->library);
  AtlasTileSource *source;

  g_assert_null (atlas_tile_library_get_source (f->library, ATLAS_TILE_MAP_OPENSTREETMAP));
  g_assert_null (atlas_tile_library_get_source (f->library, "Nobody"));
  g_assert_null (atlas_tile_library_get_source (f->library, NULL));
  g_assert_false (g_file_test (f->cache_path, G_FILE_TEST_EXISTS));

  atlas_tile_map_list_allow (list, atlas_tile_map_list_lookup (list, ATLAS_TILE_MAP_OPENSTREETMAP));
  g_assert_finalize_object (f->library);
  start (f);
  source = atlas_tile_library_get_source (f->library, ATLAS_TILE_MAP_OPENSTREETMAP);
  g_assert_nonnull (source);
  g_assert_finalize_object (source);
}

/* Two windows that look at one map have one source, and it ends with them. */
static void
test_shared (Fixture *f, gconstpointer data)
{
  AtlasTileSource *first, *second;

  add_map (f, "A");
  first = atlas_tile_library_get_source (f->library, "A");
  second = atlas_tile_library_get_source (f->library, "A");
  g_assert_true (first == second);
  g_object_unref (second);
  g_assert_finalize_object (first);
  first = atlas_tile_library_get_source (f->library, "A");
  g_assert_nonnull (first);
  g_assert_finalize_object (first);
}

typedef struct
{
  AtlasTilePixels *pixels;
  GError *error;
  gboolean done;
} Trial;

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Trial *trial = user_data;

  trial->pixels = atlas_tile_trial_run_finish (result, &trial->error);
  trial->done = TRUE;
}

/* A server that is only tried leaves nothing behind, and says in words what is the matter. */
static void
test_trial (Fixture *f, gconstpointer data)
{
  static const struct
  {
    TileServerMode mode;
    int code; /* -1 for none */
  } cases[] = {
    { TILE_SERVER_GOOD, -1 },
    { TILE_SERVER_NOT_FOUND, ATLAS_TILE_TRIAL_ERROR_ABSENT },
    { TILE_SERVER_WAIT, ATLAS_TILE_TRIAL_ERROR_WAIT },
    { TILE_SERVER_UNAUTHORIZED, ATLAS_TILE_TRIAL_ERROR_REFUSED },
    { TILE_SERVER_HTML, ATLAS_TILE_TRIAL_ERROR_BROKEN },
    { TILE_SERVER_HUGE, ATLAS_TILE_TRIAL_ERROR_BROKEN },
  };
  g_autoptr (TileServer) server = tile_server_new ();
  g_autofree char *address = tile_server_get_template (server, "sEcReT");
  AtlasTile tile = { 5, 20, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Trial trial = { NULL };

      tile_server_set_mode (server, cases[i].mode);
      atlas_tile_trial_run_async (atlas_tile_library_get_session (f->library),
                                  atlas_tile_library_get_clock (f->library),
                                  address,
                                  tile,
                                  NULL,
                                  tried_cb,
                                  &trial);
      while (!trial.done)
        g_main_context_iteration (NULL, TRUE);
      if (cases[i].code < 0)
        {
          g_assert_no_error (trial.error);
          g_assert_cmphex (trial.pixels->data[0], ==, tile_server_get_color (tile));
        }
      else
        {
          g_assert_error (trial.error, ATLAS_TILE_TRIAL_ERROR, cases[i].code);
          g_assert_null (strstr (trial.error->message, "sEcReT"));
        }
      g_clear_pointer (&trial.pixels, atlas_tile_pixels_unref);
      g_clear_error (&trial.error);
    }
  g_assert_false (g_file_test (f->cache_path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (f->list_path, G_FILE_TEST_EXISTS));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/tiles/library/order", test_order);
  add ("/tiles/library/values", test_values);
  add ("/tiles/library/names", test_names);
  add ("/tiles/library/foreign", test_foreign);
  add ("/tiles/library/allowed", test_allowed);
  add ("/tiles/library/shared", test_shared);
  add ("/tiles/library/trial", test_trial);
  return g_test_run ();
}
