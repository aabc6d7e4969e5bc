/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-tile-cache.h"

#define LIMIT 100000

typedef struct
{
  char *folder;
  char *path;
  AtlasTileCache *cache;
} Fixture;

static void
open_cache (Fixture *f)
{
  g_clear_object (&f->cache);
  f->cache = atlas_tile_cache_new (f->path, LIMIT);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("atlas-cache-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "below", "tiles.sqlite", NULL);
  open_cache (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *below = g_path_get_dirname (f->path);

  g_assert_finalize_object (f->cache);
  g_remove (f->path);
  g_rmdir (below);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
store (Fixture *f, const char *map, AtlasTile tile, gsize size, gint64 now)
{
  g_autofree char *data = g_malloc (size);
  AtlasTileRecord record = {
    .etag = (char *) "\"tag\"", .modified = NULL, .expires = now + 60, .strict = tile.x % 2 == 1
  };

  memset (data, tile.x + tile.y, size);
  record.bytes = g_bytes_new (data, size);
  atlas_tile_cache_store (f->cache, map, tile, &record, now);
  g_bytes_unref (record.bytes);
}

static gboolean
has (Fixture *f, const char *map, AtlasTile tile, gint64 now)
{
  g_autoptr (AtlasTileRecord) record = atlas_tile_cache_lookup (f->cache, map, tile, now);

  return record != NULL;
}

static void
test_keep (Fixture *f, gconstpointer data)
{
  AtlasTile tile = { 5, 7, 9 };
  g_autoptr (AtlasTileRecord) record = NULL;

  g_assert_false (has (f, "a", tile, 0));
  store (f, "a", tile, 1000, 5);
  open_cache (f);
  record = atlas_tile_cache_lookup (f->cache, "a", tile, 6);
  g_assert_nonnull (record);
  g_assert_cmpuint (g_bytes_get_size (record->bytes), ==, 1000);
  g_assert_cmpint (((const char *) g_bytes_get_data (record->bytes, NULL))[999], ==, 16);
  g_assert_cmpstr (record->etag, ==, "\"tag\"");
  g_assert_null (record->modified);
  g_assert_cmpint (record->expires, ==, 65);
  g_assert_true (record->strict);
  g_assert_false (has (f, "b", tile, 0));
  g_assert_false (has (f, "a", (AtlasTile){ 5, 9, 7 }, 0));
}

static void
test_renew_and_remove (Fixture *f, gconstpointer data)
{
  AtlasTile tile = { 1, 1, 1 };
  g_autoptr (AtlasTileRecord) record = NULL;

  store (f, "a", tile, 10, 0);
  atlas_tile_cache_renew (f->cache, "a", tile, 777);
  record = atlas_tile_cache_lookup (f->cache, "a", tile, 0);
  g_assert_cmpint (record->expires, ==, 777);
  atlas_tile_cache_remove (f->cache, "a", tile);
  g_assert_false (has (f, "a", tile, 0));
}

/* The limit holds, and what was looked at last stays. */
static void
test_limit (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 50; i++)
    {
      store (f, "a", (AtlasTile){ 10, i, 0 }, 10000, i);
      g_assert_cmpint (atlas_tile_cache_get_size (f->cache), <=, LIMIT);
      if (i > 0)
        g_assert_true (has (f, "a", (AtlasTile){ 10, 0, 0 }, 1000 + i));
    }
  g_assert_true (has (f, "a", (AtlasTile){ 10, 49, 0 }, 0));
  g_assert_false (has (f, "a", (AtlasTile){ 10, 1, 0 }, 0));

  atlas_tile_cache_set_limit (f->cache, 20000);
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), <=, 20000);
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), >, 0);
  g_assert_cmpint (atlas_tile_cache_get_limit (f->cache), ==, 20000);

  /* One that is larger than everything together does not push everything out. */
  store (f, "a", (AtlasTile){ 11, 0, 0 }, 30000, 2000);
  g_assert_false (has (f, "a", (AtlasTile){ 11, 0, 0 }, 0));
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), >, 0);
}

/* Emptied, it also gives the room on disk back. */
static void
test_empty (Fixture *f, gconstpointer data)
{
  GStatBuf before, after;

  for (int i = 0; i < 9; i++)
    store (f, "a", (AtlasTile){ 10, i, 0 }, 10000, i);
  g_assert_cmpint (g_stat (f->path, &before), ==, 0);
  atlas_tile_cache_empty (f->cache);
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), ==, 0);
  g_assert_cmpint (g_stat (f->path, &after), ==, 0);
  g_assert_cmpint (after.st_size, <, before.st_size / 2);
  store (f, "a", (AtlasTile){ 1, 0, 0 }, 10, 0);
  g_assert_true (has (f, "a", (AtlasTile){ 1, 0, 0 }, 0));
}

/* A file that is no database, half of one, or of another program: begun anew. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  static const char *const contents[] = { "no database at all, but long enough to be read as one",
                                          "SQLite format 3",
                                          "" };
  AtlasTile tile = { 2, 1, 1 };
  g_autofree char *whole = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_clear_object (&f->cache);
      g_assert_true (g_file_set_contents (f->path, contents[i], -1, NULL));
      open_cache (f);
      store (f, "a", tile, 100, 0);
      open_cache (f);
      g_assert_true (has (f, "a", tile, 0));
    }

  for (int i = 0; i < 9; i++)
    store (f, "a", (AtlasTile){ 10, i, 0 }, 10000, i);
  g_clear_object (&f->cache);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *broken = g_memdup2 (whole, length);
      gsize at = (gsize) g_test_rand_int_range (16, (gint32) length - 4096);

      memset (broken + at, g_test_rand_int_range (0, 256), 4096);
      g_assert_true (g_file_set_contents (f->path, broken, (gssize) length, NULL));
      open_cache (f);
      for (int x = 0; x < 9; x++)
        has (f, "a", (AtlasTile){ 10, x, 0 }, 5);
      store (f, "a", (AtlasTile){ 3, 1, 1 }, 100, 0);
      store (f, "a", tile, 100, 0);
      g_clear_object (&f->cache);
    }
  open_cache (f);
}

/* Where nothing can be written it still keeps what it can. */
static void
test_memory (Fixture *f, gconstpointer data)
{
  AtlasTile tile = { 2, 1, 1 };

  g_object_unref (f->cache);
  f->cache = atlas_tile_cache_new (NULL, LIMIT);
  store (f, "a", tile, 100, 0);
  g_assert_true (has (f, "a", tile, 0));

  g_object_unref (f->cache);
  f->cache = atlas_tile_cache_new ("/dev/null/not/a/folder/tiles.sqlite", LIMIT);
  store (f, "a", tile, 100, 0);
  g_assert_true (has (f, "a", tile, 0));
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
  add ("/tiles/cache/keep", test_keep);
  add ("/tiles/cache/renew-and-remove", test_renew_and_remove);
  add ("/tiles/cache/limit", test_limit);
  add ("/tiles/cache/empty", test_empty);
  add ("/tiles/cache/damaged", test_damaged);
  add ("/tiles/cache/memory", test_memory);
  return g_test_run ();
}
