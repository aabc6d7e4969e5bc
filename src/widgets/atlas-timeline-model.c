/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-model.h"

/* Campaigns are nested less deeply than this; a chain that bites its own tail ends here. */
#define MOST_DEPTH 16

static void
lane_free (gpointer data)
{
  AtlasTimelineLane *lane = data;

  g_array_unref (lane->bars);
  g_free (lane);
}

/* The days that a campaign lasted for certain: from the last day on which it can have begun to the
 * first on which it can have ended. */
static AtlasTimeSpan
find_solid (AtlasRecord *record)
{
  AtlasEdtf edtf;
  AtlasTimeSpan bounds = atlas_record_get_bounds (record);

  if (!atlas_record_get_when (record, &edtf) || !edtf.is_interval)
    return bounds;
  return (AtlasTimeSpan){
    edtf.unknown_start || edtf.open_start ? bounds.begin : edtf.start.end,
    edtf.unknown_end || edtf.open_end ? bounds.end : edtf.end.begin,
  };
}

static AtlasTimelineLane *
find_lane (AtlasTimelineModel *self, AtlasCampaign *root)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = g_ptr_array_index (self->lanes, i);

      if (lane->campaign == root)
        return lane;
    }
  return NULL;
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const AtlasTimelineLane *first = *(AtlasTimelineLane *const *) a,
                          *second = *(AtlasTimelineLane *const *) b;

  return (first->bounds.begin > second->bounds.begin) -
         (first->bounds.begin < second->bounds.begin);
}

static void
add_lanes (AtlasTimelineModel *self, AtlasDataset *dataset)
{
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_CAMPAIGN); i++)
    {
      AtlasRecord *campaign = atlas_dataset_get_record (dataset, ATLAS_KIND_CAMPAIGN, i);
      AtlasTimelineLane *lane;

      if (atlas_campaign_get_parent (ATLAS_CAMPAIGN (campaign)) != NULL ||
          atlas_record_get_edtf (campaign) == NULL)
        continue;
      lane = g_new0 (AtlasTimelineLane, 1);
      lane->campaign = ATLAS_CAMPAIGN (campaign);
      lane->family = atlas_dataset_get_family_of (dataset, campaign);
      lane->bounds = atlas_record_get_bounds (campaign);
      lane->bars = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineBar));
      lane->n_rows = 1;
      g_ptr_array_add (self->lanes, lane);
    }
  g_ptr_array_sort (self->lanes, compare_lanes);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const AtlasTimelineBar *first = a, *second = b;

  return (first->bounds.begin > second->bounds.begin) -
         (first->bounds.begin < second->bounds.begin);
}

/* A part that overlaps another of its lane goes to the second row. Where both rows are taken it
 * lies on the one that is free sooner, as an inset. Ends that are not known may overlap: they fade.
 */
static void
place_bars (AtlasTimelineLane *lane)
{
  AtlasDay busy_until[2] = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_PAST };

  g_array_sort (lane->bars, compare_bars);
  for (guint i = 0; i < lane->bars->len; i++)
    {
      AtlasTimelineBar *bar = &g_array_index (lane->bars, AtlasTimelineBar, i);
      gboolean first_is_free = bar->bounds.begin > busy_until[0];
      gboolean second_is_free = bar->bounds.begin > busy_until[1];

      bar->row = first_is_free ? 0 : second_is_free ? 1 : busy_until[0] > busy_until[1];
      bar->inset = !first_is_free && !second_is_free;
      busy_until[bar->row] = MAX (busy_until[bar->row], bar->solid.end);
      lane->n_rows = MAX (lane->n_rows, bar->row + 1);
    }
}

static void
add_bars (AtlasTimelineModel *self, AtlasDataset *dataset)
{
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_CAMPAIGN); i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, ATLAS_KIND_CAMPAIGN, i);
      AtlasCampaign *campaign = ATLAS_CAMPAIGN (record);
      AtlasTimelineLane *lane =
        find_lane (self, atlas_dataset_get_root_campaign (dataset, campaign));
      AtlasTimelineBar bar = {
        .campaign = campaign,
        .solid = find_solid (record),
        .bounds = atlas_record_get_bounds (record),
        .hollow = atlas_record_get_status (record) == ATLAS_STATUS_UNCORROBORATED,
      };

      /* Parts of parts would be slivers here; the pages have them. */
      if (lane != NULL &&
          atlas_dataset_lookup_campaign (dataset, atlas_campaign_get_parent (campaign)) ==
            lane->campaign &&
          atlas_record_get_edtf (record) != NULL)
        g_array_append_val (lane->bars, bar);
    }
  for (guint i = 0; i < self->lanes->len; i++)
    place_bars (g_ptr_array_index (self->lanes, i));
}

static guint
find_lane_of_event (AtlasTimelineModel *self, AtlasDataset *dataset, AtlasEvent *event)
{
  AtlasCampaign *campaign =
    atlas_dataset_lookup_campaign (dataset, atlas_event_get_campaign (event));
  AtlasTimelineLane *lane =
    campaign != NULL ? find_lane (self, atlas_dataset_get_root_campaign (dataset, campaign)) : NULL;
  guint position;

  return lane != NULL && g_ptr_array_find (self->lanes, lane, &position) ? position : G_MAXUINT;
}

/* The row of the part of @lane that the event belongs to, directly or by a part of that part. */
static guint
find_row_of_event (AtlasTimelineLane *lane, AtlasDataset *dataset, AtlasEvent *event)
{
  AtlasCampaign *campaign =
    atlas_dataset_lookup_campaign (dataset, atlas_event_get_campaign (event));

  for (guint depth = 0; campaign != NULL && depth < MOST_DEPTH; depth++)
    {
      for (guint i = 0; i < lane->bars->len; i++)
        if (g_array_index (lane->bars, AtlasTimelineBar, i).campaign == campaign)
          return g_array_index (lane->bars, AtlasTimelineBar, i).row;
      campaign = atlas_dataset_lookup_campaign (dataset, atlas_campaign_get_parent (campaign));
    }
  return 0;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const AtlasTimelineMark *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

static void
add_marks (AtlasTimelineModel *self, AtlasDataset *dataset)
{
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i);
      AtlasTimeSpan bounds = atlas_time_span_intersection (atlas_record_get_bounds (record),
                                                           atlas_dataset_get_range (dataset));
      AtlasTimelineMark mark = {
        .event = ATLAS_EVENT (record),
        .bounds = bounds,
        .day = bounds.begin + (bounds.end - bounds.begin) / 2,
        .lane = find_lane_of_event (self, dataset, ATLAS_EVENT (record)),
        .hollow = atlas_record_get_status (record) == ATLAS_STATUS_UNCORROBORATED,
      };

      if (mark.lane < self->lanes->len)
        mark.row = find_row_of_event (g_ptr_array_index (self->lanes, mark.lane),
                                      dataset,
                                      ATLAS_EVENT (record));
      if (!atlas_time_span_is_empty (bounds))
        g_array_append_val (self->marks, mark);
    }
  g_array_sort (self->marks, compare_marks);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const AtlasTimelineChange *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/* One mark a day on which a border changes: solid where the line that begins then rests on a
 * treaty. */
static void
add_changes (AtlasTimelineModel *self, AtlasDataset *dataset)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineChange));
  AtlasTimeSpan range = atlas_dataset_get_range (dataset);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_SEGMENT); i++)
    {
      AtlasSegment *segment =
        ATLAS_SEGMENT (atlas_dataset_get_record (dataset, ATLAS_KIND_SEGMENT, i));
      guint n;
      const AtlasBoundaryPhase *phases = atlas_segment_get_phases (segment, &n);

      for (guint j = 0; j < n; j++)
        {
          AtlasTimelineChange change = {
            .day = phases[j].when.begin,
            .by_treaty =
              phases[j].basis == ATLAS_BASIS_SURVEY || phases[j].basis == ATLAS_BASIS_TREATY_TEXT,
            .proposed = phases[j].form == ATLAS_FORM_PROPOSED,
            .segment = segment,
            .phase = &phases[j],
            .n_segments = 1,
          };

          if (phases[j].basis < ATLAS_BASIS_COAST && change.day > range.begin &&
              change.day <= range.end)
            g_array_append_val (all, change);
        }
    }
  g_array_sort (all, compare_changes);
  for (guint i = 0; i < all->len; i++)
    {
      AtlasTimelineChange change = g_array_index (all, AtlasTimelineChange, i);
      AtlasTimelineChange *last =
        self->changes->len > 0
          ? &g_array_index (self->changes, AtlasTimelineChange, self->changes->len - 1)
          : NULL;

      if (last == NULL || last->day != change.day)
        g_array_append_val (self->changes, change);
      else
        {
          if (change.by_treaty && !change.proposed && (!last->by_treaty || last->proposed))
            {
              last->segment = change.segment;
              last->phase = change.phase;
            }
          last->n_segments++;
          last->by_treaty |= change.by_treaty && !change.proposed;
          last->proposed &= change.proposed;
        }
    }
}

AtlasTimelineModel *
atlas_timeline_model_new (AtlasHistoryIndex *index)
{
  AtlasTimelineModel *self;
  AtlasDataset *dataset;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), NULL);

  dataset = atlas_history_index_get_dataset (index);
  self = g_new0 (AtlasTimelineModel, 1);
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineMark));
  self->changes = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineChange));
  add_lanes (self, dataset);
  add_bars (self, dataset);
  add_marks (self, dataset);
  add_changes (self, dataset);
  return self;
}

void
atlas_timeline_model_free (AtlasTimelineModel *self)
{
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->marks);
  g_array_unref (self->changes);
  g_free (self);
}

guint
atlas_timeline_model_find_marks (const AtlasTimelineModel *self, AtlasTimeSpan span, guint *n)
{
  guint low = 0, high = self->marks->len, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, AtlasTimelineMark, middle).day < span.begin)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->marks->len &&
                  g_array_index (self->marks, AtlasTimelineMark, end).day <= span.end;)
    end++;
  *n = end - low;
  return low;
}
