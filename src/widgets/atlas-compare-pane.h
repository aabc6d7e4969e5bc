/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasComparePane:
 *
 * A window onto a part of its child, which may be wider than it is: what lies outside is neither
 * drawn nor touched by the pointer.
 */
#define ATLAS_TYPE_COMPARE_PANE (atlas_compare_pane_get_type ())
G_DECLARE_FINAL_TYPE (AtlasComparePane, atlas_compare_pane, ATLAS, COMPARE_PANE, GtkWidget)

/* Takes the floating @child. */
GtkWidget *atlas_compare_pane_new (GtkWidget *child);

/* Gives the pane its place in the parent, and the child its own, @child_x pixels from the pane's
 * left edge. For the parent's size_allocate. */
void atlas_compare_pane_allocate (AtlasComparePane *self,
                                  const GtkAllocation *place,
                                  int child_x,
                                  int child_width);

G_END_DECLS
