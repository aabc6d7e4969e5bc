/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-check-private.h"

/* The part of the check that looks at points, lines and polygons. */

/* A point this far from the middle of the atlas that comes near to it by swapping has most likely
 * been swapped. */
#define FAR_DEGREES 25.0
#define NEAR_DEGREES 15.0

/* A line drawn for a march may end this far from its place, beside what the place itself may be
 * off. */
#define END_TOLERANCE_KM 10.0

static gboolean
is_within (const AtlasCheck *self, AtlasPoint point, double degrees)
{
  return fabs (point.lon - self->middle.lon) < degrees &&
         fabs (point.lat - self->middle.lat) < degrees;
}

static void
check_swapped (AtlasCheck *self, AtlasPoint point, const AtlasJson *feature)
{
  AtlasPoint swapped = { point.lat, point.lon };

  if (self->has_middle && !is_within (self, point, FAR_DEGREES) &&
      is_within (self, swapped, NEAR_DEGREES))
    {
      AtlasJson geometry = atlas_json_member (feature, "geometry");

      atlas_check_warn (&geometry,
                        "coordinates",
                        "longitude first: %.6g %.6g looks like latitude and longitude",
                        point.lon,
                        point.lat);
    }
}

static void
check_line (AtlasCheck *self, const AtlasPoint *line, guint n, const AtlasJson *feature)
{
  AtlasJson geometry = atlas_json_member (feature, "geometry");
  guint repeated = 0;

  if (line == NULL || atlas_json_is_absent (&geometry))
    return;
  for (guint i = 1; i < n; i++)
    repeated += memcmp (&line[i], &line[i - 1], sizeof (AtlasPoint)) == 0;
  if (repeated > 0)
    atlas_check_warn (&geometry, "coordinates", "no point twice in a row (%u times)", repeated);
}

/* Coasts and the frame may run anywhere; they are not drawn by hand either. */
static void
check_segment (AtlasCheck *self, AtlasSegment *segment, const AtlasJson *feature)
{
  guint n;
  const AtlasPoint *line = atlas_segment_get_line (segment, &n);
  guint n_phases;
  const AtlasBoundaryPhase *phases = atlas_segment_get_phases (segment, &n_phases);

  check_line (self, line, n, feature);
  if (line != NULL && n_phases > 0 && phases[0].basis != ATLAS_BASIS_COAST &&
      phases[0].basis != ATLAS_BASIS_FRAME)
    check_swapped (self, line[0], feature);
}

static void
check_end (AtlasCheck *self, AtlasPoint end, const char *id, const AtlasJson *feature)
{
  AtlasPlace *place = atlas_dataset_lookup_place (self->dataset, id);
  AtlasPoint point;
  double km;

  if (place == NULL || !atlas_place_get_location (place, &point.lon, &point.lat))
    return;
  km = atlas_geo_distance (end, point) / 1000.0;
  if (km > END_TOLERANCE_KM + atlas_place_get_precision_km (place))
    atlas_check_warn (feature, "geometry", "a line that ends at %s, not %.0f km from it", id, km);
}

static void
check_leg (AtlasCheck *self, AtlasLeg *leg, const AtlasJson *feature)
{
  guint n;
  const AtlasPoint *path = atlas_leg_get_path (leg, &n);

  check_line (self, path, n, feature);
  if (path == NULL)
    return;
  check_end (self, path[0], atlas_leg_get_from (leg), feature);
  check_end (self, path[n - 1], atlas_leg_get_to (leg), feature);
}

static gint
compare_begins (gconstpointer a, gconstpointer b)
{
  AtlasDay x = ((const AtlasTimeSpan *) a)->begin;
  AtlasDay y = ((const AtlasTimeSpan *) b)->begin;

  return (x > y) - (x < y);
}

/* The first day of @when on which no phase of the segment holds; FALSE where there is none. */
static gboolean
find_gap (AtlasSegment *segment, AtlasTimeSpan when, AtlasDay *gap)
{
  guint n;
  const AtlasBoundaryPhase *phases = atlas_segment_get_phases (segment, &n);
  g_autoptr (GArray) spans = g_array_sized_new (FALSE, FALSE, sizeof (AtlasTimeSpan), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (spans, phases[i].when);
  g_array_sort (spans, compare_begins);
  *gap = when.begin;
  for (guint i = 0; i < n && *gap <= when.end; i++)
    {
      AtlasTimeSpan span = g_array_index (spans, AtlasTimeSpan, i);

      if (span.begin > *gap)
        return TRUE;
      if (span.end >= when.end)
        return FALSE;
      *gap = MAX (*gap, span.end + 1);
    }
  return *gap <= when.end;
}

static void
check_phases (AtlasCheck *self, AtlasTerritory *territory, const AtlasJson *feature)
{
  AtlasTimeSpan range = atlas_dataset_get_range (self->dataset);
  AtlasTimeSpan when =
    atlas_time_span_intersection (range, atlas_record_get_bounds (ATLAS_RECORD (territory)));
  guint n;
  AtlasSegment *const *segments = atlas_territory_get_segments (territory, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasDay gap;
      int year, month, day;

      if (!find_gap (segments[i], when, &gap))
        continue;
      atlas_day_to_gregorian (gap, &year, &month, &day);
      atlas_check_warn (feature,
                        "atlas:rings",
                        "a phase of %s on %04d-%02d-%02d",
                        atlas_record_get_id (ATLAS_RECORD (segments[i])),
                        year,
                        month,
                        day);
    }
}

static void
check_territory (AtlasCheck *self, AtlasTerritory *territory, const AtlasJson *feature)
{
  AtlasMultiPolygon *shape = atlas_territory_get_shape (territory);
  g_autofree char *reason = NULL;
  AtlasPoint where;
  guint n;

  atlas_multi_polygon_get_polygons (shape, &n);
  if (n == 0)
    atlas_check_warn (feature, "atlas:rings", "at least one ring that can be joined");
  else if (!atlas_multi_polygon_is_valid (shape, &reason, &where))
    atlas_check_fail (feature,
                      "atlas:rings",
                      "rings that do not cross or touch themselves: %s at %.6g %.6g",
                      reason,
                      where.lon,
                      where.lat);
  check_phases (self, territory, feature);
}

void
atlas_check_shape (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature)
{
  AtlasKind kind = atlas_record_get_kind (record);
  AtlasJson geometry = atlas_json_member (feature, "geometry");
  AtlasPoint point;

  if (kind == ATLAS_KIND_PLACE)
    {
      if (atlas_place_get_location (ATLAS_PLACE (record), &point.lon, &point.lat))
        check_swapped (self, point, feature);
    }
  else if (kind == ATLAS_KIND_LEG)
    {
      check_leg (self, ATLAS_LEG (record), feature);
    }
  else if (kind == ATLAS_KIND_SEGMENT)
    {
      check_segment (self, ATLAS_SEGMENT (record), feature);
    }
  else if (!atlas_json_is_absent (&geometry))
    {
      atlas_check_warn (&geometry,
                        NULL,
                        "null: no %s has a geometry of its own",
                        atlas_kind_to_string (kind));
    }
  if (kind == ATLAS_KIND_TERRITORY)
    check_territory (self, ATLAS_TERRITORY (record), feature);
}
