/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keeps GTK from reading a style sheet that nothing will use: it reads its own default theme as it
 * starts, and libadwaita puts an empty one in its place and brings the sheet that counts. Call
 * before there are threads and after all other changes of the environment. A theme named in
 * GTK_THEME stays. */
void atlas_theme_skip_default (void);

/* Starts GTK and takes the name out of the environment again: libadwaita would leave its own sheet
 * away where it finds one, and programs that are started from here would inherit it. Call before
 * libadwaita starts. */
void atlas_theme_start_gtk (void);

G_END_DECLS
