/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-mbtiles-source.h"
#include "atlas-tile-decoder.h"
#include "atlas-tile-source-private.h"

struct _AtlasMbtilesSource
{
  AtlasTileSource parent_instance;

  AtlasMbtiles *file;  /* (nullable) */
  GHashTable *reading; /* of AtlasTile, at which a thread is */
  guint n_running;
};

G_DEFINE_FINAL_TYPE (AtlasMbtilesSource, atlas_mbtiles_source, ATLAS_TYPE_TILE_SOURCE)

typedef struct
{
  AtlasMbtiles *file;
  AtlasTile tile;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->file);
  g_free (reading);
}

/* NULL without an error for a tile that is not there. */
static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = atlas_mbtiles_read (reading->file, reading->tile, &error);
  AtlasTilePixels *pixels = bytes != NULL ? atlas_tile_decode (bytes, &error) : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pixels, (GDestroyNotify) atlas_tile_pixels_unref);
}

/* A picture that cannot be decoded is as good as none; a file that cannot be read is worth a word.
 */
static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AtlasMbtilesSource *self = ATLAS_MBTILES_SOURCE (object);
  AtlasTileSource *source = ATLAS_TILE_SOURCE (object);
  AtlasTile tile = ((Reading *) g_task_get_task_data (G_TASK (result)))->tile;
  g_autoptr (GError) error = NULL;
  AtlasTilePixels *pixels = g_task_propagate_pointer (G_TASK (result), &error);

  self->n_running--;
  g_hash_table_remove (self->reading, &tile);
  if (pixels != NULL)
    {
      atlas_tile_source_set_trouble (source, ATLAS_TILE_TROUBLE_NONE);
      atlas_tile_source_take_pixels (source, tile, pixels);
      return;
    }
  if (error != NULL && error->domain == ATLAS_MBTILES_ERROR)
    atlas_tile_source_set_trouble (source, ATLAS_TILE_TROUBLE_FILE);
  atlas_tile_source_set_absent (source, tile);
}

static void
read_tile (AtlasMbtilesSource *self, AtlasTile tile)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->file = g_object_ref (self->file);
  reading->tile = tile;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_hash_table_add (self->reading, g_memdup2 (&tile, sizeof tile));
  self->n_running++;
  g_task_run_in_thread (task, read_thread);
}

static void
open_file (AtlasMbtilesSource *self)
{
  AtlasTileSource *source = ATLAS_TILE_SOURCE (self);
  g_autoptr (GError) error = NULL;

  self->file =
    atlas_mbtiles_open (atlas_tile_map_get_address (atlas_tile_source_get_map (source)), &error);
  if (self->file == NULL)
    {
      g_debug ("%s: %s",
               atlas_tile_map_get_name (atlas_tile_source_get_map (source)),
               error->message);
      atlas_tile_source_set_trouble (source, ATLAS_TILE_TROUBLE_FILE);
    }
}

static void
atlas_mbtiles_source_update (AtlasTileSource *source)
{
  AtlasMbtilesSource *self = ATLAS_MBTILES_SOURCE (source);
  const GArray *wanted = atlas_tile_source_get_wanted (source);

  if (self->file == NULL && wanted->len > 0 &&
      atlas_tile_source_get_trouble (source) == ATLAS_TILE_TROUBLE_NONE)
    open_file (self);
  if (self->file == NULL)
    return;
  for (guint i = 0; i < wanted->len; i++)
    {
      AtlasTile tile = g_array_index (wanted, AtlasTile, i);

      if (!atlas_tile_source_has_pixels (source, tile) &&
          !g_hash_table_contains (self->reading, &tile))
        read_tile (self, tile);
    }
}

static void
atlas_mbtiles_source_retry (AtlasTileSource *source)
{
  AtlasMbtilesSource *self = ATLAS_MBTILES_SOURCE (source);

  if (atlas_tile_source_get_trouble (source) == ATLAS_TILE_TROUBLE_NONE)
    return;
  g_clear_object (&self->file);
  atlas_tile_source_set_trouble (source, ATLAS_TILE_TROUBLE_NONE);
  atlas_tile_source_forget_absent (source);
  atlas_mbtiles_source_update (source);
}

static gboolean
atlas_mbtiles_source_is_settled (AtlasTileSource *source)
{
  return ATLAS_MBTILES_SOURCE (source)->n_running == 0;
}

static void
atlas_mbtiles_source_finalize (GObject *object)
{
  AtlasMbtilesSource *self = ATLAS_MBTILES_SOURCE (object);

  g_clear_object (&self->file);
  g_hash_table_unref (self->reading);

  G_OBJECT_CLASS (atlas_mbtiles_source_parent_class)->finalize (object);
}

static void
atlas_mbtiles_source_class_init (AtlasMbtilesSourceClass *klass)
{
  AtlasTileSourceClass *source_class = ATLAS_TILE_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_mbtiles_source_finalize;
  source_class->update = atlas_mbtiles_source_update;
  source_class->retry = atlas_mbtiles_source_retry;
  source_class->is_settled = atlas_mbtiles_source_is_settled;
}

static void
atlas_mbtiles_source_init (AtlasMbtilesSource *self)
{
  self->reading = g_hash_table_new_full (atlas_tile_hash, atlas_tile_equal, g_free, NULL);
}

AtlasTileSource *
atlas_mbtiles_source_new (AtlasTileMap *map)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (map), NULL);
  g_return_val_if_fail (atlas_tile_map_get_kind (map) == ATLAS_TILE_MAP_MBTILES, NULL);

  return g_object_new (ATLAS_TYPE_MBTILES_SOURCE, "map", map, NULL);
}
