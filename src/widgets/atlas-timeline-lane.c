/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-timeline-lane.h"

/* More rows than this are not made for a lineage. */
#define MOST_ROWS 4

/* The families of polities in the order of their lanes. The empires stand last: their bars say
 * least. */
static const struct
{
  const char *family;
  const char *title;
} lineages[] = {
  { "yettishar", N_ ("Kashgaria") },    { "ili", N_ ("Ili") },
  { "dungan", N_ ("Dungan towns") },    { "kokand", N_ ("Kokand") },
  { "bukhara", N_ ("Bukhara") },        { "khiva", N_ ("Khiva, Turkmens") },
  { "kazakh", N_ ("Kazakhs, Kyrgyz") }, { "mongolia", N_ ("Mongolia") },
  { "dzungar", N_ ("Dzungars") },       { "qing", N_ ("Qing and China") },
  { "russia", N_ ("Russia, USSR") },    { "persia", N_ ("Persia") },
  { "afghan", N_ ("Afghanistan") },     { "other", N_ ("Others") },
};

AtlasTimelineLane *
atlas_timeline_lane_new (AtlasRecord *record, const char *family)
{
  AtlasTimelineLane *self = g_new0 (AtlasTimelineLane, 1);

  self->record = record;
  self->family = family;
  self->bounds = record != NULL ? atlas_record_get_bounds (record) : (AtlasTimeSpan){ 0, -1 };
  self->bars = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineBar));
  self->n_rows = 1;
  return self;
}

void
atlas_timeline_lane_free (AtlasTimelineLane *self)
{
  g_array_unref (self->bars);
  g_free (self);
}

/* The days that it lasted for certain: from the last day on which it can have begun to the first on
 * which it can have ended. */
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

void
atlas_timeline_lane_add (AtlasTimelineLane *self, AtlasRecord *record)
{
  AtlasTimelineBar bar = {
    .record = record,
    .solid = find_solid (record),
    .bounds = atlas_record_get_bounds (record),
    .hollow = atlas_record_get_status (record) == ATLAS_STATUS_UNCORROBORATED,
  };

  g_array_append_val (self->bars, bar);
  self->bounds = atlas_time_span_is_empty (self->bounds)
                   ? bar.bounds
                   : atlas_time_span_union (self->bounds, bar.bounds);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const AtlasTimelineBar *first = a, *second = b;

  return (first->bounds.begin > second->bounds.begin) -
         (first->bounds.begin < second->bounds.begin);
}

void
atlas_timeline_lane_arrange (AtlasTimelineLane *self, guint most)
{
  AtlasDay busy_until[MOST_ROWS];
  guint used = 0;

  g_assert (most <= MOST_ROWS);
  g_array_sort (self->bars, compare_bars);
  for (guint i = 0; i < self->bars->len; i++)
    {
      AtlasTimelineBar *bar = &g_array_index (self->bars, AtlasTimelineBar, i);
      guint soonest = 0;

      for (bar->row = 0; bar->row < used && bar->bounds.begin <= busy_until[bar->row]; bar->row++)
        if (busy_until[bar->row] < busy_until[soonest])
          soonest = bar->row;
      bar->inset = bar->row == most;
      if (bar->inset)
        bar->row = soonest;
      else if (bar->row == used)
        busy_until[used++] = bar->solid.end;
      busy_until[bar->row] = MAX (busy_until[bar->row], bar->solid.end);
    }
  self->n_rows = MAX (used, 1);
}

const char *
atlas_timeline_lane_get_title (const AtlasTimelineLane *self, const char *lang)
{
  if (self->record != NULL)
    return atlas_text_get (atlas_record_get_title (self->record), lang);
  for (guint i = 0; i < G_N_ELEMENTS (lineages); i++)
    if (g_str_equal (lineages[i].family, self->family))
      return _ (lineages[i].title);
  return "";
}

/* Whether a polity holds land anywhere in the atlas; one that only claims some does not. */
static gboolean
holds_land (AtlasDataset *dataset, AtlasRecord *polity)
{
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasTerritory *territory =
        ATLAS_TERRITORY (atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i));

      if (atlas_territory_get_standing (territory) != ATLAS_STANDING_CLAIM &&
          g_strcmp0 (atlas_territory_get_polity (territory), atlas_record_get_id (polity)) == 0)
        return TRUE;
    }
  return FALSE;
}

static AtlasTimelineLane *
create_lineage (AtlasDataset *dataset, const char *family)
{
  AtlasTimelineLane *lane = atlas_timeline_lane_new (NULL, family);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_POLITY); i++)
    {
      AtlasRecord *polity = atlas_dataset_get_record (dataset, ATLAS_KIND_POLITY, i);

      if (g_str_equal (atlas_polity_get_family (ATLAS_POLITY (polity)), family) &&
          atlas_record_get_edtf (polity) != NULL && holds_land (dataset, polity))
        atlas_timeline_lane_add (lane, polity);
    }
  atlas_timeline_lane_arrange (lane, MOST_ROWS);
  return lane;
}

GPtrArray *
atlas_timeline_lanes_of_polities (AtlasDataset *dataset)
{
  GPtrArray *lanes = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lineages); i++)
    {
      AtlasTimelineLane *lane = create_lineage (dataset, lineages[i].family);

      if (lane->bars->len > 0)
        g_ptr_array_add (lanes, lane);
      else
        atlas_timeline_lane_free (lane);
    }
  return lanes;
}
