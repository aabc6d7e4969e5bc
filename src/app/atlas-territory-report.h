/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* Prints who held the point "LON,LAT" on @day as JSON. Fails with G_OPTION_ERROR_BAD_VALUE where
 * @text is no point. */
gboolean atlas_territory_report_print_at (AtlasHistoryIndex *index,
                                          const char *text,
                                          AtlasDay day,
                                          GError **error);

/* Prints the territories that stand on @day as a GeoJSON FeatureCollection with their polygons. */
void atlas_territory_report_print_all (AtlasHistoryIndex *index, AtlasDay day);

/* Reads "LON,LAT" in degrees. Fails with G_OPTION_ERROR_BAD_VALUE. */
gboolean atlas_territory_report_parse_point (const char *text, AtlasPoint *point, GError **error);

G_END_DECLS
