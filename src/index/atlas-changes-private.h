/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes.h"

G_BEGIN_DECLS

/* Faces that changed alike, before they become a piece. */
typedef struct
{
  AtlasChangeKind kind;
  AtlasHold from, to;
  AtlasDay before, after; /* the two days that are compared */
  AtlasDay day;           /* the last day of change */
  const char *date;       /* (nullable) EDTF that begins with the date, maybe an interval */
  AtlasText *act;
  const char *event;
  AtlasTerritory *witness; /* (nullable): the territory that tells the act */
  AtlasTerritory *claim;
  GArray *faces; /* (element-type guint) ascending */
} AtlasChangeGroup;

AtlasChangeGroup *atlas_change_group_new (void);
void atlas_change_group_free (AtlasChangeGroup *self);

/* (nullable) (transfer full): NULL where all its parts are below 100 km2. */
AtlasChange *atlas_change_group_make_piece (const AtlasChangeGroup *self, AtlasHistoryIndex *index);

/* Which states are one hand: the id of a polity -> that of the first of its line. (transfer full)
 */
GHashTable *atlas_succession_new (AtlasDataset *dataset);

/* (nullable) */
const char *atlas_succession_get_first (GHashTable *succession, const char *polity);

/* (nullable): whose land it is: of occupied land the polity that is occupied. */
static inline const char *
atlas_change_get_owner (AtlasTerritory *territory)
{
  if (territory == NULL)
    return NULL;
  if (atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION &&
      atlas_territory_get_over (territory) != NULL)
    return atlas_territory_get_over (territory);
  return atlas_territory_get_polity (territory);
}

/* (nullable): the event that was the act by which land passed from @from to @to on @day, for
 * territories that name none: an event of the very same date, or a treaty the signing of which went
 * on over that day, in which two of the parties took part. */
const char *atlas_change_find_event (AtlasHistoryIndex *index,
                                     AtlasDay day,
                                     AtlasTerritory *from,
                                     AtlasTerritory *to);

/* Whether the polity took part in the event, itself or by a person on its side. */
gboolean atlas_change_takes_part (AtlasEvent *event, const char *polity);

G_END_DECLS
