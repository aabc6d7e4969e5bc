/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_SORT_DATE,
  ATLAS_SORT_PLACE,     /* by the name of the place, in the order of the language */
  ATLAS_SORT_CERTAINTY, /* what is known best first */
} AtlasSort;

typedef enum
{
  ATLAS_GROUP_NONE,
  ATLAS_GROUP_CAMPAIGN, /* in order of their first days */
  ATLAS_GROUP_PLACE,    /* in order of their names */
} AtlasGroup;

/**
 * AtlasEventOrder:
 *
 * In which order events are listed: first by group, then as they are sorted, then by date as
 * everywhere. All events of an atlas are ranked once, so that two are compared in no time. Those
 * that belong to no group come before all groups, those without a place after all places.
 */
typedef struct _AtlasEventOrder AtlasEventOrder;

/* Names are those of @lang. (transfer full) */
AtlasEventOrder *atlas_event_order_new (AtlasDataset *dataset,
                                        AtlasSort sort,
                                        AtlasGroup group,
                                        const char *lang);
void atlas_event_order_free (AtlasEventOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasEventOrder, atlas_event_order_free)

/* Negative where @a comes first. */
int atlas_event_order_compare (const AtlasEventOrder *self, AtlasEvent *a, AtlasEvent *b);

/* The campaign or place in whose group an event stands. (transfer none) (nullable) */
AtlasRecord *atlas_event_order_get_heading (const AtlasEventOrder *self, AtlasEvent *event);

G_END_DECLS
