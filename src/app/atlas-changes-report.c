/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <string.h>

#include "atlas-border-out.h"
#include "atlas-calendar.h"
#include "atlas-changes-report.h"
#include "atlas-json-out.h"

#define M2_PER_KM2 1e6

static void
add_edges (JsonBuilder *builder, const AtlasChange *piece)
{
  json_builder_set_member_name (builder, "edges");
  json_builder_begin_array (builder);
  for (guint i = 0; i < piece->n_edges; i++)
    {
      const AtlasChangeEdge *edge = &piece->edges[i];

      json_builder_begin_object (builder);
      atlas_json_out_string (builder,
                             "segment",
                             atlas_record_get_id (ATLAS_RECORD (edge->segment)));
      atlas_border_out_rounded (builder, "length-km", edge->length / 1000.0);
      atlas_border_out_phase (builder, edge->phase);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_piece (JsonBuilder *builder, AtlasHistoryIndex *index, const AtlasChange *piece)
{
  g_autofree char *day = atlas_json_out_day (piece->day);

  atlas_json_out_string (builder, "kind", atlas_change_kind_to_string (piece->kind));
  atlas_border_out_hold (builder,
                         index,
                         "from",
                         piece->from.polity,
                         piece->from.standing,
                         piece->from.over);
  atlas_border_out_hold (builder,
                         index,
                         "to",
                         piece->to.polity,
                         piece->to.standing,
                         piece->to.over);
  atlas_json_out_string (builder, "day", day);
  atlas_json_out_string (builder, "date", piece->date);
  atlas_json_out_text (builder, "act", piece->act);
  atlas_json_out_string (builder, "event", piece->event);
  if (piece->claim != NULL)
    {
      atlas_json_out_string (builder, "claim", atlas_record_get_id (ATLAS_RECORD (piece->claim)));
      atlas_json_out_text (builder,
                           "claim-title",
                           atlas_record_get_title (ATLAS_RECORD (piece->claim)));
    }
  atlas_border_out_rounded (builder, "area-km2", piece->area / M2_PER_KM2);
  atlas_border_out_rounded (builder, "area-low-km2", piece->area_low / M2_PER_KM2);
  atlas_border_out_rounded (builder, "area-high-km2", piece->area_high / M2_PER_KM2);
  add_edges (builder, piece);
  atlas_border_out_citations (builder, piece->citations, piece->n_citations);
}

/* Features, or under "pieces" the properties that features would have. */
static void
add_pieces (JsonBuilder *builder, AtlasHistoryIndex *index, GPtrArray *pieces, gboolean geometry)
{
  if (geometry)
    atlas_json_out_string (builder, "type", "FeatureCollection");
  json_builder_set_member_name (builder, geometry ? "features" : "pieces");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *piece = pieces->pdata[i];

      json_builder_begin_object (builder);
      if (geometry)
        {
          atlas_json_out_string (builder, "type", "Feature");
          json_builder_set_member_name (builder, "properties");
          json_builder_begin_object (builder);
        }
      add_piece (builder, index, piece);
      if (geometry)
        {
          json_builder_end_object (builder);
          atlas_border_out_geometry (builder, piece->shape);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The days of one side; @open where it is left out. */
static gboolean
parse_side (const char *start,
            gsize length,
            AtlasTimeSpan open,
            AtlasTimeSpan *span,
            GError **error)
{
  g_autofree char *text = g_strndup (start, length);

  g_strstrip (text);
  if (*text == '\0')
    {
      *span = open;
      return TRUE;
    }
  return atlas_calendar_parse (text, span, error);
}

gboolean
atlas_changes_report_parse_span (AtlasHistoryIndex *index,
                                 const char *text,
                                 AtlasTimeSpan *span,
                                 GError **error)
{
  AtlasTimeSpan range = atlas_dataset_get_range (atlas_history_index_get_dataset (index));
  const char *gap = strstr (text, "..");
  gsize width = 2;
  AtlasTimeSpan first, last;

  if (gap == NULL)
    {
      gap = strchr (text, '/');
      width = 1;
    }
  if (gap == NULL || strlen (text) == width)
    {
      g_set_error (error,
                   G_OPTION_ERROR,
                   G_OPTION_ERROR_BAD_VALUE,
                   "“%s” is no span of time; expected two dates, such as 1863..1865-01-01",
                   text);
      return FALSE;
    }
  if (!parse_side (text, (gsize) (gap - text), range, &first, error) ||
      !parse_side (gap + width, strlen (gap + width), range, &last, error))
    return FALSE;
  if (first.begin > last.end)
    {
      g_set_error (error,
                   G_OPTION_ERROR,
                   G_OPTION_ERROR_BAD_VALUE,
                   "“%s” ends before it begins",
                   text);
      return FALSE;
    }
  *span = (AtlasTimeSpan){ first.begin, last.end };
  return TRUE;
}

gboolean
atlas_changes_report_print (AtlasHistoryIndex *index,
                            const char *text,
                            AtlasChangesMode mode,
                            gboolean geometry,
                            GError **error)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *from = NULL, *to = NULL;
  AtlasTimeSpan span;

  if (!atlas_changes_report_parse_span (index, text, &span, error))
    return FALSE;

  pieces = atlas_changes_between (index, span.begin, span.end, mode);
  from = atlas_json_out_day (span.begin);
  to = atlas_json_out_day (span.end);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "from", from);
  atlas_json_out_string (builder, "to", to);
  atlas_json_out_string (builder, "mode", mode == ATLAS_CHANGES_EACH ? "each" : "net");
  add_pieces (builder, index, pieces, geometry);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  return TRUE;
}

/* What the sources say of the area: "claims". */
static void
add_claimed_areas (JsonBuilder *builder, AtlasRecord *event)
{
  guint n;
  const AtlasClaim *claims = atlas_record_get_claims (event, &n);

  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (claims[i].of, "area") != 0)
        continue;
      json_builder_begin_object (builder);
      if (claims[i].has_number)
        {
          json_builder_set_member_name (builder, "low");
          json_builder_add_double_value (builder, claims[i].low);
          json_builder_set_member_name (builder, "high");
          json_builder_add_double_value (builder, claims[i].high);
        }
      atlas_json_out_string (builder, "unit", claims[i].unit);
      atlas_json_out_string (builder, "as-written", claims[i].as_written);
      atlas_json_out_string (builder, "side", claims[i].side);
      json_builder_set_member_name (builder, "approximate");
      json_builder_add_boolean_value (builder, claims[i].approximate);
      atlas_json_out_text (builder, "note", claims[i].note);
      atlas_border_out_citations (builder, &claims[i].citation, 1);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

gboolean
atlas_changes_report_print_event (AtlasHistoryIndex *index,
                                  const char *event,
                                  gboolean geometry,
                                  GError **error)
{
  AtlasEvent *record = atlas_dataset_lookup_event (atlas_history_index_get_dataset (index), event);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GPtrArray) pieces = NULL;

  if (record == NULL)
    {
      g_set_error (error,
                   G_OPTION_ERROR,
                   G_OPTION_ERROR_BAD_VALUE,
                   "“%s” is no event of this atlas; --list events has them",
                   event);
      return FALSE;
    }
  pieces = atlas_changes_measure_event (index, event);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "event", event);
  atlas_json_out_text (builder, "title", atlas_record_get_title (ATLAS_RECORD (record)));
  atlas_json_out_string (builder, "date", atlas_record_get_edtf (ATLAS_RECORD (record)));
  add_claimed_areas (builder, ATLAS_RECORD (record));
  add_pieces (builder, index, pieces, geometry);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
  return TRUE;
}
