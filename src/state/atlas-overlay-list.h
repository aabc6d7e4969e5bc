/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-overlay-index.h"

G_BEGIN_DECLS

/**
 * AtlasOverlayList:
 *
 * The user's own files that are open, a GListModel of AtlasOverlayIndex in the order in which they
 * were asked for. Each can be hidden and taken away. Signal "changed" (): another one is shown, or
 * one less.
 */
#define ATLAS_TYPE_OVERLAY_LIST (atlas_overlay_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverlayList, atlas_overlay_list, ATLAS, OVERLAY_LIST, GObject)

AtlasOverlayList *atlas_overlay_list_new (void);

/* Reads a GeoJSON file on a thread and adds it. A file that is open already is read again and takes
 * its own place. @group_by as in atlas_geojson_read(). */
void atlas_overlay_list_open_async (AtlasOverlayList *self,
                                    const char *path,
                                    const char *group_by,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* What was added; NULL with an error of ATLAS_DATASET_ERROR. (transfer full) */
AtlasOverlayIndex *atlas_overlay_list_open_finish (AtlasOverlayList *self,
                                                   GAsyncResult *result,
                                                   GError **error);

void atlas_overlay_list_remove (AtlasOverlayList *self, AtlasOverlayIndex *overlay);

gboolean atlas_overlay_list_is_shown (AtlasOverlayList *self, AtlasOverlayIndex *overlay);
void atlas_overlay_list_set_shown (AtlasOverlayList *self,
                                   AtlasOverlayIndex *overlay,
                                   gboolean shown);

/* Those that are shown. (transfer full) (element-type AtlasOverlayIndex) */
GPtrArray *atlas_overlay_list_get_shown (AtlasOverlayList *self);

G_END_DECLS
