/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

#include "atlas-attribution.h"
#include "atlas-mbtiles.h"
#include "atlas-tile-pixels.h"

/* A query may take so many thousand steps of SQLite's machine, some tenths of a second. */
#define STEP 1000
#define MOST_STEPS 4000
/* Longest name and other text that is taken over, bytes. */
#define MOST_TEXT 400

struct _AtlasMbtiles
{
  GObject parent_instance;

  GMutex mutex;
  char *path;
  sqlite3 *database;
  sqlite3_stmt *tile;
  guint steps;

  char *name;
  char *attribution;
  char *link;
  int min_zoom;
  int max_zoom;
  AtlasBox bounds;
  gboolean has_bounds;
};

G_DEFINE_QUARK (atlas_mbtiles_error, atlas_mbtiles_error)
G_DEFINE_FINAL_TYPE (AtlasMbtiles, atlas_mbtiles, G_TYPE_OBJECT)

static void
atlas_mbtiles_finalize (GObject *object)
{
  AtlasMbtiles *self = ATLAS_MBTILES (object);

  sqlite3_finalize (self->tile);
  sqlite3_close (self->database);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->name);
  g_free (self->attribution);
  g_free (self->link);

  G_OBJECT_CLASS (atlas_mbtiles_parent_class)->finalize (object);
}

static void
atlas_mbtiles_class_init (AtlasMbtilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_mbtiles_finalize;
}

static void
atlas_mbtiles_init (AtlasMbtiles *self)
{
  g_mutex_init (&self->mutex);
  self->min_zoom = -1;
  self->max_zoom = -1;
}

static int
count_steps_cb (void *data)
{
  AtlasMbtiles *self = data;

  return ++self->steps > MOST_STEPS;
}

/* A view may select and read, and nothing else: tiles are often a view of two tables. */
static int
authorize_cb (void *data,
              int action,
              const char *first,
              const char *second,
              const char *database,
              const char *view)
{
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

static gboolean
open_file (AtlasMbtiles *self, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", TRUE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?mode=ro&immutable=1", NULL);

  /* A pipe would be waited for, and a device has no end. */
  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR) ||
      sqlite3_open_v2 (uri,
                       &self->database,
                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                       NULL) != SQLITE_OK)
    {
      g_set_error_literal (error,
                           ATLAS_MBTILES_ERROR,
                           ATLAS_MBTILES_ERROR_FILE,
                           _ ("The file cannot be opened"));
      return FALSE;
    }
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_limit (self->database, SQLITE_LIMIT_LENGTH, ATLAS_TILE_MOST_BYTES + MOST_TEXT);
  sqlite3_limit (self->database, SQLITE_LIMIT_COMPOUND_SELECT, 10);
  sqlite3_progress_handler (self->database, STEP, count_steps_cb, self);
  sqlite3_set_authorizer (self->database, authorize_cb, self);
  return TRUE;
}

static sqlite3_stmt *
prepare (AtlasMbtiles *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  self->steps = 0;
  return sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) == SQLITE_OK ? statement
                                                                                     : NULL;
}

/* A whole number that a query answers, or -1. */
static int
query_number (AtlasMbtiles *self, const char *sql)
{
  sqlite3_stmt *statement = prepare (self, sql);
  int number = -1;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW &&
      sqlite3_column_type (statement, 0) == SQLITE_INTEGER)
    number = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

/* Four numbers with commas between them: west, south, east, north. */
static gboolean
read_bounds (const char *text, AtlasBox *bounds)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 5);
  double values[4];

  if (g_strv_length (parts) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      char *end;

      values[i] = g_ascii_strtod (g_strstrip (parts[i]), &end);
      if (end == parts[i] || *end != '\0' || !isfinite (values[i]))
        return FALSE;
    }
  *bounds = (AtlasBox){ values[0], values[1], values[2], values[3] };
  return -180.0 <= bounds->west && bounds->west < bounds->east && bounds->east <= 180.0 &&
         -90.0 <= bounds->south && bounds->south < bounds->north && bounds->north <= 90.0;
}

static int
read_level (const char *text)
{
  guint64 level;

  return g_ascii_string_to_unsigned (text, 10, 0, ATLAS_TILE_MAX_ZOOM, &level, NULL) ? (int) level
                                                                                     : -1;
}

/* FALSE where it says that the tiles are no pictures. */
static gboolean
take_metadata (AtlasMbtiles *self, const char *name, const char *value)
{
  if (g_str_equal (name, "name") && value[0] != '\0' && self->name == NULL)
    self->name = g_strdup (value);
  else if (g_str_equal (name, "attribution") && self->attribution == NULL)
    self->attribution = atlas_attribution_read (value, &self->link);
  else if (g_str_equal (name, "bounds"))
    self->has_bounds = read_bounds (value, &self->bounds);
  else if (g_str_equal (name, "minzoom"))
    self->min_zoom = read_level (value);
  else if (g_str_equal (name, "maxzoom"))
    self->max_zoom = read_level (value);
  else if (g_str_equal (name, "format"))
    return g_ascii_strcasecmp (value, "pbf") != 0 && g_ascii_strcasecmp (value, "mvt") != 0;
  return TRUE;
}

static gboolean
read_metadata (AtlasMbtiles *self)
{
  sqlite3_stmt *statement = prepare (self, "SELECT name, value FROM metadata");
  gboolean pictures = TRUE;

  while (statement != NULL && pictures && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *value = (const char *) sqlite3_column_text (statement, 1);
      g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

      /* Longer ones than anybody writes are no words for people; vector maps have one of those. */
      if (name != NULL && valid != NULL && strlen (valid) <= MOST_TEXT)
        pictures = take_metadata (self, name, valid);
    }
  sqlite3_finalize (statement);
  return pictures;
}

/* What the metadata do not say is asked of the tiles, which have an index for that. */
static void
complete_levels (AtlasMbtiles *self)
{
  if (self->min_zoom < 0)
    self->min_zoom =
      query_number (self, "SELECT zoom_level FROM tiles ORDER BY zoom_level LIMIT 1");
  if (self->max_zoom < 0)
    self->max_zoom =
      query_number (self, "SELECT zoom_level FROM tiles ORDER BY zoom_level DESC LIMIT 1");
  self->min_zoom = CLAMP (self->min_zoom, 0, ATLAS_TILE_MAX_ZOOM);
  self->max_zoom = CLAMP (self->max_zoom, self->min_zoom, ATLAS_TILE_MAX_ZOOM);
}

static gboolean
read_file (AtlasMbtiles *self, GError **error)
{
  self->tile = prepare (self,
                        "SELECT tile_data FROM tiles"
                        " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3");
  if (self->tile == NULL || query_number (self, "SELECT zoom_level FROM tiles LIMIT 1") < 0)
    {
      g_set_error_literal (error,
                           ATLAS_MBTILES_ERROR,
                           ATLAS_MBTILES_ERROR_FORMAT,
                           _ ("This is no MBTiles file, or there are no tiles in it"));
      return FALSE;
    }
  if (!read_metadata (self))
    {
      g_set_error_literal (error,
                           ATLAS_MBTILES_ERROR,
                           ATLAS_MBTILES_ERROR_VECTOR,
                           _ ("The tiles of this file are no pictures"));
      return FALSE;
    }
  complete_levels (self);
  if (self->name == NULL)
    self->name = g_path_get_basename (self->path);
  return TRUE;
}

AtlasMbtiles *
atlas_mbtiles_open (const char *path, GError **error)
{
  g_autoptr (AtlasMbtiles) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_MBTILES, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  if (!open_file (self, error) || !read_file (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

AtlasTileMap *
atlas_mbtiles_describe (AtlasMbtiles *self)
{
  g_return_val_if_fail (ATLAS_IS_MBTILES (self), NULL);

  return atlas_tile_map_new (&(AtlasTileMapValues){
    .kind = ATLAS_TILE_MAP_MBTILES,
    .name = self->name,
    .address = self->path,
    .attribution = self->attribution,
    .link = self->link,
    .min_zoom = self->min_zoom,
    .max_zoom = self->max_zoom,
  });
}

gboolean
atlas_mbtiles_get_bounds (AtlasMbtiles *self, AtlasBox *bounds)
{
  g_return_val_if_fail (ATLAS_IS_MBTILES (self) && bounds != NULL, FALSE);

  *bounds = self->bounds;
  return self->has_bounds;
}

GBytes *
atlas_mbtiles_read (AtlasMbtiles *self, AtlasTile tile, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GBytes *bytes = NULL;
  int result;

  g_return_val_if_fail (ATLAS_IS_MBTILES (self) && atlas_tile_is_valid (tile), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  self->steps = 0;
  sqlite3_bind_int (self->tile, 1, tile.zoom);
  sqlite3_bind_int (self->tile, 2, tile.x);
  /* Rows are counted from the south. */
  sqlite3_bind_int (self->tile, 3, (1 << tile.zoom) - 1 - tile.y);
  result = sqlite3_step (self->tile);
  if (result == SQLITE_ROW && sqlite3_column_bytes (self->tile, 0) > 0)
    bytes = g_bytes_new (sqlite3_column_blob (self->tile, 0),
                         (gsize) sqlite3_column_bytes (self->tile, 0));
  else if (result != SQLITE_ROW && result != SQLITE_DONE)
    g_set_error_literal (error,
                         ATLAS_MBTILES_ERROR,
                         ATLAS_MBTILES_ERROR_FILE,
                         _ ("The file cannot be read"));
  sqlite3_reset (self->tile);
  return bytes;
}
