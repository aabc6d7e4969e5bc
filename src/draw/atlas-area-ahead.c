/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include "atlas-area-ahead.h"

typedef struct
{
  guint area;
  AtlasAreaSprite *sprite;
} Finished;

struct _AtlasAreaAhead
{
  gatomicrefcount ref_count;
  AtlasOverlayIndex *index;
  AtlasAreaStyle style;
  AtlasPiece region;
  GArray *order;
  gsize most_bytes;

  GMutex mutex;
  GArray *finished; /* of Finished; guarded by the mutex, as is the next */
  gboolean dropped;
};

static void
unref (AtlasAreaAhead *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->finished->len; i++)
    atlas_area_sprite_free (g_array_index (self->finished, Finished, i).sprite);
  g_array_unref (self->finished);
  g_array_unref (self->order);
  g_object_unref (self->index);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
work_cb (gpointer data, gpointer user_data)
{
  AtlasAreaAhead *self = data;
  const AtlasOverlayAreas *areas =
    atlas_overlay_get_areas (atlas_overlay_index_get_overlay (self->index));
  gboolean dropped = FALSE;
  gsize bytes = 0;

  for (guint i = 0; i < self->order->len && !dropped && bytes < self->most_bytes; i++)
    {
      Finished finished = { .area = g_array_index (self->order, guint, i) };
      AtlasFixedBox box = atlas_area_sprite_measure (areas, finished.area);

      finished.sprite =
        atlas_area_sprite_new (areas, finished.area, &box, &self->style, &self->region);
      bytes += atlas_area_sprite_get_size (finished.sprite);
      g_mutex_lock (&self->mutex);
      g_array_append_val (self->finished, finished);
      dropped = self->dropped;
      g_mutex_unlock (&self->mutex);
    }
  unref (self);
}

/* One thread: the other processors are for what somebody waits for. */
static GThreadPool *
get_thread (void)
{
  static GThreadPool *thread;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      thread = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);
      g_once_init_leave (&made, 1);
    }
  return thread;
}

AtlasAreaAhead *
atlas_area_ahead_new (AtlasOverlayIndex *index,
                      const AtlasAreaStyle *style,
                      const AtlasPiece *region,
                      GArray *order,
                      gsize most_bytes)
{
  AtlasAreaAhead *self = g_new0 (AtlasAreaAhead, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  self->index = g_object_ref (index);
  self->style = *style;
  self->region = *region;
  self->order = g_array_ref (order);
  self->most_bytes = most_bytes;
  g_mutex_init (&self->mutex);
  self->finished = g_array_new (FALSE, FALSE, sizeof (Finished));
  g_thread_pool_push (get_thread (), self, NULL);
  return self;
}

void
atlas_area_ahead_drop (AtlasAreaAhead *self)
{
  g_mutex_lock (&self->mutex);
  self->dropped = TRUE;
  g_mutex_unlock (&self->mutex);
  unref (self);
}

const AtlasPiece *
atlas_area_ahead_get_region (const AtlasAreaAhead *self)
{
  return &self->region;
}

AtlasAreaSprite *
atlas_area_ahead_take (AtlasAreaAhead *self, guint *area)
{
  AtlasAreaSprite *sprite = NULL;

  g_mutex_lock (&self->mutex);
  if (self->finished->len > 0)
    {
      Finished last = g_array_index (self->finished, Finished, self->finished->len - 1);

      g_array_set_size (self->finished, self->finished->len - 1);
      *area = last.area;
      sprite = last.sprite;
    }
  g_mutex_unlock (&self->mutex);
  return sprite;
}
