/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-decoder.h"
#include "atlas-tile-work.h"

typedef struct
{
  AtlasTileCache *cache;
  char *map;
  AtlasTile tile;
  gint64 now;
  gint64 renew;
  AtlasTileRecord *record; /* (nullable) */
  gboolean keep;
} Work;

static void
work_free (Work *self)
{
  g_clear_object (&self->cache);
  g_clear_pointer (&self->record, atlas_tile_record_free);
  g_free (self->map);
  g_free (self);
}

void
atlas_tile_found_free (AtlasTileFound *self)
{
  g_clear_pointer (&self->record, atlas_tile_record_free);
  g_clear_pointer (&self->pixels, atlas_tile_pixels_unref);
  g_free (self);
}

static void
find_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  AtlasTileFound *found = g_new0 (AtlasTileFound, 1);

  if (work->renew > 0)
    atlas_tile_cache_renew (work->cache, work->map, work->tile, work->renew);
  found->record = atlas_tile_cache_lookup (work->cache, work->map, work->tile, work->now);
  if (found->record != NULL)
    found->pixels = atlas_tile_decode (found->record->bytes, NULL);
  if (found->record != NULL && found->pixels == NULL)
    {
      atlas_tile_cache_remove (work->cache, work->map, work->tile);
      g_clear_pointer (&found->record, atlas_tile_record_free);
    }
  g_task_return_pointer (task, found, (GDestroyNotify) atlas_tile_found_free);
}

static void
take_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  AtlasTilePixels *pixels = atlas_tile_decode (work->record->bytes, &error);

  if (pixels == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (work->keep)
    atlas_tile_cache_store (work->cache, work->map, work->tile, work->record, work->now);
  else
    atlas_tile_cache_remove (work->cache, work->map, work->tile);
  g_task_return_pointer (task, pixels, (GDestroyNotify) atlas_tile_pixels_unref);
}

static void
run (const Work *work, GTaskThreadFunc thread, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *own = g_memdup2 (work, sizeof *work);

  g_object_ref (own->cache);
  own->map = g_strdup (work->map);
  g_task_set_task_data (task, own, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, thread);
}

void
atlas_tile_work_find_async (AtlasTileCache *cache,
                            const char *map,
                            AtlasTile tile,
                            gint64 now,
                            gint64 renew,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Work work = { .cache = cache, .map = (char *) map, .tile = tile, .now = now, .renew = renew };

  run (&work, find_thread, callback, user_data);
}

AtlasTileFound *
atlas_tile_work_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
atlas_tile_work_take_async (AtlasTileCache *cache,
                            const char *map,
                            AtlasTile tile,
                            gint64 now,
                            AtlasTileRecord *record,
                            gboolean keep,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Work work = {
    .cache = cache,
    .map = (char *) map,
    .tile = tile,
    .now = now,
    .record = record,
    .keep = keep,
  };

  run (&work, take_thread, callback, user_data);
}

AtlasTilePixels *
atlas_tile_work_take_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
