/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-visible-set.h"

G_BEGIN_DECLS

/**
 * AtlasGroupedList:
 *
 * The events of a visible set as a #GListModel of #AtlasRecord in which the campaign or place of a
 * group stands before its events. A group that has none, and a set that is not grouped, are without
 * headings.
 */
#define ATLAS_TYPE_GROUPED_LIST (atlas_grouped_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasGroupedList, atlas_grouped_list, ATLAS, GROUPED_LIST, GObject)

AtlasGroupedList *atlas_grouped_list_new (AtlasVisibleSet *set);

G_END_DECLS
