/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-problem.h"

G_BEGIN_DECLS

/* Everything that is wrong with the atlas whose manifest or folder is @path, not only what stops
 * the reader: what it refuses (errors), and what somebody should look at (warnings). In the order
 * of the files. (transfer full) (element-type AtlasProblem) */
GPtrArray *atlas_dataset_check (const char *path, GCancellable *cancellable);

G_END_DECLS
