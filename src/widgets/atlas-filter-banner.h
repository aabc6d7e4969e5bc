/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasFilterBanner:
 *
 * Says above the map that something is switched off, what it is and how many events it takes away,
 * and offers to show everything again (win.show-everything) or to choose (win.sources). Not there
 * while nothing is off.
 */
#define ATLAS_TYPE_FILTER_BANNER (atlas_filter_banner_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFilterBanner, atlas_filter_banner, ATLAS, FILTER_BANNER, GtkWidget)

GtkWidget *atlas_filter_banner_new (AtlasViewState *state);

/* @index may be NULL. */
void atlas_filter_banner_set_index (AtlasFilterBanner *self, AtlasHistoryIndex *index);

G_END_DECLS
