/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasScaler:
 *
 * Shows its child larger, as a whole: for a widget that draws by itself in the sizes of the design,
 * so that it follows the size of text without knowing of it. Properties: "child", "scale" (double,
 * 1 or more).
 */
#define ATLAS_TYPE_SCALER (atlas_scaler_get_type ())
G_DECLARE_FINAL_TYPE (AtlasScaler, atlas_scaler, ATLAS, SCALER, GtkWidget)

GtkWidget *atlas_scaler_new (GtkWidget *child);

void atlas_scaler_set_scale (AtlasScaler *self, double scale);

G_END_DECLS
