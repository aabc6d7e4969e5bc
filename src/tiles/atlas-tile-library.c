/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-mbtiles-source.h"
#include "atlas-tile-library.h"
#include "atlas-web-source.h"

struct _AtlasTileLibrary
{
  GObject parent_instance;

  AtlasTileMapList *list;
  char *cache_path;
  gint64 cache_limit;
  AtlasTileCache *cache; /* (nullable) until it is asked for */
  AtlasTileClock *clock;
  SoupSession *session; /* (nullable) until a server is asked for something */
  GNetworkMonitor *monitor;
  GPtrArray *sources; /* of weak references to AtlasTileSource */
};

G_DEFINE_FINAL_TYPE (AtlasTileLibrary, atlas_tile_library, G_TYPE_OBJECT)

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
network_changed_cb (AtlasTileLibrary *self, gboolean available)
{
  if (!available)
    return;
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autoptr (AtlasTileSource) source = g_weak_ref_get (self->sources->pdata[i]);

      if (source != NULL)
        atlas_tile_source_retry (source);
    }
}

static SoupSession *
get_session (AtlasTileLibrary *self)
{
  if (self->session == NULL)
    {
      self->session = atlas_web_session_new ();
      self->monitor = g_object_ref (g_network_monitor_get_default ());
      g_signal_connect_object (self->monitor,
                               "network-changed",
                               G_CALLBACK (network_changed_cb),
                               self,
                               G_CONNECT_SWAPPED);
    }
  return self->session;
}

static AtlasTileSource *
create_source (AtlasTileLibrary *self, AtlasTileMap *map)
{
  AtlasTileSource *source;
  GWeakRef *reference;

  if (atlas_tile_map_get_kind (map) == ATLAS_TILE_MAP_MBTILES)
    source = atlas_mbtiles_source_new (map);
  else
    source = atlas_web_source_new (map,
                                   get_session (self),
                                   atlas_tile_library_get_cache (self),
                                   self->clock,
                                   g_rand_new ());
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, source);
  g_ptr_array_add (self->sources, reference);
  return source;
}

/* The source of a map that somebody looks at already; references that lead nowhere go. */
static AtlasTileSource *
find_source (AtlasTileLibrary *self, AtlasTileMap *map)
{
  for (guint i = self->sources->len; i > 0; i--)
    {
      g_autoptr (AtlasTileSource) source = g_weak_ref_get (self->sources->pdata[i - 1]);

      if (source == NULL)
        g_ptr_array_remove_index_fast (self->sources, i - 1);
      else if (atlas_tile_source_get_map (source) == map)
        return g_steal_pointer (&source);
    }
  return NULL;
}

static void
atlas_tile_library_finalize (GObject *object)
{
  AtlasTileLibrary *self = ATLAS_TILE_LIBRARY (object);

  g_ptr_array_unref (self->sources);
  g_clear_object (&self->list);
  g_clear_object (&self->cache);
  g_clear_object (&self->clock);
  g_clear_object (&self->session);
  g_clear_object (&self->monitor);
  g_free (self->cache_path);

  G_OBJECT_CLASS (atlas_tile_library_parent_class)->finalize (object);
}

static void
atlas_tile_library_class_init (AtlasTileLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_library_finalize;
}

static void
atlas_tile_library_init (AtlasTileLibrary *self)
{
  self->cache_limit = ATLAS_TILE_CACHE_DEFAULT_LIMIT;
  self->sources = g_ptr_array_new_with_free_func (weak_ref_free);
}

AtlasTileLibrary *
atlas_tile_library_new (const char *list_path, const char *cache_path, AtlasTileClock *clock)
{
  AtlasTileLibrary *self = g_object_new (ATLAS_TYPE_TILE_LIBRARY, NULL);

  self->list = atlas_tile_map_list_new (list_path);
  self->cache_path = g_strdup (cache_path);
  self->clock = clock != NULL ? g_object_ref (clock) : atlas_tile_clock_new ();
  return self;
}

AtlasTileMapList *
atlas_tile_library_get_list (AtlasTileLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (self), NULL);

  return self->list;
}

AtlasTileCache *
atlas_tile_library_get_cache (AtlasTileLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (self), NULL);

  if (self->cache == NULL)
    self->cache = atlas_tile_cache_new (self->cache_path, self->cache_limit);
  return self->cache;
}

gint64
atlas_tile_library_get_cache_limit (AtlasTileLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (self), 0);

  return self->cache_limit;
}

void
atlas_tile_library_set_cache_limit (AtlasTileLibrary *self, gint64 limit)
{
  g_return_if_fail (ATLAS_IS_TILE_LIBRARY (self) && limit >= 0);

  self->cache_limit = limit;
  if (self->cache != NULL)
    atlas_tile_cache_set_limit (self->cache, limit);
}

AtlasTileSource *
atlas_tile_library_get_source (AtlasTileLibrary *self, const char *name)
{
  AtlasTileMap *map;
  AtlasTileSource *source;

  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (self), NULL);

  map = name != NULL ? atlas_tile_map_list_lookup (self->list, name) : NULL;
  if (map == NULL || !atlas_tile_map_list_is_allowed (self->list, map))
    return NULL;
  source = find_source (self, map);
  return source != NULL ? source : create_source (self, map);
}

SoupSession *
atlas_tile_library_get_session (AtlasTileLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (self), NULL);

  return get_session (self);
}

AtlasTileClock *
atlas_tile_library_get_clock (AtlasTileLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LIBRARY (self), NULL);

  return self->clock;
}
