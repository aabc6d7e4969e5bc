/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/* The ground: relief, water, shores. Changes with the view and the style only. */
#define ATLAS_TYPE_BASE_LAYER (atlas_base_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBaseLayer, atlas_base_layer, ATLAS, BASE_LAYER, AtlasLayer)

AtlasLayer *atlas_base_layer_new (ShumateViewport *viewport);

G_END_DECLS
