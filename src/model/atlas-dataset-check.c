/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-dataset-check.h"

#include "atlas-check-private.h"

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
take_median (GArray *numbers)
{
  g_array_sort (numbers, compare_numbers);
  return g_array_index (numbers, double, numbers->len / 2);
}

/* A few points that are wrong move a median by nothing. */
static void
find_middle (AtlasCheck *self)
{
  g_autoptr (GArray) lons = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) lats = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_PLACE);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *place = atlas_dataset_get_record (self->dataset, ATLAS_KIND_PLACE, i);
      double lon, lat;

      if (!atlas_place_get_location (ATLAS_PLACE (place), &lon, &lat))
        continue;
      g_array_append_val (lons, lon);
      g_array_append_val (lats, lat);
    }
  self->has_middle = lons->len > 0;
  if (self->has_middle)
    self->middle = (AtlasPoint){ take_median (lons), take_median (lats) };
}

static void
check_manifest (AtlasCheck *self)
{
  AtlasReading *reading = self->reading;
  AtlasJson root =
    atlas_json_root (&reading->context,
                     reading->manifest != NULL ? atlas_json_tree_get_root (reading->manifest)
                                               : NULL);
  AtlasJson files = atlas_json_member (&root, "files");
  g_autoptr (GDir) folder = g_dir_open (reading->folder, 0, NULL);
  const char *name;

  if (reading->manifest == NULL)
    return;
  reading->context.file = reading->manifest_name;
  reading->context.id = NULL;
  atlas_check_manifest_words (self, &root);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".geojson") && !g_strv_contains (reading->file_names, name))
      atlas_check_warn (&files, NULL, "also “%s”, which lies in the folder", name);
  atlas_check_chapters (self, &root);
}

static void
check_features (AtlasCheck *self, GCancellable *cancellable)
{
  AtlasReading *reading = self->reading;

  for (guint i = 0; i < reading->features->len; i++)
    {
      const AtlasReadingFeature *entry = &g_array_index (reading->features, AtlasReadingFeature, i);
      AtlasJson place[3];
      const AtlasJson *feature = atlas_reading_enter (reading, entry, place);

      if (g_cancellable_is_cancelled (cancellable))
        return;
      atlas_check_words (self, entry->record, feature);
      atlas_check_time (self, entry->record, feature);
      atlas_check_shape (self, entry->record, feature);
    }
}

/**
 * atlas_dataset_check:
 * @path: the folder of an atlas, or its manifest
 * @cancellable: (nullable): a way to stop; what has been found until then is returned
 *
 * Returns: (transfer full) (element-type AtlasProblem): what is wrong, errors of reading first;
 * empty where all is well
 */
GPtrArray *
atlas_dataset_check (const char *path, GCancellable *cancellable)
{
  g_autoptr (AtlasReading) reading = NULL;
  AtlasCheck self = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  reading = atlas_reading_new (path, FALSE);
  self.reading = reading;
  self.dataset = reading->dataset;
  if (atlas_reading_run (reading, NULL, NULL, cancellable))
    {
      find_middle (&self);
      check_manifest (&self);
      check_features (&self, cancellable);
    }
  return g_ptr_array_ref (reading->context.problems);
}
