/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-dataset-reader.h"

#include "atlas-dataset-reading.h"

/**
 * atlas_dataset_read:
 * @path: the folder of an atlas, or its manifest
 * @progress: (nullable) (scope call): told how far it is, 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): a way to stop
 * @error: the first problem, in #ATLAS_DATASET_ERROR, or that it was cancelled
 *
 * Reads on the calling thread, which may be any.
 *
 * Returns: (transfer full) (nullable): the atlas
 */
AtlasDataset *
atlas_dataset_read (const char *path,
                    AtlasReadProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (AtlasReading) reading = NULL;
  const AtlasProblem *problem;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading = atlas_reading_new (path, TRUE);
  if (atlas_reading_run (reading, progress, user_data, cancellable))
    return g_steal_pointer (&reading->dataset);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  problem = atlas_reading_get_error (reading);
  if (problem != NULL)
    {
      g_autofree char *message = atlas_problem_to_string (problem);

      g_set_error_literal (error, ATLAS_DATASET_ERROR, (int) problem->code, message);
    }
  return NULL;
}
