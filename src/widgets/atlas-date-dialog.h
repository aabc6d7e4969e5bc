/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasDateDialog:
 *
 * Asks for a date in any calendar, shows how it reads what is typed, and moves the state's date to
 * it. From one date to another is read as well: the window of the state is put there, and the
 * signal "span-chosen" (int begin, int end) says so.
 */
#define ATLAS_TYPE_DATE_DIALOG (atlas_date_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDateDialog, atlas_date_dialog, ATLAS, DATE_DIALOG, GtkWindow)

GtkWidget *atlas_date_dialog_new (GtkWindow *parent, AtlasViewState *state);

G_END_DECLS
