/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-change-words.h"

G_BEGIN_DECLS

/* The contents of a list row for one piece of land: what happened, from whom to whom, how much; and
 * below, folded, the rest. */
GtkWidget *atlas_change_row_new (const AtlasPageContext *context, const AtlasChange *change);

/* What a screen reader says of the row. (transfer full) */
char *atlas_change_row_describe (const AtlasPageContext *context, const AtlasChange *change);

/* Unfolds the day, the act, how sure the edges are and the sources, or folds them up. Links have an
 * id as their address and the css class "linked". */
void atlas_change_row_open (GtkWidget *row,
                            const AtlasPageContext *context,
                            const AtlasChange *change);
void atlas_change_row_close (GtkWidget *row);

G_END_DECLS
