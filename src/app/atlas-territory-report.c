/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <math.h>

#include "atlas-border-out.h"
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
add_citations_of (JsonBuilder *builder, AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);

  atlas_border_out_citations (builder, citations, n);
}

static void
add_territory (JsonBuilder *builder, AtlasHistoryIndex *index, AtlasTerritory *territory)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (territory));
  g_autofree char *since = atlas_json_out_day (bounds.begin),
                  *until = atlas_json_out_day (bounds.end);

  atlas_json_out_string (builder, "territory", atlas_record_get_id (ATLAS_RECORD (territory)));
  atlas_json_out_string (builder, "polity", atlas_territory_get_polity (territory));
  atlas_border_out_name (builder, index, "name", atlas_territory_get_polity (territory));
  atlas_json_out_string (builder,
                         "standing",
                         atlas_standing_to_string (atlas_territory_get_standing (territory)));
  atlas_json_out_string (builder, "over", atlas_territory_get_over (territory));
  atlas_json_out_string (builder, "viewpoint", atlas_territory_get_viewpoint (territory));
  atlas_json_out_string (builder, "since", since);
  atlas_json_out_string (builder, "until", until);
  atlas_json_out_string (builder, "when", atlas_record_get_edtf (ATLAS_RECORD (territory)));
  atlas_json_out_text (builder, "act", atlas_territory_get_act (territory));
  atlas_json_out_string (builder, "event", atlas_territory_get_act_event (territory));
  add_citations_of (builder, ATLAS_RECORD (territory));
}

/* A claim of those who own the land anyhow tells nothing; one of those who only occupy it does. */
static gboolean
is_idle (AtlasTerritory *claim, AtlasTerritory *holder)
{
  return holder != NULL && atlas_territory_get_standing (holder) != ATLAS_STANDING_OCCUPATION &&
         g_strcmp0 (atlas_territory_get_polity (claim), atlas_territory_get_polity (holder)) == 0;
}

static void
add_claims (JsonBuilder *builder,
            AtlasHistoryIndex *index,
            AtlasPoint point,
            AtlasDay day,
            AtlasTerritory *holder)
{
  g_autoptr (GPtrArray) claims = atlas_history_index_claims_at (index, point, day);

  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claims->len; i++)
    {
      if (is_idle (claims->pdata[i], holder))
        continue;
      json_builder_begin_object (builder);
      add_territory (builder, index, claims->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_nearest (JsonBuilder *builder, AtlasHistoryIndex *index, AtlasPoint point, AtlasDay day)
{
  double distance = 0.0;
  AtlasSegment *segment = atlas_history_index_nearest_segment (index, point, day, &distance);
  const AtlasBoundaryPhase *phase;

  json_builder_set_member_name (builder, "nearest-segment");
  if (segment == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  phase = atlas_segment_get_phase_on (segment, day);
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "segment", atlas_record_get_id (ATLAS_RECORD (segment)));
  atlas_json_out_text (builder, "title", atlas_record_get_title (ATLAS_RECORD (segment)));
  json_builder_set_member_name (builder, "distance-km");
  json_builder_add_double_value (builder, round (distance / 100.0) / 10.0);
  atlas_border_out_phase (builder, phase);
  atlas_json_out_text (builder, "act", phase->act);
  atlas_json_out_string (builder, "event", phase->event);
  atlas_json_out_text (builder, "note", phase->note);
  atlas_border_out_citations (builder, phase->citations, phase->n_citations);
  json_builder_end_object (builder);
}

/* Since when and until when the point was held so: longer than the stage of the land, which changes
 * elsewhere may end. */
static void
add_held (JsonBuilder *builder, AtlasHistoryIndex *index, AtlasPoint point, AtlasDay day)
{
  AtlasTimeSpan held = atlas_history_index_held (index, point, day, NULL);
  g_autofree char *since = atlas_json_out_day (held.begin), *until = atlas_json_out_day (held.end);

  atlas_json_out_string (builder, "held-since", since);
  atlas_json_out_string (builder, "held-until", until);
}

gboolean
atlas_territory_report_print_at (AtlasHistoryIndex *index,
                                 const char *text,
                                 AtlasDay day,
                                 GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *date = atlas_json_out_day (day);
  AtlasTerritory *territory;
  AtlasPoint point;

  if (!atlas_territory_report_parse_point (text, &point, error))
    return FALSE;

  builder = json_builder_new ();
  territory = atlas_history_index_territory_at (index, point, day);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lon");
  json_builder_add_double_value (builder, point.lon);
  json_builder_set_member_name (builder, "lat");
  json_builder_add_double_value (builder, point.lat);
  atlas_json_out_string (builder, "date", date);
  if (territory != NULL)
    {
      add_territory (builder, index, territory);
      add_held (builder, index, point, day);
    }
  else
    atlas_json_out_string (builder, "polity", NULL);
  add_claims (builder, index, point, day, territory);
  add_nearest (builder, index, point, day);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  return TRUE;
}

gboolean
atlas_territory_report_check_viewpoint (AtlasHistoryIndex *index,
                                        const char *viewpoint,
                                        GError **error)
{
  g_autoptr (GPtrArray) viewpoints = atlas_history_index_get_viewpoints (index);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < viewpoints->len; i++)
    {
      const char *id = atlas_record_get_id (viewpoints->pdata[i]);

      if (g_strcmp0 (id, viewpoint) == 0)
        return TRUE;
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", id);
    }
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               "“%s” is no viewpoint of this atlas; it has %s",
               viewpoint,
               ids->len > 0 ? ids->str : "none");
  return FALSE;
}

gboolean
atlas_territory_report_print_all (AtlasHistoryIndex *index,
                                  AtlasDay day,
                                  const char *viewpoint,
                                  GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) territories = NULL;
  g_autofree char *date = atlas_json_out_day (day);

  if (viewpoint != NULL && !atlas_territory_report_check_viewpoint (index, viewpoint, error))
    return FALSE;

  territories = atlas_history_index_territories_on (index, day, viewpoint);
  builder = json_builder_new ();
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
      atlas_json_out_string (builder, "id", atlas_record_get_id (ATLAS_RECORD (territory)));
      json_builder_set_member_name (builder, "properties");
      json_builder_begin_object (builder);
      add_territory (builder, index, territory);
      json_builder_end_object (builder);
      atlas_border_out_geometry (builder, atlas_territory_get_shape (territory));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  return TRUE;
}
