/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-basemap.h"
#include "atlas-history-widget.h"
#include "atlas-label-placer.h"
#include "atlas-overlay-list.h"
#include "atlas-palette.h"
#include "atlas-tile-library.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Which of two maps it is while two dates are compared: the left one has the scale, the right one
 * the buttons and the legend, and each has its date in its corner. */
typedef enum
{
  ATLAS_MAP_ALONE,
  ATLAS_MAP_LEFT,
  ATLAS_MAP_RIGHT,
} AtlasMapRole;

/**
 * AtlasMapView:
 *
 * The map with its layers, the date plate, the legend, the scale bar and the zoom buttons.
 * Properties: "state" (construct only), "index", "basemap", "cover" (whether it serves as the
 * picture of the title page, without controls).
 *
 * Clicking a marker selects its event in the state; a marker of several events at one place selects
 * the place; one of several places moves closer. Actions: map.zoom-in, map.zoom-out. Signal
 * "landed": a flight to a place is over, at its end or because the reader stopped it.
 */
#define ATLAS_TYPE_MAP_VIEW (atlas_map_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS, MAP_VIEW, AtlasHistoryWidget)

void atlas_map_view_set_basemap (AtlasMapView *self, AtlasBasemap *basemap);

/* Where the maps of tiles are that may lie over the ground. */
void atlas_map_view_set_library (AtlasMapView *self, AtlasTileLibrary *library);

/* The title and subtitle that stand on the map while "cover" is set. */
void atlas_map_view_set_cover_text (AtlasMapView *self,
                                    const char *title,
                                    const char *subtitle,
                                    const char *description);

/* Travels to where the record is, if it has a place; further in than zoom 6.5 it keeps the zoom. */
void atlas_map_view_show_record (AtlasMapView *self, const char *id);
/* Moves the map only if the record's place is out of sight. */
void atlas_map_view_reveal_record (AtlasMapView *self, const char *id);

void atlas_map_view_fly_to (AtlasMapView *self, double lon, double lat, double zoom);

/* Travels to where the whole of @box is seen, or as near as the zoom allows. */
void atlas_map_view_show_box (AtlasMapView *self, AtlasBox box);

void atlas_map_view_set_role (AtlasMapView *self, AtlasMapRole role);

/* The part that another map lies over, in pixels of the widget; an empty one for none. Names keep
 * out of it. */
void atlas_map_view_set_hidden (AtlasMapView *self, AtlasRect hidden);

/* Hatches the land that changed hands (nullable: none) (element-type AtlasChange); @chosen is the
 * position of the piece that stands out, or -1. */
void atlas_map_view_set_changes (AtlasMapView *self, GPtrArray *changes, int chosen);

/* The user's own files, over the land and under the marks of the atlas. A click on one of their
 * features emits "feature-chosen" (AtlasOverlayIndex, gboolean for an area, guint number, double x,
 * double y). */
void atlas_map_view_set_overlays (AtlasMapView *self, AtlasOverlayList *overlays);

/* Nothing but these files, on a ground of one colour: no land, no names, no controls. */
void atlas_map_view_set_plain (AtlasMapView *self, const AtlasColor *ground);

/* Writes what the map shows to @path, as PNG, SVG or PDF by its ending. */
gboolean atlas_map_view_save_picture (AtlasMapView *self, const char *path, GError **error);

/* TRUE when every layer stands complete for the state. */
/* Has the map drawn by threads for a view that will soon have this size, about. */
void atlas_map_view_prepare (AtlasMapView *self, int width, int height);

gboolean atlas_map_view_is_settled (AtlasMapView *self);

G_END_DECLS
