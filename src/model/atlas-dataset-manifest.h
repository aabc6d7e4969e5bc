/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset-private.h"
#include "atlas-json.h"

G_BEGIN_DECLS

/* The schema that this program reads. */
#define ATLAS_DATASET_SCHEMA "atlas-profile/1"

/* Fills the dataset's data from the manifest. The names of the files to read, ended by NULL; never
 * NULL. */
const char *const *atlas_dataset_manifest_read (AtlasDataset *dataset, const AtlasJson *root);

G_END_DECLS
