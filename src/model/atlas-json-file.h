/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset-error.h"
#include "atlas-json-tree.h"

G_BEGIN_DECLS

/* What a file may have at most; more is refused before anything is parsed. */
#define ATLAS_JSON_FILE_MAX_BYTES (256u * 1024 * 1024)
#define ATLAS_JSON_FILE_MAX_DEPTH 64u

/* Checks that @length bytes of @text are characters of JSON, in UTF-8, nested no deeper than
 * ATLAS_JSON_FILE_MAX_DEPTH. The parser behind is one of recursion and takes more than JSON
 * (comments, single quotes): with this before it, neither can be used against it. Files that are
 * plainly JSON never come to that parser. */
gboolean atlas_json_file_scan (const char *text, gsize length, GError **error);

/* Reads the file @name in @folder. Errors name the file. (transfer full) */
AtlasJsonTree *atlas_json_file_load (const char *folder,
                                     const char *name,
                                     gsize max_bytes,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
