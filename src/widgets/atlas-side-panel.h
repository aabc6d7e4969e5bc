/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSidePanel:
 *
 * The column beside the map. It has the width that it is given, whatever is in it: so nobody has to
 * find out how wide its texts would like to be, which for texts of many lines takes longer than all
 * else in laying out the window.
 *
 * Properties: "width" (int), in logical pixels.
 */
#define ATLAS_TYPE_SIDE_PANEL (atlas_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSidePanel, atlas_side_panel, ATLAS, SIDE_PANEL, GtkWidget)

int atlas_side_panel_get_width (AtlasSidePanel *self);
void atlas_side_panel_set_width (AtlasSidePanel *self, int width);

G_END_DECLS
