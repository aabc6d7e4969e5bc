/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-dataset-reading.h"

#include "atlas-chapter-read.h"
#include "atlas-dataset-manifest.h"
#include "atlas-dataset-private.h"
#include "atlas-json-file.h"
#include "atlas-record-private.h"

#define MANIFEST_NAME "atlas.json"
#define MAX_PROBLEMS 10000

/* Parsing takes about this part of the time. */
#define PARSING_SHARE 0.6

/* What the check reads at most, all files together, so that its memory stays below some 300 MB
 * whatever it is given: sixteen times the shipped atlas. */
#define CHECK_MAX_BYTES (64u * 1024 * 1024)
#define CHECK_MAX_VALUES 1500000u

/* More threads than this have nothing to do: an atlas has few large files. */
#define MAX_THREADS 4u

/* Progress is told, and cancelling looked for, each time that so many records have been read. */
#define RECORDS_PER_STEP 256

/* Sources first, for all cite them; legs after places and territories after segments, whose points
 * they take. */
static const AtlasKind read_order[] = {
  ATLAS_KIND_SOURCE,    ATLAS_KIND_PLACE,   ATLAS_KIND_POLITY, ATLAS_KIND_PERSON,
  ATLAS_KIND_CAMPAIGN,  ATLAS_KIND_EVENT,   ATLAS_KIND_LEG,    ATLAS_KIND_SEGMENT,
  ATLAS_KIND_TERRITORY, ATLAS_KIND_CONTROL,
};

GType
atlas_kind_get_type (AtlasKind kind)
{
  switch (kind)
    {
    case ATLAS_KIND_PLACE:
      return ATLAS_TYPE_PLACE;
    case ATLAS_KIND_PERSON:
      return ATLAS_TYPE_PERSON;
    case ATLAS_KIND_POLITY:
      return ATLAS_TYPE_POLITY;
    case ATLAS_KIND_SOURCE:
      return ATLAS_TYPE_SOURCE;
    case ATLAS_KIND_CAMPAIGN:
      return ATLAS_TYPE_CAMPAIGN;
    case ATLAS_KIND_EVENT:
      return ATLAS_TYPE_EVENT;
    case ATLAS_KIND_LEG:
      return ATLAS_TYPE_LEG;
    case ATLAS_KIND_SEGMENT:
      return ATLAS_TYPE_SEGMENT;
    case ATLAS_KIND_TERRITORY:
      return ATLAS_TYPE_TERRITORY;
    case ATLAS_KIND_CONTROL:
      return ATLAS_TYPE_CONTROL;
    case ATLAS_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void (*const read_own[ATLAS_N_KINDS]) (AtlasRecord *, const AtlasJson *) = {
  [ATLAS_KIND_PLACE] = atlas_place_read,
  [ATLAS_KIND_PERSON] = atlas_person_read,
  [ATLAS_KIND_POLITY] = atlas_polity_read,
  [ATLAS_KIND_SOURCE] = atlas_source_read,
  [ATLAS_KIND_CAMPAIGN] = atlas_campaign_read,
  [ATLAS_KIND_EVENT] = atlas_event_read,
  [ATLAS_KIND_LEG] = atlas_leg_read,
  [ATLAS_KIND_SEGMENT] = atlas_segment_read,
  [ATLAS_KIND_TERRITORY] = atlas_territory_read,
  [ATLAS_KIND_CONTROL] = atlas_control_read,
};

static gboolean
should_stop (AtlasReading *self, GCancellable *cancellable)
{
  return g_cancellable_is_cancelled (cancellable) ||
         (self->stop_at_first && atlas_reading_get_error (self) != NULL);
}

/* A problem of a whole file, which the loader has put into words. */
static void
note_file_problem (AtlasReading *self, const char *name, const GError *error)
{
  AtlasProblem *problem;
  g_autofree char *prefix = g_strconcat (name, ": ", NULL);
  const char *message = error->message;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_str_has_prefix (message, prefix))
    message += strlen (prefix);
  problem = g_new0 (AtlasProblem, 1);
  problem->severity = ATLAS_PROBLEM_ERROR;
  problem->code = (AtlasDatasetError) error->code;
  problem->file = g_strdup (name);
  problem->expected = g_strdup (message);
  g_ptr_array_add (self->context.problems, problem);
}

static AtlasJsonTree *
load_file (AtlasReading *self, const char *name, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  AtlasJsonTree *tree =
    atlas_json_file_load_within (self->folder, name, &self->budget, cancellable, &error);

  if (tree == NULL)
    note_file_problem (self, name, error);
  return tree;
}

/* Lower-case ASCII letters, digits and hyphens after the kind and a slash. */
static gboolean
is_id_of (const char *id, const char *kind)
{
  gsize length = strlen (kind);

  if (strncmp (id, kind, length) != 0 || id[length] != '/' || id[length + 1] == '\0')
    return FALSE;
  for (const char *p = id + length + 1; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

/* Makes the record of a feature, still empty but for its id and kind. */
static void
scan_feature (AtlasReading *self, const AtlasJson *feature, guint file, guint index)
{
  static const char *const type_words[] = { "Feature", NULL };
  guint before = self->context.problems->len;
  AtlasJson properties = atlas_json_member (feature, "properties");
  AtlasJson id_place = atlas_json_member (feature, "@id");
  AtlasReadingFeature entry = { NULL, feature->node, file, index };
  AtlasRecordData *data;
  const char *id;
  AtlasKind kind;

  if (!atlas_json_is_object (feature, TRUE) || !atlas_json_is_object (&properties, TRUE))
    return;
  id = atlas_json_need_string (feature, "@id");
  self->context.id = id;
  atlas_json_need_enum (feature, "type", type_words);
  kind = (AtlasKind) atlas_json_need_enum (&properties, "atlas:kind", atlas_kind_words);
  if (self->context.problems->len == before && !is_id_of (id, atlas_kind_words[kind]))
    atlas_json_complain (&id_place,
                         ATLAS_PROBLEM_ERROR,
                         ATLAS_DATASET_ERROR_VALUE,
                         "%s/ and then lower-case letters, digits and hyphens",
                         atlas_kind_words[kind]);
  if (self->context.problems->len != before)
    return;
  entry.record = g_object_new (atlas_kind_get_type (kind), NULL);
  data = atlas_record_get_data (entry.record);
  data->pool = atlas_pool_ref (self->context.pool);
  data->id = id;
  data->kind = kind;
  if (atlas_dataset_add (self->dataset, entry.record))
    g_array_append_val (self->features, entry);
  else
    atlas_json_complain (&id_place,
                         ATLAS_PROBLEM_ERROR,
                         ATLAS_DATASET_ERROR_VALUE,
                         "an id that no other record has");
}

/* The root of a file, absent where it cannot be read. */
static AtlasJson
enter_file (AtlasReading *self, guint file)
{
  AtlasJsonTree *tree = g_ptr_array_index (self->files, file);

  return atlas_json_root (&self->context, tree != NULL ? atlas_json_tree_get_root (tree) : NULL);
}

static void
scan_file (AtlasReading *self, guint file)
{
  static const char *const type_words[] = { "FeatureCollection", NULL };
  AtlasJson root = enter_file (self, file);
  AtlasJson features = atlas_json_member (&root, "features");
  guint n;

  self->context.file = self->file_names[file];
  self->context.id = NULL;
  if (self->files->pdata[file] == NULL || !atlas_json_is_object (&root, TRUE))
    return;
  atlas_json_need_enum (&root, "type", type_words);
  n = atlas_json_is_list (&features, TRUE) ? atlas_json_length (&features) : 0;
  for (guint i = 0; i < n && !should_stop (self, NULL); i++)
    {
      AtlasJson feature = atlas_json_element (&features, i);

      self->context.id = NULL;
      scan_feature (self, &feature, file, i);
    }
  self->context.id = NULL;
}

/* The manifest, which says what else there is. */
static void
read_manifest (AtlasReading *self, GCancellable *cancellable)
{
  AtlasJson root;

  self->manifest = load_file (self, self->manifest_name, cancellable);
  if (self->manifest == NULL)
    return;
  root = atlas_json_root (&self->context, atlas_json_tree_get_root (self->manifest));
  self->context.file = self->manifest_name;
  self->file_names = atlas_dataset_manifest_read (self->dataset, &root);
}

/* A file on its way through the parser, on a thread of its own. */
typedef struct
{
  const char *folder;
  const char *name;
  GCancellable *cancellable;
  GAsyncQueue *done;
  AtlasJsonTree *tree;
  GError *error;
} Load;

static void
load_cb (gpointer data, gpointer user_data)
{
  Load *load = data;

  load->tree = atlas_json_file_load (load->folder,
                                     load->name,
                                     ATLAS_JSON_FILE_MAX_BYTES,
                                     load->cancellable,
                                     &load->error);
  g_async_queue_push (load->done, load);
}

/* One after another, so that they can share what there is, and what is held is bounded. */
static void
load_in_turn (AtlasReading *self, Load *loads, guint n)
{
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (loads[i].cancellable); i++)
    loads[i].tree = atlas_json_file_load_within (self->folder,
                                                 loads[i].name,
                                                 &self->budget,
                                                 loads[i].cancellable,
                                                 &loads[i].error);
}

/* Parses all files, several at a time, and waits for them. */
static void
load_files (Load *loads, guint n, AtlasReadingProgress progress, gpointer user_data)
{
  guint n_threads = MIN (n, MIN (g_get_num_processors (), MAX_THREADS));
  GThreadPool *threads = g_thread_pool_new (load_cb, NULL, (int) n_threads, FALSE, NULL);

  for (guint i = 0; i < n; i++)
    g_thread_pool_push (threads, &loads[i], NULL);
  for (guint i = 0; i < n; i++)
    {
      g_async_queue_pop (loads[0].done);
      if (progress != NULL)
        progress (PARSING_SHARE * (i + 1) / n, user_data);
    }
  g_thread_pool_free (threads, FALSE, TRUE);
}

static void
read_files (AtlasReading *self,
            AtlasReadingProgress progress,
            gpointer user_data,
            GCancellable *cancellable)
{
  guint n = g_strv_length ((char **) self->file_names);
  g_autofree Load *loads = g_new0 (Load, n);
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    loads[i] = (Load){ self->folder, self->file_names[i], cancellable, done, NULL, NULL };
  if (self->stop_at_first)
    load_files (loads, n, progress, user_data);
  else
    load_in_turn (self, loads, n);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->files, loads[i].tree);
      if (loads[i].error != NULL && !should_stop (self, NULL))
        note_file_problem (self, self->file_names[i], loads[i].error);
      g_clear_error (&loads[i].error);
      if (!should_stop (self, cancellable))
        scan_file (self, i);
    }
}

static void
read_features (AtlasReading *self,
               AtlasReadingProgress progress,
               gpointer user_data,
               GCancellable *cancellable)
{
  guint done = 0;

  for (guint k = 0; k < G_N_ELEMENTS (read_order); k++)
    for (guint i = 0; i < self->features->len; i++)
      {
        AtlasReadingFeature *entry = &g_array_index (self->features, AtlasReadingFeature, i);
        AtlasJson place[3];
        const AtlasJson *feature;

        if (atlas_record_get_kind (entry->record) != read_order[k])
          continue;
        if (done % RECORDS_PER_STEP == 0)
          {
            if (progress != NULL)
              progress (PARSING_SHARE + (1.0 - PARSING_SHARE) * done / self->features->len,
                        user_data);
            if (g_cancellable_is_cancelled (cancellable))
              return;
          }
        feature = atlas_reading_enter (self, entry, place);
        atlas_record_read (entry->record, feature);
        read_own[read_order[k]](entry->record, feature);
        if (should_stop (self, NULL))
          return;
        done++;
      }
}

/* Tours name records, so all of these are read by now. */
static void
read_tours (AtlasReading *self, GCancellable *cancellable)
{
  AtlasDatasetData *data = atlas_dataset_get_data (self->dataset);

  for (guint i = 0; i < data->n_chapters && !should_stop (self, cancellable); i++)
    {
      AtlasJsonTree *tree =
        data->step_files[i] != NULL ? load_file (self, data->step_files[i], cancellable) : NULL;
      AtlasJson root;

      g_ptr_array_add (self->tours, tree);
      if (tree == NULL)
        continue;
      root = atlas_reading_enter_tour (self, i);
      atlas_chapter_read_steps (&data->chapters[i], &root);
    }
}

AtlasReading *
atlas_reading_new (const char *path, gboolean stop_at_first)
{
  static const char *const no_files[] = { NULL };
  AtlasReading *self = g_new0 (AtlasReading, 1);
  AtlasDatasetData *data;

  self->stop_at_first = stop_at_first;
  self->budget = stop_at_first
                   ? (AtlasJsonBudget){ ATLAS_JSON_FILE_MAX_BYTES, ATLAS_JSON_FILE_MAX_VALUES }
                   : (AtlasJsonBudget){ CHECK_MAX_BYTES, CHECK_MAX_VALUES };
  self->dataset = atlas_dataset_new ();
  data = atlas_dataset_get_data (self->dataset);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      self->folder = g_strdup (path);
      self->manifest_name = g_strdup (MANIFEST_NAME);
    }
  else
    {
      self->folder = g_path_get_dirname (path);
      self->manifest_name = g_path_get_basename (path);
    }
  data->folder = atlas_pool_string (data->pool, self->folder);
  self->file_names = no_files;
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_json_tree_free);
  self->tours = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_json_tree_free);
  self->features = g_array_new (FALSE, FALSE, sizeof (AtlasReadingFeature));
  self->context.pool = data->pool;
  self->context.ids = atlas_dataset_get_ids (self->dataset);
  self->context.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_free);
  self->context.max_problems = MAX_PROBLEMS;
  return self;
}

void
atlas_reading_free (AtlasReading *self)
{
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->manifest, atlas_json_tree_free);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->tours);
  g_array_unref (self->features);
  g_ptr_array_unref (self->context.problems);
  g_free (self->folder);
  g_free (self->manifest_name);
  g_free (self);
}

gboolean
atlas_reading_run (AtlasReading *self,
                   AtlasReadingProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable)
{
  if (progress != NULL)
    progress (0.0, user_data);
  read_manifest (self, cancellable);
  if (!should_stop (self, cancellable))
    read_files (self, progress, user_data, cancellable);
  if (!should_stop (self, cancellable))
    read_features (self, progress, user_data, cancellable);
  if (!should_stop (self, cancellable))
    read_tours (self, cancellable);
  if (should_stop (self, cancellable))
    return FALSE;
  atlas_dataset_close (self->dataset);
  if (progress != NULL)
    progress (1.0, user_data);
  return TRUE;
}

const AtlasProblem *
atlas_reading_get_error (AtlasReading *self)
{
  for (guint i = 0; i < self->context.problems->len; i++)
    {
      const AtlasProblem *problem = g_ptr_array_index (self->context.problems, i);

      if (problem->severity == ATLAS_PROBLEM_ERROR)
        return problem;
    }
  return NULL;
}

const AtlasJson *
atlas_reading_enter (AtlasReading *self, const AtlasReadingFeature *feature, AtlasJson place[3])
{
  self->context.file = self->file_names[feature->file];
  self->context.id = atlas_record_get_id (feature->record);
  place[0] = enter_file (self, feature->file);
  place[1] = atlas_json_member (&place[0], "features");
  place[2] = atlas_json_element (&place[1], feature->index);
  return &place[2];
}

AtlasJson
atlas_reading_enter_tour (AtlasReading *self, guint chapter)
{
  AtlasDatasetData *data = atlas_dataset_get_data (self->dataset);
  AtlasJsonTree *tree = self->tours->pdata[chapter];

  self->context.file = data->step_files[chapter];
  self->context.id = data->chapters[chapter].id;
  return atlas_json_root (&self->context, tree != NULL ? atlas_json_tree_get_root (tree) : NULL);
}
