/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-json-file.h"

/* What is left to json-glib at most; it takes some 400 bytes for each value. */
#define MOST_SLOW_BYTES (16u * 1024 * 1024)
#define MOST_SLOW_VALUES 250000u

static gboolean
fail_at (GError **error, const char *text, const char *at, const char *what)
{
  guint line = 1;

  for (const char *p = text; p < at; p++)
    line += *p == '\n';
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_SYNTAX, "line %u: %s", line, what);
  return FALSE;
}

/* The closing quote of the string that @p is in; NULL where there is none. */
static const char *
skip_string (const char *p, const char *end)
{
  for (; p < end && *p != '"'; p++)
    {
      if ((guchar) *p < 0x20)
        return NULL;
      if (*p == '\\' && ++p == end)
        return NULL;
    }
  return p < end ? p : NULL;
}

/* What a character outside of strings means for the scan. */
typedef enum
{
  FOREIGN,
  PLAIN,
  QUOTE,
  OPENING,
  CLOSING,
} CharClass;

static const guint8 char_classes[256] = {
  [' '] = PLAIN, ['\t'] = PLAIN,  ['\r'] = PLAIN,  ['\n'] = PLAIN,  [','] = PLAIN,
  [':'] = PLAIN, ['+'] = PLAIN,   ['-'] = PLAIN,   ['.'] = PLAIN,   ['0' ... '9'] = PLAIN,
  ['E'] = PLAIN, ['a'] = PLAIN,   ['e'] = PLAIN,   ['f'] = PLAIN,   ['l'] = PLAIN,
  ['n'] = PLAIN, ['r'] = PLAIN,   ['s'] = PLAIN,   ['t'] = PLAIN,   ['u'] = PLAIN,
  ['"'] = QUOTE, ['['] = OPENING, ['{'] = OPENING, [']'] = CLOSING, ['}'] = CLOSING,
};

gboolean
atlas_json_file_scan (const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  const char *wrong;
  guint depth = 0;

  if (!g_utf8_validate_len (text, length, &wrong))
    return fail_at (error, text, wrong, "found a byte that is not UTF-8");
  for (const char *p = text; p < end; p++)
    {
      const char *start = p;

      switch ((CharClass) char_classes[(guchar) *p])
        {
        case FOREIGN:
          return fail_at (error, text, p, "found a character that JSON has only in strings");
        case QUOTE:
          p = skip_string (p + 1, end);
          if (p == NULL)
            return fail_at (error, text, start, "found a string that does not end on its line");
          break;
        case OPENING:
          if (++depth > ATLAS_JSON_FILE_MAX_DEPTH)
            return fail_at (error,
                            text,
                            p,
                            "found lists and objects within one another deeper than any atlas has");
          break;
        case CLOSING:
          depth -= depth > 0;
          break;
        case PLAIN:
        default:
          break;
        }
    }
  return TRUE;
}

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

/* Says where in @text is what cannot be read. */
static void
fail_in (GError **error,
         const char *name,
         const char *text,
         gsize offset,
         AtlasDatasetError code,
         const char *what)
{
  g_autoptr (GError) cause = NULL;

  fail_at (&cause, text, text + offset, what);
  g_set_error (error, ATLAS_DATASET_ERROR, (int) code, "%s: %s", name, cause->message);
}

/* Roughly the values in a text that has passed the scan. */
static guint
count_values (const char *text, gsize length)
{
  const char *end = text + length;
  guint n = 1;

  for (const char *p = text; p < end; p++)
    if (*p == '"')
      p = skip_string (p + 1, end);
    else
      n += *p == ',' || char_classes[(guchar) *p] == OPENING;
  return n;
}

/* What is not plainly JSON, or has more members in an object, or other numbers, than the quick way
 * takes, is for json-glib to read or to find words for. It makes several objects of each value, and
 * copies long texts more than once; so it is not asked about a text that is large. */
static AtlasJsonTree *
parse_slowly (const char *text, gsize length, const char *name, gsize stopped_at, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  JsonNode *root;
  gboolean good = atlas_json_file_scan (text, length, &cause);

  if (good && (length > MOST_SLOW_BYTES || count_values (text, length) > MOST_SLOW_VALUES))
    {
      fail_in (error,
               name,
               text,
               stopped_at,
               ATLAS_DATASET_ERROR_SYNTAX,
               "expected plain JSON: something is not, or a name comes twice in an object, or a "
               "number is "
               "too large");
      return NULL;
    }
  parser = json_parser_new_immutable ();
  if (!good || !json_parser_load_from_data (parser, text, (gssize) length, &cause))
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_SYNTAX,
                   "%s: expected JSON: %s",
                   name,
                   cause->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL)
    return atlas_json_tree_new_from_node (root);
  g_set_error (error,
               ATLAS_DATASET_ERROR,
               ATLAS_DATASET_ERROR_SYNTAX,
               "%s: expected JSON, found an empty file",
               name);
  return NULL;
}

static AtlasJsonTree *
parse (const char *text, gsize length, const char *name, AtlasJsonBudget *budget, GError **error)
{
  AtlasJsonLimits limits = { .max_depth = ATLAS_JSON_FILE_MAX_DEPTH, .max_values = budget->values };
  AtlasJsonTree *tree;

  /* Some editors begin a file with a byte order mark, which JSON does not know. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  tree = atlas_json_tree_new_within (text, length, &limits);
  budget->values -= MIN (limits.n_values, budget->values);
  if (tree != NULL)
    return tree;
  if (limits.n_values > limits.max_values)
    {
      fail_in (error,
               name,
               text,
               limits.stopped_at,
               ATLAS_DATASET_ERROR_TOO_LARGE,
               "found more values than may be in an atlas");
      return NULL;
    }
  return parse_slowly (text, length, name, limits.stopped_at, error);
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
