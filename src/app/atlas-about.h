/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* Shows what the program is, how much is in the atlas (@index may be NULL), and whose data and
 * software it stands on. */
void atlas_about_show (GtkWindow *parent, AtlasHistoryIndex *index);

G_END_DECLS
