/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* What the reports on territories and on changes write alike. */

/* "key": { "polity": id or null, "name": by language, "standing": word, "over": id or null } */
void atlas_border_out_hold (JsonBuilder *builder,
                            AtlasHistoryIndex *index,
                            const char *key,
                            const char *polity,
                            AtlasStanding standing,
                            const char *over);

/* The title of a record by language; null where there is none of that id. */
void atlas_border_out_name (JsonBuilder *builder,
                            AtlasHistoryIndex *index,
                            const char *key,
                            const char *id);

/* "citations": [ { "source": id, "section": …, "page": …, "via": … }, … ] */
void atlas_border_out_citations (JsonBuilder *builder, const AtlasCitation *citations, guint n);

/* "basis", "form", "width-km" and "text-read" of a border; null where there is none. */
void atlas_border_out_phase (JsonBuilder *builder, const AtlasBoundaryPhase *phase);

/* "key": a whole number, the nearest to @value. */
void atlas_border_out_rounded (JsonBuilder *builder, const char *key, double value);

/* "geometry": a MultiPolygon as RFC 7946 has it: outer rings counterclockwise, holes clockwise,
 * each closed by its first position. */
void atlas_border_out_geometry (JsonBuilder *builder, const AtlasMultiPolygon *shape);

G_END_DECLS
