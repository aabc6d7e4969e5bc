/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-polygon.h"

G_BEGIN_DECLS

/* Works out, every time anew, what atlas_multi_polygon_label_point() remembers. */
gboolean atlas_polygon_find_label (const AtlasPolygon *polygon, AtlasPoint *point);

G_END_DECLS
