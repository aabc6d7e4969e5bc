/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes.h"
#include "atlas-layer.h"

G_BEGIN_DECLS

/* Hatches the land that differs between two days. */
#define ATLAS_TYPE_CHANGE_LAYER (atlas_change_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChangeLayer, atlas_change_layer, ATLAS, CHANGE_LAYER, AtlasLayer)

AtlasLayer *atlas_change_layer_new (ShumateViewport *viewport);

/* @changes (element-type AtlasChange) must not be changed any more; @chosen is the position of the
 * one that stands out, or -1. */
void atlas_change_layer_set_changes (AtlasChangeLayer *self, GPtrArray *changes, int chosen);

G_END_DECLS
