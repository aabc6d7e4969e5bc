/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-dataset-loader.h"
#include "atlas-opening.h"
#include "atlas-paths.h"

struct _AtlasOpening
{
  GObject parent_instance;

  char *path;
  char *basemap_folder;
  GCancellable *cancellable;
  AtlasDatasetLoader *loader;
  AtlasHistoryIndex *index;
  AtlasBasemap *basemap;
  GError *error;
  GError *basemap_error;
  guint n_waiting; /* threads that are still at work */
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  N_PROPERTIES,
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasOpening, atlas_opening, G_TYPE_OBJECT)

static void
note_end (AtlasOpening *self)
{
  self->n_waiting--;
  if (self->n_waiting == 0 && !g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* On the loader's thread; nobody looks at the index before the loader has come back. */
static void
make_index_cb (AtlasDataset *dataset, gpointer user_data)
{
  AtlasOpening *self = user_data;

  self->index = atlas_history_index_new (dataset);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasOpening) self = user_data;
  g_autoptr (AtlasDataset) dataset =
    atlas_dataset_loader_load_finish (ATLAS_DATASET_LOADER (source), result, &self->error);

  note_end (self);
}

static void
progress_cb (AtlasOpening *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
read_basemap_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasBasemap *basemap = atlas_basemap_new (task_data, &error);

  if (basemap != NULL)
    g_task_return_pointer (task, basemap, (GDestroyNotify) atlas_basemap_unref);
  else
    g_task_return_error (task, error);
}

static void
basemap_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasOpening *self = ATLAS_OPENING (source);

  self->basemap = g_task_propagate_pointer (G_TASK (result), &self->basemap_error);
  note_end (self);
}

/* The shipped atlas is compiled; who opens one of their own may be writing it just now. */
static void
offer_archive (AtlasOpening *self)
{
  g_autofree char *data = atlas_paths_get_data_folder ();
  g_autofree char *shipped = g_build_filename (data, "atlas", NULL);
  g_autofree char *archive = atlas_paths_get_archive ();

  if (g_strcmp0 (self->path, shipped) == 0)
    atlas_dataset_loader_set_archive (self->loader, archive);
}

static void
begin (AtlasOpening *self)
{
  g_autoptr (GTask) task = NULL;

  self->loader = atlas_dataset_loader_new (self->path);
  offer_archive (self);
  atlas_dataset_loader_set_after (self->loader, make_index_cb, self);
  g_signal_connect_object (self->loader,
                           "notify::progress",
                           G_CALLBACK (progress_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->n_waiting = 1;
  atlas_dataset_loader_load_async (self->loader, self->cancellable, loaded_cb, g_object_ref (self));
  if (self->basemap_folder == NULL)
    return;

  self->n_waiting++;
  task = g_task_new (self, NULL, basemap_read_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, g_strdup (self->basemap_folder), g_free);
  g_task_run_in_thread (task, read_basemap_cb);
}

static void
atlas_opening_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasOpening *self = ATLAS_OPENING (object);

  if (id == PROP_PROGRESS)
    g_value_set_double (value, atlas_dataset_loader_get_progress (self->loader));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_opening_finalize (GObject *object)
{
  AtlasOpening *self = ATLAS_OPENING (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->index);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_clear_error (&self->basemap_error);
  g_free (self->path);
  g_free (self->basemap_folder);
  G_OBJECT_CLASS (atlas_opening_parent_class)->finalize (object);
}

static void
atlas_opening_class_init (AtlasOpeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_opening_get_property;
  object_class->finalize = atlas_opening_finalize;

  properties[PROP_PROGRESS] = g_param_spec_double ("progress",
                                                   NULL,
                                                   NULL,
                                                   0.0,
                                                   1.0,
                                                   0.0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_DONE] = g_signal_new ("done",
                                       ATLAS_TYPE_OPENING,
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       0);
}

static void
atlas_opening_init (AtlasOpening *self)
{
  self->cancellable = g_cancellable_new ();
}

AtlasOpening *
atlas_opening_new (const char *path, const char *basemap_folder)
{
  AtlasOpening *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_OPENING, NULL);
  self->path = g_strdup (path);
  self->basemap_folder = g_strdup (basemap_folder);
  begin (self);
  return self;
}

void
atlas_opening_cancel (AtlasOpening *self)
{
  g_return_if_fail (ATLAS_IS_OPENING (self));

  g_cancellable_cancel (self->cancellable);
}

const char *
atlas_opening_get_path (AtlasOpening *self)
{
  g_return_val_if_fail (ATLAS_IS_OPENING (self), NULL);

  return self->path;
}

gboolean
atlas_opening_is_done (AtlasOpening *self)
{
  g_return_val_if_fail (ATLAS_IS_OPENING (self), FALSE);

  return self->n_waiting == 0;
}

AtlasHistoryIndex *
atlas_opening_get_index (AtlasOpening *self, const GError **error)
{
  g_return_val_if_fail (ATLAS_IS_OPENING (self), NULL);
  g_return_val_if_fail (atlas_opening_is_done (self), NULL);

  if (error != NULL)
    *error = self->error;
  return self->error == NULL ? self->index : NULL;
}

AtlasBasemap *
atlas_opening_get_basemap (AtlasOpening *self, const GError **error)
{
  g_return_val_if_fail (ATLAS_IS_OPENING (self), NULL);
  g_return_val_if_fail (atlas_opening_is_done (self), NULL);

  if (error != NULL)
    *error = self->basemap_error;
  return self->basemap;
}
