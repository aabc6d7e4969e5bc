/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <math.h>

#include "atlas-border-out.h"
#include "atlas-json-out.h"

/* In the order of AtlasBasis and of AtlasBoundaryForm. */
static const char *const basis_words[] = { "survey",  "treaty-text",    "river", "watershed",
                                           "control", "reconstruction", "coast", "frame" };
static const char *const form_words[] = { "line", "claim", "proposed", "front" };

void
atlas_border_out_name (JsonBuilder *builder,
                       AtlasHistoryIndex *index,
                       const char *key,
                       const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (atlas_history_index_get_dataset (index), id);

  atlas_json_out_text (builder, key, record != NULL ? atlas_record_get_title (record) : NULL);
}

void
atlas_border_out_hold (JsonBuilder *builder,
                       AtlasHistoryIndex *index,
                       const char *key,
                       const char *polity,
                       AtlasStanding standing,
                       const char *over)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "polity", polity);
  atlas_border_out_name (builder, index, "name", polity);
  atlas_json_out_string (builder,
                         "standing",
                         polity != NULL ? atlas_standing_to_string (standing) : NULL);
  atlas_json_out_string (builder, "over", over);
  json_builder_end_object (builder);
}

void
atlas_border_out_citations (JsonBuilder *builder, const AtlasCitation *citations, guint n)
{
  json_builder_set_member_name (builder, "citations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      atlas_json_out_string (builder, "source", citations[i].source);
      atlas_json_out_string (builder, "section", citations[i].section);
      atlas_json_out_string (builder, "page", citations[i].page);
      atlas_json_out_string (builder, "via", citations[i].via);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
atlas_border_out_phase (JsonBuilder *builder, const AtlasBoundaryPhase *phase)
{
  atlas_json_out_string (builder, "basis", phase != NULL ? basis_words[phase->basis] : NULL);
  atlas_json_out_string (builder, "form", phase != NULL ? form_words[phase->form] : NULL);
  json_builder_set_member_name (builder, "width-km");
  if (phase != NULL)
    json_builder_add_double_value (builder, phase->width_km);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "text-read");
  if (phase != NULL)
    json_builder_add_boolean_value (builder, phase->text_read);
  else
    json_builder_add_null_value (builder);
}

void
atlas_border_out_rounded (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, llround (value));
}

static void
add_position (JsonBuilder *builder, AtlasPoint point)
{
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, point.lon);
  json_builder_add_double_value (builder, point.lat);
  json_builder_end_array (builder);
}

static gboolean
runs_counterclockwise (const AtlasRing *ring)
{
  double twice_area = 0.0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      AtlasPoint a = ring->points[i];
      AtlasPoint b = ring->points[(i + 1) % ring->n_points];

      twice_area += a.lon * b.lat - b.lon * a.lat;
    }
  return twice_area > 0.0;
}

static void
add_ring (JsonBuilder *builder, const AtlasRing *ring, gboolean counterclockwise)
{
  gboolean forward = runs_counterclockwise (ring) == counterclockwise;

  json_builder_begin_array (builder);
  for (guint i = 0; i <= ring->n_points && ring->n_points > 0; i++)
    add_position (builder, ring->points[(forward ? i : ring->n_points - i) % ring->n_points]);
  json_builder_end_array (builder);
}

void
atlas_border_out_geometry (JsonBuilder *builder, const AtlasMultiPolygon *shape)
{
  guint n;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (shape, &n);

  json_builder_set_member_name (builder, "geometry");
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "type", "MultiPolygon");
  json_builder_set_member_name (builder, "coordinates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_array (builder);
      for (guint j = 0; j < polygons[i].n_rings; j++)
        add_ring (builder, &polygons[i].rings[j], j == 0);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
