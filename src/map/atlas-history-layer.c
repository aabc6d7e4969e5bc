/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include <math.h>

#include "atlas-history-layer.h"
#include "atlas-picture.h"

struct _AtlasHistoryLayer
{
  AtlasLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasHistoryLayer, atlas_history_layer, ATLAS_TYPE_LAYER)

static guint64
get_content_key (const AtlasLayerContent *content)
{
  const AtlasPictureSpec *spec = &content->spec;
  guint64 key = ATLAS_LAYER_KEY_START;

  key = atlas_layer_mix_key (key, (guint64) spec->date);
  key = atlas_layer_mix_key (key, (guint64) spec->window.begin);
  key = atlas_layer_mix_key (key, (guint64) spec->window.end);
  key = atlas_layer_mix_key (key, (guint64) spec->afterglow);
  key = atlas_layer_mix_key (key, spec->style);
  key = atlas_layer_mix_key (key, (guint64) lround (spec->text_scale * 100.0));
  key = atlas_layer_mix_key (key, spec->show);
  /* Filters and these strings are interned: their addresses stand for them. */
  key = atlas_layer_mix_key (key, (guint64) (gsize) spec->filter);
  key = atlas_layer_mix_key (key, (guint64) (gsize) spec->lang);
  key = atlas_layer_mix_key (key, (guint64) (gsize) spec->selected);
  key = atlas_layer_mix_key (key, (guint64) (gsize) spec->hovered);
  key = atlas_layer_mix_key (key, (guint64) (gsize) spec->chapter);
  key = atlas_layer_mix_key (key, spec->chapter_step);
  for (guint i = 0; i < spec->n_cards; i++)
    {
      key = atlas_layer_mix_key (key, (guint64) spec->cards[i].x);
      key = atlas_layer_mix_key (key, (guint64) spec->cards[i].y);
      key = atlas_layer_mix_key (key, (guint64) spec->cards[i].width);
      key = atlas_layer_mix_key (key, (guint64) spec->cards[i].height);
    }
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
                      ATLAS_PICTURE_ROUTES | ATLAS_PICTURE_SITES | ATLAS_PICTURE_LABELS |
                        ATLAS_PICTURE_STEADY);
}

static void
atlas_history_layer_class_init (AtlasHistoryLayerClass *klass)
{
  AtlasLayerClass *layer_class = ATLAS_LAYER_CLASS (klass);

  layer_class->get_content_key = get_content_key;
  layer_class->draw = draw;
  /* Letters that are stretched look broken even for a moment. */
  layer_class->redraws_on_zoom = TRUE;
  layer_class->lettered = TRUE;
  layer_class->follows_view = TRUE;
  layer_class->needs_steady = TRUE;
  layer_class->n_kept = 3;
}

static void
atlas_history_layer_init (AtlasHistoryLayer *self)
{
}

AtlasLayer *
atlas_history_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (ATLAS_TYPE_HISTORY_LAYER, "viewport", viewport, NULL);
}
