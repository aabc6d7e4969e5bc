/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-view-state.h"

G_BEGIN_DECLS

/* The date of the map in the corner: the year large, the day, and the day in the other calendars in
 * use then. Property: "state". Its text is a live region, so that a screen reader says the date
 * when it changes. */
#define ATLAS_TYPE_DATE_PLATE (atlas_date_plate_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDatePlate, atlas_date_plate, ATLAS, DATE_PLATE, GtkWidget)

/* Whether it has room for the day alone, without the other calendars. */
void atlas_date_plate_set_compact (AtlasDatePlate *self, gboolean compact);

G_END_DECLS
