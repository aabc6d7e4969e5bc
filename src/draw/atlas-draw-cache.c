/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-draw-cache.h"

/* A window needs one entry, a comparison two, and stepping to and fro some more. */
#define MAX_NAMES 24u

struct _AtlasDrawCache
{
  AtlasShapeCache *shapes;
  GMutex mutex;
  AtlasSpriteCache *sprites;
  GHashTable *hints; /* record -> side + 1 */
  GHashTable *names; /* key -> GArray */
};

static G_DEFINE_QUARK (atlas - draw - cache, draw_cache)

  static AtlasDrawCache *create_cache (void)
{
  AtlasDrawCache *self = g_new0 (AtlasDrawCache, 1);

  g_mutex_init (&self->mutex);
  self->shapes = atlas_shape_cache_new ();
  self->sprites = atlas_sprite_cache_new ();
  self->hints = g_hash_table_new (NULL, NULL);
  self->names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

static void
free_cache (gpointer data)
{
  AtlasDrawCache *self = data;

  atlas_shape_cache_free (self->shapes);
  atlas_sprite_cache_free (self->sprites);
  g_hash_table_unref (self->hints);
  g_hash_table_unref (self->names);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

AtlasDrawCache *
atlas_draw_cache_get (AtlasHistoryIndex *index)
{
  AtlasDrawCache *found = g_object_get_qdata (G_OBJECT (index), draw_cache_quark ());

  while (found == NULL)
    {
      AtlasDrawCache *made = create_cache ();

      /* Two threads may come here at once: the first one wins, the other throws its own away. */
      if (!g_object_replace_qdata (G_OBJECT (index),
                                   draw_cache_quark (),
                                   NULL,
                                   made,
                                   free_cache,
                                   NULL))
        free_cache (made);
      found = g_object_get_qdata (G_OBJECT (index), draw_cache_quark ());
    }
  return found;
}

AtlasShapeCache *
atlas_draw_cache_get_shapes (AtlasDrawCache *self)
{
  return self->shapes;
}

AtlasSpriteCache *
atlas_draw_cache_lock (AtlasDrawCache *self)
{
  g_mutex_lock (&self->mutex);
  return self->sprites;
}

void
atlas_draw_cache_unlock (AtlasDrawCache *self)
{
  g_mutex_unlock (&self->mutex);
}

AtlasLabelSide
atlas_draw_cache_get_hint (AtlasDrawCache *self, gconstpointer record)
{
  int found = GPOINTER_TO_INT (g_hash_table_lookup (self->hints, record));

  return found > 0 ? (AtlasLabelSide) (found - 1) : ATLAS_SIDE_NONE;
}

void
atlas_draw_cache_set_hint (AtlasDrawCache *self, gconstpointer record, AtlasLabelSide side)
{
  if (side == ATLAS_SIDE_NONE)
    g_hash_table_remove (self->hints, record);
  else
    g_hash_table_insert (self->hints, (gpointer) record, GINT_TO_POINTER ((int) side + 1));
}

GArray *
atlas_draw_cache_get_names (AtlasDrawCache *self, const char *key)
{
  return g_hash_table_lookup (self->names, key);
}

void
atlas_draw_cache_take_names (AtlasDrawCache *self, const char *key, GArray *names)
{
  if (g_hash_table_size (self->names) >= MAX_NAMES)
    g_hash_table_remove_all (self->names);
  g_hash_table_replace (self->names, g_strdup (key), names);
}
