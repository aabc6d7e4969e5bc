/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset.h"
#include "atlas-json-file.h"
#include "atlas-json.h"

G_BEGIN_DECLS

/* One feature of a file, and the record that comes of it. */
typedef struct
{
  AtlasRecord *record;       /* the dataset's */
  const AtlasJsonNode *node; /* the file's */
  guint file;
  guint index;
} AtlasReadingFeature;

/**
 * AtlasReading:
 *
 * An atlas that is being read. The reader stops at the first problem and the check at none, but
 * both do the same: all files are parsed first, so that every id is known; then the records are
 * filled, kind after kind, so that what a record names has been read before it.
 */
typedef struct
{
  AtlasJsonContext context;
  gboolean stop_at_first;
  AtlasJsonBudget budget; /* of all files together, where they are read one after another */
  AtlasDataset *dataset;
  char *folder;
  char *manifest_name;
  AtlasJsonTree *manifest;
  const char *const *file_names; /* ended by NULL */
  GPtrArray *files;              /* (element-type AtlasJsonTree) NULL where a file cannot be read */
  GPtrArray *tours;              /* (element-type AtlasJsonTree) by chapter; NULL for none */
  GArray *features;              /* (element-type AtlasReadingFeature) */
} AtlasReading;

typedef void (*AtlasReadingProgress) (double fraction, gpointer user_data);

AtlasReading *atlas_reading_new (const char *path, gboolean stop_at_first);
void atlas_reading_free (AtlasReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReading, atlas_reading_free)

/* Reads all. FALSE only where it was cancelled, or stopped at a problem. */
gboolean atlas_reading_run (AtlasReading *self,
                            AtlasReadingProgress progress,
                            gpointer user_data,
                            GCancellable *cancellable);

/* Whether there is an error (a warning does not count) among the problems. (nullable) */
const AtlasProblem *atlas_reading_get_error (AtlasReading *self);

/* Sets the context to the feature and puts its places in the caller's three values; the last is the
 * feature. */
const AtlasJson *atlas_reading_enter (AtlasReading *self,
                                      const AtlasReadingFeature *feature,
                                      AtlasJson place[3]);

/* Sets the context to the steps of a chapter and returns their file's root, absent where it has
 * none. */
AtlasJson atlas_reading_enter_tour (AtlasReading *self, guint chapter);

G_END_DECLS
