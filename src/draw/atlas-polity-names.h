/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-sheet.h"
#include "atlas-territory-scene.h"

G_BEGIN_DECLS

/* Writes the names of the polities across the land of theirs that the picture shows, as large as
 * fits inside. */
void atlas_polity_names_add (AtlasTerritoryScene *scene,
                             AtlasLabelSheet *sheet,
                             AtlasDataset *dataset);

G_END_DECLS
