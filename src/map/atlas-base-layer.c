/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-base-layer.h"
#include "atlas-picture.h"

struct _AtlasBaseLayer
{
  AtlasLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasBaseLayer, atlas_base_layer, ATLAS_TYPE_LAYER)

static guint64
get_content_key (const AtlasLayerContent *content)
{
  guint64 key = atlas_layer_mix_key (ATLAS_LAYER_KEY_START, content->spec.style);

  return atlas_layer_mix_key (key,
                              content->spec.show & (ATLAS_SHOW_RELIEF | ATLAS_SHOW_MODERN_BORDERS));
}

static void
draw (const AtlasLayerContent *content, const AtlasViewport *viewport, cairo_t *cr)
{
  atlas_picture_draw (content->basemap,
                      content->index,
                      &content->spec,
                      viewport,
                      cr,
                      ATLAS_PICTURE_BASE);
}

static void
atlas_base_layer_class_init (AtlasBaseLayerClass *klass)
{
  AtlasLayerClass *layer_class = ATLAS_LAYER_CLASS (klass);

  layer_class->get_content_key = get_content_key;
  layer_class->draw = draw;
  layer_class->overscan = 0.4;
}

static void
atlas_base_layer_init (AtlasBaseLayer *self)
{
}

AtlasLayer *
atlas_base_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (ATLAS_TYPE_BASE_LAYER, "viewport", viewport, NULL);
}
