/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For GtkWidgetClass.focus: moves the keyboard among @children in the order that they are given in
 * instead of by where they lie. FALSE where it leaves them. */
gboolean atlas_focus_order_move (GtkWidget *const *children, guint n, GtkDirectionType direction);

G_END_DECLS
