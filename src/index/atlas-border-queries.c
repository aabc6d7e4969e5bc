/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <math.h>

#include "atlas-history-index.h"

/* What a point or a reader asks about borders, beside who holds the land. */

GPtrArray *
atlas_history_index_claims_at (AtlasHistoryIndex *self, AtlasPoint point, AtlasDay day)
{
  AtlasDataset *dataset;
  GPtrArray *claims;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  dataset = atlas_history_index_get_dataset (self);
  claims = g_ptr_array_new ();
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i);

      if (atlas_territory_get_standing (ATLAS_TERRITORY (record)) == ATLAS_STANDING_CLAIM &&
          atlas_time_span_contains (atlas_record_get_bounds (record), day) &&
          atlas_multi_polygon_contains (atlas_territory_get_shape (ATLAS_TERRITORY (record)),
                                        point))
        g_ptr_array_add (claims, record);
    }
  return claims;
}

/* Whose eyes a territory is made for; NULL where it is for everybody's. */
static const char *
get_onlooker (AtlasTerritory *territory)
{
  const char *viewpoint = atlas_territory_get_viewpoint (territory);

  if (viewpoint == NULL && atlas_territory_get_standing (territory) == ATLAS_STANDING_CLAIM)
    viewpoint = atlas_territory_get_polity (territory);
  return viewpoint;
}

GPtrArray *
atlas_history_index_get_viewpoints (AtlasHistoryIndex *self)
{
  g_autoptr (GHashTable) onlookers = g_hash_table_new (g_str_hash, g_str_equal);
  AtlasDataset *dataset;
  GPtrArray *viewpoints;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  dataset = atlas_history_index_get_dataset (self);
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY); i++)
    {
      const char *onlooker = get_onlooker (
        ATLAS_TERRITORY (atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i)));

      if (onlooker != NULL)
        g_hash_table_add (onlookers, (gpointer) onlooker);
    }
  viewpoints = g_ptr_array_new ();
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_POLITY); i++)
    {
      AtlasRecord *polity = atlas_dataset_get_record (dataset, ATLAS_KIND_POLITY, i);

      if (g_hash_table_contains (onlookers, atlas_record_get_id (polity)))
        g_ptr_array_add (viewpoints, polity);
    }
  return viewpoints;
}

static gboolean
parts_lands (const AtlasBoundaryPhase *phase)
{
  return phase != NULL && phase->basis != ATLAS_BASIS_COAST && phase->basis != ATLAS_BASIS_FRAME &&
         (phase->form == ATLAS_FORM_LINE || phase->form == ATLAS_FORM_FRONT);
}

/* The point of the edge that is nearest to @p on a plane that is true to scale about @p. */
static AtlasPoint
find_foot (AtlasPoint p, AtlasPoint a, AtlasPoint b)
{
  double squeeze = cos (p.lat * G_PI / 180.0);
  double dx = (b.lon - a.lon) * squeeze, dy = b.lat - a.lat;
  double length = dx * dx + dy * dy;
  double along =
    length > 0.0 ? ((p.lon - a.lon) * squeeze * dx + (p.lat - a.lat) * dy) / length : 0.0;

  along = CLAMP (along, 0.0, 1.0);
  return (AtlasPoint){ a.lon + along * (b.lon - a.lon), a.lat + along * (b.lat - a.lat) };
}

/* A little less than the distance of two points in metres, quickly: nothing that is nearer is
 * missed. One degree is at least 110.5 km of a meridian. */
static double
guess_distance (AtlasPoint a, AtlasPoint b)
{
  double squeeze = MIN (cos (a.lat * G_PI / 180.0), cos (b.lat * G_PI / 180.0));

  return 0.98 * 110500.0 * hypot ((a.lon - b.lon) * squeeze, a.lat - b.lat);
}

/* Geodesic, metres; @limit where it is no nearer than that. */
static double
measure_to_line (AtlasPoint point, AtlasSegment *segment, double limit)
{
  guint n;
  const AtlasPoint *line = atlas_segment_get_line (segment, &n);

  for (guint i = 0; i + 1 < n; i++)
    {
      AtlasPoint foot = find_foot (point, line[i], line[i + 1]);

      if (guess_distance (point, foot) < limit)
        limit = MIN (limit, atlas_geo_distance (point, foot));
    }
  return limit;
}

AtlasSegment *
atlas_history_index_nearest_segment (AtlasHistoryIndex *self,
                                     AtlasPoint point,
                                     AtlasDay day,
                                     double *distance)
{
  AtlasDataset *dataset;
  AtlasSegment *nearest = NULL;
  double best = G_MAXDOUBLE;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  dataset = atlas_history_index_get_dataset (self);
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_SEGMENT); i++)
    {
      AtlasSegment *segment =
        ATLAS_SEGMENT (atlas_dataset_get_record (dataset, ATLAS_KIND_SEGMENT, i));
      double found;

      if (!parts_lands (atlas_segment_get_phase_on (segment, day)))
        continue;
      found = measure_to_line (point, segment, best);
      if (found < best)
        {
          best = found;
          nearest = segment;
        }
    }
  if (nearest != NULL && distance != NULL)
    *distance = best;
  return nearest;
}
