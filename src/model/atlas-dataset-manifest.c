/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-dataset-manifest.h"

#include "atlas-chapter-read.h"
#include "atlas-view-read.h"

/* Every name of a file is compared with all others, and every text with all languages. */
#define MAX_FILES 1000u
#define MAX_LANGUAGES 100u
#define MAX_CHAPTERS 100u

/* An atlas comes from anywhere; it must not make the program read what is not part of it. */
static gboolean
stays_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return name[0] != '\0' && !g_path_is_absolute (name) && strchr (name, ':') == NULL &&
         !g_strv_contains ((const char *const *) parts, "..");
}

/* A path that may be followed, or NULL with a complaint. */
static const char *
read_file_name (const AtlasJson *json)
{
  const char *name = atlas_json_string (json);

  if (name == NULL || stays_inside (name))
    return name;
  atlas_json_complain (json,
                       ATLAS_PROBLEM_ERROR,
                       ATLAS_DATASET_ERROR_VALUE,
                       "a path below the folder of the manifest, without “..”");
  return NULL;
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
        name = read_file_name (&element);
      if (name != NULL && g_strv_contains (files, name))
        atlas_json_complain (&element,
                             ATLAS_PROBLEM_ERROR,
                             ATLAS_DATASET_ERROR_VALUE,
                             "each file once");
      else if (name != NULL)
        files[filled++] = name;
    }
  return files;
}

/* Links name a chapter by its id. */
static gboolean
is_new_id (const AtlasDatasetData *data, guint number)
{
  for (guint i = 0; i < number; i++)
    if (g_strcmp0 (data->chapters[i].id, data->chapters[number].id) == 0)
      return FALSE;
  return TRUE;
}

static void
read_chapters (AtlasDatasetData *data, const AtlasJson *root)
{
  AtlasJson list = atlas_json_member (root, "chapters");

  data->n_chapters = atlas_json_length_up_to (&list, MAX_CHAPTERS);
  data->chapters = atlas_pool_array (data->pool, data->n_chapters, sizeof (AtlasChapter));
  data->step_files = atlas_pool_array (data->pool, data->n_chapters, sizeof (char *));
  for (guint i = 0; i < data->n_chapters; i++)
    {
      AtlasJson json = atlas_json_element (&list, i);
      AtlasJson steps = atlas_json_member (&json, "steps");
      AtlasJson id = atlas_json_member (&json, "@id");

      if (atlas_chapter_read (&data->chapters[i], &json) != NULL)
        data->step_files[i] = read_file_name (&steps);
      if (data->chapters[i].id != NULL && !is_new_id (data, i))
        atlas_json_complain (&id,
                             ATLAS_PROBLEM_ERROR,
                             ATLAS_DATASET_ERROR_VALUE,
                             "an id that no other chapter has");
    }
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
  AtlasViewRead view = { 0 };

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
  data->range = atlas_view_read_span (root, "range");
  view.day = data->range.begin;
  atlas_view_read (root, &view);
  data->lon = view.lon;
  data->lat = view.lat;
  data->zoom = view.zoom;
  data->day = view.day;
  read_chapters (data, root);
  return read_files (root);
}
