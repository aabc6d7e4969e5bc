/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-overlay-list.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasOverlayRows:
 *
 * The user's own files in the layers menu: a switch for each, with what is in it and the colours of
 * its groups, a button that takes it away, and one that opens another (win.open-overlay).
 */
#define ATLAS_TYPE_OVERLAY_ROWS (atlas_overlay_rows_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverlayRows, atlas_overlay_rows, ATLAS, OVERLAY_ROWS, GtkWidget)

GtkWidget *atlas_overlay_rows_new (void);

/* Once; numbers are written in @lang. */
void atlas_overlay_rows_set_overlays (AtlasOverlayRows *self,
                                      AtlasOverlayList *overlays,
                                      AtlasViewState *state);

G_END_DECLS
