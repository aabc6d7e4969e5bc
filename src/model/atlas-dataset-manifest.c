/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-dataset-manifest.h"

#include "atlas-record-private.h"

/* No map of the world has more. */
#define MAX_ZOOM 24.0

/* Every name of a file is compared with all others, and every text with all languages. */
#define MAX_FILES 1000u
#define MAX_LANGUAGES 100u

typedef struct
{
  double lon;
  double lat;
  double zoom;
  AtlasDay day;
} View;

static void
need_number (const AtlasJson *self, const char *name, double low, double high, double *value)
{
  AtlasJson member = atlas_json_member (self, name);

  if (atlas_json_need (&member, "a number"))
    *value = atlas_json_number (&member, *value, low, high);
}

/* The date stands in the view or, in a chapter, beside it. */
static void
read_view (const AtlasJson *parent, View *view)
{
  AtlasJson json = atlas_json_member (parent, "view");
  AtlasJson inner = atlas_json_member (&json, "date");
  AtlasJson beside = atlas_json_member (parent, "date");
  AtlasJson date = atlas_json_is_absent (&beside) ? inner : beside;
  AtlasEdtf edtf;

  if (!atlas_json_is_object (&json, TRUE))
    return;
  need_number (&json, "lon", -180.0, 180.0, &view->lon);
  need_number (&json, "lat", -90.0, 90.0, &view->lat);
  need_number (&json, "zoom", 0.0, MAX_ZOOM, &view->zoom);
  if (atlas_json_need (&date, "a date") && atlas_json_edtf (&date, NULL, &edtf))
    view->day = edtf.start.begin;
}

/* A time that must begin and end. */
static AtlasTimeSpan
read_closed_span (const AtlasJson *parent, const char *name)
{
  AtlasJson json = atlas_json_member (parent, name);
  AtlasTimeSpan span = { 0, 0 };
  AtlasEdtf edtf;

  if (!atlas_json_need (&json, "an EDTF interval") || !atlas_json_edtf (&json, NULL, &edtf))
    return span;
  span = atlas_edtf_bounds (&edtf);
  if (span.begin != ATLAS_DAY_OPEN_PAST && span.end != ATLAS_DAY_OPEN_FUTURE)
    return span;
  atlas_json_complain (&json,
                       ATLAS_PROBLEM_ERROR,
                       ATLAS_DATASET_ERROR_VALUE,
                       "an interval with a beginning and an end");
  return (AtlasTimeSpan){ 0, 0 };
}

static void
read_chapter (AtlasChapter *chapter, const AtlasJson *json)
{
  View view = { 0 };

  chapter->event_kind = atlas_event_kind_words[0];
  if (!atlas_json_is_object (json, TRUE))
    return;
  chapter->title = atlas_json_get_text (json, "title");
  chapter->subtitle = atlas_json_get_text (json, "subtitle");
  chapter->when = read_closed_span (json, "when");
  chapter->event_kind =
    atlas_event_kind_words[atlas_json_need_enum (json, "event-kind", atlas_event_kind_words)];
  read_view (json, &view);
  chapter->lon = view.lon;
  chapter->lat = view.lat;
  chapter->zoom = view.zoom;
  chapter->date = view.day;
}

static void
read_chapters (AtlasDatasetData *data, const AtlasJson *root)
{
  AtlasJson list = atlas_json_member (root, "chapters");
  AtlasChapter *chapters;

  data->n_chapters = atlas_json_length (&list);
  chapters = atlas_pool_array (data->pool, data->n_chapters, sizeof (AtlasChapter));
  data->chapters = chapters;
  for (guint i = 0; i < data->n_chapters; i++)
    {
      AtlasJson json = atlas_json_element (&list, i);

      read_chapter (&chapters[i], &json);
    }
}

/* An atlas comes from anywhere; it must not make the program read what is not part of it. */
static gboolean
stays_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return name[0] != '\0' && !g_path_is_absolute (name) && strchr (name, ':') == NULL &&
         !g_strv_contains ((const char *const *) parts, "..");
}

static const char *const *
read_files (const AtlasJson *root)
{
  AtlasJson list = atlas_json_member (root, "files");
  guint n = atlas_json_is_list (&list, TRUE) ? atlas_json_length_up_to (&list, MAX_FILES) : 0;
  const char **files = atlas_pool_array (root->context->pool, n + 1, sizeof (char *));
  guint filled = 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasJson element = atlas_json_element (&list, i);
      const char *name = NULL;

      if (atlas_json_need (&element, "the name of a file"))
        name = atlas_json_string (&element);
      if (name == NULL)
        continue;
      if (!stays_inside (name))
        atlas_json_complain (&element,
                             ATLAS_PROBLEM_ERROR,
                             ATLAS_DATASET_ERROR_VALUE,
                             "a path below the folder of the manifest, without “..”");
      else if (g_strv_contains (files, name))
        atlas_json_complain (&element,
                             ATLAS_PROBLEM_ERROR,
                             ATLAS_DATASET_ERROR_VALUE,
                             "each file once");
      else
        files[filled++] = name;
    }
  return files;
}

static const char *const *
read_languages (const AtlasJson *list)
{
  static const char *const none[] = { NULL };

  if (list->node != NULL && list->node->type == ATLAS_JSON_LIST &&
      atlas_json_length_up_to (list, MAX_LANGUAGES) < list->node->n)
    return none;
  return atlas_json_strings (list);
}

const char *const *
atlas_dataset_manifest_read (AtlasDataset *dataset, const AtlasJson *root)
{
  static const char *const no_files[] = { NULL };
  AtlasDatasetData *data = atlas_dataset_get_data (dataset);
  AtlasJson schema = atlas_json_member (root, "atlas:schema");
  AtlasJson languages = atlas_json_member (root, "languages");
  View view = { 0 };

  if (!atlas_json_is_object (root, TRUE))
    return no_files;
  if (g_strcmp0 (atlas_json_string (&schema), ATLAS_DATASET_SCHEMA) != 0)
    {
      atlas_json_complain (&schema,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_STRUCTURE,
                           "“%s”: an atlas that this program can read",
                           ATLAS_DATASET_SCHEMA);
      return no_files;
    }
  data->title = atlas_json_get_text (root, "title");
  data->description = atlas_json_get_text (root, "description");
  data->licence = atlas_json_get_string (root, "licence");
  data->languages = read_languages (&languages);
  data->range = read_closed_span (root, "range");
  view.day = data->range.begin;
  read_view (root, &view);
  data->lon = view.lon;
  data->lat = view.lat;
  data->zoom = view.zoom;
  data->day = view.day;
  read_chapters (data, root);
  return read_files (root);
}
