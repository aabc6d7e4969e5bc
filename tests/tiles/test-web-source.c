/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-tile-request.h"
#include "atlas-web-source.h"
#include "tile-server.h"
#include "tile-test.h"

/* The source against a real server, over real connections; only the clock stands still. */

#define START (G_GINT64_CONSTANT (1767225600) * 1000) /* 2026-01-01 */
#define SECOND 1000
#define HOUR (3600 * SECOND)
#define DAY (24 * (gint64) HOUR)
#define FOUR 4

typedef struct
{
  TileServer *server;
  SoupSession *session;
  AtlasTileClock *clock;
  AtlasTileCache *cache;
  AtlasTileSource *source;
  char *folder;
  char *cache_path;
} Fixture;

/* Another start of the program, with what the last one left on disk. */
static void
start (Fixture *f, const char *key)
{
  g_autofree char *address = tile_server_get_template (f->server, key);
  g_autoptr (AtlasTileMap) map = atlas_tile_map_new (&(AtlasTileMapValues){
    .kind = ATLAS_TILE_MAP_ONLINE, .name = "Test", .address = address, .max_zoom = 19 });

  f->session = atlas_web_session_new ();
  f->cache = atlas_tile_cache_new (f->cache_path, ATLAS_TILE_CACHE_DEFAULT_LIMIT);
  f->source =
    atlas_web_source_new (map, f->session, f->cache, f->clock, g_rand_new_with_seed (1881));
}

static void
end (Fixture *f)
{
  atlas_tile_source_want (f->source, f, NULL, 0);
  tile_test_finalize (f->source);
  tile_test_finalize (f->session);
  tile_test_finalize (f->cache);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("atlas-tiles-XXXXXX", NULL);
  f->cache_path = g_build_filename (f->folder, "tiles.sqlite", NULL);
  f->server = tile_server_new ();
  f->clock = atlas_tile_clock_new_standing (START);
  start (f, "map");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  end (f);
  tile_server_free (f->server);
  tile_test_finalize (f->clock);
  g_remove (f->cache_path);
  g_rmdir (f->folder);
  g_free (f->cache_path);
  g_free (f->folder);
}

static void
settle (Fixture *f)
{
  tile_test_settle (f->source);
}

static void
wait_for_requests (Fixture *f, guint n)
{
  while (tile_server_count (f->server) < n)
    g_main_context_iteration (NULL, TRUE);
}

static const AtlasTile tiles[FOUR] = { { 7, 92, 46 }, { 7, 93, 46 }, { 7, 92, 47 }, { 7, 93, 47 } };

static void
want (Fixture *f)
{
  atlas_tile_source_want (f->source, f, tiles, FOUR);
}

static gboolean
shows (Fixture *f, AtlasTile tile)
{
  AtlasTilePixels *pixels = atlas_tile_source_lookup (f->source, tile);

  return pixels != NULL && pixels->data[0] == tile_server_get_color (tile);
}

static void
assert_shows_all (Fixture *f)
{
  for (guint i = 0; i < FOUR; i++)
    g_assert_true (shows (f, tiles[i]));
}

static void
test_good (Fixture *f, gconstpointer data)
{
  want (f);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);

  /* What is on the screen is not asked for again. */
  atlas_tile_source_want (f->source, f, tiles, 2);
  want (f);
  settle (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
}

static void
test_headers (Fixture *f, gconstpointer data)
{
  const char *agent, *accept;

  want (f);
  settle (f);
  agent = tile_server_get_header (f->server, 0, "User-Agent");
  accept = tile_server_get_header (f->server, 0, "Accept");
  g_assert_true (g_str_has_prefix (agent, "IliAtlas/" ATLAS_VERSION " "));
  g_assert_nonnull (strstr (agent, ATLAS_CONTACT));
  g_assert_nonnull (strstr (accept, "image/png"));
  g_assert_null (tile_server_get_header (f->server, 0, "Cookie"));
  g_assert_null (tile_server_get_header (f->server, 0, "Referer"));
}

/* Two at a time, those in front first, and those that nobody wants any more not at all. */
static void
test_connections (Fixture *f, gconstpointer data)
{
  AtlasViewport viewport = {
    .lon = 81.3, .lat = 43.9, .zoom = 7, .width = 1024, .height = 768, .scale = 1
  };
  AtlasTileGrid grid = atlas_tile_grid_new (&viewport, 0, 0, 19);
  g_autoptr (GArray) list = atlas_tile_grid_list (&grid);
  AtlasTile other = { 3, 1, 1 };

  g_assert_cmpuint (list->len, >=, 12);
  tile_server_hold (f->server, TRUE);
  atlas_tile_source_want (f->source, f, (const AtlasTile *) list->data, list->len);
  wait_for_requests (f, 2);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (tile_server_count (f->server), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      AtlasTile first = tile_server_get_tile (f->server, i);

      g_assert_true (atlas_tile_equal (&first, &g_array_index (list, AtlasTile, 0)) ||
                     atlas_tile_equal (&first, &g_array_index (list, AtlasTile, 1)));
    }

  /* The view has moved on: the two are given up and the new one is asked for. */
  atlas_tile_source_want (f->source, f, &other, 1);
  wait_for_requests (f, 3);
  tile_server_hold (f->server, FALSE);
  settle (f);
  g_assert_true (shows (f, other));
  g_assert_cmpuint (tile_server_count (f->server), ==, 3);

  tile_server_forget (f->server);
  atlas_tile_source_want (f->source, f, (const AtlasTile *) list->data, list->len);
  settle (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, list->len);
  g_assert_cmpuint (tile_server_count_at_once (f->server), <=, 2);
  g_assert_cmpuint (tile_server_count_connections (f->server), <=, 2);
}

/* Fresh: not a single request. Stale: shown, and asked whether it holds. */
static void
check_second_start (Fixture *f, const char *header, const char *value)
{
  tile_server_set_header (f->server, "Cache-Control", "max-age=3600");
  tile_server_set_header (f->server, header, value);
  want (f);
  settle (f);
  end (f);

  tile_server_forget (f->server);
  start (f, "map");
  want (f);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, 0);
  end (f);

  atlas_tile_clock_advance (f->clock, 2 * HOUR);
  start (f, "map");
  want (f);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
  g_assert_cmpuint (tile_server_count_unchanged (f->server), ==, FOUR);
  end (f);

  /* That has made it fresh again. */
  tile_server_forget (f->server);
  atlas_tile_clock_advance (f->clock, HOUR / 2);
  start (f, "map");
  want (f);
  settle (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, 0);
}

static void
test_etag (Fixture *f, gconstpointer data)
{
  check_second_start (f, "ETag", "\"1881\"");
}

static void
test_last_modified (Fixture *f, gconstpointer data)
{
  check_second_start (f, "Last-Modified", "Mon, 03 Nov 2025 10:00:00 GMT");
}

/* A tile that has changed takes the place of the one that was kept. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  tile_server_set_header (f->server, "Cache-Control", "max-age=60");
  tile_server_set_header (f->server, "ETag", "\"old\"");
  want (f);
  settle (f);
  end (f);

  atlas_tile_clock_advance (f->clock, HOUR);
  tile_server_set_header (f->server, "ETag", "\"new\"");
  tile_server_forget (f->server);
  start (f, "map");
  want (f);
  settle (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
  g_assert_cmpuint (tile_server_count_unchanged (f->server), ==, 0);
  g_assert_cmpstr (tile_server_get_header (f->server, 0, "If-None-Match"), ==, "\"old\"");
  assert_shows_all (f);
}

static void
test_no_store (Fixture *f, gconstpointer data)
{
  tile_server_set_header (f->server, "Cache-Control", "no-store");
  want (f);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), ==, 0);
}

/* The server is gone: the map is still there, stale or not, unless the server forbade it. */
static void
check_offline (Fixture *f, const char *control, gboolean shown)
{
  tile_server_set_header (f->server, "Cache-Control", control);
  want (f);
  settle (f);
  end (f);

  tile_server_stop (f->server);
  atlas_tile_clock_advance (f->clock, 30 * DAY);
  start (f, "map");
  want (f);
  settle (f);
  for (guint i = 0; i < FOUR; i++)
    g_assert_cmpint (shows (f, tiles[i]), ==, shown);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_UNREACHABLE);
}

static void
test_offline (Fixture *f, gconstpointer data)
{
  check_offline (f, "max-age=60", TRUE);

  /* The server is back, and the network says so: no waiting, no message. */
  tile_server_start (f->server);
  tile_server_forget (f->server);
  atlas_tile_source_retry (f->source);
  settle (f);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
}

static void
test_must_revalidate (Fixture *f, gconstpointer data)
{
  check_offline (f, "max-age=60, must-revalidate", FALSE);
  tile_server_start (f->server);
  atlas_tile_source_retry (f->source);
  settle (f);
  assert_shows_all (f);
}

/* Without being told, too, the server is asked again: after a growing while, and by few requests.
 */
static void
test_back_off (Fixture *f, gconstpointer data)
{
  gint64 waited = 0;

  tile_server_stop (f->server);
  want (f);
  settle (f);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_UNREACHABLE);
  for (guint i = 0; i < 6; i++)
    {
      atlas_tile_clock_advance (f->clock, 30 * SECOND);
      waited += 30 * SECOND;
      settle (f);
    }
  tile_server_start (f->server);
  for (guint i = 0; i < 20 && !shows (f, tiles[0]); i++)
    {
      atlas_tile_clock_advance (f->clock, 30 * SECOND);
      waited += 30 * SECOND;
      settle (f);
    }
  assert_shows_all (f);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);
  g_assert_cmpint (waited, <=, 15 * 60 * SECOND);
}

/* One tile of four goes wrong in some way: it is not kept, the three others stand, nobody is
 * alarmed, and it comes when it is well. */
typedef struct
{
  const char *name;
  TileServerMode mode;
} Wrong;

static const Wrong wrongs[] = {
  { "error", TILE_SERVER_ERROR },      { "cut", TILE_SERVER_CUT },
  { "loop", TILE_SERVER_LOOP },        { "leave", TILE_SERVER_LEAVE },
  { "html", TILE_SERVER_HTML },        { "garbage", TILE_SERVER_GARBAGE },
  { "long", TILE_SERVER_LONG },        { "huge", TILE_SERVER_HUGE },
  { "type", TILE_SERVER_WRONG_TYPE },  { "hang", TILE_SERVER_HANG },
  { "key", TILE_SERVER_UNAUTHORIZED },
};

static void
test_one_wrong (Fixture *f, gconstpointer data)
{
  const Wrong *wrong = data;

  tile_server_set_tile_mode (f->server, tiles[1], wrong->mode);
  want (f);
  if (wrong->mode == TILE_SERVER_HANG)
    {
      wait_for_requests (f, FOUR);
      while (!shows (f, tiles[3]))
        g_main_context_iteration (NULL, TRUE);
      atlas_tile_clock_advance (f->clock, ATLAS_TILE_REQUEST_DEADLINE);
    }
  settle (f);
  for (guint i = 0; i < FOUR; i++)
    g_assert_cmpint (shows (f, tiles[i]), ==, i != 1);
  g_assert_null (atlas_tile_source_lookup (f->source, tiles[1]));
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);
  end (f);

  /* Nothing of it was kept. */
  tile_server_stop (f->server);
  start (f, "map");
  want (f);
  settle (f);
  for (guint i = 0; i < FOUR; i++)
    g_assert_cmpint (shows (f, tiles[i]), ==, i != 1);
  tile_server_start (f->server);

  /* It is asked for again, not at once and not in vain. */
  tile_server_set_mode (f->server, TILE_SERVER_GOOD);
  atlas_tile_clock_advance (f->clock, 5 * SECOND);
  settle (f);
  assert_shows_all (f);
}

/* All of them go wrong: the map says so, and does not knock without end. */
static void
test_all_wrong (Fixture *f, gconstpointer data)
{
  const Wrong *wrong = data;
  guint asked;

  tile_server_set_mode (f->server, wrong->mode);
  want (f);
  settle (f);
  for (guint i = 0; i < 20; i++)
    {
      atlas_tile_clock_advance (f->clock, 30 * SECOND);
      settle (f);
    }
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source),
                   ==,
                   wrong->mode == TILE_SERVER_UNAUTHORIZED ? ATLAS_TILE_TROUBLE_REFUSED
                                                           : ATLAS_TILE_TROUBLE_BROKEN);
  asked = tile_server_count (f->server);
  g_assert_cmpuint (asked, >=, FOUR);
  g_assert_cmpuint (asked, <=, wrong->mode == TILE_SERVER_LOOP ? 6 * 12 * FOUR : 12 * FOUR);
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), ==, 0);

  tile_server_set_mode (f->server, TILE_SERVER_GOOD);
  atlas_tile_source_retry (f->source);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);
}

/* Nobody ever answers: each request is given up in its time, and a few are enough to know. */
static void
test_all_hang (Fixture *f, gconstpointer data)
{
  tile_server_set_mode (f->server, TILE_SERVER_HANG);
  want (f);
  for (guint i = 0; i < 20; i++)
    {
      guint asked = tile_server_count (f->server);

      while (tile_server_count (f->server) == asked && !atlas_tile_source_is_settled (f->source))
        g_main_context_iteration (NULL, TRUE);
      atlas_tile_clock_advance (f->clock, ATLAS_TILE_REQUEST_DEADLINE);
    }
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_UNREACHABLE);
  g_assert_cmpuint (tile_server_count (f->server), <=, 20);

  tile_server_set_mode (f->server, TILE_SERVER_GOOD);
  atlas_tile_clock_advance (f->clock, ATLAS_TILE_REQUEST_DEADLINE);
  atlas_tile_source_retry (f->source);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);
}

/* A tile that does not exist is not asked for again; its parent takes its place. */
static void
test_absent (Fixture *f, gconstpointer data)
{
  TileServerMode mode = (TileServerMode) GPOINTER_TO_INT (data);
  AtlasTile parent = atlas_tile_parent (tiles[0]);

  tile_server_set_tile_mode (f->server, tiles[0], mode);
  tile_server_set_tile_mode (f->server, tiles[1], mode);
  want (f);
  settle (f);
  g_assert_false (shows (f, tiles[0]));
  g_assert_true (shows (f, parent));
  g_assert_true (shows (f, tiles[2]));
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);

  atlas_tile_source_want (f->source, f, tiles, 1);
  want (f);
  settle (f);
  g_assert_cmpuint (tile_server_count_tile (f->server, tiles[0]), ==, 1);
  g_assert_cmpuint (tile_server_count_tile (f->server, parent), ==, 1);
}

/* "Too many requests": not one more before the time that the server named. */
static void
test_wait (Fixture *f, gconstpointer data)
{
  guint asked;

  tile_server_set_mode (f->server, TILE_SERVER_WAIT);
  want (f);
  settle (f);
  asked = tile_server_count (f->server);
  g_assert_cmpuint (asked, <=, 2);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_BUSY);

  tile_server_set_mode (f->server, TILE_SERVER_GOOD);
  atlas_tile_clock_advance (f->clock, 29 * SECOND);
  settle (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, asked);

  atlas_tile_clock_advance (f->clock, 1 * SECOND);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpint (atlas_tile_source_get_trouble (f->source), ==, ATLAS_TILE_TROUBLE_NONE);
}

static void
test_slow (Fixture *f, gconstpointer data)
{
  tile_server_hold (f->server, TRUE);
  want (f);
  wait_for_requests (f, 2);
  atlas_tile_clock_advance (f->clock, ATLAS_TILE_REQUEST_DEADLINE / 2);
  tile_server_hold (f->server, FALSE);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
}

static void
test_moved (Fixture *f, gconstpointer data)
{
  tile_server_set_mode (f->server, TILE_SERVER_MOVED);
  want (f);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, 2 * FOUR);
}

/* A redirection without end ends after as many steps as are allowed. */
static void
test_loop (Fixture *f, gconstpointer data)
{
  tile_server_set_mode (f->server, TILE_SERVER_LOOP);
  atlas_tile_source_want (f->source, f, tiles, 1);
  settle (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, ATLAS_TILE_REQUEST_MOST_HOPS + 1);
}

/* (nullable) where the log goes; a writer can be set only once in a program. */
static GString *collected;

static GLogWriterOutput
collect_log (GLogLevelFlags level, const GLogField *fields, gsize n, gpointer user_data)
{
  if (collected == NULL)
    return g_log_writer_default (level, fields, n, user_data);
  for (gsize i = 0; i < n; i++)
    if (fields[i].length < 0)
      g_string_append_printf (collected, "%s\n", (const char *) fields[i].value);
  return G_LOG_WRITER_HANDLED;
}

/* A key in the address goes to the server and nowhere else: neither into the log nor into the
 * cache. */
static void
test_credentials (Fixture *f, gconstpointer data)
{
  static const char key[] = "sEcReT";
  g_autofree char *log = NULL;
  g_autofree char *kept = NULL;
  gsize length;

  end (f);
  collected = g_string_new (NULL);
  start (f, key);
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    if (wrongs[i].mode != TILE_SERVER_HANG)
      {
        tile_server_set_mode (f->server, wrongs[i].mode);
        atlas_tile_source_retry (f->source);
        want (f);
        settle (f);
      }
  tile_server_set_mode (f->server, TILE_SERVER_GOOD);
  atlas_tile_source_retry (f->source);
  settle (f);
  assert_shows_all (f);
  log = g_string_free (g_steal_pointer (&collected), FALSE);
  g_assert_nonnull (strstr (log, "atlas-tiles"));
  g_assert_null (strstr (log, key));

  g_assert_true (g_file_get_contents (f->cache_path, &kept, &length, NULL));
  g_assert_cmpint (atlas_tile_cache_get_size (f->cache), >, 0);
  g_assert_true (
    tile_test_contains (kept,
                        length,
                        atlas_tile_map_get_key (atlas_tile_source_get_map (f->source))));
  g_assert_false (tile_test_contains (kept, length, key));
}

/* Two that look at the same map, each at another place. */
static void
test_two_clients (Fixture *f, gconstpointer data)
{
  int other;

  atlas_tile_source_want (f->source, f, tiles, 2);
  atlas_tile_source_want (f->source, &other, tiles + 1, 3);
  settle (f);
  assert_shows_all (f);
  g_assert_cmpuint (tile_server_count (f->server), ==, FOUR);
  atlas_tile_source_want (f->source, &other, NULL, 0);
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (collect_log, NULL, NULL);
  add ("/tiles/web/good", NULL, test_good);
  add ("/tiles/web/headers", NULL, test_headers);
  add ("/tiles/web/connections", NULL, test_connections);
  add ("/tiles/web/etag", NULL, test_etag);
  add ("/tiles/web/last-modified", NULL, test_last_modified);
  add ("/tiles/web/changed", NULL, test_changed);
  add ("/tiles/web/no-store", NULL, test_no_store);
  add ("/tiles/web/offline", NULL, test_offline);
  add ("/tiles/web/must-revalidate", NULL, test_must_revalidate);
  add ("/tiles/web/back-off", NULL, test_back_off);
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *one = g_strconcat ("/tiles/web/one/", wrongs[i].name, NULL);
      g_autofree char *all = g_strconcat ("/tiles/web/all/", wrongs[i].name, NULL);

      add (one, &wrongs[i], test_one_wrong);
      add (all, &wrongs[i], wrongs[i].mode == TILE_SERVER_HANG ? test_all_hang : test_all_wrong);
    }
  add ("/tiles/web/not-found", GINT_TO_POINTER (TILE_SERVER_NOT_FOUND), test_absent);
  add ("/tiles/web/gone", GINT_TO_POINTER (TILE_SERVER_GONE), test_absent);
  add ("/tiles/web/wait", NULL, test_wait);
  add ("/tiles/web/slow", NULL, test_slow);
  add ("/tiles/web/moved", NULL, test_moved);
  add ("/tiles/web/loop", NULL, test_loop);
  add ("/tiles/web/two-clients", NULL, test_two_clients);
  add ("/tiles/web/credentials", NULL, test_credentials);
  return g_test_run ();
}
