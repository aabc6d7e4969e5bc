/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasMapInput:
 *
 * Moves the view of a state as hands do: drag, fling, wheel, pinch, double click, keys. It takes
 * the place of ShumateMap's own gestures, which jump at the poles, do not stop for a drag and
 * cannot be reached by keyboard.
 *
 * Signal "clicked" (double x, double y): pressed and released at one place, in pixels of the
 * widget. Signal "landed": a flight is over, at its end or because something stopped it. Signal
 * "pointed" (double x, double y): the pointer is there; both negative when it has
 * left.
 */
#define ATLAS_TYPE_MAP_INPUT (atlas_map_input_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapInput, atlas_map_input, ATLAS, MAP_INPUT, GObject)

/* Adds controllers to @widget, which keeps the input alive. */
AtlasMapInput *atlas_map_input_new (GtkWidget *widget, AtlasViewState *state);

/* Moves the view by logical pixels: positive @dx looks further east. */
void atlas_map_input_pan (AtlasMapInput *self, double dx, double dy);

/* Changes the zoom by @levels about the point x, y of the widget, which stays where it is. */
void atlas_map_input_zoom_at (AtlasMapInput *self, double x, double y, double levels);

/* The same about the middle, over a moment. */
void atlas_map_input_zoom_by (AtlasMapInput *self, double levels);

/* Travels to a place over 400 to 900 ms by distance, and further out on the way when it is far. At
 * once where animations are off. */
void atlas_map_input_fly_to (AtlasMapInput *self, double lon, double lat, double zoom);

/* Stops a fling or a flight. */
void atlas_map_input_stop (AtlasMapInput *self);

G_END_DECLS
