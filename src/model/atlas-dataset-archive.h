/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* An atlas as an archive, which is opened in a small part of the time that its files take. The files
 * stay what counts: the archive carries a sum over them. */

/* Reads the atlas in @folder from its files and writes it to @path. */
gboolean atlas_dataset_archive_write (const char *folder, const char *path, GError **error);

/* All that an archive would hold of the atlas itself: equal atlases give equal bytes. (transfer full) */
GBytes *atlas_dataset_archive_describe (AtlasDataset *dataset);

/* The atlas in @folder, from the archive at @path. NULL with an error where that cannot be opened,
 * is damaged, or was made from other files: then the files are to be read. (transfer full) */
AtlasDataset *atlas_dataset_archive_read (const char *path, const char *folder, GError **error);

G_END_DECLS
