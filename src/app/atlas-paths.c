/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-paths.h"

/* The share folder of the prefix in which the program lies, or NULL where it does not lie in a bin
 * folder with one beside it. */
static char *
find_share_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *prefix = bin != NULL ? g_path_get_dirname (bin) : NULL;
  g_autofree char *data =
    prefix != NULL ? g_build_filename (prefix, "share", "ili-atlas", NULL) : NULL;

  if (data == NULL || !g_file_test (data, G_FILE_TEST_IS_DIR))
    return NULL;
  return g_build_filename (prefix, "share", NULL);
}

char *
atlas_paths_get_data_folder (void)
{
  const char *named = g_getenv ("ILI_ATLAS_DATA");
  g_autofree char *share = NULL;

  if (named != NULL)
    return g_strdup (named);
  share = find_share_folder ();
  return g_build_filename (share != NULL ? share : ATLAS_DATADIR, "ili-atlas", NULL);
}

char *
atlas_paths_get_archive (void)
{
  const char *named = g_getenv ("ILI_ATLAS_ARCHIVE");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  const char *const places[][5] = {
    { folder, "..", ATLAS_LIBDIR, "ili-atlas", "atlas.archive" },
    { folder, "..", "..", "src/compile", "atlas.archive" },
  };

  if (named != NULL)
    return g_strdup (named);
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (places[i][0],
                                                places[i][1],
                                                places[i][2],
                                                places[i][3],
                                                places[i][4],
                                                NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

char *
atlas_paths_get_locale_folder (void)
{
  g_autofree char *share = find_share_folder ();

  return share != NULL ? g_build_filename (share, "locale", NULL) : g_strdup (ATLAS_LOCALEDIR);
}

void
atlas_paths_prepend_data_dirs (void)
{
  g_autofree char *found = find_share_folder ();
  const char *share = found != NULL ? found : ATLAS_DATADIR;
  const char *others = g_getenv ("XDG_DATA_DIRS");
  g_autofree char *all = NULL;

  if (others == NULL || others[0] == '\0')
    others = "/usr/local/share:/usr/share";
  all = g_strconcat (share, ":", others, NULL);
  g_setenv ("XDG_DATA_DIRS", all, TRUE);
}
