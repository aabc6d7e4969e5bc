/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layer.h"

G_BEGIN_DECLS

/* Routes, markers and all names: what each step of the date may change. */
#define ATLAS_TYPE_HISTORY_LAYER (atlas_history_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHistoryLayer, atlas_history_layer, ATLAS, HISTORY_LAYER, AtlasLayer)

AtlasLayer *atlas_history_layer_new (ShumateViewport *viewport);

G_END_DECLS
