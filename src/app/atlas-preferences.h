/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasPreferences:
 *
 * What the reader has chosen once for all windows. Kept in the settings, or in memory alone where
 * there are none. Properties: "interface-language" (a gettext name such as zh_TW; empty for the
 * session's), "content-language" (a BCP 47 tag; empty for that of the interface), "text-scale"
 * (double, 1 to 2, on top of the desktop's own), "reduce-motion" (boolean, even where the desktop
 * would not).
 */
#define ATLAS_TYPE_PREFERENCES (atlas_preferences_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPreferences, atlas_preferences, ATLAS, PREFERENCES, GObject)

/* @settings: (nullable) */
AtlasPreferences *atlas_preferences_new (GSettings *settings);

/* (nullable) (transfer none) */
GSettings *atlas_preferences_get_settings (AtlasPreferences *self);

const char *atlas_preferences_get_interface_language (AtlasPreferences *self);
void atlas_preferences_set_interface_language (AtlasPreferences *self, const char *language);

const char *atlas_preferences_get_content_language (AtlasPreferences *self);
void atlas_preferences_set_content_language (AtlasPreferences *self, const char *language);

/* The language of the texts: the one that was chosen, or that of the interface. (transfer none) */
const char *atlas_preferences_choose_content_language (AtlasPreferences *self);

double atlas_preferences_get_text_scale (AtlasPreferences *self);
void atlas_preferences_set_text_scale (AtlasPreferences *self, double scale);

gboolean atlas_preferences_get_reduce_motion (AtlasPreferences *self);
void atlas_preferences_set_reduce_motion (AtlasPreferences *self, gboolean reduce);

G_END_DECLS
