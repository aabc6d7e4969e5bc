/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-sheet.h"
#include "atlas-site-layout.h"

G_BEGIN_DECLS

/* Takes the room of all symbols. */
void atlas_label_painter_block_sites (const AtlasSiteLayout *layout, AtlasLabelSheet *sheet);

/* Names of events with their dates, the selected first; then names of places by rank. With @cache
 * labels stay at the side where they stood in the last picture. */
void atlas_label_painter_add_events (const AtlasSiteLayout *layout,
                                     AtlasLabelSheet *sheet,
                                     AtlasDrawCache *cache);
void atlas_label_painter_add_places (const AtlasSiteLayout *layout,
                                     AtlasLabelSheet *sheet,
                                     AtlasDrawCache *cache);

G_END_DECLS
