/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-change-layer.h"
#include "atlas-change-painter.h"

struct _AtlasChangeLayer
{
  AtlasLayer parent_instance;

  guint n_subjects; /* so far */
};

G_DEFINE_FINAL_TYPE (AtlasChangeLayer, atlas_change_layer, ATLAS_TYPE_LAYER)

/* What a worker draws: lives in a counted box, since it may outlast the layer's next one. */
typedef struct
{
  guint number;
  GPtrArray *changes;
  int chosen;
} Subject;

static void
clear_subject (gpointer data)
{
  Subject *subject = data;

  g_ptr_array_unref (subject->changes);
}

static void
release_subject (gpointer subject)
{
  g_atomic_rc_box_release_full (subject, clear_subject);
}

static guint64
get_content_key (const AtlasLayerContent *content)
{
  const Subject *subject = content->subject;
  guint64 key = atlas_layer_mix_key (ATLAS_LAYER_KEY_START, content->spec.style);

  /* An address could come back in a later list while a picture of the first is still kept. */
  return atlas_layer_mix_key (key, subject != NULL ? subject->number : 0);
}

static void
draw (const AtlasLayerContent *content, const AtlasViewport *viewport, cairo_t *cr)
{
  const Subject *subject = content->subject;

  if (subject != NULL)
    atlas_change_painter_draw (atlas_history_index_get_dataset (content->index),
                               subject->changes,
                               subject->chosen,
                               content->spec.style,
                               viewport,
                               cr);
}

static void
atlas_change_layer_class_init (AtlasChangeLayerClass *klass)
{
  AtlasLayerClass *layer_class = ATLAS_LAYER_CLASS (klass);

  layer_class->get_content_key = get_content_key;
  layer_class->draw = draw;
}

static void
atlas_change_layer_init (AtlasChangeLayer *self)
{
}

AtlasLayer *
atlas_change_layer_new (ShumateViewport *viewport)
{
  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);

  return g_object_new (ATLAS_TYPE_CHANGE_LAYER, "viewport", viewport, NULL);
}

void
atlas_change_layer_set_changes (AtlasChangeLayer *self, GPtrArray *changes, int chosen)
{
  Subject *subject;

  g_return_if_fail (ATLAS_IS_CHANGE_LAYER (self));
  g_return_if_fail (changes != NULL);

  subject = g_atomic_rc_box_new0 (Subject);
  subject->number = ++self->n_subjects;
  subject->changes = g_ptr_array_ref (changes);
  subject->chosen = chosen;
  atlas_layer_take_subject (ATLAS_LAYER (self), subject, release_subject);
}
