/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset-error.h"
#include "atlas-dataset.h"

G_BEGIN_DECLS

typedef void (*AtlasReadProgress) (double fraction, gpointer user_data);

/* Reads the atlas whose manifest or folder is @path, on the calling thread. The error's message has
 * file, place in it, what was found and what was expected. @progress may be NULL. */
AtlasDataset *atlas_dataset_read (const char *path,
                                  AtlasReadProgress progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
