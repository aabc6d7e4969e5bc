/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-json-out.h"
#include "atlas-territory-report.h"

gboolean
atlas_territory_report_parse_point (const char *text, AtlasPoint *point, GError **error)
{
  char *end = NULL;

  point->lon = g_ascii_strtod (text, &end);
  if (end != text && *end == ',')
    {
      const char *second = end + 1;

      point->lat = g_ascii_strtod (second, &end);
      if (end != second && *end == '\0' && point->lon >= -180.0 && point->lon <= 180.0 &&
          point->lat >= -90.0 && point->lat <= 90.0)
        return TRUE;
    }
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               "“%s” is no point; expected degrees east and north, such as 81.3,43.9",
               text);
  return FALSE;
}

static void
add_territory (JsonBuilder *builder, AtlasHistoryIndex *index, AtlasTerritory *territory)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (territory));
  AtlasRecord *polity = atlas_dataset_lookup (atlas_history_index_get_dataset (index),
                                              atlas_territory_get_polity (territory));
  g_autofree char *since = atlas_json_out_day (bounds.begin),
                  *until = atlas_json_out_day (bounds.end);

  atlas_json_out_string (builder, "territory", atlas_record_get_id (ATLAS_RECORD (territory)));
  atlas_json_out_string (builder, "polity", atlas_territory_get_polity (territory));
  atlas_json_out_text (builder, "name", polity != NULL ? atlas_record_get_title (polity) : NULL);
  atlas_json_out_string (builder,
                         "standing",
                         atlas_standing_to_string (atlas_territory_get_standing (territory)));
  atlas_json_out_string (builder, "over", atlas_territory_get_over (territory));
  atlas_json_out_string (builder, "since", since);
  atlas_json_out_string (builder, "until", until);
  atlas_json_out_text (builder, "act", atlas_territory_get_act (territory));
}

gboolean
atlas_territory_report_print_at (AtlasHistoryIndex *index,
                                 const char *text,
                                 AtlasDay day,
                                 GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *date = atlas_json_out_day (day);
  AtlasTerritory *territory;
  AtlasPoint point;

  if (!atlas_territory_report_parse_point (text, &point, error))
    return FALSE;

  territory = atlas_history_index_territory_at (index, point, day);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lon");
  json_builder_add_double_value (builder, point.lon);
  json_builder_set_member_name (builder, "lat");
  json_builder_add_double_value (builder, point.lat);
  atlas_json_out_string (builder, "date", date);
  if (territory != NULL)
    add_territory (builder, index, territory);
  else
    atlas_json_out_string (builder, "polity", NULL);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  return TRUE;
}

static void
add_position (JsonBuilder *builder, AtlasPoint point)
{
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, point.lon);
  json_builder_add_double_value (builder, point.lat);
  json_builder_end_array (builder);
}

static void
add_ring (JsonBuilder *builder, const AtlasRing *ring)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < ring->n_points; i++)
    add_position (builder, ring->points[i]);
  /* GeoJSON closes its rings with the first position. */
  if (ring->n_points > 0)
    add_position (builder, ring->points[0]);
  json_builder_end_array (builder);
}

static void
add_geometry (JsonBuilder *builder, const AtlasMultiPolygon *shape)
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
        add_ring (builder, &polygons[i].rings[j]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
atlas_territory_report_print_all (AtlasHistoryIndex *index, AtlasDay day)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) territories = atlas_history_index_territories_on (index, day, NULL);
  g_autofree char *date = atlas_json_out_day (day);

  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "type", "FeatureCollection");
  atlas_json_out_string (builder, "atlas:date", date);
  json_builder_set_member_name (builder, "features");
  json_builder_begin_array (builder);
  for (guint i = 0; i < territories->len; i++)
    {
      AtlasTerritory *territory = g_ptr_array_index (territories, i);

      json_builder_begin_object (builder);
      atlas_json_out_string (builder, "type", "Feature");
      json_builder_set_member_name (builder, "properties");
      json_builder_begin_object (builder);
      add_territory (builder, index, territory);
      json_builder_end_object (builder);
      add_geometry (builder, atlas_territory_get_shape (territory));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
}
