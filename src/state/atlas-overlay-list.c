/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-geojson.h"
#include "atlas-overlay-list.h"

/* A file that is open. Large ones take longer to read than small ones that were asked for later;
 * the number of the request keeps their order. */
typedef struct
{
  AtlasOverlayIndex *index;
  guint number;
  gboolean hidden;
} Entry;

struct _AtlasOverlayList
{
  GObject parent_instance;

  GPtrArray *entries; /* of Entry, by their numbers */
  guint n_requests;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void atlas_overlay_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasOverlayList,
                               atlas_overlay_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      atlas_overlay_list_model_init))

static Entry *
get_entry (AtlasOverlayList *self, guint position)
{
  return g_ptr_array_index (self->entries, position);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->index);
  g_free (entry);
}

/* (nullable) */
static Entry *
find_entry (AtlasOverlayList *self, AtlasOverlayIndex *overlay, guint *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->index == overlay)
      {
        if (position != NULL)
          *position = i;
        return get_entry (self, i);
      }
  return NULL;
}

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_OVERLAY_INDEX;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_OVERLAY_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AtlasOverlayList *self = ATLAS_OVERLAY_LIST (model);

  return position < self->entries->len ? g_object_ref (get_entry (self, position)->index) : NULL;
}

static void
atlas_overlay_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
atlas_overlay_list_finalize (GObject *object)
{
  g_ptr_array_unref (ATLAS_OVERLAY_LIST (object)->entries);
  G_OBJECT_CLASS (atlas_overlay_list_parent_class)->finalize (object);
}

static void
atlas_overlay_list_class_init (AtlasOverlayListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_overlay_list_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          ATLAS_TYPE_OVERLAY_LIST,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
atlas_overlay_list_init (AtlasOverlayList *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

AtlasOverlayList *
atlas_overlay_list_new (void)
{
  return g_object_new (ATLAS_TYPE_OVERLAY_LIST, NULL);
}

typedef struct
{
  char *path;
  char *group_by;
  guint number;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->group_by);
  g_free (request);
}

static void
read_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  g_autoptr (AtlasOverlay) overlay =
    atlas_geojson_read (request->path, request->group_by, cancellable, &error);

  if (overlay != NULL)
    g_task_return_pointer (task, atlas_overlay_index_new (overlay), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
atlas_overlay_list_open_async (AtlasOverlayList *self,
                               const char *path,
                               const char *group_by,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (self));
  g_return_if_fail (path != NULL);

  request = g_new (Request, 1);
  *request = (Request){ g_strdup (path), g_strdup (group_by), self->n_requests++ };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_overlay_list_open_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_cb);
}

static const char *
get_path (AtlasOverlayIndex *index)
{
  return atlas_overlay_get_path (atlas_overlay_index_get_overlay (index));
}

/* A file that was open already keeps its place, its number and whether it is hidden. */
static gboolean
replace (AtlasOverlayList *self, AtlasOverlayIndex *overlay)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);

      if (g_strcmp0 (get_path (entry->index), get_path (overlay)) != 0)
        continue;
      g_set_object (&entry->index, overlay);
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
      return TRUE;
    }
  return FALSE;
}

static void
insert (AtlasOverlayList *self, AtlasOverlayIndex *overlay, guint number)
{
  Entry *entry = g_new (Entry, 1);
  guint position = 0;

  while (position < self->entries->len && get_entry (self, position)->number < number)
    position++;
  *entry = (Entry){ g_object_ref (overlay), number, FALSE };
  g_ptr_array_insert (self->entries, (int) position, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

AtlasOverlayIndex *
atlas_overlay_list_open_finish (AtlasOverlayList *self, GAsyncResult *result, GError **error)
{
  AtlasOverlayIndex *overlay;
  const Request *request;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_LIST (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  request = g_task_get_task_data (G_TASK (result));
  overlay = g_task_propagate_pointer (G_TASK (result), error);
  if (overlay == NULL)
    return NULL;
  if (!replace (self, overlay))
    insert (self, overlay, request->number);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return overlay;
}

void
atlas_overlay_list_remove (AtlasOverlayList *self, AtlasOverlayIndex *overlay)
{
  guint position;

  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (self));

  if (find_entry (self, overlay, &position) == NULL)
    return;
  g_ptr_array_remove_index (self->entries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
atlas_overlay_list_is_shown (AtlasOverlayList *self, AtlasOverlayIndex *overlay)
{
  const Entry *entry;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_LIST (self), FALSE);

  entry = find_entry (self, overlay, NULL);
  return entry != NULL && !entry->hidden;
}

void
atlas_overlay_list_set_shown (AtlasOverlayList *self, AtlasOverlayIndex *overlay, gboolean shown)
{
  Entry *entry;

  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (self));

  entry = find_entry (self, overlay, NULL);
  g_return_if_fail (entry != NULL);
  if (entry->hidden != shown)
    return;
  entry->hidden = !shown;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

GPtrArray *
atlas_overlay_list_get_shown (AtlasOverlayList *self)
{
  GPtrArray *shown;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_LIST (self), NULL);

  shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->entries->len; i++)
    if (!get_entry (self, i)->hidden)
      g_ptr_array_add (shown, g_object_ref (get_entry (self, i)->index));
  return shown;
}
