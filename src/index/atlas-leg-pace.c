/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include "atlas-leg-pace.h"

#define NO_GAP ((AtlasTimeSpan){ 1, 0 })

double
atlas_leg_pace_measure_path (AtlasLeg *leg)
{
  guint n;
  const AtlasPoint *path = atlas_leg_get_path (leg, &n);
  double metres = 0.0;

  for (guint i = 1; path != NULL && i < n; i++)
    metres += atlas_geo_distance (path[i - 1], path[i]);
  return metres / 1000.0;
}

gboolean
atlas_leg_pace_measure (AtlasLeg *leg, AtlasLegPace *pace)
{
  AtlasEdtf when;
  AtlasTimeSpan bounds;

  g_return_val_if_fail (ATLAS_IS_LEG (leg), FALSE);
  g_return_val_if_fail (pace != NULL, FALSE);

  *pace = (AtlasLegPace){ .km = atlas_leg_pace_measure_path (leg) };
  if (pace->km <= 0.0 || !atlas_record_get_when (ATLAS_RECORD (leg), &when))
    return FALSE;
  bounds = atlas_edtf_bounds (&when);
  if (bounds.begin == ATLAS_DAY_OPEN_PAST || bounds.end == ATLAS_DAY_OPEN_FUTURE)
    return FALSE;
  pace->most_days = (int) atlas_time_span_length (bounds);
  if (when.is_interval && when.start.end <= when.end.begin)
    pace->least_days = (int) (when.end.begin - when.start.end + 1);
  pace->slowest = pace->km / pace->most_days;
  pace->fastest = pace->least_days > 0 ? pace->km / pace->least_days : 0.0;
  return TRUE;
}

gboolean
atlas_leg_pace_is_exact (const AtlasLegPace *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->least_days == self->most_days;
}

gboolean
atlas_leg_pace_is_implausible (const AtlasLegPace *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->slowest > ATLAS_PACE_MOUNTED;
}

AtlasTimeSpan
atlas_leg_pace_find_gap (AtlasDataset *dataset, AtlasLeg *leg)
{
  AtlasRecord *before;
  AtlasTimeSpan gap;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NO_GAP);
  g_return_val_if_fail (ATLAS_IS_LEG (leg), NO_GAP);

  before = atlas_dataset_lookup (dataset, atlas_leg_get_after (leg));
  if (before == NULL || !ATLAS_IS_LEG (before) || !atlas_record_get_when (before, NULL) ||
      !atlas_record_get_when (ATLAS_RECORD (leg), NULL))
    return NO_GAP;
  gap = (AtlasTimeSpan){ atlas_record_get_bounds (before).end,
                         atlas_record_get_bounds (ATLAS_RECORD (leg)).begin };
  if (gap.begin == ATLAS_DAY_OPEN_FUTURE || gap.end == ATLAS_DAY_OPEN_PAST)
    return NO_GAP;
  return (AtlasTimeSpan){ gap.begin + 1, gap.end - 1 };
}

AtlasTimeSpan
atlas_leg_pace_find_silence (AtlasDataset *dataset, AtlasLeg *leg, AtlasDay day)
{
  AtlasTimeSpan silence = NO_GAP;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NO_GAP);
  g_return_val_if_fail (ATLAS_IS_LEG (leg), NO_GAP);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_LEG); i++)
    {
      AtlasLeg *next = ATLAS_LEG (atlas_dataset_get_record (dataset, ATLAS_KIND_LEG, i));
      AtlasTimeSpan gap;

      if (g_strcmp0 (atlas_leg_get_after (next), atlas_record_get_id (ATLAS_RECORD (leg))) != 0)
        continue;
      gap = atlas_leg_pace_find_gap (dataset, next);
      /* Where the column parts, whoever is seen first ends the silence. */
      if (atlas_time_span_is_empty (gap) || !atlas_time_span_contains (gap, day))
        return NO_GAP;
      if (atlas_time_span_is_empty (silence) || gap.end < silence.end)
        silence = gap;
    }
  return silence;
}
