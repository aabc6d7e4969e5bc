/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-widget.h"
#include "atlas-site-layout.h"

G_BEGIN_DECLS

/**
 * AtlasMapStops:
 *
 * The markers of a map for the keyboard and for assistive technology: one button over each, in the
 * order of the list, that draws nothing but its focus and lets the pointer through. Together they
 * are one stop of the Tab key; arrow keys go from marker to marker. They follow the state as soon
 * as it rests.
 *
 * The signal "chosen" (an AtlasSite, for as long as the signal runs) says that one was activated.
 */
#define ATLAS_TYPE_MAP_STOPS (atlas_map_stops_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapStops, atlas_map_stops, ATLAS, MAP_STOPS, AtlasHistoryWidget)

G_END_DECLS
