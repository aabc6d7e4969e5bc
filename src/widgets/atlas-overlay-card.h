/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-overlay-index.h"

G_BEGIN_DECLS

/* Shows a card about one feature of a file of the user's, a point or (@is_area) an area of @index:
 * its name, its time and whatever else the file says about it. It points at @x, @y of @parent, and
 * goes when somebody clicks elsewhere. Dates are written in @lang. */
void atlas_overlay_card_show (GtkWidget *parent,
                              AtlasOverlayIndex *index,
                              gboolean is_area,
                              guint item,
                              double x,
                              double y,
                              const char *lang);

G_END_DECLS
