/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasSourcesWindow:
 *
 * What the atlas rests on, with a switch for each: standings of events, the texts that the atlas
 * began from, and all other sources, each with the number of its events. The map behind it follows
 * at once.
 */
#define ATLAS_TYPE_SOURCES_WINDOW (atlas_sources_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourcesWindow, atlas_sources_window, ATLAS, SOURCES_WINDOW, AdwWindow)

GtkWidget *atlas_sources_window_new (GtkWindow *parent,
                                     AtlasViewState *state,
                                     AtlasHistoryIndex *index);

G_END_DECLS
