/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Width of the grip, and of the line, logical pixels. */
#define ATLAS_COMPARE_DIVIDER_GRIP 44
#define ATLAS_COMPARE_DIVIDER_LINE 3

/**
 * AtlasCompareDivider:
 *
 * The line between two maps that lie over one another, with a grip to drag it by. Its role is
 * slider; arrow keys move it by a twentieth, Home and End as far as it goes. Only line and grip
 * take the pointer. The parent places it. Properties: "position" (0 to 1, where it stands in the
 * parent), "movable" (else it is a mere line).
 */
#define ATLAS_TYPE_COMPARE_DIVIDER (atlas_compare_divider_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCompareDivider, atlas_compare_divider, ATLAS, COMPARE_DIVIDER, GtkWidget)

GtkWidget *atlas_compare_divider_new (void);

double atlas_compare_divider_get_position (AtlasCompareDivider *self);
/* Kept far enough from both edges to be found again. */
void atlas_compare_divider_set_position (AtlasCompareDivider *self, double position);

void atlas_compare_divider_set_movable (AtlasCompareDivider *self, gboolean movable);

G_END_DECLS
