/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* Kilometres a day that people on foot, and mounted, kept up on a march. */
#define ATLAS_PACE_FOOT 16.0
#define ATLAS_PACE_MOUNTED 45.0

/**
 * AtlasLegPace:
 * @km: length of the line through the places that are named, kilometres; the way itself was longer
 * @most_days: days from the earliest day to the latest, both counted
 * @least_days: days from the latest day on which it can have begun to the earliest on which it can
 * have ended, both counted; 0 where that is not known
 * @slowest: kilometres a day over @most_days
 * @fastest: kilometres a day over @least_days; 0 where that is not known
 */
typedef struct
{
  double km;
  int most_days;
  int least_days;
  double slowest;
  double fastest;
} AtlasLegPace;

/* Kilometres along the line through the places that are named; 0 where an end is not located. */
double atlas_leg_pace_measure_path (AtlasLeg *leg);

/* FALSE where an end is not located or not dated: then nothing can be said. */
gboolean atlas_leg_pace_measure (AtlasLeg *leg, AtlasLegPace *pace);

/* Whether both days are told exactly, so that there is one figure. */
gboolean atlas_leg_pace_is_exact (const AtlasLegPace *self);

/* Whether it is faster than mounted troops went, however its dates are read. */
gboolean atlas_leg_pace_is_implausible (const AtlasLegPace *self);

/* The days between the leg that @leg continues and @leg of which nothing is told; an empty span
 * where there are none, or no leg before. */
AtlasTimeSpan atlas_leg_pace_find_gap (AtlasDataset *dataset, AtlasLeg *leg);

/* The same for the march that goes on after @leg, where @day lies in it: the column has gone from
 * the map then, and the first of the legs that continue it brings it back. Empty on any other day.
 */
AtlasTimeSpan atlas_leg_pace_find_silence (AtlasDataset *dataset, AtlasLeg *leg, AtlasDay day);

G_END_DECLS
