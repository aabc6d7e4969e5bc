/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * atlas_frame_memory_keep:
 * @widget: one that is drawn in a window
 *
 * Sees to it that the memory through which frames reach an X server without a graphics card stays
 * from one frame to the next. Cairo shares it with the server, and gives it back when nothing lies in
 * it any more, which is after each frame: the system then has to find, clear and map some thousand
 * pages anew for the next one, which took half of the time of a whole frame. A picture that is never
 * drawn holds the place. To be called when @widget was given a size; does nothing on other displays.
 */
void atlas_frame_memory_keep (GtkWidget *widget);

G_END_DECLS
