/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-preferences.h"

G_BEGIN_DECLS

/**
 * AtlasPreferencesWindow:
 *
 * Languages, the size of text, motion. What is chosen holds at once.
 */
#define ATLAS_TYPE_PREFERENCES_WINDOW (atlas_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPreferencesWindow,
                      atlas_preferences_window,
                      ATLAS,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/* @parent: (nullable) */
GtkWidget *atlas_preferences_window_new (GtkWindow *parent, AtlasPreferences *preferences);

G_END_DECLS
