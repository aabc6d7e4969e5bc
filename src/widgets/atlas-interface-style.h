/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-view-state.h"

G_BEGIN_DECLS

/* The style of map that suits the desktop's: light or dark, and with high contrast where the reader
 * has asked for it. What a widget draws by itself has the colours of this style too. */
AtlasMapStyle atlas_interface_style_get (void);

G_END_DECLS
