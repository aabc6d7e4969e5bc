/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/* Who held what, and the borders between them. Changes when a border does. */
#define ATLAS_TYPE_TERRITORY_LAYER (atlas_territory_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTerritoryLayer,
                      atlas_territory_layer,
                      ATLAS,
                      TERRITORY_LAYER,
                      AtlasLayer)

AtlasLayer *atlas_territory_layer_new (ShumateViewport *viewport);

G_END_DECLS
