/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-time-span.h"

G_BEGIN_DECLS

/**
 * AtlasDaySlider:
 *
 * A date as a slider for the keyboard and for assistive technology: GTK tells and lets set the
 * value of its own ranges only, so a widget that draws its slider itself keeps one of these as a
 * child. It draws nothing and the pointer goes through it. Its value is a Julian Day Number, its
 * description the date in words.
 *
 * The signal "day-set" (int) says that somebody outside has set the value.
 */
#define ATLAS_TYPE_DAY_SLIDER (atlas_day_slider_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDaySlider, atlas_day_slider, ATLAS, DAY_SLIDER, GtkScale)

/* @label: what the date is of. */
GtkWidget *atlas_day_slider_new (const char *label);

/* The days that can be set, the one that is, and both in words; @help (nullable) says what else
 * there is to know. */
void atlas_day_slider_update (AtlasDaySlider *self,
                              AtlasTimeSpan limits,
                              AtlasDay day,
                              const char *words,
                              const char *help);

G_END_DECLS
