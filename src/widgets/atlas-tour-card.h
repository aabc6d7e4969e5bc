/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-tour.h"

G_BEGIN_DECLS

/**
 * AtlasTourCard:
 *
 * The step of a tour in words: chapter, number, title, text with its sources, what it lets stand
 * out on the map, and the way on and back. Hidden while there is no tour. Property "tour"
 * (construct only); "low" (whether it lies below the map, where width is plenty and height is not).
 *
 * Its buttons are win.tour-next, win.tour-previous, win.tour-return and win.tour-leave. Each step
 * is told to those who do not see it by the name of a live region.
 */
#define ATLAS_TYPE_TOUR_CARD (atlas_tour_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourCard, atlas_tour_card, ATLAS, TOUR_CARD, GtkWidget)

GtkWidget *atlas_tour_card_new (AtlasTour *tour);

gboolean atlas_tour_card_get_low (AtlasTourCard *self);
void atlas_tour_card_set_low (AtlasTourCard *self, gboolean low);

G_END_DECLS
