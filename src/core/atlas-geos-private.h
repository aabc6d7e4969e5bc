/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <geos_c.h>

#include "atlas-polygon.h"

G_BEGIN_DECLS

/* What the files that talk to GEOS share. */

/* A context whose messages go to the debug log; to be closed with GEOS_finish_r(). */
GEOSContextHandle_t atlas_geos_open (void);

/* A multipolygon. (transfer full) (nullable): NULL where GEOS takes a ring for none. */
GEOSGeometry *atlas_geos_from_shape (GEOSContextHandle_t geos, const AtlasMultiPolygon *self);

/* The polygons of @geometry, which may be NULL. Where two shapes only touch, an overlay also yields
 * points and lines; these bound nothing and are left out. (transfer full) */
AtlasMultiPolygon *atlas_geos_to_shape (GEOSContextHandle_t geos, const GEOSGeometry *geometry);

/* The first position of a point or a line. */
gboolean atlas_geos_read_first_point (GEOSContextHandle_t geos,
                                      const GEOSGeometry *geometry,
                                      AtlasPoint *point);

G_END_DECLS
