/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* Draws the map of @day to the file that --export names, as --center, --zoom, --size, --lang and
 * --style ask. */
gboolean atlas_export_command_run (GVariantDict *options,
                                   AtlasHistoryIndex *index,
                                   AtlasDay day,
                                   const AtlasFilter *filter,
                                   GError **error);

G_END_DECLS
