/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-comparison.h"
#include "atlas-history-widget.h"
#include "atlas-map-view.h"

G_BEGIN_DECLS

/**
 * AtlasCompareView:
 *
 * The map of the state's date; while two dates are compared also that of the other one, on the
 * left: beside it, or over it with a divider that can be moved. The second map exists only as long.
 * Both move together, and the pointer belongs to the map that is seen under it. The land that
 * changed hands is hatched on the map of the state's date.
 * Properties: "state" and "comparison" (construct only), "position" (of the divider, 0 to 1).
 */
#define ATLAS_TYPE_COMPARE_VIEW (atlas_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCompareView, atlas_compare_view, ATLAS, COMPARE_VIEW, AtlasHistoryWidget)

GtkWidget *atlas_compare_view_new (AtlasComparison *comparison, AtlasViewState *state);

void atlas_compare_view_set_basemap (AtlasCompareView *self, AtlasBasemap *basemap);

/* For both maps. */
void atlas_compare_view_set_library (AtlasCompareView *self, AtlasTileLibrary *library);

/* The user's own files, for both maps; once. */
void atlas_compare_view_set_overlays (AtlasCompareView *self, AtlasOverlayList *overlays);

/* The map of the state's date. (transfer none) */
AtlasMapView *atlas_compare_view_get_map (AtlasCompareView *self);

/* The map of the other date and what it shows; NULL while nothing is compared. (nullable) (transfer
 * none) */
AtlasMapView *atlas_compare_view_get_other_map (AtlasCompareView *self);
AtlasViewState *atlas_compare_view_get_other_state (AtlasCompareView *self);

/* Travels to the land that differs between the two dates, as soon as it is known. */
void atlas_compare_view_show_changes (AtlasCompareView *self);

/* TRUE when each map stands complete, with what differs on it. */
gboolean atlas_compare_view_is_settled (AtlasCompareView *self);

G_END_DECLS
