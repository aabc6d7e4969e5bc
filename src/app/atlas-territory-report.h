/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* Prints as JSON who held the point "LON,LAT" on @day, who claimed it beside them, and the nearest
 * border with all that is known of it. Fails with G_OPTION_ERROR_BAD_VALUE where @text is no point.
 */
gboolean atlas_territory_report_print_at (AtlasHistoryIndex *index,
                                          const char *text,
                                          AtlasDay day,
                                          GError **error);

/* Prints the territories that stand on @day as a GeoJSON FeatureCollection with their polygons;
 * with a @viewpoint (nullable, the id of a polity) also the claims that it makes. Fails with
 * G_OPTION_ERROR_BAD_VALUE where the atlas has no such viewpoint. */
gboolean atlas_territory_report_print_all (AtlasHistoryIndex *index,
                                           AtlasDay day,
                                           const char *viewpoint,
                                           GError **error);

/* Fails with G_OPTION_ERROR_BAD_VALUE where the atlas shows nothing more from @viewpoint. */
gboolean atlas_territory_report_check_viewpoint (AtlasHistoryIndex *index,
                                                 const char *viewpoint,
                                                 GError **error);

/* Reads "LON,LAT" in degrees. Fails with G_OPTION_ERROR_BAD_VALUE. */
gboolean atlas_territory_report_parse_point (const char *text, AtlasPoint *point, GError **error);

G_END_DECLS
