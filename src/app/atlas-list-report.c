/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <json-glib/json-glib.h>

#include "atlas-json-out.h"
#include "atlas-list-report.h"

static const struct
{
  const char *word;
  AtlasKind kind;
} words[] = {
  { "events", ATLAS_KIND_EVENT },          { "places", ATLAS_KIND_PLACE },
  { "people", ATLAS_KIND_PERSON },         { "campaigns", ATLAS_KIND_CAMPAIGN },
  { "territories", ATLAS_KIND_TERRITORY }, { "sources", ATLAS_KIND_SOURCE },
};

static void
add_day (JsonBuilder *builder, const char *key, AtlasDay day)
{
  g_autofree char *text = atlas_json_out_day (day);

  atlas_json_out_string (builder, key, text);
}

static void
add_citations (JsonBuilder *builder, AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);

  json_builder_set_member_name (builder, "sources");
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

static void
add_event (JsonBuilder *builder, AtlasDataset *dataset, AtlasEvent *event)
{
  guint n;
  const AtlasEventPlace *places = atlas_event_get_places (event, &n);
  const AtlasActor *actors;

  atlas_json_out_string (builder,
                         "kind",
                         atlas_event_kind_to_string (atlas_event_get_event_kind (event)));
  atlas_json_out_string (builder, "campaign", atlas_event_get_campaign (event));

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *place = atlas_dataset_lookup (dataset, places[i].place);

      json_builder_begin_object (builder);
      atlas_json_out_string (builder, "id", places[i].place);
      atlas_json_out_string (builder, "role", places[i].role);
      atlas_json_out_text (builder, "name", place != NULL ? atlas_record_get_title (place) : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  actors = atlas_event_get_actors (event, &n);
  json_builder_set_member_name (builder, "actors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      atlas_json_out_string (builder, "who", actors[i].who);
      atlas_json_out_string (builder, "side", actors[i].side);
      atlas_json_out_text (builder, "role", actors[i].role);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_place (JsonBuilder *builder, AtlasPlace *place)
{
  double lon, lat;

  json_builder_set_member_name (builder, "location");
  if (!atlas_place_get_location (place, &lon, &lat))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, lon);
  json_builder_add_double_value (builder, lat);
  json_builder_end_array (builder);
}

static void
add_own (JsonBuilder *builder, AtlasDataset *dataset, AtlasRecord *record)
{
  if (ATLAS_IS_EVENT (record))
    add_event (builder, dataset, ATLAS_EVENT (record));
  else if (ATLAS_IS_PLACE (record))
    add_place (builder, ATLAS_PLACE (record));
  else if (ATLAS_IS_PERSON (record))
    atlas_json_out_string (builder, "polity", atlas_person_get_polity (ATLAS_PERSON (record)));
  else if (ATLAS_IS_CAMPAIGN (record))
    {
      atlas_json_out_string (builder,
                             "parent",
                             atlas_campaign_get_parent (ATLAS_CAMPAIGN (record)));
      atlas_json_out_string (builder,
                             "polity",
                             atlas_campaign_get_polity (ATLAS_CAMPAIGN (record)));
    }
  else if (ATLAS_IS_TERRITORY (record))
    {
      atlas_json_out_string (builder,
                             "polity",
                             atlas_territory_get_polity (ATLAS_TERRITORY (record)));
      atlas_json_out_string (builder,
                             "standing",
                             atlas_standing_to_string (
                               atlas_territory_get_standing (ATLAS_TERRITORY (record))));
    }
  else if (ATLAS_IS_SOURCE (record))
    {
      atlas_json_out_string (builder, "type", atlas_source_get_source_type (ATLAS_SOURCE (record)));
      atlas_json_out_string (builder, "year", atlas_source_get_year (ATLAS_SOURCE (record)));
      atlas_json_out_string (builder, "url", atlas_source_get_url (ATLAS_SOURCE (record)));
    }
}

static void
add_record (JsonBuilder *builder, AtlasDataset *dataset, AtlasRecord *record)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (record);

  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "id", atlas_record_get_id (record));
  atlas_json_out_text (builder, "title", atlas_record_get_title (record));
  atlas_json_out_text (builder, "summary", atlas_record_get_summary (record));
  atlas_json_out_string (builder, "date", atlas_record_get_edtf (record));
  add_day (builder, "earliest", bounds.begin);
  add_day (builder, "latest", bounds.end);
  add_own (builder, dataset, record);
  atlas_json_out_string (builder,
                         "status",
                         atlas_status_to_string (atlas_record_get_status (record)));
  add_citations (builder, record);
  json_builder_end_object (builder);
}

static void
print_json (AtlasDataset *dataset, AtlasKind kind, const AtlasFilterMask *mask)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = atlas_dataset_get_n_records (dataset, kind);

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, kind, i);

      if (atlas_filter_mask_has (mask, record))
        add_record (builder, dataset, record);
    }
  json_builder_end_array (builder);
  atlas_json_out_print (builder);
}

static void
print_lines (AtlasDataset *dataset, AtlasKind kind, const AtlasFilterMask *mask)
{
  guint n = atlas_dataset_get_n_records (dataset, kind);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, kind, i);
      const char *edtf = atlas_record_get_edtf (record);
      const char *title = atlas_text_get (atlas_record_get_title (record), "en");

      if (atlas_filter_mask_has (mask, record))
        g_print ("%s\t%s\t%s\n",
                 atlas_record_get_id (record),
                 edtf != NULL ? edtf : "",
                 title != NULL ? title : "");
    }
}

gboolean
atlas_list_report_print (AtlasHistoryIndex *index,
                         const char *kind,
                         const AtlasFilter *filter,
                         gboolean json,
                         GError **error)
{
  g_autoptr (AtlasFilterMask) mask = NULL;
  AtlasDataset *dataset;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), FALSE);

  dataset = atlas_history_index_get_dataset (index);
  mask = atlas_history_index_ref_mask (index, filter);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (kind, words[i].word))
      {
        if (json)
          print_json (dataset, words[i].kind, mask);
        else
          print_lines (dataset, words[i].kind, mask);
        return TRUE;
      }
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               "“%s” is none of events, places, people, campaigns, territories, sources",
               kind);
  return FALSE;
}
