/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include "atlas-march.h"

/* A chain of legs that bites its own tail ends here. */
#define MOST_LEGS 64

static gboolean
commands (AtlasLeg *leg, const char *person)
{
  const char *const *commanders = atlas_leg_get_commanders (leg);

  return commanders != NULL && g_strv_contains (commanders, person);
}

static gboolean
share_commander (AtlasLeg *a, AtlasLeg *b)
{
  const char *const *commanders = atlas_leg_get_commanders (a);

  for (guint i = 0; commanders != NULL && commanders[i] != NULL; i++)
    if (commands (b, commanders[i]))
      return TRUE;
  return FALSE;
}

/* The leg that @leg goes on with, if it is the same column that does. */
static AtlasLeg *
find_before (AtlasDataset *dataset, AtlasLeg *leg)
{
  AtlasRecord *before = atlas_dataset_lookup (dataset, atlas_leg_get_after (leg));

  if (before == NULL || !ATLAS_IS_LEG (before) ||
      g_strcmp0 (atlas_leg_get_to (ATLAS_LEG (before)), atlas_leg_get_from (leg)) != 0 ||
      !share_commander (ATLAS_LEG (before), leg))
    return NULL;
  return ATLAS_LEG (before);
}

GPtrArray *
atlas_march_to (AtlasDataset *dataset, AtlasLeg *leg, AtlasPerson *person)
{
  GPtrArray *march = g_ptr_array_new ();
  const char *id = person != NULL ? atlas_record_get_id (ATLAS_RECORD (person)) : NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && ATLAS_IS_LEG (leg), march);

  for (; leg != NULL && march->len < MOST_LEGS; leg = find_before (dataset, leg))
    g_ptr_array_insert (march, 0, leg);
  while (id != NULL && march->len > 1 && !commands (march->pdata[0], id))
    g_ptr_array_remove_index (march, 0);
  return march;
}

gboolean
atlas_march_is_of_campaign (AtlasDataset *dataset, AtlasLeg *leg, AtlasCampaign *campaign)
{
  AtlasCampaign *own = atlas_dataset_lookup_campaign (dataset, atlas_leg_get_campaign (leg));

  for (guint depth = 0; own != NULL && depth < MOST_LEGS; depth++)
    {
      if (own == campaign)
        return TRUE;
      own = atlas_dataset_lookup_campaign (dataset, atlas_campaign_get_parent (own));
    }
  return FALSE;
}

static gboolean
is_of (AtlasDataset *dataset, AtlasLeg *leg, AtlasRecord *record)
{
  if (ATLAS_IS_PERSON (record))
    return commands (leg, atlas_record_get_id (record));
  return ATLAS_IS_CAMPAIGN (record)
           ? atlas_march_is_of_campaign (dataset, leg, ATLAS_CAMPAIGN (record))
           : ATLAS_RECORD (leg) == record;
}

/* The column that begins with @first; made where there is none yet. */
static GPtrArray *
find_column (GPtrArray *columns, AtlasLeg *first)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_ptr_array_index ((GPtrArray *) columns->pdata[i], 0) == first)
      return columns->pdata[i];
  g_ptr_array_add (columns, g_ptr_array_new ());
  return columns->pdata[columns->len - 1];
}

static int
compare_legs (gconstpointer a, gconstpointer b)
{
  AtlasRecord *first = *(AtlasRecord *const *) a, *second = *(AtlasRecord *const *) b;
  AtlasTimeSpan one = atlas_record_get_bounds (first), other = atlas_record_get_bounds (second);

  if (one.begin != other.begin)
    return one.begin < other.begin ? -1 : 1;
  if (one.end != other.end)
    return one.end < other.end ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (first), atlas_record_get_id (second));
}

/* Whether any leg of a column is of the record. */
static gboolean
touches (AtlasDataset *dataset, GPtrArray *column, AtlasRecord *record)
{
  for (guint i = 0; i < column->len; i++)
    if (is_of (dataset, column->pdata[i], record))
      return TRUE;
  return FALSE;
}

GPtrArray *
atlas_march_find_columns (AtlasDataset *dataset, AtlasRecord *record)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  AtlasPerson *person = ATLAS_IS_PERSON (record) ? ATLAS_PERSON (record) : NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && ATLAS_IS_RECORD (record), columns);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_LEG); i++)
    {
      AtlasLeg *leg = ATLAS_LEG (atlas_dataset_get_record (dataset, ATLAS_KIND_LEG, i));
      g_autoptr (GPtrArray) march = atlas_march_to (dataset, leg, person);
      GPtrArray *column;

      if (person != NULL && !is_of (dataset, leg, record))
        continue;
      column = find_column (columns, march->pdata[0]);
      /* The first leg of a column comes first, wherever it stands in the atlas. */
      if (column->len == 0)
        g_ptr_array_add (column, march->pdata[0]);
      if (leg != march->pdata[0])
        g_ptr_array_add (column, leg);
    }
  for (guint i = columns->len; i-- > 0;)
    if (((GPtrArray *) columns->pdata[i])->len < 2 || !touches (dataset, columns->pdata[i], record))
      g_ptr_array_remove_index (columns, i);
    else
      g_ptr_array_sort (columns->pdata[i], compare_legs);
  return columns;
}

AtlasTimeSpan
atlas_march_get_bounds (GPtrArray *march, guint first, guint last)
{
  g_return_val_if_fail (march != NULL && first <= last && last < march->len,
                        ((AtlasTimeSpan){ 1, 0 }));

  return (AtlasTimeSpan){ atlas_record_get_bounds (march->pdata[first]).begin,
                          atlas_record_get_bounds (march->pdata[last]).end };
}

/* The last day on which a leg can have begun; FALSE where only a span is told within which all of
 * it was. */
static gboolean
find_latest_begin (AtlasLeg *leg, AtlasDay *day)
{
  AtlasEdtf when;

  if (!atlas_record_get_when (ATLAS_RECORD (leg), &when))
    return FALSE;
  *day = when.start.end;
  return when.is_interval || when.start.begin == when.start.end;
}

/* The first day on which it can have ended. */
static gboolean
find_earliest_end (AtlasLeg *leg, AtlasDay *day)
{
  AtlasEdtf when;

  if (!atlas_record_get_when (ATLAS_RECORD (leg), &when))
    return FALSE;
  *day = when.is_interval ? when.end.begin : when.start.begin;
  return when.is_interval || when.start.begin == when.start.end;
}

gboolean
atlas_march_measure (GPtrArray *march, guint first, guint last, AtlasLegPace *pace)
{
  AtlasTimeSpan bounds;
  AtlasDay begun, ended;

  g_return_val_if_fail (march != NULL && first <= last && last < march->len, FALSE);
  g_return_val_if_fail (pace != NULL, FALSE);

  *pace = (AtlasLegPace){ 0 };
  for (guint i = first; i <= last; i++)
    {
      double km = atlas_leg_pace_measure_path (march->pdata[i]);

      if (km <= 0.0)
        return FALSE;
      pace->km += km;
    }
  bounds = atlas_march_get_bounds (march, first, last);
  if (bounds.begin == ATLAS_DAY_OPEN_PAST || bounds.end == ATLAS_DAY_OPEN_FUTURE ||
      atlas_time_span_is_empty (bounds))
    return FALSE;
  pace->most_days = (int) atlas_time_span_length (bounds);
  if (find_latest_begin (march->pdata[first], &begun) &&
      find_earliest_end (march->pdata[last], &ended) && begun <= ended)
    pace->least_days = (int) (ended - begun + 1);
  pace->slowest = pace->km / pace->most_days;
  pace->fastest = pace->least_days > 0 ? pace->km / pace->least_days : 0.0;
  return TRUE;
}
