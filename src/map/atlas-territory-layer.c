/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-picture.h"
#include "atlas-territory-layer.h"

/* How many changes of any kind are looked through for the next change of a border. */
#define MOST_CHANGES_AHEAD 64

struct _AtlasTerritoryLayer
{
  AtlasLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasTerritoryLayer, atlas_territory_layer, ATLAS_TYPE_LAYER)

static guint64
get_content_key (const AtlasLayerContent *content)
{
  const AtlasPictureSpec *spec = &content->spec;
  guint64 key = ATLAS_LAYER_KEY_START;

  key = atlas_layer_mix_key (key, atlas_history_index_territory_epoch (content->index, spec->date));
  key = atlas_layer_mix_key (key, spec->style);
  key = atlas_layer_mix_key (key, spec->show & (ATLAS_SHOW_TERRITORIES | ATLAS_SHOW_BORDERS));
  return atlas_layer_mix_key (key, (guint64) (gsize) spec->viewpoint);
}

static void
draw (const AtlasLayerContent *content, const AtlasViewport *viewport, cairo_t *cr)
{
  atlas_picture_draw (content->basemap,
                      content->index,
                      &content->spec,
                      viewport,
                      cr,
                      ATLAS_PICTURE_TERRITORIES);
}

static gboolean
get_next_spec (AtlasHistoryIndex *index, int direction, AtlasPictureSpec *spec)
{
  guint epoch = atlas_history_index_territory_epoch (index, spec->date);

  for (guint i = 0; i < MOST_CHANGES_AHEAD; i++)
    {
      AtlasDay day;

      if (direction > 0 ? !atlas_history_index_next_change (index, spec->date, &day)
                        : !atlas_history_index_previous_change (index, spec->date, &day))
        return FALSE;
      spec->date = day;
      /* The day before a change shows what stood until then. */
      if (direction < 0 && atlas_history_index_territory_epoch (index, day - 1) != epoch)
        {
          spec->date = day - 1;
          return TRUE;
        }
      if (atlas_history_index_territory_epoch (index, day) != epoch)
        return TRUE;
    }
  return FALSE;
}

static void
atlas_territory_layer_class_init (AtlasTerritoryLayerClass *klass)
{
  AtlasLayerClass *layer_class = ATLAS_LAYER_CLASS (klass);

  layer_class->get_content_key = get_content_key;
  layer_class->draw = draw;
  layer_class->get_next_spec = get_next_spec;
  layer_class->n_kept = 4;
}

static void
atlas_territory_layer_init (AtlasTerritoryLayer *self)
{
}

AtlasLayer *
atlas_territory_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (ATLAS_TYPE_TERRITORY_LAYER, "viewport", viewport, NULL);
}
