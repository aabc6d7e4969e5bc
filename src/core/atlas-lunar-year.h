/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* The lunar years for which the Qing calendar is known here, by the Gregorian year in which each
 * begins. */
#define ATLAS_LUNAR_FIRST_YEAR 1662
#define ATLAS_LUNAR_LAST_YEAR 1911

/* One month of a lunar year: its number (1 to 12), whether it repeats the number of the month
 * before it, and its days. */
typedef struct
{
  gint8 month;
  gboolean leap;
  AtlasTimeSpan days;
} AtlasLunarMonth;

typedef struct
{
  guint n_months; /* 12 or 13 */
  AtlasLunarMonth months[13];
} AtlasLunarYear;

/* (nullable) (transfer none): NULL for years outside the two above. May be called from any thread.
 */
const AtlasLunarYear *atlas_lunar_year_get (int year);

/* (nullable) (transfer none): the lunar year that @day belongs to, and its number. */
const AtlasLunarYear *atlas_lunar_year_of_day (AtlasDay day, int *year);

G_END_DECLS
