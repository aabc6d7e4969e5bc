/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-dataset-archive.h"

#include "atlas-dataset-error.h"
#include "atlas-dataset-private.h"
#include "atlas-dataset-reading.h"
#include "atlas-record-private.h"
#include "atlas-sum.h"
#include "atlas-territory-private.h"

#define MANIFEST_NAME "atlas.json"
#define FILE_BLOCK (64 * 1024)

static void (*const archive_own[ATLAS_N_KINDS]) (AtlasRecord *, AtlasArchive *) = {
  [ATLAS_KIND_PLACE] = atlas_place_archive,
  [ATLAS_KIND_PERSON] = atlas_person_archive,
  [ATLAS_KIND_POLITY] = atlas_polity_archive,
  [ATLAS_KIND_SOURCE] = atlas_source_archive,
  [ATLAS_KIND_CAMPAIGN] = atlas_campaign_archive,
  [ATLAS_KIND_EVENT] = atlas_event_archive,
  [ATLAS_KIND_LEG] = atlas_leg_archive,
  [ATLAS_KIND_SEGMENT] = atlas_segment_archive,
  [ATLAS_KIND_TERRITORY] = atlas_territory_archive,
  [ATLAS_KIND_CONTROL] = atlas_control_archive,
};

/* Goes on with @sum over a file, block by block: read whole, it would count as memory in use. */
static gboolean
sum_file (const char *folder, const char *name, guint64 *sum, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *block = g_malloc (FILE_BLOCK);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n;

  if (fd < 0)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_UNREADABLE,
                   "%s: %s",
                   name,
                   g_strerror (errno));
      return FALSE;
    }
  *sum = atlas_sum_bytes (*sum, name, strlen (name));
  while ((n = read (fd, block, FILE_BLOCK)) > 0)
    *sum = atlas_sum_bytes (*sum, block, (gsize) n);
  close (fd);
  return TRUE;
}

/* Of the manifest and the files that it names. */
static gboolean
sum_files (const char *folder, const char *const *files, guint64 *sum, GError **error)
{
  *sum = ATLAS_SUM_START;
  if (!sum_file (folder, MANIFEST_NAME, sum, error))
    return FALSE;
  for (guint i = 0; files[i] != NULL; i++)
    if (!sum_file (folder, files[i], sum, error))
      return FALSE;
  return TRUE;
}

static void
pass_steps (AtlasChapter *chapter, AtlasArchive *archive)
{
  AtlasChapterStep *steps = atlas_archive_list (archive,
                                                (gconstpointer *) &chapter->steps,
                                                &chapter->n_steps,
                                                sizeof *steps);

  for (guint i = 0; i < chapter->n_steps; i++)
    {
      atlas_archive_text (archive, &steps[i].title);
      atlas_archive_text (archive, &steps[i].text);
      atlas_archive_int (archive, &steps[i].date);
      atlas_archive_span (archive, &steps[i].window);
      atlas_archive_double (archive, &steps[i].lon);
      atlas_archive_double (archive, &steps[i].lat);
      atlas_archive_double (archive, &steps[i].zoom);
      atlas_archive_string (archive, &steps[i].viewpoint);
      atlas_archive_strings (archive, &steps[i].highlights);
      atlas_record_archive_citations (archive, &steps[i].citations, &steps[i].n_citations);
    }
}

static void
pass_chapters (AtlasDatasetData *data, AtlasArchive *archive)
{
  AtlasChapter *chapters = atlas_archive_list (archive,
                                               (gconstpointer *) &data->chapters,
                                               &data->n_chapters,
                                               sizeof *chapters);

  for (guint i = 0; i < data->n_chapters; i++)
    {
      atlas_archive_string (archive, &chapters[i].id);
      atlas_archive_text (archive, &chapters[i].title);
      atlas_archive_text (archive, &chapters[i].subtitle);
      atlas_archive_span (archive, &chapters[i].when);
      atlas_archive_int (archive, &chapters[i].date);
      atlas_archive_double (archive, &chapters[i].lon);
      atlas_archive_double (archive, &chapters[i].lat);
      atlas_archive_double (archive, &chapters[i].zoom);
      atlas_archive_string (archive, &chapters[i].event_kind);
      pass_steps (&chapters[i], archive);
    }
}

static void
pass_data (AtlasDatasetData *data, AtlasArchive *archive)
{
  atlas_archive_text (archive, &data->title);
  atlas_archive_text (archive, &data->description);
  atlas_archive_string (archive, &data->licence);
  atlas_archive_strings (archive, &data->languages);
  atlas_archive_span (archive, &data->range);
  atlas_archive_double (archive, &data->lon);
  atlas_archive_double (archive, &data->lat);
  atlas_archive_double (archive, &data->zoom);
  atlas_archive_int (archive, &data->day);
  pass_chapters (data, archive);
}

/* Makes a record that knows no more than its id. */
static AtlasRecord *
add_record (AtlasDataset *dataset, AtlasKind kind, const char *id)
{
  AtlasRecord *record = g_object_new (atlas_kind_get_type (kind), NULL);
  AtlasRecordData *data = atlas_record_get_data (record);

  data->pool = atlas_pool_ref (atlas_dataset_get_data (dataset)->pool);
  data->id = id;
  data->kind = kind;
  return atlas_dataset_add (dataset, record) ? record : NULL;
}

/* In the order of the kinds; segments come before the territories that hold them. */
static void
pass_records (AtlasDataset *dataset, AtlasArchive *archive)
{
  for (AtlasKind kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      guint n = atlas_dataset_get_n_records (dataset, kind);

      atlas_archive_uint (archive, &n);
      for (guint i = 0; i < n; i++)
        {
          gboolean reading = atlas_archive_is_reading (archive);
          AtlasRecord *record = reading ? NULL : atlas_dataset_get_record (dataset, kind, i);
          const char *id = reading ? NULL : atlas_record_get_id (record);

          atlas_archive_string (archive, &id);
          if (reading && id != NULL)
            record = add_record (dataset, kind, id);
          if (record == NULL)
            {
              atlas_archive_fail (archive);
              return;
            }
          atlas_record_archive (record, archive);
          archive_own[kind](record, archive);
        }
    }
}

/* The segments of a territory, by their numbers. */
static void
pass_segments (AtlasDataset *dataset, AtlasTerritory *territory, AtlasArchive *archive)
{
  guint n = 0;
  AtlasSegment *const *segments = atlas_territory_get_segments (territory, &n);

  atlas_archive_uint (archive, &n);
  for (guint i = 0; i < n && !atlas_archive_has_failed (archive); i++)
    {
      guint number = atlas_archive_is_reading (archive)
                       ? 0
                       : atlas_dataset_index_of (dataset, ATLAS_RECORD (segments[i]));

      atlas_archive_uint (archive, &number);
      if (!atlas_archive_is_reading (archive))
        continue;
      if (number < atlas_dataset_get_n_records (dataset, ATLAS_KIND_SEGMENT))
        atlas_territory_add_segment (territory,
                                     ATLAS_SEGMENT (atlas_dataset_get_record (dataset,
                                                                              ATLAS_KIND_SEGMENT,
                                                                              number)));
      else
        atlas_archive_fail (archive);
    }
}

static void
pass_dataset (AtlasDataset *dataset, AtlasArchive *archive)
{
  guint n;

  pass_data (atlas_dataset_get_data (dataset), archive);
  pass_records (dataset, archive);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY);
  for (guint i = 0; i < n; i++)
    pass_segments (dataset,
                   ATLAS_TERRITORY (atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i)),
                   archive);
}

/* The files of records and the files of tours. (transfer container) */
static GPtrArray *
list_files (AtlasReading *reading)
{
  const AtlasDatasetData *data = atlas_dataset_get_data (reading->dataset);
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = 0; reading->file_names[i] != NULL; i++)
    g_ptr_array_add (files, (gpointer) reading->file_names[i]);
  for (guint i = 0; i < data->n_chapters; i++)
    if (data->step_files[i] != NULL)
      g_ptr_array_add (files, (gpointer) data->step_files[i]);
  g_ptr_array_add (files, NULL);
  return files;
}

gboolean
atlas_dataset_archive_write (const char *folder, const char *path, GError **error)
{
  g_autoptr (AtlasReading) reading = atlas_reading_new (folder, TRUE);
  g_autoptr (AtlasArchive) archive = atlas_archive_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const char *const *files;
  const char *data;
  guint64 stamp;
  gsize size;

  if (!atlas_reading_run (reading, NULL, NULL, NULL))
    {
      const AtlasProblem *problem = atlas_reading_get_error (reading);
      g_autofree char *message =
        problem != NULL ? atlas_problem_to_string (problem) : g_strdup (folder);

      g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STRUCTURE, message);
      return FALSE;
    }
  list = list_files (reading);
  files = (const char *const *) list->pdata;
  if (!sum_files (folder, files, &stamp, error))
    return FALSE;
  atlas_archive_strings (archive, &files);
  pass_dataset (reading->dataset, archive);
  bytes = atlas_archive_finish (archive, stamp);
  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents (path, data, (gssize) size, error);
}

GBytes *
atlas_dataset_archive_describe (AtlasDataset *dataset)
{
  g_autoptr (AtlasArchive) archive = atlas_archive_new ();

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  pass_dataset (dataset, archive);
  return atlas_archive_finish (archive, 0);
}

static AtlasDataset *
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STRUCTURE, why);
  return NULL;
}

AtlasDataset *
atlas_dataset_archive_read (const char *path, const char *folder, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasArchive) archive = NULL;
  const char *const *files = NULL;
  AtlasDatasetData *data;
  guint64 stamp;

  if (bytes == NULL)
    return NULL;
  dataset = atlas_dataset_new ();
  data = atlas_dataset_get_data (dataset);
  archive = atlas_archive_open (bytes, data->pool, error);
  if (archive == NULL)
    return NULL;
  /* What the check went through is not what will be looked at; it can be had again. */
  madvise (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), MADV_DONTNEED);
  atlas_archive_strings (archive, &files);
  if (files == NULL || !sum_files (folder, files, &stamp, error))
    return NULL;
  if (stamp != atlas_archive_get_stamp (archive))
    return refuse (error, "the files that it was made from have changed");
  data->folder = atlas_pool_string (data->pool, folder);
  pass_dataset (dataset, archive);
  if (!atlas_archive_is_used_up (archive))
    return refuse (error, "it does not hold what this program reads");
  atlas_dataset_close (dataset);
  return g_steal_pointer (&dataset);
}
