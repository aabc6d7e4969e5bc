/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-layer-shelf.h"

void
atlas_layer_shelf_take (AtlasLayerShelf *self,
                        AtlasLayerPicture *picture,
                        gboolean in_front,
                        guint n_kept)
{
  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    {
      AtlasLayerPicture *kept = l->data;

      if (kept->key == picture->key)
        {
          in_front |= l == self->pictures.head;
          g_queue_push_tail (&self->retired, kept);
          g_queue_delete_link (&self->pictures, l);
          break;
        }
    }

  if (in_front || self->pictures.length == 0)
    g_queue_push_head (&self->pictures, picture);
  else
    g_queue_insert_after (&self->pictures, self->pictures.head, picture);

  while (self->pictures.length > n_kept)
    g_queue_push_tail (&self->retired, g_queue_pop_tail (&self->pictures));
}

AtlasLayerPicture *
atlas_layer_shelf_find (AtlasLayerShelf *self, guint64 key)
{
  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    {
      AtlasLayerPicture *picture = l->data;

      if (picture->key == key)
        {
          g_queue_unlink (&self->pictures, l);
          g_queue_push_head_link (&self->pictures, l);
          return picture;
        }
    }
  return NULL;
}

AtlasLayerPicture *
atlas_layer_shelf_get_front (const AtlasLayerShelf *self)
{
  return self->pictures.head != NULL ? self->pictures.head->data : NULL;
}

gboolean
atlas_layer_shelf_has (const AtlasLayerShelf *self, guint64 key, const AtlasViewport *viewport)
{
  for (GList *l = self->pictures.head; l != NULL; l = l->next)
    {
      const AtlasLayerPicture *picture = l->data;

      if (picture->key == key && atlas_layer_picture_is_complete (picture, viewport))
        return TRUE;
    }
  return FALSE;
}

void
atlas_layer_shelf_free_retired (AtlasLayerShelf *self)
{
  g_queue_clear_full (&self->retired, (GDestroyNotify) atlas_layer_picture_free);
}

void
atlas_layer_shelf_clear (AtlasLayerShelf *self)
{
  g_queue_clear_full (&self->pictures, (GDestroyNotify) atlas_layer_picture_free);
  atlas_layer_shelf_free_retired (self);
}
