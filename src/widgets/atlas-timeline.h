/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-widget.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasTimeline:
 *
 * The instrument under the map: controls, and below them the years with the density of events, the
 * cursor and the window. Properties: "state" (construct only), "index".
 */
#define ATLAS_TYPE_TIMELINE (atlas_timeline_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimeline, atlas_timeline, ATLAS, TIMELINE, AtlasHistoryWidget)

/* Shows these days on the axis, with some room about them. */
void atlas_timeline_show_span (AtlasTimeline *self, AtlasTimeSpan span);

/* The days on the axis from edge to edge. */
AtlasTimeSpan atlas_timeline_get_axis (AtlasTimeline *self);
void atlas_timeline_set_axis (AtlasTimeline *self, AtlasTimeSpan axis);

G_END_DECLS
