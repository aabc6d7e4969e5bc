/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-geojson.h"
#include "atlas-overlay-list.h"

struct _AtlasOverlayList
{
  GObject parent_instance;

  GPtrArray *overlays;
  GHashTable *hidden; /* a set of those in the array above */
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

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_OVERLAY_INDEX;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_OVERLAY_LIST (model)->overlays->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AtlasOverlayList *self = ATLAS_OVERLAY_LIST (model);

  return position < self->overlays->len ? g_object_ref (self->overlays->pdata[position]) : NULL;
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
  AtlasOverlayList *self = ATLAS_OVERLAY_LIST (object);

  g_hash_table_unref (self->hidden);
  g_ptr_array_unref (self->overlays);
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
  self->overlays = g_ptr_array_new_with_free_func (g_object_unref);
  self->hidden = g_hash_table_new (NULL, NULL);
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
  *request = (Request){ g_strdup (path), g_strdup (group_by) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_overlay_list_open_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_cb);
}

/* The position of the file that @overlay was read from; the end where it is new. */
static guint
find_place (AtlasOverlayList *self, AtlasOverlayIndex *overlay)
{
  const char *path = atlas_overlay_get_path (atlas_overlay_index_get_overlay (overlay));
  guint i = 0;

  while (
    i < self->overlays->len &&
    g_strcmp0 (atlas_overlay_get_path (atlas_overlay_index_get_overlay (self->overlays->pdata[i])),
               path) != 0)
    i++;
  return i;
}

static void
take_out (AtlasOverlayList *self, guint position)
{
  g_hash_table_remove (self->hidden, self->overlays->pdata[position]);
  g_ptr_array_remove_index (self->overlays, position);
}

AtlasOverlayIndex *
atlas_overlay_list_open_finish (AtlasOverlayList *self, GAsyncResult *result, GError **error)
{
  AtlasOverlayIndex *overlay;
  guint position, n_before;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_LIST (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  overlay = g_task_propagate_pointer (G_TASK (result), error);
  if (overlay == NULL)
    return NULL;
  n_before = self->overlays->len;
  position = find_place (self, overlay);
  if (position < n_before)
    take_out (self, position);
  g_ptr_array_insert (self->overlays, (int) position, g_object_ref (overlay));
  g_list_model_items_changed (G_LIST_MODEL (self), position, position < n_before ? 1 : 0, 1);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return overlay;
}

void
atlas_overlay_list_remove (AtlasOverlayList *self, AtlasOverlayIndex *overlay)
{
  guint position;

  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (self));

  if (!g_ptr_array_find (self->overlays, overlay, &position))
    return;
  take_out (self, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
atlas_overlay_list_is_shown (AtlasOverlayList *self, AtlasOverlayIndex *overlay)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY_LIST (self), FALSE);

  return g_ptr_array_find (self->overlays, overlay, NULL) &&
         !g_hash_table_contains (self->hidden, overlay);
}

void
atlas_overlay_list_set_shown (AtlasOverlayList *self, AtlasOverlayIndex *overlay, gboolean shown)
{
  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (self));
  g_return_if_fail (g_ptr_array_find (self->overlays, overlay, NULL));

  if (shown ? g_hash_table_remove (self->hidden, overlay)
            : g_hash_table_add (self->hidden, overlay))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

GPtrArray *
atlas_overlay_list_get_shown (AtlasOverlayList *self)
{
  GPtrArray *shown;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_LIST (self), NULL);

  shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->overlays->len; i++)
    if (!g_hash_table_contains (self->hidden, self->overlays->pdata[i]))
      g_ptr_array_add (shown, g_object_ref (self->overlays->pdata[i]));
  return shown;
}
