/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-territory.h"

G_BEGIN_DECLS

/* One more segment of the rings of a territory that is read from an archive. */
void atlas_territory_add_segment (AtlasTerritory *self, AtlasSegment *segment);

G_END_DECLS
