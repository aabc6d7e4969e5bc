/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-model.h"

/* Campaigns are nested less deeply than this; a chain that bites its own tail ends here. */
#define MOST_DEPTH 16
/* The parts of a campaign take this many rows at the most. */
#define CAMPAIGN_ROWS 2

static AtlasTimelineLane *
find_lane (AtlasTimelineModel *self, AtlasCampaign *root)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      AtlasTimelineLane *lane = g_ptr_array_index (self->lanes, i);

      if (lane->record == ATLAS_RECORD (root))
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
      lane = atlas_timeline_lane_new (campaign, atlas_dataset_get_family_of (dataset, campaign));
      g_ptr_array_add (self->lanes, lane);
    }
  g_ptr_array_sort (self->lanes, compare_lanes);
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

      /* Parts of parts would be slivers here; the pages have them. */
      if (lane != NULL &&
          atlas_dataset_lookup_campaign (dataset, atlas_campaign_get_parent (campaign)) ==
            ATLAS_CAMPAIGN (lane->record) &&
          atlas_record_get_edtf (record) != NULL)
        atlas_timeline_lane_add (lane, record);
    }
  for (guint i = 0; i < self->lanes->len; i++)
    atlas_timeline_lane_arrange (g_ptr_array_index (self->lanes, i), CAMPAIGN_ROWS);
}

static void
add_polities (AtlasTimelineModel *self, AtlasDataset *dataset)
{
  self->n_campaigns = self->lanes->len;
  g_ptr_array_extend_and_steal (self->lanes, atlas_timeline_lanes_of_polities (dataset));
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
        if (g_array_index (lane->bars, AtlasTimelineBar, i).record == ATLAS_RECORD (campaign))
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
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_timeline_lane_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineMark));
  self->changes = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineChange));
  add_lanes (self, dataset);
  add_bars (self, dataset);
  add_polities (self, dataset);
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
