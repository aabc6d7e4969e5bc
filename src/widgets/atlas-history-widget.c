/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-history-widget.h"

typedef struct
{
  AtlasViewState *state;
  AtlasHistoryIndex *index;
} AtlasHistoryWidgetPrivate;

enum
{
  PROP_0,
  PROP_STATE,
  PROP_INDEX,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasHistoryWidget, atlas_history_widget, GTK_TYPE_WIDGET)

static AtlasHistoryWidgetPrivate *
get_private (AtlasHistoryWidget *self)
{
  return atlas_history_widget_get_instance_private (self);
}

static void
atlas_history_widget_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasHistoryWidgetPrivate *priv = get_private (ATLAS_HISTORY_WIDGET (object));

  if (id == PROP_STATE)
    g_value_set_object (value, priv->state);
  else
    g_value_set_object (value, priv->index);
}

static void
atlas_history_widget_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  AtlasHistoryWidget *self = ATLAS_HISTORY_WIDGET (object);

  if (id == PROP_STATE)
    atlas_history_widget_set_state (self, g_value_get_object (value));
  else
    atlas_history_widget_set_index (self, g_value_get_object (value));
}

static void
atlas_history_widget_dispose (GObject *object)
{
  AtlasHistoryWidgetPrivate *priv = get_private (ATLAS_HISTORY_WIDGET (object));

  g_clear_object (&priv->state);
  g_clear_object (&priv->index);

  G_OBJECT_CLASS (atlas_history_widget_parent_class)->dispose (object);
}

static void
atlas_history_widget_class_init (AtlasHistoryWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = atlas_history_widget_get_property;
  object_class->set_property = atlas_history_widget_set_property;
  object_class->dispose = atlas_history_widget_dispose;

  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, ATLAS_TYPE_VIEW_STATE, flags | G_PARAM_CONSTRUCT);
  properties[PROP_INDEX] =
    g_param_spec_object ("index", NULL, NULL, ATLAS_TYPE_HISTORY_INDEX, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
atlas_history_widget_init (AtlasHistoryWidget *self)
{
}

AtlasViewState *
atlas_history_widget_get_state (AtlasHistoryWidget *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_WIDGET (self), NULL);

  return get_private (self)->state;
}

AtlasHistoryIndex *
atlas_history_widget_get_index (AtlasHistoryWidget *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_WIDGET (self), NULL);

  return get_private (self)->index;
}

void
atlas_history_widget_set_state (AtlasHistoryWidget *self, AtlasViewState *state)
{
  AtlasHistoryWidgetClass *klass;

  g_return_if_fail (ATLAS_IS_HISTORY_WIDGET (self));

  klass = ATLAS_HISTORY_WIDGET_GET_CLASS (self);
  if (!g_set_object (&get_private (self)->state, state))
    return;
  if (klass->set_state != NULL)
    klass->set_state (self, state);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
atlas_history_widget_set_index (AtlasHistoryWidget *self, AtlasHistoryIndex *index)
{
  AtlasHistoryWidgetClass *klass;

  g_return_if_fail (ATLAS_IS_HISTORY_WIDGET (self));

  klass = ATLAS_HISTORY_WIDGET_GET_CLASS (self);
  if (!g_set_object (&get_private (self)->index, index))
    return;
  if (klass->set_index != NULL)
    klass->set_index (self, index);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
}
