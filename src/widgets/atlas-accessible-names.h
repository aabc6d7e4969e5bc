/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names every button, menu button, drop down and scrolled window below @root that a screen reader
 * would else call by its type: after the words in it, or after its tooltip without the keys in
 * brackets. A widget that renames itself later has to say so itself. */
void atlas_accessible_names_complete (GtkWidget *root);

G_END_DECLS
