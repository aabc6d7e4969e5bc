/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include "atlas-overlay-painter.h"

/* Twelve colours that can be told apart on light ground, after ColorBrewer's Dark2 and Paired
 * (C. Brewer, Apache-2.0), and the same lightened for dark ground. */
static const AtlasColor dark_on_light[] = {
  { 0.106, 0.620, 0.467, 1.0 }, { 0.851, 0.373, 0.008, 1.0 }, { 0.459, 0.439, 0.702, 1.0 },
  { 0.906, 0.161, 0.541, 1.0 }, { 0.400, 0.651, 0.118, 1.0 }, { 0.902, 0.671, 0.008, 1.0 },
  { 0.651, 0.463, 0.114, 1.0 }, { 0.122, 0.471, 0.706, 1.0 }, { 0.698, 0.094, 0.169, 1.0 },
  { 0.329, 0.153, 0.533, 1.0 }, { 0.004, 0.400, 0.369, 1.0 }, { 0.549, 0.318, 0.039, 1.0 },
};

static const AtlasColor light_on_dark[] = {
  { 0.400, 0.761, 0.647, 1.0 }, { 0.988, 0.553, 0.384, 1.0 }, { 0.655, 0.675, 0.871, 1.0 },
  { 0.941, 0.541, 0.765, 1.0 }, { 0.651, 0.847, 0.329, 1.0 }, { 1.000, 0.851, 0.184, 1.0 },
  { 0.898, 0.769, 0.580, 1.0 }, { 0.502, 0.745, 0.902, 1.0 }, { 0.937, 0.502, 0.502, 1.0 },
  { 0.741, 0.620, 0.878, 1.0 }, { 0.408, 0.780, 0.745, 1.0 }, { 0.831, 0.643, 0.404, 1.0 },
};

static const AtlasOverlayStyle styles[] = {
  { { { 0.431, 0.471, 0.627, 0.25 }, { 0.275, 0.314, 0.471, 1.0 }, 1.0 },
    4.0,
    dark_on_light,
    G_N_ELEMENTS (dark_on_light) },
  { { { 0.667, 0.722, 0.902, 0.22 }, { 0.741, 0.780, 0.922, 1.0 }, 1.0 },
    4.0,
    light_on_dark,
    G_N_ELEMENTS (light_on_dark) },
};

const AtlasOverlayStyle *
atlas_overlay_style_get (AtlasMapStyle style)
{
  return &styles[style == ATLAS_MAP_STYLE_DARK ? 1 : 0];
}
