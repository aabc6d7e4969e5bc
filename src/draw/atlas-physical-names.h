/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-sheet.h"

G_BEGIN_DECLS

/* Writes the names of ranges, waters and areas where there is still room. */
void atlas_physical_names_add (const AtlasBasemap *basemap, AtlasLabelSheet *sheet);

G_END_DECLS
