/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>
#include <unicode/uloc.h>

#include "atlas-check-private.h"

/* The part of the check that reads words: unknown names, missing translations, languages, status
 * and citations. */

/* Names that begin with "atlas:", by kind; those of every kind stand first. */
static const char *const common_keys[] = {
  "atlas:kind",   "atlas:title", "atlas:status", "atlas:status-note", "atlas:claims",
  "atlas:doubts", NULL
};

static const char *const kind_keys[ATLAS_N_KINDS][12] = {
  [ATLAS_KIND_PLACE] = { "atlas:place-type", "atlas:rank", "atlas:precision", "atlas:modern-name" },
  [ATLAS_KIND_PERSON] = { "atlas:role", "atlas:polity" },
  [ATLAS_KIND_POLITY] = { "atlas:family", "atlas:short-name" },
  [ATLAS_KIND_SOURCE] = { "atlas:source-type",
                          "atlas:authors",
                          "atlas:year",
                          "atlas:publisher",
                          "atlas:url",
                          "atlas:cited-by" },
  [ATLAS_KIND_CAMPAIGN] = { "atlas:parent", "atlas:polity" },
  [ATLAS_KIND_EVENT] = { "atlas:event-kind",
                         "atlas:places",
                         "atlas:campaign",
                         "atlas:actors",
                         "atlas:outcome",
                         "atlas:weight" },
  [ATLAS_KIND_LEG] = { "atlas:campaign",
                       "atlas:from",
                       "atlas:to",
                       "atlas:via",
                       "atlas:polity",
                       "atlas:force",
                       "atlas:commanders",
                       "atlas:after" },
  [ATLAS_KIND_SEGMENT] = { "atlas:phases", "atlas:provenance" },
  [ATLAS_KIND_TERRITORY] = { "atlas:rings",
                             "atlas:polity",
                             "atlas:standing",
                             "atlas:over",
                             "atlas:act",
                             "atlas:act-event",
                             "atlas:end-act",
                             "atlas:viewpoint",
                             "atlas:provenance" },
  [ATLAS_KIND_CONTROL] = { "atlas:place", "atlas:from", "atlas:to", "atlas:act", "atlas:event" },
};

/* Whether ICU knows the language that the tag begins with. */
static gboolean
is_known_language (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit (tag, "-", 2);

  return strcmp (parts[0], "und") == 0 || uloc_getISO3Language (parts[0])[0] != '\0';
}

static gboolean
is_known_key (AtlasKind kind, const char *key)
{
  return g_strv_contains (common_keys, key) || g_strv_contains (kind_keys[kind], key);
}

static void
check_keys (AtlasKind kind, const AtlasJson *object)
{
  if (object->node == NULL || object->node->type != ATLAS_JSON_OBJECT)
    return;
  for (guint i = 0; i < object->node->n; i++)
    {
      const char *key = object->node->members[i].name;

      if (g_str_has_prefix (key, "atlas:") && !is_known_key (kind, key))
        atlas_check_warn (object,
                          key,
                          "no such name in a record of kind %s",
                          atlas_kind_to_string (kind));
    }
}

void
atlas_check_text (AtlasCheck *self, AtlasText *text, const AtlasJson *place)
{
  const char *const *wanted = atlas_dataset_get_languages (self->dataset);
  const char *const *there = atlas_text_get_languages (text);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const char *words = atlas_text_get_exact (text, wanted[i]);

      if (words == NULL || words[0] == '\0')
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", wanted[i]);
    }
  if (missing->len > 0)
    atlas_check_warn (place, NULL, "also words in %s", missing->str);
  for (guint i = 0; there[i] != NULL; i++)
    if (!is_known_language (there[i]))
      atlas_check_warn (place, NULL, "the tag of a language that there is, not “%s”", there[i]);
}

/* Titles and names. Who is called by names has the title made of them. A book is called as its
 * title page calls it, and wants no translation. */
static void
check_title (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature)
{
  AtlasJson title = atlas_json_member (feature, "atlas:title");
  AtlasJson names = atlas_json_member (feature, "names");
  const AtlasName *list;
  guint n;

  if (atlas_record_get_kind (record) != ATLAS_KIND_SOURCE)
    atlas_check_text (self,
                      atlas_record_get_title (record),
                      atlas_json_is_absent (&title) && !atlas_json_is_absent (&names) ? &names
                                                                                      : &title);
  list = atlas_record_get_names (record, &n);
  for (guint i = 0; i < n; i++)
    if (!is_known_language (list[i].lang) && !atlas_json_is_absent (&title))
      atlas_check_warn (&names,
                        NULL,
                        "the tag of a language that there is, not “%s”",
                        list[i].lang);
}

static void
check_optional_texts (AtlasCheck *self, const AtlasJson *feature)
{
  static const char *const keys[] = { "atlas:status-note", "atlas:modern-name", "atlas:role",
                                      "atlas:short-name",  "atlas:outcome",     "atlas:force",
                                      "atlas:act",         "atlas:end-act" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      AtlasJson member = atlas_json_member (feature, keys[i]);

      if (member.node != NULL && member.node->type == ATLAS_JSON_OBJECT)
        atlas_check_text (self, atlas_json_text (&member), &member);
    }
}

static gboolean
cites_only_seeds (AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);

  for (guint i = 0; i < n; i++)
    if (citations[i].source != NULL && !g_str_has_prefix (citations[i].source, "source/seed-"))
      return FALSE;
  return TRUE;
}

/* What a status promises must be there. */
static void
check_status (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasKind kind = atlas_record_get_kind (record);
  AtlasStatus status = atlas_record_get_status (record);
  guint n;

  atlas_record_get_citations (record, &n);
  if (n == 0 && (kind == ATLAS_KIND_EVENT || kind == ATLAS_KIND_LEG || kind == ATLAS_KIND_CONTROL ||
                 kind == ATLAS_KIND_TERRITORY))
    atlas_check_warn (feature, "citations", "on what it rests");
  if ((status == ATLAS_STATUS_DISPUTED || status == ATLAS_STATUS_UNCORROBORATED) &&
      atlas_record_get_status_note (record) == NULL)
    atlas_check_warn (feature,
                      "atlas:status-note",
                      "why it is %s",
                      atlas_status_to_string (status));
  if (status == ATLAS_STATUS_CORROBORATED && cites_only_seeds (record))
    atlas_check_warn (feature,
                      "citations",
                      "a source besides the seeds, for what is called corroborated");
}

void
atlas_check_words (AtlasCheck *self, AtlasRecord *record, const AtlasJson *feature)
{
  AtlasKind kind = atlas_record_get_kind (record);
  AtlasJson properties = atlas_json_member (feature, "properties");
  AtlasJson descriptions = atlas_json_member (feature, "descriptions");

  check_keys (kind, feature);
  check_keys (kind, &properties);
  check_title (self, record, feature);
  if (atlas_record_get_summary (record) != NULL)
    atlas_check_text (self, atlas_record_get_summary (record), &descriptions);
  check_optional_texts (self, feature);
  check_status (record, feature);
}

void
atlas_check_manifest_words (AtlasCheck *self, const AtlasJson *manifest)
{
  AtlasJson title = atlas_json_member (manifest, "title");
  AtlasJson description = atlas_json_member (manifest, "description");
  AtlasJson languages = atlas_json_member (manifest, "languages");
  const char *const *tags = atlas_dataset_get_languages (self->dataset);

  atlas_check_text (self, atlas_dataset_get_title (self->dataset), &title);
  atlas_check_text (self, atlas_dataset_get_description (self->dataset), &description);
  for (guint i = 0; tags[i] != NULL; i++)
    if (!is_known_language (tags[i]))
      atlas_check_warn (&languages, NULL, "the tag of a language that there is, not “%s”", tags[i]);
}
