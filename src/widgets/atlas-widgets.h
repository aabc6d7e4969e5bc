/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the templates, icons and styles of this floor known. Call once after gtk_init(), with a
 * display. */
void atlas_widgets_init (void);

G_END_DECLS
