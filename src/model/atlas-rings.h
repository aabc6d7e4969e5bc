/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-json.h"
#include "atlas-polygon.h"

G_BEGIN_DECLS

/* Joins the rings of a territory ("atlas:rings") from the segments that they name, which have been
 * read. Each segment is added to
 * @segments once, with a reference. Complains where a ring does not close. (transfer full), never
 * NULL. */
AtlasMultiPolygon *atlas_rings_read (const AtlasJson *rings, GPtrArray *segments);

G_END_DECLS
