/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-visible-set.h"

struct _AtlasVisibleSet
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  GPtrArray *events; /* in the order of atlas_history_index_compare_events() */
  GPtrArray *changes;
  AtlasDay last_date;
};

enum
{
  PROP_0,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_EVENT;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_VISIBLE_SET (model)->events->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AtlasVisibleSet *self = ATLAS_VISIBLE_SET (model);

  return position < self->events->len ? g_object_ref (self->events->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasVisibleSet,
                               atlas_visible_set,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Replaces @n_removed events at @position by @n_added from @wanted and says so. */
static void
splice (AtlasVisibleSet *self, guint position, guint n_removed, gpointer *added, guint n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->events, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->events, (int) (position + i), g_object_ref (added[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/* Both lists are in the same order, so one walk finds each run of events that leave and enter at
 * one place. */
static void
change_to (AtlasVisibleSet *self, GPtrArray *wanted)
{
  guint n_before = self->events->len;
  guint i = 0;

  while (i < self->events->len || i < wanted->len)
    {
      guint n_removed = 0, n_added = 0;
      AtlasEvent *kept;

      if (i < self->events->len && i < wanted->len && self->events->pdata[i] == wanted->pdata[i])
        {
          i++;
          continue;
        }
      for (;;)
        {
          AtlasEvent *old =
            i + n_removed < self->events->len ? self->events->pdata[i + n_removed] : NULL;
          int order;

          kept = i + n_added < wanted->len ? wanted->pdata[i + n_added] : NULL;
          if (old == kept)
            break;
          order = old == NULL    ? 1
                  : kept == NULL ? -1
                                 : atlas_history_index_compare_events (old, kept);
          if (order < 0)
            n_removed++;
          else
            n_added++;
        }
      splice (self, i, n_removed, wanted->pdata + i, n_added);
      i += n_added;
    }
  if (self->events->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
update_events (AtlasVisibleSet *self)
{
  g_autoptr (GPtrArray) wanted = NULL;

  if (self->index)
    wanted = atlas_history_index_events_in (self->index,
                                            atlas_view_state_get_window (self->state),
                                            atlas_view_state_get_filter (self->state));
  else
    wanted = g_ptr_array_new ();
  change_to (self, wanted);
}

static void
append_missing (GPtrArray *changes, GPtrArray *from, GPtrArray *in, gboolean begun)
{
  for (guint i = 0; i < from->len; i++)
    {
      AtlasVisibleChange *change;

      if (g_ptr_array_find (in, from->pdata[i], NULL))
        continue;
      change = g_new (AtlasVisibleChange, 1);
      *change = (AtlasVisibleChange){ from->pdata[i], begun };
      g_ptr_array_add (changes, change);
    }
}

static void
update_changes (AtlasVisibleSet *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  AtlasDay last = self->last_date;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  if (date == last)
    return;
  self->last_date = date;
  g_ptr_array_set_size (self->changes, 0);
  if (self->index == NULL || atlas_history_index_territory_epoch (self->index, last) ==
                               atlas_history_index_territory_epoch (self->index, date))
    return;
  before = atlas_history_index_territories_on (self->index, last, NULL);
  after = atlas_history_index_territories_on (self->index, date, NULL);
  append_missing (self->changes, after, before, TRUE);
  append_missing (self->changes, before, after, FALSE);
}

static void
date_changed_cb (AtlasVisibleSet *self)
{
  update_changes (self);
  update_events (self);
}

static void
atlas_visible_set_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_ITEMS)
    g_value_set_uint (value, ATLAS_VISIBLE_SET (object)->events->len);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_visible_set_dispose (GObject *object)
{
  AtlasVisibleSet *self = ATLAS_VISIBLE_SET (object);

  g_ptr_array_set_size (self->changes, 0);
  g_ptr_array_set_size (self->events, 0);
  g_clear_object (&self->index);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_visible_set_parent_class)->dispose (object);
}

static void
atlas_visible_set_finalize (GObject *object)
{
  AtlasVisibleSet *self = ATLAS_VISIBLE_SET (object);

  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (atlas_visible_set_parent_class)->finalize (object);
}

static void
atlas_visible_set_class_init (AtlasVisibleSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_visible_set_get_property;
  object_class->dispose = atlas_visible_set_dispose;
  object_class->finalize = atlas_visible_set_finalize;
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items",
                       NULL,
                       NULL,
                       0,
                       G_MAXUINT,
                       0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_visible_set_init (AtlasVisibleSet *self)
{
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->changes = g_ptr_array_new_with_free_func (g_free);
}

AtlasVisibleSet *
atlas_visible_set_new (AtlasViewState *state)
{
  AtlasVisibleSet *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_VISIBLE_SET, NULL);
  self->state = g_object_ref (state);
  self->last_date = atlas_view_state_get_date (state);
  g_signal_connect_object (state,
                           "notify::date",
                           G_CALLBACK (date_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::window-length",
                           G_CALLBACK (update_events),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::free-begin",
                           G_CALLBACK (update_events),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::free-end",
                           G_CALLBACK (update_events),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::range-begin",
                           G_CALLBACK (update_events),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::filter",
                           G_CALLBACK (update_events),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
atlas_visible_set_set_index (AtlasVisibleSet *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_VISIBLE_SET (self));
  g_return_if_fail (index == NULL || ATLAS_IS_HISTORY_INDEX (index));

  if (self->index == index)
    return;

  /* Events of two atlases are never the same, and the order is known only within one; so the set is
   * emptied in between. */
  g_ptr_array_set_size (self->changes, 0);
  g_clear_object (&self->index);
  update_events (self);
  g_set_object (&self->index, index);
  update_events (self);
}

GPtrArray *
atlas_visible_set_get_changes (AtlasVisibleSet *self)
{
  g_return_val_if_fail (ATLAS_IS_VISIBLE_SET (self), NULL);

  return self->changes;
}
