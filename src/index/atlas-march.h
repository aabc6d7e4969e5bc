/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-leg-pace.h"

G_BEGIN_DECLS

/* A march: legs of one column, each of which begins where the one before it ended. Legs that a
 * source joins to one another but that begin elsewhere, or under other commanders, are marches of
 * their own: nobody says that the column went from the one to the other. A column may part: then
 * several legs go on with the same one. */

/* The columns of a record: those that went through a leg, or through any leg of a campaign or of
 * its parts, whole; or what a person commanded of one. Each is its legs, by first day, two or more.
 * (transfer full) (element-type GPtrArray) */
GPtrArray *atlas_march_find_columns (AtlasDataset *dataset, AtlasRecord *record);

/* The march that led to the end of @leg, from the first leg of its column; with @person (nullable)
 * from the first that the person commanded. (transfer full) (element-type AtlasLeg) */
GPtrArray *atlas_march_to (AtlasDataset *dataset, AtlasLeg *leg, AtlasPerson *person);

/* Whether a leg belongs to a campaign or to one of its parts. */
gboolean atlas_march_is_of_campaign (AtlasDataset *dataset, AtlasLeg *leg, AtlasCampaign *campaign);

/* The pace from the beginning of leg @first of @march to the end of leg @last, rests and gaps
 * included. FALSE where an end is not located or not dated. */
gboolean atlas_march_measure (GPtrArray *march, guint first, guint last, AtlasLegPace *pace);

/* The days from the earliest on which the stretch can have begun to the latest on which it can have
 * ended. */
AtlasTimeSpan atlas_march_get_bounds (GPtrArray *march, guint first, guint last);

G_END_DECLS
