/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset-error.h"
#include "atlas-overlay.h"

G_BEGIN_DECLS

/**
 * atlas_geojson_read:
 * @path: a GeoJSON file (RFC 7946): a FeatureCollection, or a single Feature
 * @group_by: (nullable): the property by which features are told apart; without it the first of
 *   "group", "campaign", "category", "kind" and "type" that the file has
 * @cancellable: (nullable):
 *
 * Reads points and polygons, single or multiple, with the properties "start" and "end": decimal
 * years, or dates of EDTF or ISO 8601. A feature without a start was always there, one without an
 * end still is. Lines, and features whose dates or places make no sense, are left out and counted.
 *
 * The file goes through a small buffer, and of each feature only the numbers are kept: memory grows
 * with the number of points, not with the length of the file.
 *
 * Returns: (transfer full): the overlay; %NULL with an error of %ATLAS_DATASET_ERROR that names the
 * file, the line and the column
 */
AtlasOverlay *atlas_geojson_read (const char *path,
                                  const char *group_by,
                                  GCancellable *cancellable,
                                  GError **error);

/* Whether the file at @path looks like GeoJSON rather than like an atlas: by its ending, or by how
 * it begins. */
gboolean atlas_geojson_is_one (const char *path);

G_END_DECLS
