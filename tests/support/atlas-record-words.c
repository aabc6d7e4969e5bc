/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atlas-record-words.h"

static void
add_string (GString *words, const char *name, const char *value)
{
  g_string_append_printf (words, "%s %s\n", name, value != NULL ? value : "-");
}

static void
add_number (GString *words, const char *name, double value)
{
  g_string_append_printf (words, "%s %.17g\n", name, value);
}

static void
add_strings (GString *words, const char *name, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    add_string (words, name, values[i]);
}

static void
add_text (GString *words, const char *name, const AtlasText *text)
{
  const char *const *langs = atlas_text_get_languages (text);

  add_string (words, name, text != NULL ? "text" : NULL);
  for (guint i = 0; langs[i] != NULL; i++)
    add_string (words, langs[i], atlas_text_get_exact (text, langs[i]));
}

static void
add_span (GString *words, const char *name, AtlasTimeSpan span)
{
  g_string_append_printf (words, "%s %d %d\n", name, span.begin, span.end);
}

static void
add_points (GString *words, const char *name, const AtlasPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s %.17g %.17g\n", name, points[i].lon, points[i].lat);
}

static void
add_citations (GString *words, const AtlasCitation *citations, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      add_string (words, "source", citations[i].source);
      add_string (words, "section", citations[i].section);
      add_string (words, "page", citations[i].page);
      add_string (words, "via", citations[i].via);
    }
}

static void
add_when (GString *words, AtlasRecord *record)
{
  AtlasEdtf edtf;

  add_string (words, "edtf", atlas_record_get_edtf (record));
  if (!atlas_record_get_when (record, &edtf))
    return;
  add_span (words, "start", edtf.start);
  add_span (words, "end", edtf.end);
  g_string_append_printf (words,
                          "flags %d%d%d%d%d%d%d%d\n",
                          edtf.is_interval,
                          edtf.is_set,
                          edtf.uncertain,
                          edtf.approximate,
                          edtf.open_start,
                          edtf.open_end,
                          edtf.unknown_start,
                          edtf.unknown_end);
}

static void
add_names (GString *words, AtlasRecord *record)
{
  guint n;
  const AtlasName *names = atlas_record_get_names (record, &n);

  for (guint i = 0; i < n; i++)
    {
      add_string (words, names[i].lang, names[i].toponym);
      add_string (words, "used by", names[i].used_by);
      add_span (words, "used", names[i].when);
      add_citations (words, names[i].citations, names[i].n_citations);
    }
}

static void
add_claims (GString *words, AtlasRecord *record)
{
  guint n;
  const AtlasClaim *claims = atlas_record_get_claims (record, &n);

  for (guint i = 0; i < n; i++)
    {
      add_string (words, "claim of", claims[i].of);
      add_string (words, "side", claims[i].side);
      add_number (words, "has number", claims[i].has_number);
      add_number (words, "low", claims[i].low);
      add_number (words, "high", claims[i].high);
      add_text (words, "words", claims[i].text);
      add_string (words, "unit", claims[i].unit);
      add_string (words, "as written", claims[i].as_written);
      add_number (words, "approximate", claims[i].approximate);
      add_citations (words, &claims[i].citation, 1);
      add_text (words, "note", claims[i].note);
    }
}

static void
add_doubts (GString *words, AtlasRecord *record)
{
  guint n;
  const AtlasDoubt *doubts = atlas_record_get_doubts (record, &n);

  for (guint i = 0; i < n; i++)
    {
      add_string (words, "doubt about", doubts[i].about);
      add_string (words, "conflict", doubts[i].conflict);
      add_text (words, "doubt", doubts[i].text);
      add_citations (words, doubts[i].citations, doubts[i].n_citations);
    }
}

static void
add_common (GString *words, AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);
  const AtlasAttestedDate *dates;
  const AtlasRelation *relations;

  add_string (words, "id", atlas_record_get_id (record));
  add_string (words, "kind", atlas_kind_to_string (atlas_record_get_kind (record)));
  add_text (words, "title", atlas_record_get_title (record));
  add_text (words, "summary", atlas_record_get_summary (record));
  add_when (words, record);
  add_string (words, "status", atlas_status_to_string (atlas_record_get_status (record)));
  add_text (words, "status note", atlas_record_get_status_note (record));
  add_citations (words, citations, n);
  add_names (words, record);
  dates = atlas_record_get_attested (record, &n);
  for (guint i = 0; i < n; i++)
    {
      add_string (words, dates[i].calendar, dates[i].text);
      add_string (words, "attested by", dates[i].source);
      add_number (words, "computed", dates[i].computed);
    }
  add_claims (words, record);
  add_doubts (words, record);
  relations = atlas_record_get_relations (record, &n);
  for (guint i = 0; i < n; i++)
    add_string (words, relations[i].type, relations[i].to);
}

static void
add_place (GString *words, AtlasPlace *place)
{
  double lon = 0.0, lat = 0.0;

  add_number (words, "located", atlas_place_get_location (place, &lon, &lat));
  add_number (words, "lon", lon);
  add_number (words, "lat", lat);
  add_number (words, "type", atlas_place_get_place_type (place));
  add_number (words, "rank", atlas_place_get_rank (place));
  add_number (words, "precision", atlas_place_get_precision_km (place));
  add_text (words, "modern name", atlas_place_get_modern_name (place));
}

static void
add_source (GString *words, AtlasSource *source)
{
  add_string (words, "source type", atlas_source_get_source_type (source));
  add_strings (words, "author", atlas_source_get_authors (source));
  add_string (words, "year", atlas_source_get_year (source));
  add_string (words, "publisher", atlas_source_get_publisher (source));
  add_string (words, "url", atlas_source_get_url (source));
  add_strings (words, "language", atlas_source_get_languages (source));
  add_strings (words, "cited by", atlas_source_get_cited_by (source));
}

static void
add_event (GString *words, AtlasEvent *event)
{
  guint n;
  const AtlasEventPlace *places = atlas_event_get_places (event, &n);
  const AtlasActor *actors;

  for (guint i = 0; i < n; i++)
    add_string (words, places[i].role, places[i].place);
  actors = atlas_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    {
      add_string (words, "who", actors[i].who);
      add_string (words, "side", actors[i].side);
      add_text (words, "role", actors[i].role);
    }
  add_number (words, "event kind", atlas_event_get_event_kind (event));
  add_string (words, "campaign", atlas_event_get_campaign (event));
  add_string (words, "site", atlas_event_get_site (event));
  add_text (words, "outcome", atlas_event_get_outcome (event));
  add_number (words, "weight", atlas_event_get_weight (event));
}

static void
add_leg (GString *words, AtlasLeg *leg)
{
  guint n;
  const AtlasPoint *path = atlas_leg_get_path (leg, &n);

  add_string (words, "campaign", atlas_leg_get_campaign (leg));
  add_string (words, "from", atlas_leg_get_from (leg));
  add_string (words, "to", atlas_leg_get_to (leg));
  add_strings (words, "via", atlas_leg_get_via (leg));
  add_string (words, "polity", atlas_leg_get_polity (leg));
  add_text (words, "force", atlas_leg_get_force (leg));
  add_strings (words, "commander", atlas_leg_get_commanders (leg));
  add_string (words, "after", atlas_leg_get_after (leg));
  add_points (words, "path", path, n);
}

static void
add_segment (GString *words, AtlasSegment *segment)
{
  guint n;
  const AtlasPoint *line = atlas_segment_get_line (segment, &n);
  const AtlasBoundaryPhase *phases;

  add_points (words, "line", line, n);
  phases = atlas_segment_get_phases (segment, &n);
  for (guint i = 0; i < n; i++)
    {
      add_span (words, "phase", phases[i].when);
      add_number (words, "basis", phases[i].basis);
      add_number (words, "form", phases[i].form);
      add_number (words, "width", phases[i].width_km);
      add_text (words, "act", phases[i].act);
      add_string (words, "event", phases[i].event);
      add_strings (words, "asserted by", phases[i].asserted_by);
      add_number (words, "read", phases[i].text_read);
      add_text (words, "note", phases[i].note);
      add_citations (words, phases[i].citations, phases[i].n_citations);
    }
}

static void
add_shape (GString *words, const AtlasMultiPolygon *shape)
{
  guint n;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (shape, &n);
  AtlasPoint label = { 0.0, 0.0 };

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < polygons[i].n_rings; k++)
      add_points (words,
                  k == 0 ? "outer" : "hole",
                  polygons[i].rings[k].points,
                  polygons[i].rings[k].n_points);
  add_number (words, "west", atlas_multi_polygon_get_box (shape).west);
  add_number (words, "north", atlas_multi_polygon_get_box (shape).north);
  add_number (words, "area", atlas_multi_polygon_area (shape));
  add_number (words, "has label", atlas_multi_polygon_label_point (shape, &label));
  add_points (words, "label", &label, 1);
}

static void
add_territory (GString *words, AtlasTerritory *territory)
{
  guint n;
  AtlasSegment *const *segments = atlas_territory_get_segments (territory, &n);

  add_string (words, "polity", atlas_territory_get_polity (territory));
  add_number (words, "standing", atlas_territory_get_standing (territory));
  add_string (words, "over", atlas_territory_get_over (territory));
  add_text (words, "act", atlas_territory_get_act (territory));
  add_string (words, "act event", atlas_territory_get_act_event (territory));
  add_text (words, "end act", atlas_territory_get_end_act (territory));
  add_string (words, "viewpoint", atlas_territory_get_viewpoint (territory));
  for (guint i = 0; i < n; i++)
    add_string (words, "segment", atlas_record_get_id (ATLAS_RECORD (segments[i])));
  add_shape (words, atlas_territory_get_shape (territory));
}

static void
add_control (GString *words, AtlasControl *control)
{
  add_string (words, "place", atlas_control_get_place (control));
  add_string (words, "from", atlas_control_get_from (control));
  add_string (words, "to", atlas_control_get_to (control));
  add_string (words, "event", atlas_control_get_event (control));
  add_text (words, "act", atlas_control_get_act (control));
}

char *
atlas_test_record_to_words (AtlasRecord *record)
{
  GString *words = g_string_new (NULL);

  add_common (words, record);
  switch (atlas_record_get_kind (record))
    {
    case ATLAS_KIND_PLACE:
      add_place (words, ATLAS_PLACE (record));
      break;
    case ATLAS_KIND_PERSON:
      add_text (words, "role", atlas_person_get_role (ATLAS_PERSON (record)));
      add_string (words, "polity", atlas_person_get_polity (ATLAS_PERSON (record)));
      break;
    case ATLAS_KIND_POLITY:
      add_string (words, "family", atlas_polity_get_family (ATLAS_POLITY (record)));
      add_text (words, "short name", atlas_polity_get_short_name (ATLAS_POLITY (record)));
      break;
    case ATLAS_KIND_SOURCE:
      add_source (words, ATLAS_SOURCE (record));
      break;
    case ATLAS_KIND_CAMPAIGN:
      add_string (words, "parent", atlas_campaign_get_parent (ATLAS_CAMPAIGN (record)));
      add_string (words, "polity", atlas_campaign_get_polity (ATLAS_CAMPAIGN (record)));
      break;
    case ATLAS_KIND_EVENT:
      add_event (words, ATLAS_EVENT (record));
      break;
    case ATLAS_KIND_LEG:
      add_leg (words, ATLAS_LEG (record));
      break;
    case ATLAS_KIND_SEGMENT:
      add_segment (words, ATLAS_SEGMENT (record));
      break;
    case ATLAS_KIND_TERRITORY:
      add_territory (words, ATLAS_TERRITORY (record));
      break;
    case ATLAS_KIND_CONTROL:
      add_control (words, ATLAS_CONTROL (record));
      break;
    case ATLAS_N_KINDS:
    default:
      g_assert_not_reached ();
    }
  return g_string_free (words, FALSE);
}

static void
add_view (GString *words, double lon, double lat, double zoom)
{
  add_number (words, "lon", lon);
  add_number (words, "lat", lat);
  add_number (words, "zoom", zoom);
}

char *
atlas_test_chapter_to_words (const AtlasChapter *chapter)
{
  GString *words = g_string_new (NULL);

  add_string (words, "chapter", chapter->id);
  add_text (words, "title", chapter->title);
  add_text (words, "subtitle", chapter->subtitle);
  add_span (words, "when", chapter->when);
  add_number (words, "date", chapter->date);
  add_view (words, chapter->lon, chapter->lat, chapter->zoom);
  add_string (words, "event kind", chapter->event_kind);
  for (guint i = 0; i < chapter->n_steps; i++)
    {
      const AtlasChapterStep *step = &chapter->steps[i];

      add_text (words, "step", step->title);
      add_text (words, "text", step->text);
      add_number (words, "date", step->date);
      add_span (words, "window", step->window);
      add_view (words, step->lon, step->lat, step->zoom);
      add_string (words, "viewpoint", step->viewpoint);
      add_strings (words, "highlight", step->highlights);
      add_citations (words, step->citations, step->n_citations);
    }
  return g_string_free (words, FALSE);
}
