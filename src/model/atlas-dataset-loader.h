/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasDatasetLoader:
 *
 * Reads an atlas on a worker thread. The property "progress" (0 to 1) is notified on the main thread.
 */
#define ATLAS_TYPE_DATASET_LOADER (atlas_dataset_loader_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDatasetLoader, atlas_dataset_loader, ATLAS, DATASET_LOADER, GObject)

typedef void (*AtlasDatasetFunc) (AtlasDataset *dataset, gpointer user_data);

AtlasDatasetLoader *atlas_dataset_loader_new (const char *path);
/* An archive (nullable) that may serve in the place of the atlas's files. One that is missing, stale or
 * damaged is passed by; the last two with a message. Before the loader begins. */
void atlas_dataset_loader_set_archive (AtlasDatasetLoader *self, const char *path);

void atlas_dataset_loader_set_after (AtlasDatasetLoader *self, AtlasDatasetFunc after, gpointer user_data);
double atlas_dataset_loader_get_progress (AtlasDatasetLoader *self);
void atlas_dataset_loader_load_async (
  AtlasDatasetLoader *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AtlasDataset *atlas_dataset_loader_load_finish (AtlasDatasetLoader *self, GAsyncResult *result, GError **error);

G_END_DECLS
