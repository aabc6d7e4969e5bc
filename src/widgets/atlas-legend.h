/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-widget.h"

G_BEGIN_DECLS

/* What the drawing on the map means: only rows for what the map shows now. Properties: "state",
 * "index". */
#define ATLAS_TYPE_LEGEND (atlas_legend_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLegend, atlas_legend, ATLAS, LEGEND, AtlasHistoryWidget)

/* Whether it folds to a button, for narrow maps. */
void atlas_legend_set_compact (AtlasLegend *self, gboolean compact);

/* What changed hands and is hatched on the map (nullable, element-type AtlasChange). */
void atlas_legend_set_changes (AtlasLegend *self, GPtrArray *changes);

G_END_DECLS
