/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasPlaceIndex:
 *
 * The located places of a dataset in a grid of one degree. Immutable; may be read from any thread.
 * It does not look across the antimeridian.
 */
#define ATLAS_TYPE_PLACE_INDEX (atlas_place_index_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlaceIndex, atlas_place_index, ATLAS, PLACE_INDEX, GObject)

AtlasPlaceIndex *atlas_place_index_new (AtlasDataset *dataset);

/* The place nearest to @point of those not further than @radius metres; *@distance in metres,
 * geodesic. (transfer none) (nullable) */
AtlasPlace *atlas_place_index_nearest (AtlasPlaceIndex *self,
                                       AtlasPoint point,
                                       double radius,
                                       double *distance);

/* Places inside @box, its edges included, chief towns first, else in the order of the dataset.
 * (transfer container) (element-type AtlasPlace) */
GPtrArray *atlas_place_index_in_box (AtlasPlaceIndex *self, AtlasBox box);

G_END_DECLS
