/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program's files are. An installation may be moved as a whole: the folders are looked
 * for beside the program first, then where it was configured to be. The environment variable
 * ILI_ATLAS_DATA names another folder. All (transfer full). */

/* The folder of the shipped data, with atlas/ and basemap/ in it. */
char *atlas_paths_get_data_folder (void);

/* The translations' folder. */
char *atlas_paths_get_locale_folder (void);

/* Puts the program's share folder in front of XDG_DATA_DIRS, so that its settings' schema and its
 * icon are found from any prefix. */
void atlas_paths_prepend_data_dirs (void);

/* (nullable): the archive of the atlas in the data folder, beside the program's libraries or where it
 * was built. ILI_ATLAS_ARCHIVE names another, or none. */
char *atlas_paths_get_archive (void);

G_END_DECLS
