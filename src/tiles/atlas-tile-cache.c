/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "atlas-tile-cache.h"

/* Another process that has the file is waited for so long. */
#define BUSY_MS 500
/* When there is too much, so much is taken away that the next tiles find room. */
#define KEPT_SHARE 0.9
/* The layout of the file; one of another number is begun anew. */
#define LAYOUT 1

#define TO_TEXT(x) #x
#define AS_TEXT(x) TO_TEXT (x)

static const char layout[] =
  "PRAGMA auto_vacuum = FULL;"
  "PRAGMA user_version = " AS_TEXT (
    LAYOUT) ";"
            "CREATE TABLE IF NOT EXISTS tile ("
            "  map TEXT NOT NULL, zoom INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,"
            "  used INTEGER NOT NULL, expires INTEGER NOT NULL, strict INTEGER NOT NULL,"
            "  etag TEXT, modified TEXT, size INTEGER NOT NULL, image BLOB NOT NULL,"
            "  PRIMARY KEY (map, zoom, x, y));"
            "CREATE INDEX IF NOT EXISTS tile_by_use ON tile (used, size);";

typedef enum
{
  STATEMENT_LOOKUP,
  STATEMENT_TOUCH,
  STATEMENT_STORE,
  STATEMENT_RENEW,
  STATEMENT_REMOVE,
  N_STATEMENTS,
} Statement;

/* The first four parameters are always the map and the tile. */
static const char *const texts[N_STATEMENTS] = {
  [STATEMENT_LOOKUP] = "SELECT image, etag, modified, expires, strict FROM tile"
                       " WHERE map = ?1 AND zoom = ?2 AND x = ?3 AND y = ?4",
  [STATEMENT_TOUCH] = "UPDATE tile SET used = ?5"
                      " WHERE map = ?1 AND zoom = ?2 AND x = ?3 AND y = ?4",
  [STATEMENT_STORE] =
    "INSERT OR REPLACE INTO tile (map, zoom, x, y, used, expires, strict, etag,"
    " modified, size, image) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
  [STATEMENT_RENEW] = "UPDATE tile SET expires = ?5"
                      " WHERE map = ?1 AND zoom = ?2 AND x = ?3 AND y = ?4",
  [STATEMENT_REMOVE] = "DELETE FROM tile WHERE map = ?1 AND zoom = ?2 AND x = ?3 AND y = ?4",
};

struct _AtlasTileCache
{
  GObject parent_instance;

  GMutex mutex;
  char *path;
  sqlite3 *database; /* (nullable) where not even memory could be had */
  sqlite3_stmt *statements[N_STATEMENTS];
  gint64 limit;
  gint64 size; /* of all images; -1 while it is not known */
};

G_DEFINE_FINAL_TYPE (AtlasTileCache, atlas_tile_cache, G_TYPE_OBJECT)

void
atlas_tile_record_free (AtlasTileRecord *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self);
}

static void
close_database (AtlasTileCache *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    g_clear_pointer (&self->statements[i], sqlite3_finalize);
  g_clear_pointer (&self->database, sqlite3_close);
}

/* A number that the database answers to @sql, or @otherwise. */
static gint64
query_number (AtlasTileCache *self, const char *sql, gint64 otherwise)
{
  sqlite3_stmt *statement = NULL;
  gint64 value = otherwise;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static gboolean
open_database (AtlasTileCache *self, const char *name)
{
  gint64 version;

  if (sqlite3_open_v2 (name,
                       &self->database,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                       NULL) != SQLITE_OK)
    return FALSE;
  sqlite3_busy_timeout (self->database, BUSY_MS);
  version = query_number (self, "PRAGMA user_version", -1);
  if (version != 0 && version != LAYOUT)
    return FALSE;
  /* A tile that a power cut takes away is fetched again. */
  if (sqlite3_exec (self->database, "PRAGMA synchronous = OFF", NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_exec (self->database, layout, NULL, NULL, NULL) != SQLITE_OK)
    return FALSE;
  for (guint i = 0; i < N_STATEMENTS; i++)
    if (sqlite3_prepare_v3 (self->database,
                            texts[i],
                            -1,
                            SQLITE_PREPARE_PERSISTENT,
                            &self->statements[i],
                            NULL) != SQLITE_OK)
      return FALSE;
  return TRUE;
}

/* What is not read as a cache is not one: it is begun anew, and in memory where even that fails. */
static void
open_anyhow (AtlasTileCache *self)
{
  self->size = -1;
  if (self->path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      g_mkdir_with_parents (folder, 0700);
      if (open_database (self, self->path))
        return;
      close_database (self);
      g_remove (self->path);
      if (open_database (self, self->path))
        return;
      close_database (self);
      g_message ("Tiles are not kept: the cache cannot be written");
    }
  if (!open_database (self, ":memory:"))
    close_database (self);
}

/* Ready for its next use, whatever came of the last. */
static sqlite3_stmt *
begin (AtlasTileCache *self, Statement which, const char *map, AtlasTile tile)
{
  sqlite3_stmt *statement = self->statements[which];

  if (self->database == NULL)
    return NULL;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  sqlite3_bind_text (statement, 1, map, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 2, tile.zoom);
  sqlite3_bind_int (statement, 3, tile.x);
  sqlite3_bind_int (statement, 4, tile.y);
  return statement;
}

/* TRUE where there is a row. A file that turns out to be damaged is begun anew. */
static gboolean
step (AtlasTileCache *self, sqlite3_stmt *statement)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_CORRUPT || result == SQLITE_NOTADB)
    {
      close_database (self);
      if (self->path != NULL)
        g_remove (self->path);
      open_anyhow (self);
    }
  else if (result != SQLITE_ROW)
    sqlite3_reset (statement);
  return result == SQLITE_ROW;
}

static gint64
measure (AtlasTileCache *self)
{
  if (self->size < 0 && self->database != NULL)
    self->size = query_number (self, "SELECT total (size) FROM tile", 0);
  return MAX (0, self->size);
}

/* Takes away what was not looked at for longest. */
static void
shrink (AtlasTileCache *self, gint64 goal)
{
  static const char sql[] =
    "DELETE FROM tile WHERE rowid IN (SELECT rowid FROM (SELECT rowid,"
    " sum (size) OVER (ORDER BY used DESC, rowid DESC) AS total FROM tile) WHERE total > ?1)";
  sqlite3_stmt *statement = NULL;

  if (self->database == NULL)
    return;
  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_int64 (statement, 1, goal);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  self->size = -1;
}

static void
atlas_tile_cache_finalize (GObject *object)
{
  AtlasTileCache *self = ATLAS_TILE_CACHE (object);

  close_database (self);
  g_mutex_clear (&self->mutex);
  g_free (self->path);

  G_OBJECT_CLASS (atlas_tile_cache_parent_class)->finalize (object);
}

static void
atlas_tile_cache_class_init (AtlasTileCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_cache_finalize;
}

static void
atlas_tile_cache_init (AtlasTileCache *self)
{
  g_mutex_init (&self->mutex);
}

AtlasTileCache *
atlas_tile_cache_new (const char *path, gint64 limit)
{
  AtlasTileCache *self;

  g_return_val_if_fail (limit >= 0, NULL);

  self = g_object_new (ATLAS_TYPE_TILE_CACHE, NULL);
  self->path = g_strdup (path);
  self->limit = limit;
  open_anyhow (self);
  return self;
}

static AtlasTileRecord *
read_record (sqlite3_stmt *row)
{
  AtlasTileRecord *record = g_new0 (AtlasTileRecord, 1);

  record->bytes = g_bytes_new (sqlite3_column_blob (row, 0), (gsize) sqlite3_column_bytes (row, 0));
  record->etag = g_strdup ((const char *) sqlite3_column_text (row, 1));
  record->modified = g_strdup ((const char *) sqlite3_column_text (row, 2));
  record->expires = sqlite3_column_int64 (row, 3);
  record->strict = sqlite3_column_int (row, 4) != 0;
  return record;
}

AtlasTileRecord *
atlas_tile_cache_lookup (AtlasTileCache *self, const char *map, AtlasTile tile, gint64 now)
{
  g_autoptr (GMutexLocker) locker = NULL;
  AtlasTileRecord *record = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self) && map != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  statement = begin (self, STATEMENT_LOOKUP, map, tile);
  if (statement == NULL || !step (self, statement))
    return NULL;
  record = read_record (statement);
  sqlite3_reset (statement);
  statement = begin (self, STATEMENT_TOUCH, map, tile);
  sqlite3_bind_int64 (statement, 5, now);
  step (self, statement);
  return record;
}

void
atlas_tile_cache_store (AtlasTileCache *self,
                        const char *map,
                        AtlasTile tile,
                        const AtlasTileRecord *record,
                        gint64 now)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *statement;
  gsize size;
  const void *data;

  g_return_if_fail (ATLAS_IS_TILE_CACHE (self) && map != NULL && record != NULL);

  data = g_bytes_get_data (record->bytes, &size);
  locker = g_mutex_locker_new (&self->mutex);
  if ((gint64) size > self->limit || (statement = begin (self, STATEMENT_STORE, map, tile)) == NULL)
    return;
  sqlite3_bind_int64 (statement, 5, now);
  sqlite3_bind_int64 (statement, 6, record->expires);
  sqlite3_bind_int (statement, 7, record->strict);
  sqlite3_bind_text (statement, 8, record->etag, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 9, record->modified, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 10, (gint64) size);
  sqlite3_bind_blob64 (statement, 11, data, size, SQLITE_STATIC);
  step (self, statement);
  /* One that was there before is counted twice here, which the next shrinking sets right. */
  if (self->size >= 0)
    self->size += (gint64) size;
  if (measure (self) > self->limit)
    shrink (self, (gint64) ((double) self->limit * KEPT_SHARE));
}

void
atlas_tile_cache_renew (AtlasTileCache *self, const char *map, AtlasTile tile, gint64 expires)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *statement;

  g_return_if_fail (ATLAS_IS_TILE_CACHE (self) && map != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  statement = begin (self, STATEMENT_RENEW, map, tile);
  if (statement == NULL)
    return;
  sqlite3_bind_int64 (statement, 5, expires);
  step (self, statement);
}

void
atlas_tile_cache_remove (AtlasTileCache *self, const char *map, AtlasTile tile)
{
  g_autoptr (GMutexLocker) locker = NULL;
  sqlite3_stmt *statement;

  g_return_if_fail (ATLAS_IS_TILE_CACHE (self) && map != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  statement = begin (self, STATEMENT_REMOVE, map, tile);
  if (statement != NULL)
    step (self, statement);
  self->size = -1;
}

gint64
atlas_tile_cache_get_size (AtlasTileCache *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  self->size = -1;
  return measure (self);
}

gint64
atlas_tile_cache_get_limit (AtlasTileCache *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_CACHE (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return self->limit;
}

void
atlas_tile_cache_set_limit (AtlasTileCache *self, gint64 limit)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ATLAS_IS_TILE_CACHE (self) && limit >= 0);

  locker = g_mutex_locker_new (&self->mutex);
  self->limit = limit;
  self->size = -1;
  if (measure (self) > limit)
    shrink (self, limit);
}

void
atlas_tile_cache_empty (AtlasTileCache *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ATLAS_IS_TILE_CACHE (self));

  locker = g_mutex_locker_new (&self->mutex);
  if (self->database != NULL)
    sqlite3_exec (self->database, "DELETE FROM tile", NULL, NULL, NULL);
  self->size = -1;
}
