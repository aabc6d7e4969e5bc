/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset-error.h"
#include "atlas-json-tree.h"

G_BEGIN_DECLS

/* What a file may have at most; more is refused before anything is parsed. */
#define ATLAS_JSON_FILE_MAX_BYTES (256u * 1024 * 1024)
#define ATLAS_JSON_FILE_MAX_DEPTH 64u

/* A million events have some twenty million values. */
#define ATLAS_JSON_FILE_MAX_VALUES 50000000u

/**
 * AtlasJsonBudget:
 * @bytes: how much text may still be read
 * @values: how many values may still be made of it
 *
 * What several files may ask for together.
 */
typedef struct
{
  gsize bytes;
  guint values;
} AtlasJsonBudget;

/* Reads the file @name in @folder, and takes what it asks for off @budget. Errors name the file.
 * (transfer full) */
AtlasJsonTree *atlas_json_file_load_within (const char *folder,
                                            const char *name,
                                            AtlasJsonBudget *budget,
                                            GCancellable *cancellable,
                                            GError **error);

/* The same for a single file, of at most @max_bytes. (transfer full) */
AtlasJsonTree *atlas_json_file_load (const char *folder,
                                     const char *name,
                                     gsize max_bytes,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
