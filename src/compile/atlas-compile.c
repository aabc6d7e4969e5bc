/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-compile"

#include "config.h"

#include <locale.h>

#include "atlas-dataset-archive.h"

/* Makes the archive of an atlas while the program is built: atlas-compile FOLDER ARCHIVE DEPFILE.
 */

static gboolean
add_files (GString *text, const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (!add_files (text, path, error))
            return FALSE;
        }
      else
        g_string_append_printf (text, " \\\n  %s", path);
    }
  return TRUE;
}

/* Tells the build from which files the archive is made. */
static gboolean
write_depfile (const char *folder, const char *archive, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (archive);

  g_string_append (text, ":");
  if (!add_files (text, folder, error))
    return FALSE;
  g_string_append (text, "\n");
  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C");
  if (argc != 4)
    {
      g_printerr ("Usage: %s FOLDER ARCHIVE DEPFILE\n", argv[0]);
      return 2;
    }
  if (!atlas_dataset_archive_write (argv[1], argv[2], &error) ||
      !write_depfile (argv[1], argv[2], argv[3], &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }
  return 0;
}
