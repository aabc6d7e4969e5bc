/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-page-blocks.h"

G_BEGIN_DECLS

/* The land that changed by an event as the map draws it, measured, for standing beside what the
 * accounts say, and a button that compares the day before with the day itself. The block fills
 * itself when a worker has measured, and stays hidden for an event that moved no border. Its css
 * class is "measured". */
GtkWidget *atlas_page_measure (const AtlasPageContext *context,
                               AtlasHistoryIndex *index,
                               AtlasEvent *event);

G_END_DECLS
