/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "atlas-attribution.h"
#include "atlas-mbtiles-source.h"
#include "tile-server.h"
#include "tile-test.h"

/* Files that this test makes itself, well and badly. */

#define TABLES                                                                                     \
  "CREATE TABLE metadata (name TEXT, value TEXT);"                                                 \
  "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data "      \
  "BLOB);"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("atlas-mbtiles-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "a map?#%41.mbtiles", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  /* Reading leaves nothing beside the file. */
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_cmpstr (name, ==, "a map?#%41.mbtiles");
  g_remove (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
run_sql (Fixture *f, const char *sql)
{
  sqlite3 *database;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &database), ==, SQLITE_OK);
  if (sqlite3_exec (database, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (database);
}

static void
add_tile (Fixture *f, AtlasTile tile, GBytes *image)
{
  sqlite3 *database;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (f->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database,
                                       "INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)",
                                       -1,
                                       &statement,
                                       NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_bind_int (statement, 1, tile.zoom);
  sqlite3_bind_int (statement, 2, tile.x);
  sqlite3_bind_int (statement, 3, (1 << tile.zoom) - 1 - tile.y);
  sqlite3_bind_blob64 (statement,
                       4,
                       g_bytes_get_data (image, NULL),
                       g_bytes_get_size (image),
                       SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

static void
add_good_tile (Fixture *f, AtlasTile tile)
{
  g_autoptr (GBytes) image = tile_server_make_image (tile);

  add_tile (f, tile, image);
}

static const AtlasTile deep = { 7, 93, 46 };
static const AtlasTile shallow = { 6, 46, 23 };

static void
make_good (Fixture *f)
{
  run_sql (f,
           TABLES "INSERT INTO metadata VALUES ('name', 'Survey of 1885'), ('minzoom', '6'),"
                  " ('maxzoom', '7'), ('bounds', '80.0, 42.5,82.5,45'), ('format', 'png'),"
                  " ('attribution', 'Drawn by <a href=\"https://maps.example.org/?a=1&amp;b=2\">"
                  "the &lt;Survey&gt;</a> &copy; 1885');");
  add_good_tile (f, deep);
  add_good_tile (f, shallow);
}

static void
test_metadata (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (AtlasTileMap) map = NULL;
  AtlasBox bounds;

  make_good (f);
  file = atlas_mbtiles_open (f->path, &error);
  g_assert_no_error (error);
  map = atlas_mbtiles_describe (file);
  g_assert_cmpstr (atlas_tile_map_get_name (map), ==, "Survey of 1885");
  g_assert_cmpstr (atlas_tile_map_get_address (map), ==, f->path);
  g_assert_cmpstr (atlas_tile_map_get_attribution (map), ==, "Drawn by the <Survey> © 1885");
  g_assert_cmpstr (atlas_tile_map_get_link (map), ==, "https://maps.example.org/?a=1&b=2");
  g_assert_cmpint (atlas_tile_map_get_min_zoom (map), ==, 6);
  g_assert_cmpint (atlas_tile_map_get_max_zoom (map), ==, 7);
  g_assert_true (atlas_mbtiles_get_bounds (file, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.west, 80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (bounds.north, 45.0, 1e-9);
}

/* What the metadata do not say is found out, and what they say wrongly is not believed. */
static void
test_poor_metadata (Fixture *f, gconstpointer data)
{
  static const char *const values[] = {
    "('bounds', '200,0,300,1'), ('minzoom', '-4'), ('maxzoom', '99'), ('name', '')",
    "('bounds', 'nan,1,2,3'), ('minzoom', 'six'), ('maxzoom', '')",
    "('bounds', '1,2,3'), (NULL, NULL), ('attribution', NULL), (x'ff', x'fe')",
    "('bounds', '1,2,3,4,5'), ('name', NULL), ('minzoom', NULL)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *sql = g_strdup_printf (TABLES "INSERT INTO metadata VALUES %s", values[i]);
      g_autoptr (AtlasMbtiles) file = NULL;
      g_autoptr (AtlasTileMap) map = NULL;
      AtlasBox bounds;

      g_remove (f->path);
      run_sql (f, sql);
      add_good_tile (f, deep);
      add_good_tile (f, shallow);
      file = atlas_mbtiles_open (f->path, NULL);
      g_assert_nonnull (file);
      map = atlas_mbtiles_describe (file);
      g_assert_cmpstr (atlas_tile_map_get_name (map), ==, "a map?#%41.mbtiles");
      g_assert_cmpint (atlas_tile_map_get_min_zoom (map), ==, 6);
      g_assert_cmpint (atlas_tile_map_get_max_zoom (map), ==, 7);
      g_assert_null (atlas_tile_map_get_attribution (map));
      g_assert_false (atlas_mbtiles_get_bounds (file, &bounds));
    }
}

static void
test_read (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (GBytes) expected = tile_server_make_image (deep);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  make_good (f);
  g_assert_true (g_file_get_contents (f->path, &before, &n_before, NULL));
  file = atlas_mbtiles_open (f->path, NULL);
  bytes = atlas_mbtiles_read (file, deep, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
  none = atlas_mbtiles_read (file, (AtlasTile){ 7, 0, 0 }, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_true (g_file_get_contents (f->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
assert_refused (Fixture *f, int code)
{
  g_autoptr (GError) error = NULL;
  AtlasMbtiles *file = atlas_mbtiles_open (f->path, &error);

  g_assert_null (file);
  g_assert_error (error, ATLAS_MBTILES_ERROR, code);
}

static void
test_no_file (Fixture *f, gconstpointer data)
{
  assert_refused (f, ATLAS_MBTILES_ERROR_FILE);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_refused (f, ATLAS_MBTILES_ERROR_FILE);
  g_rmdir (f->path);
  g_assert_true (g_file_set_contents (f->path, "no database", -1, NULL));
  assert_refused (f, ATLAS_MBTILES_ERROR_FORMAT);
  g_assert_true (g_file_set_contents (f->path, "", -1, NULL));
  assert_refused (f, ATLAS_MBTILES_ERROR_FORMAT);
}

static void
test_wrong_tables (Fixture *f, gconstpointer data)
{
  static const char *const schemas[] = {
    "CREATE TABLE other (a)",
    "CREATE TABLE tiles (a, b)",
    TABLES,
    /* Views that would never end, or do something else than read. */
    "CREATE TABLE metadata (name, value);"
    "CREATE VIEW tiles AS WITH RECURSIVE n (zoom_level, tile_column, tile_row, tile_data) AS"
    " (SELECT 0, 0, 0, x'00' UNION ALL SELECT zoom_level + 1, 0, 0, x'00' FROM n)"
    " SELECT * FROM n ORDER BY zoom_level DESC",
    "CREATE TABLE metadata (name, value);"
    "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 1 AS tile_column, 1 AS tile_row,"
    " zeroblob (2000000000) AS tile_data",
    "CREATE TABLE metadata (name, value);"
    "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 1 AS tile_column, 1 AS tile_row,"
    " load_extension ('x') AS tile_data",
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_remove (f->path);
      run_sql (f, schemas[i]);
      assert_refused (f, ATLAS_MBTILES_ERROR_FORMAT);
    }
}

/* A product of a table with itself, and again: it has an end, but nobody waits for it. */
static void
test_slow_view (Fixture *f, gconstpointer data)
{
  run_sql (f,
           "CREATE TABLE metadata (name, value);"
           "CREATE TABLE t (a);"
           "WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n LIMIT 3000)"
           " INSERT INTO t SELECT a FROM n;"
           "CREATE VIEW tiles AS SELECT p.a AS zoom_level, q.a AS tile_column, r.a AS tile_row,"
           " s.a AS tile_data FROM t p, t q, t r, t s WHERE p.a + q.a + r.a + s.a < 0");
  assert_refused (f, ATLAS_MBTILES_ERROR_FORMAT);
}

static void
test_vector (Fixture *f, gconstpointer data)
{
  run_sql (f, TABLES "INSERT INTO metadata VALUES ('format', 'pbf')");
  add_good_tile (f, deep);
  assert_refused (f, ATLAS_MBTILES_ERROR_VECTOR);
}

/* The layout of files in which equal tiles are kept once. */
static void
test_view (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  run_sql (f,
           "CREATE TABLE metadata (name, value);"
           "CREATE TABLE map (zoom_level, tile_column, tile_row, tile_id);"
           "CREATE TABLE images (tile_data, tile_id);"
           "INSERT INTO map VALUES (1, 1, 1, 'a'); INSERT INTO images VALUES (x'0102', 'a');"
           "CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS"
           " tile_column, map.tile_row AS tile_row, images.tile_data AS tile_data FROM map JOIN"
           " images ON images.tile_id = map.tile_id");
  file = atlas_mbtiles_open (f->path, NULL);
  g_assert_nonnull (file);
  bytes = atlas_mbtiles_read (file, (AtlasTile){ 1, 1, 0 }, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 2);
}

/* The source: what is there is shown, what is not there is shown by its parent. */
static void
test_source (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (AtlasTileMap) map = NULL;
  AtlasTile missing = { 7, 92, 46 };
  AtlasTile wanted[] = { deep, missing };
  AtlasTileSource *source;

  make_good (f);
  file = atlas_mbtiles_open (f->path, NULL);
  map = atlas_mbtiles_describe (file);
  source = atlas_mbtiles_source_new (map);
  atlas_tile_source_want (source, f, wanted, 2);
  tile_test_settle (source);
  g_assert_cmphex (atlas_tile_source_lookup (source, deep)->data[0],
                   ==,
                   tile_server_get_color (deep));
  g_assert_null (atlas_tile_source_lookup (source, missing));
  g_assert_cmphex (atlas_tile_source_lookup (source, shallow)->data[0],
                   ==,
                   tile_server_get_color (shallow));
  g_assert_cmpint (atlas_tile_source_get_trouble (source), ==, ATLAS_TILE_TROUBLE_NONE);
  tile_test_finalize (source);
}

/* Pictures that are none, and a file that is gone; it is looked for again when it is asked to be.
 */
static void
test_source_trouble (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (AtlasTileMap) map = NULL;
  AtlasTileSource *source;

  run_sql (f, TABLES);
  add_tile (f, deep, garbage);
  file = atlas_mbtiles_open (f->path, NULL);
  map = atlas_mbtiles_describe (file);
  source = atlas_mbtiles_source_new (map);
  atlas_tile_source_want (source, f, &deep, 1);
  tile_test_settle (source);
  g_assert_null (atlas_tile_source_lookup (source, deep));
  tile_test_finalize (source);

  g_remove (f->path);
  source = atlas_mbtiles_source_new (map);
  atlas_tile_source_want (source, f, &deep, 1);
  tile_test_settle (source);
  g_assert_cmpint (atlas_tile_source_get_trouble (source), ==, ATLAS_TILE_TROUBLE_FILE);
  make_good (f);
  atlas_tile_source_retry (source);
  tile_test_settle (source);
  g_assert_cmpint (atlas_tile_source_get_trouble (source), ==, ATLAS_TILE_TROUBLE_NONE);
  g_assert_nonnull (atlas_tile_source_lookup (source, deep));
  tile_test_finalize (source);
}

/* Whatever bytes are changed: an error, or something that is read. */
static void
test_random (Fixture *f, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;

  make_good (f);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *broken = g_memdup2 (whole, length);
      g_autoptr (AtlasMbtiles) file = NULL;
      g_autoptr (GBytes) bytes = NULL;

      for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
        broken[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (f->path,
                                          broken,
                                          g_test_rand_int_range (0, (gint32) length + 1),
                                          NULL));
      file = atlas_mbtiles_open (f->path, NULL);
      if (file != NULL)
        bytes = atlas_mbtiles_read (file, deep, NULL);
    }
}

static void
test_attribution (void)
{
  static const struct
  {
    const char *text, *words, *link;
  } cases[] = {
    { "© Somebody", "© Somebody", NULL },
    { "<a href='https://a.org/'>A</a> and <a href='https://b.org/'>B</a>",
      "A and B",
      "https://a.org/" },
    { "<a href=\"javascript:alert(1)\">A</a>", "A", NULL },
    { "<a href=\"file:///etc/passwd\">A</a>", "A", NULL },
    { "<a href=\"https://user:word@a.org/\">A</a>", "A", NULL },
    { "<a href=https://a.org/>A</a>", "A", NULL },
    { "<a href=\"https://a.org/>A</a>", "A", NULL },
    { "<script>x</script> <b>B", "x B", NULL },
    { "1 < 2", "1 < 2", NULL },
    { "&amp;copy; &copy;", "&copy; ©", NULL },
    { "  ", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = NULL;
      g_autofree char *words = atlas_attribution_read (cases[i].text, &link);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (link, ==, cases[i].link);
    }
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
  add ("/tiles/mbtiles/metadata", test_metadata);
  add ("/tiles/mbtiles/poor-metadata", test_poor_metadata);
  add ("/tiles/mbtiles/read", test_read);
  add ("/tiles/mbtiles/no-file", test_no_file);
  add ("/tiles/mbtiles/wrong-tables", test_wrong_tables);
  add ("/tiles/mbtiles/slow-view", test_slow_view);
  add ("/tiles/mbtiles/vector", test_vector);
  add ("/tiles/mbtiles/view", test_view);
  add ("/tiles/mbtiles/source", test_source);
  add ("/tiles/mbtiles/source-trouble", test_source_trouble);
  add ("/tiles/mbtiles/random", test_random);
  g_test_add_func ("/tiles/mbtiles/attribution", test_attribution);
  return g_test_run ();
}
