/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-sheet.h"
#include "atlas-site-layout.h"

G_BEGIN_DECLS

/* Takes the room of the symbols of places, or of the markers of events. */
void atlas_label_painter_block_sites (const AtlasSiteLayout *layout,
                                      AtlasLabelSheet *sheet,
                                      gboolean places);

/* Names of events with their dates: with @chosen only of what is selected or under the pointer,
 * else of the others, the weighty ones first. With @cache labels stay at the side where they stood
 * in the last picture. */
void atlas_label_painter_add_events (const AtlasSiteLayout *layout,
                                     AtlasLabelSheet *sheet,
                                     AtlasDrawCache *cache,
                                     gboolean chosen);

/* Names of places by rank. */
void atlas_label_painter_add_places (const AtlasSiteLayout *layout,
                                     AtlasLabelSheet *sheet,
                                     AtlasDrawCache *cache);

G_END_DECLS
