/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"
#include "atlas-pool.h"

G_BEGIN_DECLS

/* What the manifest says. Everything that is pointed to belongs to @pool. */
typedef struct
{
  AtlasPool *pool;
  const char *folder;
  AtlasText *title;
  AtlasText *description;
  const char *licence;
  const char *const *languages; /* never NULL */
  AtlasTimeSpan range;
  double lon;
  double lat;
  double zoom;
  AtlasDay day;
  AtlasChapter *chapters;
  const char **step_files; /* of each chapter; NULL where it has no tour */
  guint n_chapters;
} AtlasDatasetData;

/* A dataset that is being read: fill the data, add the records, then close it. */
AtlasDataset *atlas_dataset_new (void);
AtlasDatasetData *atlas_dataset_get_data (AtlasDataset *self);

/* Takes the caller's reference. The record must know its id and kind; FALSE, and the reference
 * dropped, where the id is taken. */
gboolean atlas_dataset_add (AtlasDataset *self, AtlasRecord *record);

/* (element-type utf8 AtlasRecord) */
GHashTable *atlas_dataset_get_ids (AtlasDataset *self);

/* Works out what is remembered about records together: the events of each id, the families of
 * colours. */
void atlas_dataset_close (AtlasDataset *self);

G_END_DECLS
