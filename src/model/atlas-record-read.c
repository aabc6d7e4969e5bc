/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-record-private.h"
#include "atlas-text-private.h"

/* What all kinds of records have in common, as data/schema/FORMAT.md tells it. */

static const char *const calendar_words[] = { "gregorian", "julian", "regnal", NULL };

static const char *const claim_words[] = {
  "strength", "killed",    "wounded",    "captured", "losses",   "civilians-killed",
  "guns",     "rifles",    "money",      "area",     "distance", "date",
  "place",    "commander", "occurred",   "outcome",  "text",     "ships",
  "animals",  "supplies",  "population", "duration", NULL
};

static const char *const relation_words[] = { "atlas:follows",
                                              "atlas:part-of",
                                              "atlas:same-as",
                                              NULL };

/* The timespans of one "when" as one EDTF text: from the beginning of the first to the end of the
 * last. A timespan without an end is the date itself, which is the form without a slash. */
static char *
join_timespans (const AtlasJson *spans, guint n)
{
  AtlasJson first = atlas_json_element (spans, 0);
  AtlasJson last = atlas_json_element (spans, n - 1);
  AtlasJson start = atlas_json_member (&first, "start");
  AtlasJson end = atlas_json_member (&last, "end");
  AtlasJson last_start = atlas_json_member (&last, "start");
  const char *start_in;
  const char *end_in = NULL;

  if (!atlas_json_is_object (&start, TRUE))
    return NULL;
  start_in = atlas_json_need_string (&start, "in");
  if (atlas_json_is_object (&end, FALSE))
    end_in = atlas_json_need_string (&end, "in");
  else if (n > 1 && atlas_json_is_object (&last_start, TRUE))
    end_in = atlas_json_need_string (&last_start, "in");
  if (start_in == NULL)
    return NULL;
  return end_in != NULL ? g_strconcat (start_in, "/", end_in, NULL) : g_strdup (start_in);
}

/* FALSE where there is no date or, with a complaint, none that can be read. */
static gboolean
read_when (const AtlasJson *when, const char **text, AtlasEdtf *edtf)
{
  AtlasJson spans = atlas_json_member (when, "timespans");
  g_autofree char *joined = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (!atlas_json_is_object (when, FALSE))
    return FALSE;
  n = atlas_json_length (&spans);
  if (n == 0)
    {
      if (atlas_json_is_absent (&spans))
        atlas_json_need (&spans, "a list of timespans");
      return FALSE;
    }
  joined = join_timespans (&spans, n);
  if (joined == NULL)
    return FALSE;
  if (!atlas_edtf_parse (joined, edtf, &error))
    {
      atlas_json_complain (&spans,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_VALUE,
                           "an EDTF date, not “%s” (%s)",
                           joined,
                           error->message);
      return FALSE;
    }
  *text = atlas_pool_string (when->context->pool, joined);
  return TRUE;
}

AtlasTimeSpan
atlas_record_read_span (const AtlasJson *object, const char *name)
{
  AtlasJson member = atlas_json_member (object, name);
  const char *text;
  AtlasEdtf edtf;
  gboolean found;

  if (member.node != NULL && member.node->type != ATLAS_JSON_OBJECT &&
      member.node->type != ATLAS_JSON_LIST)
    found = atlas_json_edtf (&member, &text, &edtf);
  else
    found = read_when (&member, &text, &edtf);
  return found ? atlas_edtf_bounds (&edtf)
               : (AtlasTimeSpan){ ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE };
}

const AtlasCitation *
atlas_record_read_citations (const AtlasJson *object, const char *name, guint *n)
{
  AtlasJson list = atlas_json_member (object, name);
  guint length = atlas_json_length (&list);
  AtlasCitation *citations =
    atlas_pool_array (object->context->pool, length, sizeof (AtlasCitation));

  *n = length;
  for (guint i = 0; i < length; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      citations[i].source = atlas_json_need_id (&item, "@id", "source");
      citations[i].section = atlas_json_get_string (&item, "section");
      citations[i].page = atlas_json_get_string (&item, "page");
      citations[i].via = atlas_json_get_id (&item, "via", "source");
    }
  return citations;
}

static void
read_attested (AtlasRecordData *data, const AtlasJson *when)
{
  AtlasJson list = atlas_json_member (when, "atlas:attested");
  AtlasAttestedDate *attested;

  data->n_attested = atlas_json_length (&list);
  attested = atlas_pool_array (data->pool, data->n_attested, sizeof (AtlasAttestedDate));
  data->attested = attested;
  for (guint i = 0; i < data->n_attested; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      attested[i].calendar =
        calendar_words[atlas_json_need_enum (&item, "calendar", calendar_words)];
      attested[i].text = atlas_json_need_string (&item, "text");
      attested[i].source = atlas_json_get_id (&item, "source", "source");
      attested[i].computed = atlas_json_get_boolean (&item, "computed");
    }
}

static void
read_names (AtlasRecordData *data, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "names");
  guint length = atlas_json_length (&list);
  AtlasName *names = atlas_pool_array (data->pool, length, sizeof (AtlasName));

  data->names = names;
  for (guint i = 0; i < length; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);
      AtlasName *name = &names[data->n_names];

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      name->toponym = atlas_json_need_string (&item, "toponym");
      name->lang = atlas_json_need_string (&item, "lang");
      name->when = atlas_record_read_span (&item, "when");
      name->used_by = atlas_json_get_id (&item, "atlas:used-by", "polity|person");
      name->citations = atlas_record_read_citations (&item, "citations", &name->n_citations);
      if (name->toponym != NULL && name->lang != NULL)
        data->n_names++;
    }
}

static void
read_claim_value (AtlasClaim *claim, const AtlasJson *item)
{
  AtlasJson value = atlas_json_member (item, "value");
  const AtlasJsonNode *node = value.node;

  if (node == NULL)
    {
      if (claim->as_written == NULL)
        atlas_json_need (&value, "a number, a range, a string or a text by language");
    }
  else if (node->type == ATLAS_JSON_OBJECT)
    {
      claim->text = atlas_json_text (&value);
    }
  else if (node->type == ATLAS_JSON_STRING)
    {
      const char *string = atlas_json_string (&value);
      const char *lang = "und";

      claim->text =
        atlas_pool_text (item->context->pool, atlas_text_new_from_arrays (&lang, &string, 1));
    }
  else if (node->type == ATLAS_JSON_LIST && atlas_json_length (&value) == 2)
    {
      AtlasJson low = atlas_json_element (&value, 0);
      AtlasJson high = atlas_json_element (&value, 1);

      claim->has_number = atlas_json_need (&low, "a number") && atlas_json_need (&high, "a number");
      claim->low = atlas_json_number (&low, 0.0, -G_MAXDOUBLE, G_MAXDOUBLE);
      claim->high = atlas_json_number (&high, claim->low, claim->low, G_MAXDOUBLE);
    }
  else
    {
      claim->has_number = TRUE;
      claim->low = atlas_json_number (&value, 0.0, -G_MAXDOUBLE, G_MAXDOUBLE);
      claim->high = claim->low;
    }
}

static void
read_claims (AtlasRecordData *data, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "atlas:claims");
  AtlasClaim *claims;

  data->n_claims = atlas_json_length (&list);
  claims = atlas_pool_array (data->pool, data->n_claims, sizeof (AtlasClaim));
  data->claims = claims;
  for (guint i = 0; i < data->n_claims; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);

      claims[i].of = claim_words[0];
      if (!atlas_json_is_object (&item, TRUE))
        continue;
      claims[i].of = claim_words[atlas_json_need_enum (&item, "of", claim_words)];
      claims[i].side = atlas_json_get_id (&item, "side", "polity|person");
      claims[i].unit = atlas_json_get_string (&item, "unit");
      claims[i].as_written = atlas_json_get_string (&item, "as-written");
      claims[i].approximate = atlas_json_get_boolean (&item, "approximate");
      claims[i].citation.source = atlas_json_need_id (&item, "source", "source");
      claims[i].citation.section = atlas_json_get_string (&item, "section");
      claims[i].citation.page = atlas_json_get_string (&item, "page");
      claims[i].citation.via = atlas_json_get_id (&item, "via", "source");
      claims[i].note = atlas_json_get_text (&item, "note");
      read_claim_value (&claims[i], &item);
    }
}

static void
read_doubts (AtlasRecordData *data, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "atlas:doubts");
  AtlasDoubt *doubts;

  data->n_doubts = atlas_json_length (&list);
  doubts = atlas_pool_array (data->pool, data->n_doubts, sizeof (AtlasDoubt));
  data->doubts = doubts;
  for (guint i = 0; i < data->n_doubts; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);
      AtlasJson text = atlas_json_member (&item, "text");

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      doubts[i].about = atlas_json_need_string (&item, "about");
      doubts[i].conflict = atlas_json_get_string (&item, "conflict");
      doubts[i].text = atlas_json_is_object (&text, TRUE) ? atlas_json_text (&text) : NULL;
      doubts[i].citations =
        atlas_record_read_citations (&item, "citations", &doubts[i].n_citations);
    }
}

/* What is the same as a record may also be outside of the atlas. */
static const char *
read_relation_to (const AtlasJson *item, const char *type)
{
  AtlasJson to = atlas_json_member (item, "relationTo");
  const char *string = atlas_json_need (&to, "an id") ? atlas_json_string (&to) : NULL;

  if (string != NULL && strcmp (type, "atlas:same-as") == 0 &&
      (g_str_has_prefix (string, "https://") || g_str_has_prefix (string, "http://")))
    return string;
  return string != NULL ? atlas_json_id (&to, NULL) : NULL;
}

static void
read_relations (AtlasRecordData *data, const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "relations");
  AtlasRelation *relations;

  data->n_relations = atlas_json_length (&list);
  relations = atlas_pool_array (data->pool, data->n_relations, sizeof (AtlasRelation));
  data->relations = relations;
  for (guint i = 0; i < data->n_relations; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);

      relations[i].type = relation_words[0];
      if (!atlas_json_is_object (&item, TRUE))
        continue;
      relations[i].type =
        relation_words[atlas_json_need_enum (&item, "relationType", relation_words)];
      relations[i].to = read_relation_to (&item, relations[i].type);
    }
}

static AtlasText *
read_summary (const AtlasJson *feature)
{
  AtlasJson list = atlas_json_member (feature, "descriptions");
  guint length = atlas_json_length (&list);
  g_autofree const char **langs = g_new0 (const char *, length);
  g_autofree const char **values = g_new0 (const char *, length);
  guint n = 0;

  for (guint i = 0; i < length; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);

      if (!atlas_json_is_object (&item, TRUE))
        continue;
      langs[n] = atlas_json_need_string (&item, "lang");
      values[n] = atlas_json_need_string (&item, "value");
      if (langs[n] != NULL && values[n] != NULL)
        n++;
    }
  return n == 0 ? NULL
                : atlas_pool_text (feature->context->pool,
                                   atlas_text_new_from_arrays (langs, values, n));
}

/* atlas:title; else the first name of each language; else the plain English title. */
static AtlasText *
read_title (const AtlasRecordData *data, const AtlasJson *feature)
{
  AtlasJson properties = atlas_json_member (feature, "properties");
  AtlasText *title = atlas_json_get_text (feature, "atlas:title");
  const char *plain = atlas_json_get_string (&properties, "title");
  const char *lang = "en";

  if (title != NULL)
    return title;
  if (data->n_names > 0)
    {
      g_autofree const char **langs = g_new (const char *, data->n_names);
      g_autofree const char **values = g_new (const char *, data->n_names);

      for (guint i = 0; i < data->n_names; i++)
        {
          langs[i] = data->names[i].lang;
          values[i] = data->names[i].toponym;
        }
      return atlas_pool_text (data->pool,
                              atlas_text_new_from_arrays (langs, values, data->n_names));
    }
  if (plain == NULL)
    {
      AtlasJson member = atlas_json_member (&properties, "title");

      atlas_json_need (&member, "a title, or names");
      return NULL;
    }
  return atlas_pool_text (data->pool, atlas_text_new_from_arrays (&lang, &plain, 1));
}

void
atlas_record_read (AtlasRecord *self, const AtlasJson *feature)
{
  AtlasRecordData *data = atlas_record_get_data (self);
  AtlasJson when = atlas_json_member (feature, "when");

  read_names (data, feature);
  data->title = read_title (data, feature);
  data->summary = read_summary (feature);
  data->has_when = read_when (&when, &data->edtf, &data->when);
  read_attested (data, &when);
  data->status =
    atlas_json_get_enum (feature, "atlas:status", atlas_status_words, ATLAS_STATUS_ATTESTED);
  data->status_note = atlas_json_get_text (feature, "atlas:status-note");
  data->citations = atlas_record_read_citations (feature, "citations", &data->n_citations);
  read_claims (data, feature);
  read_doubts (data, feature);
  read_relations (data, feature);
}
