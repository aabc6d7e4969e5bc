/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasTour:
 *
 * Leads a state through the steps of a chapter. Where the reader is stands in the state ("chapter"
 * and "chapter-step"); the tour brings date, window, viewpoint and view along when it is told to
 * go, and never otherwise: a reader who moves the map or the date keeps the tour and may come back.
 * Properties: "state" (construct only), "dataset", "away" (boolean, read only: whether the reader
 * looks at something else than the step shows).
 *
 * Signal "travel" (double lon, double lat, double zoom): the map shall go there, taking its time if
 * it likes. Whoever does this says atlas_tour_arrive() when it is there or was stopped on the way.
 * Without anybody to do it, the view is set at once. Signal "stepped": the reader is at another
 * step, or at the same one again, or on no tour any more.
 */
#define ATLAS_TYPE_TOUR (atlas_tour_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTour, atlas_tour, ATLAS, TOUR, GObject)

AtlasTour *atlas_tour_new (AtlasViewState *state);

AtlasViewState *atlas_tour_get_state (AtlasTour *self);

AtlasDataset *atlas_tour_get_dataset (AtlasTour *self);
void atlas_tour_set_dataset (AtlasTour *self, AtlasDataset *dataset);

/* The chapter, its number on the cover (from 0) and the step; NULL and -1 on no tour. */
const AtlasChapter *atlas_tour_get_chapter (AtlasTour *self);
int atlas_tour_get_number (AtlasTour *self);
const AtlasChapterStep *atlas_tour_get_step (AtlasTour *self);

/* Goes to a step of a chapter, both counted from 0. FALSE where there is none. */
gboolean atlas_tour_go (AtlasTour *self, guint chapter, guint step);

/* The step after this one; after the last, the first of the next chapter that has a tour. */
gboolean atlas_tour_can_go_on (AtlasTour *self);
void atlas_tour_go_on (AtlasTour *self);

/* The step before this one; the first of a chapter has none. */
gboolean atlas_tour_can_go_back (AtlasTour *self);
void atlas_tour_go_back (AtlasTour *self);

/* The number of the chapter that follows a tour of this one; -1 after the last. */
int atlas_tour_get_next_chapter (AtlasTour *self);

/* Goes to the step once more, from wherever the reader has wandered. */
void atlas_tour_return (AtlasTour *self);

/* Ends the tour and leaves everything else as it is. */
void atlas_tour_leave (AtlasTour *self);

gboolean atlas_tour_is_away (AtlasTour *self);

/* The map has come to rest. */
void atlas_tour_arrive (AtlasTour *self);

G_END_DECLS
