/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-json-out.h"
#include "atlas-search-report.h"
#include "atlas-text-index.h"

static const char *
get_match_word (AtlasTextMatch match)
{
  static const char *const words[] = {
    [ATLAS_TEXT_MATCH_EXACT] = "name", [ATLAS_TEXT_MATCH_PREFIX] = "beginning",
    [ATLAS_TEXT_MATCH_WORD] = "words", [ATLAS_TEXT_MATCH_INSIDE] = "related",
    [ATLAS_TEXT_MATCH_TEXT] = "text",  [ATLAS_TEXT_MATCH_TYPO] = "near",
  };

  return words[match];
}

/* The pieces that answer the query, as pairs of positions in characters. */
static void
add_marks (JsonBuilder *builder, AtlasTextIndex *index, const char *query, const char *text)
{
  g_autoptr (GArray) marks = atlas_text_index_mark (index, query, text);

  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasTextMark *mark = &g_array_index (marks, AtlasTextMark, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, g_utf8_pointer_to_offset (text, text + mark->begin));
      json_builder_add_int_value (builder, g_utf8_pointer_to_offset (text, text + mark->end));
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_hit (JsonBuilder *builder, AtlasTextIndex *index, const char *query, const AtlasTextHit *hit)
{
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "id", atlas_record_get_id (hit->record));
  atlas_json_out_string (builder,
                         "kind",
                         atlas_kind_to_string (atlas_record_get_kind (hit->record)));
  atlas_json_out_text (builder, "title", atlas_record_get_title (hit->record));
  atlas_json_out_string (builder, "date", atlas_record_get_edtf (hit->record));
  atlas_json_out_string (builder, "match", get_match_word (hit->match));
  atlas_json_out_string (builder, "text", hit->text);
  atlas_json_out_string (builder, "lang", hit->lang);
  add_marks (builder, index, query, hit->text != NULL ? hit->text : "");
  json_builder_end_object (builder);
}

static void
add_date (JsonBuilder *builder, const AtlasTextResult *result)
{
  g_autofree char *earliest = atlas_json_out_day (result->date.begin);
  g_autofree char *latest = atlas_json_out_day (result->date.end);

  json_builder_set_member_name (builder, "date");
  if (!result->has_date)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "earliest", earliest);
  atlas_json_out_string (builder, "latest", latest);
  json_builder_end_object (builder);
}

static void
print_json (AtlasTextIndex *index, const char *query, const AtlasTextResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlas_json_out_string (builder, "query", query);
  add_date (builder, result);
  atlas_json_out_string (builder,
                         "place",
                         result->place != NULL ? atlas_record_get_id (ATLAS_RECORD (result->place))
                                               : NULL);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->hits->len; i++)
    add_hit (builder, index, query, g_ptr_array_index (result->hits, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlas_json_out_print (builder);
}

static void
print_lines (const AtlasTextResult *result, const char *lang)
{
  for (guint i = 0; i < result->hits->len; i++)
    {
      const AtlasTextHit *hit = g_ptr_array_index (result->hits, i);
      const char *edtf = atlas_record_get_edtf (hit->record);
      const char *title = atlas_text_get (atlas_record_get_title (hit->record), lang);

      g_print ("%s\t%s\t%s\t%s\n",
               atlas_kind_to_string (atlas_record_get_kind (hit->record)),
               atlas_record_get_id (hit->record),
               edtf != NULL ? edtf : "",
               title != NULL ? title : "");
    }
}

void
atlas_search_report_print (AtlasDataset *dataset,
                           const char *query,
                           const char *lang,
                           gboolean json)
{
  g_autoptr (AtlasTextIndex) index = NULL;
  g_autoptr (AtlasTextResult) result = NULL;

  g_return_if_fail (ATLAS_IS_DATASET (dataset));
  g_return_if_fail (query != NULL && lang != NULL);

  index = atlas_text_index_new (dataset);
  result = atlas_text_index_search (index, query, ATLAS_TEXT_INDEX_LIMIT);
  if (json)
    print_json (index, query, result);
  else
    print_lines (result, lang);
}
