/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-leg-pace.h"
#include "atlas-page-blocks.h"

G_BEGIN_DECLS

/* How fast a leg of a march went, with a bar from foot to what is implausible; who went, and what
 * the record leaves open before it. */
GtkWidget *atlas_page_pace (const AtlasPageContext *context, AtlasLeg *leg);

/* The figure in words: "38 km a day", "12 to 40 km a day", "at least 5 km a day". (transfer full)
 */
char *atlas_page_format_pace (const AtlasLegPace *pace);

/* Both figures of a leg in a line: "233 km · 39 km a day", with a question mark where nobody could
 * keep that up. NULL where nothing can be said. (transfer full) (nullable) */
char *atlas_page_format_leg (AtlasLeg *leg);

/* How far and in how many days: "233 km from place to place, 6 days". (transfer full) */
char *atlas_page_format_length (const AtlasLegPace *pace);

G_END_DECLS
