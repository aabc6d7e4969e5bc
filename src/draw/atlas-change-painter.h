/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-changes.h"
#include "atlas-mercator.h"
#include "atlas-palette.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/* Whether a change is hatched unless it is chosen: land that another hand holds or owns. Where a
 * state is only followed by its successor, or stands differently to its overlord, a whole country
 * would be. */
gboolean atlas_change_painter_is_hatched (const AtlasChange *change);

/* Whether any of @changes (nullable, element-type AtlasChange) is hatched. */
gboolean atlas_change_painter_has_hatched (GPtrArray *changes);

/* Hatches and outlines the current path of @cr as land that @colors gained, and clears it. */
void atlas_change_painter_fill (cairo_t *cr, const AtlasPolityColors *colors);

/* Hatches @changes (element-type AtlasChange), each in the colour of the polity that gains it, and
 * the one at the position @chosen (-1 for none) more strongly. Hatching leans the other way than
 * that of an occupation, so that both can be told apart where they lie over one another. */
void atlas_change_painter_draw (AtlasDataset *dataset,
                                GPtrArray *changes,
                                int chosen,
                                AtlasMapStyle style,
                                const AtlasViewport *viewport,
                                cairo_t *cr);

G_END_DECLS
