/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-json-file.h"

static gboolean
fail_unreadable (GError **error, const char *name, const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, cause->message);
  else
    g_set_error (error,
                 ATLAS_DATASET_ERROR,
                 ATLAS_DATASET_ERROR_UNREADABLE,
                 "%s: found no file that can be read (%s)",
                 name,
                 cause->message);
  return FALSE;
}

static gboolean
check_size (GFile *file,
            const char *name,
            gsize max_bytes,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file,
                       G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                       G_FILE_QUERY_INFO_NONE,
                       cancellable,
                       &cause);

  if (info == NULL)
    return fail_unreadable (error, name, cause);
  /* Reading a pipe or a device could go on for ever. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_UNREADABLE,
                   "%s: found something that is no regular file",
                   name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > (goffset) max_bytes)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_TOO_LARGE,
                   "%s: found %" G_GOFFSET_FORMAT " bytes, expected at most %" G_GSIZE_FORMAT,
                   name,
                   g_file_info_get_size (info),
                   max_bytes);
      return FALSE;
    }
  return TRUE;
}

static AtlasJsonTree *
parse (const char *text, gsize length, const char *name, AtlasJsonBudget *budget, GError **error)
{
  AtlasJsonLimits limits = { .max_depth = ATLAS_JSON_FILE_MAX_DEPTH, .max_values = budget->values };
  AtlasJsonTree *tree = NULL;

  /* Some editors begin a file with a byte order mark, which JSON does not know. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (length == 0)
    g_set_error_literal (error,
                         ATLAS_DATASET_ERROR,
                         ATLAS_DATASET_ERROR_SYNTAX,
                         "expected JSON, found an empty file");
  else
    tree = atlas_json_tree_new_from_text (text, length, &limits, error);
  budget->values -= MIN (limits.n_values, budget->values);
  if (tree == NULL)
    g_prefix_error (error, "%s: ", name);
  return tree;
}

/**
 * atlas_json_file_load_within:
 * @folder: a folder
 * @name: a file in it, or below it
 * @budget: what it may ask for; what it has asked for is taken off, also where it cannot be read
 * @cancellable: (nullable): a way to stop
 * @error: UNREADABLE, TOO_LARGE or SYNTAX, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): what it says
 */
AtlasJsonTree *
atlas_json_file_load_within (const char *folder,
                             const char *name,
                             AtlasJsonBudget *budget,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);
  g_return_val_if_fail (budget != NULL, NULL);

  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  if (!check_size (file, name, budget->bytes, cancellable, error))
    return NULL;
  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, &cause))
    {
      fail_unreadable (error, name, cause);
      return NULL;
    }
  budget->bytes -= MIN (length, budget->bytes);
  return parse (text, length, name, budget, error);
}

/**
 * atlas_json_file_load:
 * @folder: a folder
 * @name: a file in it, or below it
 * @max_bytes: what it may have at most
 * @cancellable: (nullable): a way to stop
 * @error: UNREADABLE, TOO_LARGE or SYNTAX, or that it was cancelled
 *
 * Returns: (transfer full) (nullable): what it says
 */
AtlasJsonTree *
atlas_json_file_load (const char *folder,
                      const char *name,
                      gsize max_bytes,
                      GCancellable *cancellable,
                      GError **error)
{
  AtlasJsonBudget budget = { max_bytes, ATLAS_JSON_FILE_MAX_VALUES };

  return atlas_json_file_load_within (folder, name, &budget, cancellable, error);
}
