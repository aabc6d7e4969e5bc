/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-dataset-loader.h"

#include "atlas-dataset-archive.h"
#include "atlas-dataset-reader.h"

struct _AtlasDatasetLoader
{
  GObject parent_instance;

  char *path;
  char *archive; /* (nullable) */
  AtlasDatasetFunc after;
  gpointer after_data;

  GMutex mutex;
  double progress; /* guarded by the mutex */
  guint notify_id; /* guarded by the mutex: the idle source that is waiting to notify, or 0 */
};

enum
{
  PROP_0,
  PROP_PATH,
  PROP_PROGRESS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasDatasetLoader, atlas_dataset_loader, G_TYPE_OBJECT)

static gboolean
notify_progress_cb (gpointer user_data)
{
  AtlasDatasetLoader *self = user_data;

  g_mutex_lock (&self->mutex);
  self->notify_id = 0;
  g_mutex_unlock (&self->mutex);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  return G_SOURCE_REMOVE;
}

/* Called on the worker, as often as it likes: however many steps are made before the main thread
 * finds time to look, it is told once. */
static void
progress_cb (double fraction, gpointer user_data)
{
  AtlasDatasetLoader *self = user_data;

  g_mutex_lock (&self->mutex);
  self->progress = fraction;
  if (self->notify_id == 0)
    self->notify_id =
      g_idle_add_full (G_PRIORITY_DEFAULT, notify_progress_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->mutex);
}

/* (nullable): from the archive, where that can be. */
static AtlasDataset *
open_archive (AtlasDatasetLoader *self)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  if (self->archive == NULL)
    return NULL;
  dataset = atlas_dataset_archive_read (self->archive, self->path, &error);
  if (dataset == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_message ("%s is not used: %s. The files of the atlas are read instead.",
               self->archive,
               error->message);
  return dataset;
}

static void
load_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AtlasDatasetLoader *self = source;
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = open_archive (self);

  if (dataset == NULL)
    dataset = atlas_dataset_read (self->path, progress_cb, self, cancellable, &error);
  if (dataset != NULL && self->after != NULL)
    self->after (dataset, self->after_data);
  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
atlas_dataset_loader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasDatasetLoader *self = ATLAS_DATASET_LOADER (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, atlas_dataset_loader_get_progress (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_dataset_loader_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  AtlasDatasetLoader *self = ATLAS_DATASET_LOADER (object);

  switch (prop_id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_dataset_loader_finalize (GObject *object)
{
  AtlasDatasetLoader *self = ATLAS_DATASET_LOADER (object);

  g_free (self->path);
  g_free (self->archive);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (atlas_dataset_loader_parent_class)->finalize (object);
}

static void
atlas_dataset_loader_class_init (AtlasDatasetLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_dataset_loader_get_property;
  object_class->set_property = atlas_dataset_loader_set_property;
  object_class->finalize = atlas_dataset_loader_finalize;

  properties[PROP_PATH] =
    g_param_spec_string ("path",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress",
                                                   NULL,
                                                   NULL,
                                                   0.0,
                                                   1.0,
                                                   0.0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_dataset_loader_init (AtlasDatasetLoader *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * atlas_dataset_loader_new:
 * @path: the folder of an atlas, or its manifest
 *
 * Returns: (transfer full): a loader for it
 */
AtlasDatasetLoader *
atlas_dataset_loader_new (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_object_new (ATLAS_TYPE_DATASET_LOADER, "path", path, NULL);
}

/**
 * atlas_dataset_loader_get_progress:
 * @self: a loader
 *
 * Returns: how far it is, 0 to 1; may be asked on any thread
 */
double
atlas_dataset_loader_get_progress (AtlasDatasetLoader *self)
{
  double progress;

  g_return_val_if_fail (ATLAS_IS_DATASET_LOADER (self), 0.0);

  g_mutex_lock (&self->mutex);
  progress = self->progress;
  g_mutex_unlock (&self->mutex);
  return progress;
}

void
atlas_dataset_loader_set_archive (AtlasDatasetLoader *self, const char *path)
{
  g_return_if_fail (ATLAS_IS_DATASET_LOADER (self));

  g_free (self->archive);
  self->archive = g_strdup (path);
}

/**
 * atlas_dataset_loader_set_after:
 * @self: a loader that has not begun
 * @after: called with the atlas on the worker thread, before anybody else sees it
 * @user_data: for @after, which must last until the loader has finished
 *
 * For what else is to be made of an atlas away from the main thread.
 */
void
atlas_dataset_loader_set_after (AtlasDatasetLoader *self,
                                AtlasDatasetFunc after,
                                gpointer user_data)
{
  g_return_if_fail (ATLAS_IS_DATASET_LOADER (self));

  self->after = after;
  self->after_data = user_data;
}

/**
 * atlas_dataset_loader_load_async:
 * @self: a loader
 * @cancellable: (nullable): a way to stop
 * @callback: (scope async) (nullable): called on the thread that calls this
 * @user_data: for @callback
 *
 * Reads the atlas on a worker thread.
 */
void
atlas_dataset_loader_load_async (AtlasDatasetLoader *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_DATASET_LOADER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_dataset_loader_load_async);
  g_task_run_in_thread (task, load_cb);
}

/**
 * atlas_dataset_loader_load_finish:
 * @self: a loader
 * @result: what the callback was given
 * @error: what atlas_dataset_read() says
 *
 * Returns: (transfer full) (nullable): the atlas
 */
AtlasDataset *
atlas_dataset_loader_load_finish (AtlasDatasetLoader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_DATASET_LOADER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
