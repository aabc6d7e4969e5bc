/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-preferences.h"

G_BEGIN_DECLS

/* Has the widgets of @display follow what @preferences say about the size of text and motion, on
 * top of what the desktop says. */
void atlas_reading_comfort_apply (AtlasPreferences *preferences, GdkDisplay *display);

G_END_DECLS
