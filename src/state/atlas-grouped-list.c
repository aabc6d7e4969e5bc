/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-grouped-list.h"

struct _AtlasGroupedList
{
  GObject parent_instance;

  AtlasVisibleSet *set;
  GPtrArray *records;
};

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_GROUPED_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AtlasGroupedList *self = ATLAS_GROUPED_LIST (model);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasGroupedList,
                               atlas_grouped_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GPtrArray *
collect (AtlasGroupedList *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->set));
  AtlasRecord *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      AtlasEvent *event = g_list_model_get_item (G_LIST_MODEL (self->set), i);
      AtlasRecord *heading = atlas_visible_set_get_heading (self->set, event);

      if (heading != NULL && heading != last)
        g_ptr_array_add (records, g_object_ref (heading));
      last = heading;
      g_ptr_array_add (records, event);
    }
  return records;
}

/* What is the same at both ends stays; between them is what the change of the set was, mostly. */
static void
items_changed_cb (AtlasGroupedList *self)
{
  g_autoptr (GPtrArray) before = self->records;
  GPtrArray *after = collect (self);
  guint least = MIN (before->len, after->len), head = 0, tail = 0;

  while (head < least && before->pdata[head] == after->pdata[head])
    head++;
  while (tail < least - head &&
         before->pdata[before->len - 1 - tail] == after->pdata[after->len - 1 - tail])
    tail++;
  self->records = after;
  if (before->len != after->len || head < after->len)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                head,
                                before->len - head - tail,
                                after->len - head - tail);
}

static void
atlas_grouped_list_dispose (GObject *object)
{
  AtlasGroupedList *self = ATLAS_GROUPED_LIST (object);

  g_clear_object (&self->set);
  g_ptr_array_set_size (self->records, 0);
  G_OBJECT_CLASS (atlas_grouped_list_parent_class)->dispose (object);
}

static void
atlas_grouped_list_finalize (GObject *object)
{
  g_ptr_array_unref (ATLAS_GROUPED_LIST (object)->records);
  G_OBJECT_CLASS (atlas_grouped_list_parent_class)->finalize (object);
}

static void
atlas_grouped_list_class_init (AtlasGroupedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_grouped_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_grouped_list_finalize;
}

static void
atlas_grouped_list_init (AtlasGroupedList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

AtlasGroupedList *
atlas_grouped_list_new (AtlasVisibleSet *set)
{
  AtlasGroupedList *self;

  g_return_val_if_fail (ATLAS_IS_VISIBLE_SET (set), NULL);

  self = g_object_new (ATLAS_TYPE_GROUPED_LIST, NULL);
  self->set = g_object_ref (set);
  g_signal_connect_object (set,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
  return self;
}
