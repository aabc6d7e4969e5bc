/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* What takes the pointer, pixels, and how far the drawn handle reaches to its outer side. */
#define ATLAS_TIMELINE_HANDLE_WIDTH 24
#define ATLAS_TIMELINE_HANDLE_HEIGHT 44
/* From the outer side of that area to the middle of the drawn handle. */
#define ATLAS_TIMELINE_HANDLE_MIDDLE 15.0

/**
 * AtlasTimelineHandle:
 *
 * One end of the window of time: a slider of its own, from the beginning of all days to the date,
 * or from the date to the end of all days. Moving it makes the window free. Keys: arrows one step
 * of the state, Page Up and Page Down the change before and after, Home and End.
 *
 * The signal "dragged" (double) tells where the pointer has dragged it to, in pixels of the parent:
 * only the parent knows which day that is.
 */
#define ATLAS_TYPE_TIMELINE_HANDLE (atlas_timeline_handle_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineHandle, atlas_timeline_handle, ATLAS, TIMELINE_HANDLE, GtkWidget)

GtkWidget *atlas_timeline_handle_new (AtlasViewState *state, gboolean is_end);
void atlas_timeline_handle_set_index (AtlasTimelineHandle *self, AtlasHistoryIndex *index);

/* The day that it stands on, and moving it there; it stops at the date. */
AtlasDay atlas_timeline_handle_get_day (AtlasTimelineHandle *self);
void atlas_timeline_handle_set_day (AtlasTimelineHandle *self, AtlasDay day);

G_END_DECLS
