/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-page-blocks.h"

G_BEGIN_DECLS

/**
 * AtlasMarchView:
 *
 * A march of a column from one of its places to another, which the reader chooses: how far, in how
 * many days, how fast over the whole of it and leg by leg, and when nothing is recorded of it.
 */
#define ATLAS_TYPE_MARCH_VIEW (atlas_march_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMarchView, atlas_march_view, ATLAS, MARCH_VIEW, GtkWidget)

/* @column: (element-type AtlasLeg): as atlas_march_find_columns tells it for @record, the leg,
 * campaign or person that the page is of; the view begins with what belongs to that */
GtkWidget *atlas_march_view_new (const AtlasPageContext *context,
                                 AtlasRecord *record,
                                 GPtrArray *column);

/* Shows the march from the beginning of leg @first to the end of leg @last of the column; from as
 * near to the first as the column goes where it does not lead from there. */
void atlas_march_view_set_stretch (AtlasMarchView *self, AtlasLeg *first, AtlasLeg *last);

/* The marches of a leg, a campaign or a person, a view for each column. (nullable) */
GtkWidget *atlas_page_marches (const AtlasPageContext *context, AtlasRecord *record);

G_END_DECLS
