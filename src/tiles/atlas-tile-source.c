/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-source-private.h"

/* Bytes of pixels that are kept: more than two screens of them. */
#define MOST_PIXELS (96 * 1024 * 1024)

typedef struct
{
  AtlasTile tile;
  AtlasTilePixels *pixels;
  GList link; /* in the queue of use */
} Kept;

typedef struct
{
  AtlasTileMap *map;
  AtlasTileTrouble trouble;
  guint64 serial;

  GHashTable *clients; /* pointer -> GArray of AtlasTile */
  GArray *wanted;
  GHashTable *wanted_set; /* of AtlasTile, which lie in the array */
  GHashTable *absent;     /* of AtlasTile */

  GHashTable *kept; /* AtlasTile -> Kept */
  GQueue by_use;    /* of Kept, the one that was used last in front */
  gsize size;
} AtlasTileSourcePrivate;

enum
{
  PROP_0,
  PROP_MAP,
  PROP_TROUBLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasTileSource, atlas_tile_source, G_TYPE_OBJECT)

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  atlas_tile_pixels_unref (kept->pixels);
  g_free (kept);
}

static void
forget_kept (AtlasTileSource *self, Kept *kept)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  priv->size -= atlas_tile_pixels_get_size (kept->pixels);
  g_queue_unlink (&priv->by_use, &kept->link);
  g_hash_table_remove (priv->kept, &kept->tile);
}

/* The tiles that were not looked at for longest go first, and those that are wanted never. */
static void
limit_kept (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  for (GList *l = priv->by_use.tail; l != NULL && priv->size > MOST_PIXELS;)
    {
      Kept *kept = l->data;

      l = l->prev;
      if (!g_hash_table_contains (priv->wanted_set, &kept->tile))
        forget_kept (self, kept);
    }
}

/* The nearest tile upwards that the map may have; FALSE where there is none. */
static gboolean
find_present (AtlasTileSource *self, AtlasTile *tile)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  while (g_hash_table_contains (priv->absent, tile))
    {
      if (tile->zoom <= atlas_tile_map_get_min_zoom (priv->map))
        return FALSE;
      *tile = atlas_tile_parent (*tile);
    }
  return TRUE;
}

static void
collect_wanted (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);
  GHashTableIter iter;
  gpointer tiles;

  g_array_set_size (priv->wanted, 0);
  g_hash_table_remove_all (priv->wanted_set);
  g_hash_table_iter_init (&iter, priv->clients);
  while (g_hash_table_iter_next (&iter, NULL, &tiles))
    for (guint i = 0; i < ((GArray *) tiles)->len; i++)
      {
        AtlasTile tile = g_array_index ((GArray *) tiles, AtlasTile, i);

        if (find_present (self, &tile) &&
            g_hash_table_add (priv->wanted_set, g_memdup2 (&tile, sizeof tile)))
          g_array_append_val (priv->wanted, tile);
      }
}

static void
atlas_tile_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (object));

  switch (id)
    {
    case PROP_MAP:
      g_value_set_object (value, priv->map);
      break;
    case PROP_TROUBLE:
      g_value_set_int (value, (int) priv->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_tile_source_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (object));

  switch (id)
    {
    case PROP_MAP:
      priv->map = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_tile_source_finalize (GObject *object)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (object));

  g_clear_object (&priv->map);
  g_hash_table_unref (priv->clients);
  g_array_unref (priv->wanted);
  g_hash_table_unref (priv->wanted_set);
  g_hash_table_unref (priv->absent);
  g_hash_table_unref (priv->kept);

  G_OBJECT_CLASS (atlas_tile_source_parent_class)->finalize (object);
}

static void
atlas_tile_source_class_init (AtlasTileSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_tile_source_get_property;
  object_class->set_property = atlas_tile_source_set_property;
  object_class->finalize = atlas_tile_source_finalize;

  properties[PROP_MAP] =
    g_param_spec_object ("map",
                         NULL,
                         NULL,
                         ATLAS_TYPE_TILE_MAP,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TROUBLE] = g_param_spec_int ("trouble",
                                               NULL,
                                               NULL,
                                               ATLAS_TILE_TROUBLE_NONE,
                                               ATLAS_TILE_TROUBLE_FILE,
                                               ATLAS_TILE_TROUBLE_NONE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
atlas_tile_source_init (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  priv->clients = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  priv->wanted = g_array_new (FALSE, FALSE, sizeof (AtlasTile));
  priv->wanted_set = g_hash_table_new_full (atlas_tile_hash, atlas_tile_equal, g_free, NULL);
  priv->absent = g_hash_table_new_full (atlas_tile_hash, atlas_tile_equal, g_free, NULL);
  priv->kept = g_hash_table_new_full (atlas_tile_hash, atlas_tile_equal, NULL, kept_free);
  g_queue_init (&priv->by_use);
}

AtlasTileMap *
atlas_tile_source_get_map (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_TILE_SOURCE (self), NULL);

  return priv->map;
}

AtlasTileTrouble
atlas_tile_source_get_trouble (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_TILE_SOURCE (self), ATLAS_TILE_TROUBLE_NONE);

  return priv->trouble;
}

guint64
atlas_tile_source_get_serial (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_TILE_SOURCE (self), 0);

  return priv->serial;
}

static gboolean
is_same_list (const GArray *list, const AtlasTile *tiles, guint n)
{
  if (list == NULL || list->len != n)
    return list == NULL && n == 0;
  for (guint i = 0; i < n; i++)
    if (!atlas_tile_equal (&g_array_index (list, AtlasTile, i), &tiles[i]))
      return FALSE;
  return TRUE;
}

void
atlas_tile_source_want (AtlasTileSource *self,
                        gconstpointer client,
                        const AtlasTile *tiles,
                        guint n)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);
  GArray *list;

  g_return_if_fail (ATLAS_IS_TILE_SOURCE (self));

  if (is_same_list (g_hash_table_lookup (priv->clients, client), tiles, n))
    return;
  if (n == 0)
    g_hash_table_remove (priv->clients, client);
  else
    {
      list = g_array_sized_new (FALSE, FALSE, sizeof (AtlasTile), n);
      g_array_append_vals (list, tiles, n);
      g_hash_table_insert (priv->clients, (gpointer) client, list);
    }
  collect_wanted (self);
  ATLAS_TILE_SOURCE_GET_CLASS (self)->update (self);
}

AtlasTilePixels *
atlas_tile_source_lookup (AtlasTileSource *self, AtlasTile tile)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);
  Kept *kept;

  g_return_val_if_fail (ATLAS_IS_TILE_SOURCE (self), NULL);

  kept = g_hash_table_lookup (priv->kept, &tile);
  if (kept == NULL)
    return NULL;
  g_queue_unlink (&priv->by_use, &kept->link);
  g_queue_push_head_link (&priv->by_use, &kept->link);
  return kept->pixels;
}

void
atlas_tile_source_retry (AtlasTileSource *self)
{
  g_return_if_fail (ATLAS_IS_TILE_SOURCE (self));

  ATLAS_TILE_SOURCE_GET_CLASS (self)->retry (self);
}

gboolean
atlas_tile_source_is_settled (AtlasTileSource *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_SOURCE (self), TRUE);

  return ATLAS_TILE_SOURCE_GET_CLASS (self)->is_settled (self);
}

const GArray *
atlas_tile_source_get_wanted (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  return priv->wanted;
}

gboolean
atlas_tile_source_is_wanted (AtlasTileSource *self, AtlasTile tile)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  return g_hash_table_contains (priv->wanted_set, &tile);
}

void
atlas_tile_source_take_pixels (AtlasTileSource *self, AtlasTile tile, AtlasTilePixels *pixels)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);
  Kept *before = g_hash_table_lookup (priv->kept, &tile);
  Kept *kept = g_new0 (Kept, 1);

  if (before != NULL)
    forget_kept (self, before);
  kept->tile = tile;
  kept->pixels = pixels;
  kept->link.data = kept;
  g_hash_table_insert (priv->kept, &kept->tile, kept);
  g_queue_push_head_link (&priv->by_use, &kept->link);
  priv->size += atlas_tile_pixels_get_size (pixels);
  priv->serial++;
  limit_kept (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
atlas_tile_source_has_pixels (AtlasTileSource *self, AtlasTile tile)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  return g_hash_table_contains (priv->kept, &tile);
}

void
atlas_tile_source_set_absent (AtlasTileSource *self, AtlasTile tile)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  if (!g_hash_table_add (priv->absent, g_memdup2 (&tile, sizeof tile)))
    return;
  collect_wanted (self);
  ATLAS_TILE_SOURCE_GET_CLASS (self)->update (self);
}

void
atlas_tile_source_forget_absent (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  g_hash_table_remove_all (priv->absent);
  collect_wanted (self);
}

void
atlas_tile_source_set_trouble (AtlasTileSource *self, AtlasTileTrouble trouble)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);

  if (priv->trouble == trouble)
    return;
  priv->trouble = trouble;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}
