/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-view-state.h"

G_BEGIN_DECLS

/* How long kilometres are at the middle of the map. Property: "state". */
#define ATLAS_TYPE_SCALE_BAR (atlas_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasScaleBar, atlas_scale_bar, ATLAS, SCALE_BAR, GtkWidget)

/* The longest round number of kilometres (1, 2 or 5 times a power of ten) that is no longer than
 * @metres. */
double atlas_scale_bar_round_down (double metres);

G_END_DECLS
