/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_DATASET_ERROR (atlas_dataset_error_quark ())
GQuark atlas_dataset_error_quark (void);

typedef enum
{
  ATLAS_DATASET_ERROR_UNREADABLE, /* the file cannot be opened */
  ATLAS_DATASET_ERROR_SYNTAX,     /* not JSON */
  ATLAS_DATASET_ERROR_STRUCTURE,  /* JSON, but not an atlas */
  ATLAS_DATASET_ERROR_VALUE,      /* an entry of the wrong kind or out of range */
  ATLAS_DATASET_ERROR_REFERENCE,  /* names something that is not there */
  ATLAS_DATASET_ERROR_TOO_LARGE,
} AtlasDatasetError;

typedef void (*AtlasReadProgress) (double fraction, gpointer user_data);

/* Reads the atlas whose manifest or folder is @path, on the calling thread. The error's message has file, place in it, what was found
 * and what was expected. @progress may be NULL. */
AtlasDataset *atlas_dataset_read (
  const char *path, AtlasReadProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
