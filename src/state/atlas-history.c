/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-history.h"

/* More steps back than anyone takes; keeps a long session from growing. */
#define MAX_ENTRIES 200

struct _AtlasHistory
{
  GObject parent_instance;

  AtlasViewState *state;
  GPtrArray *entries; /* interned ids */
  int position;       /* of the entry that is, or was last, selected; -1 for none */
  gboolean could_go_back;
  gboolean could_go_forward;
};

G_DEFINE_FINAL_TYPE (AtlasHistory, atlas_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
notify_changes (AtlasHistory *self)
{
  gboolean back = atlas_history_can_go_back (self);
  gboolean forward = atlas_history_can_go_forward (self);
  gboolean back_changed = back != self->could_go_back;
  gboolean forward_changed = forward != self->could_go_forward;

  self->could_go_back = back;
  self->could_go_forward = forward;
  if (back_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  if (forward_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static void
selection_changed_cb (AtlasHistory *self)
{
  const char *id = atlas_view_state_get_selection (self->state);

  if (id == NULL || (self->position >= 0 && self->entries->pdata[self->position] == (gpointer) id))
    return;

  g_ptr_array_set_size (self->entries, self->position + 1);
  g_ptr_array_add (self->entries, (gpointer) id);
  if (self->entries->len > MAX_ENTRIES)
    g_ptr_array_remove_index (self->entries, 0);
  self->position = (int) self->entries->len - 1;
  notify_changes (self);
}

static void
go_to (AtlasHistory *self, int position)
{
  /* The entry is made the current one first, so that the change of selection is not taken for a new
   * one. */
  self->position = position;
  atlas_view_state_set_selection (self->state, self->entries->pdata[position]);
  notify_changes (self);
}

static void
atlas_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasHistory *self = ATLAS_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, atlas_history_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, atlas_history_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_history_dispose (GObject *object)
{
  AtlasHistory *self = ATLAS_HISTORY (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_history_parent_class)->dispose (object);
}

static void
atlas_history_class_init (AtlasHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_history_get_property;
  object_class->dispose = atlas_history_dispose;
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_history_init (AtlasHistory *self)
{
  self->entries = g_ptr_array_new ();
  self->position = -1;
}

AtlasHistory *
atlas_history_new (AtlasViewState *state)
{
  AtlasHistory *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_HISTORY, NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state,
                           "notify::selection",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  return self;
}

gboolean
atlas_history_can_go_back (AtlasHistory *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY (self), FALSE);

  return self->position > 0;
}

gboolean
atlas_history_can_go_forward (AtlasHistory *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY (self), FALSE);

  return self->position + 1 < (int) self->entries->len;
}

void
atlas_history_go_back (AtlasHistory *self)
{
  g_return_if_fail (ATLAS_IS_HISTORY (self));

  if (atlas_history_can_go_back (self))
    go_to (self, self->position - 1);
}

void
atlas_history_go_forward (AtlasHistory *self)
{
  g_return_if_fail (ATLAS_IS_HISTORY (self));

  if (atlas_history_can_go_forward (self))
    go_to (self, self->position + 1);
}

void
atlas_history_clear (AtlasHistory *self)
{
  g_return_if_fail (ATLAS_IS_HISTORY (self));

  g_ptr_array_set_size (self->entries, 0);
  self->position = -1;
  notify_changes (self);
}
