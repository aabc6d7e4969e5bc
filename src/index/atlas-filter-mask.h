/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-filter.h"

G_BEGIN_DECLS

/**
 * AtlasFilterMask:
 *
 * A filter worked out for one atlas: for each record, by its position among those of its kind,
 * whether it is let through. Immutable and counted by reference; may be read from any thread. %NULL
 * is the mask that lets everything through.
 *
 * A record that cites sources stays as long as one of them is on. Standing and source count for
 * every kind. Kinds of event count for events; campaign, actor and place for events, for legs and,
 * the campaign alone, for campaigns.
 */
typedef struct _AtlasFilterMask AtlasFilterMask;

/* %NULL for the filter %NULL. (transfer full) (nullable) */
AtlasFilterMask *atlas_filter_mask_new (AtlasDataset *dataset, const AtlasFilter *filter);
AtlasFilterMask *atlas_filter_mask_ref (AtlasFilterMask *self);
void atlas_filter_mask_unref (AtlasFilterMask *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFilterMask, atlas_filter_mask_unref)

/* Whether @record, which is of the mask's atlas, is let through. */
gboolean atlas_filter_mask_has (const AtlasFilterMask *self, AtlasRecord *record);

/* One byte for each record of @kind, 1 where it is let through, by atlas_dataset_index_of().
 * (transfer none) */
const guint8 *atlas_filter_mask_get_bytes (const AtlasFilterMask *self, AtlasKind kind);

/* How many records of @kind are not let through. */
guint atlas_filter_mask_count_off (const AtlasFilterMask *self, AtlasKind kind);

G_END_DECLS
