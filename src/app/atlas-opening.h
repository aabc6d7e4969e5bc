/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-basemap.h"
#include "atlas-history-index.h"

G_BEGIN_DECLS

/**
 * AtlasOpening:
 *
 * An atlas on its way from its files to the window: the records and their index on one thread, the
 * ground on another. It begins when it is made, which may be before GTK is there, and holds its
 * result until somebody asks.
 *
 * Properties: "progress" (double, 0 to 1). Signal "done" (): everything is there, or has failed;
 * not emitted for an opening that was cancelled.
 */
#define ATLAS_TYPE_OPENING (atlas_opening_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOpening, atlas_opening, ATLAS, OPENING, GObject)

/* @basemap_folder may be NULL where the ground is there already. (transfer full) */
AtlasOpening *atlas_opening_new (const char *path, const char *basemap_folder);

void atlas_opening_cancel (AtlasOpening *self);

const char *atlas_opening_get_path (AtlasOpening *self);
gboolean atlas_opening_is_done (AtlasOpening *self);

/* (nullable) (transfer none): why not is in @error. */
AtlasHistoryIndex *atlas_opening_get_index (AtlasOpening *self, const GError **error);

/* (nullable) (transfer none): why not is in @error, which is NULL where none was asked for. */
AtlasBasemap *atlas_opening_get_basemap (AtlasOpening *self, const GError **error);

G_END_DECLS
