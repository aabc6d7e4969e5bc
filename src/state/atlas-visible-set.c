/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-visible-set.h"

struct _AtlasVisibleSet
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasEventOrder *order; /* (nullable): NULL for that of atlas_history_index_compare_events() */
  GPtrArray *events;
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

static int
compare (AtlasVisibleSet *self, AtlasEvent *a, AtlasEvent *b)
{
  return self->order != NULL ? atlas_event_order_compare (self->order, a, b)
                             : atlas_history_index_compare_events (a, b);
}

static int
compare_pointers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare (user_data, *(AtlasEvent *const *) a, *(AtlasEvent *const *) b);
}

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
          order = old == NULL ? 1 : kept == NULL ? -1 : compare (self, old, kept);
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
  if (self->order != NULL)
    g_ptr_array_sort_with_data (wanted, compare_pointers, self);
  change_to (self, wanted);
}

/* Another order begins from nothing: no walk leads from one to the other. */
static void
order_changed_cb (AtlasVisibleSet *self)
{
  AtlasSort sort = atlas_view_state_get_sort (self->state);
  AtlasGroup group = atlas_view_state_get_group (self->state);
  guint n = self->events->len;

  if (n > 0)
    splice (self, 0, n, NULL, 0);
  g_clear_pointer (&self->order, atlas_event_order_free);
  if (self->index != NULL && (sort != ATLAS_SORT_DATE || group != ATLAS_GROUP_NONE))
    self->order = atlas_event_order_new (atlas_history_index_get_dataset (self->index),
                                         sort,
                                         group,
                                         atlas_view_state_get_language (self->state));
  update_events (self);
}

/* By names only, and only these depend on the language. */
static void
language_changed_cb (AtlasVisibleSet *self)
{
  if (self->order != NULL)
    order_changed_cb (self);
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

  g_ptr_array_set_size (self->events, 0);
  g_clear_pointer (&self->order, atlas_event_order_free);
  g_clear_object (&self->index);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_visible_set_parent_class)->dispose (object);
}

static void
atlas_visible_set_finalize (GObject *object)
{
  AtlasVisibleSet *self = ATLAS_VISIBLE_SET (object);

  g_ptr_array_unref (self->events);
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
}

AtlasVisibleSet *
atlas_visible_set_new (AtlasViewState *state)
{
  static const char *const changes[] = { "notify::date",        "notify::window-length",
                                         "notify::free-begin",  "notify::free-end",
                                         "notify::range-begin", "notify::filter" };
  static const char *const orders[] = { "notify::sort", "notify::group" };
  AtlasVisibleSet *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_VISIBLE_SET, NULL);
  self->state = g_object_ref (state);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (state,
                             changes[i],
                             G_CALLBACK (update_events),
                             self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    g_signal_connect_object (state,
                             orders[i],
                             G_CALLBACK (order_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::language",
                           G_CALLBACK (language_changed_cb),
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
  g_clear_object (&self->index);
  update_events (self);
  g_set_object (&self->index, index);
  order_changed_cb (self);
}

AtlasRecord *
atlas_visible_set_get_heading (AtlasVisibleSet *self, AtlasEvent *event)
{
  g_return_val_if_fail (ATLAS_IS_VISIBLE_SET (self), NULL);

  return self->order != NULL ? atlas_event_order_get_heading (self->order, event) : NULL;
}
