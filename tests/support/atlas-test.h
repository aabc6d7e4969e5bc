/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset-reader.h"

/* What tests of all floors above the model share. */

/* The path of a file or folder under tests/fixtures. (transfer full) */
static inline char *
atlas_test_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

/* The fixture as an atlas; the test fails where it cannot be read. (transfer full) */
static inline AtlasDataset *
atlas_test_read_fixture (const char *name)
{
  g_autofree char *path = atlas_test_fixture (name);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_dataset_read (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  return dataset;
}

/* Runs the main loop until @done, which something that is under way sets. */
static inline void
atlas_test_spin_until (const gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}
