/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <json-glib/json-glib.h>

#include "atlas-basemap-private.h"

#define MANIFEST "manifest.json"
#define NAMES "names.geojson"
#define MANIFEST_VERSION 1

G_DEFINE_QUARK (atlas - basemap - error - quark, atlas_basemap_error)
G_DEFINE_BOXED_TYPE (AtlasBasemap, atlas_basemap, atlas_basemap_ref, atlas_basemap_unref)

/* What a picture of the ground has where nothing is known: a low land, and level. */
#define FLAT_TINT 64
#define FLAT_SHADE 128

/* One of the pictures; two threads decode them, since that is most of the time that loading takes.
 */
typedef struct
{
  AtlasRaster *raster;
  GBytes *bytes;
  double west, north, width, height;
  GError *error;
} RasterJob;

static GBytes *
read_file (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local = NULL;
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &local))
    {
      g_set_error_literal (error,
                           ATLAS_BASEMAP_ERROR,
                           ATLAS_BASEMAP_ERROR_UNREADABLE,
                           local->message);
      return NULL;
    }
  return g_bytes_new_take (contents, size);
}

/* Puts the path before what is wrong, and makes the error one of ours. */
static void
take_error (GError **error, const char *path, GError *inner)
{
  g_set_error (error,
               ATLAS_BASEMAP_ERROR,
               ATLAS_BASEMAP_ERROR_CORRUPT,
               "%s: %s",
               path,
               inner->message);
  g_error_free (inner);
}

/* Reads a file and compares it with the sum in the manifest. */
static GBytes *
read_checked (const char *folder, const char *name, JsonObject *sums, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (folder, name, error);
  g_autofree char *sum = NULL;
  JsonNode *node = json_object_get_member (sums, name);
  const char *expected =
    node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (bytes == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
  if (g_strcmp0 (sum, expected) != 0)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_set_error (error,
                   ATLAS_BASEMAP_ERROR,
                   ATLAS_BASEMAP_ERROR_CORRUPT,
                   "%s: its MD5 sum is %s, the manifest has %s",
                   path,
                   sum,
                   expected != NULL ? expected : "none");
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

static gpointer
decode_job (gpointer data)
{
  RasterJob *job = data;

  atlas_raster_init (job->raster,
                     job->bytes,
                     job->west,
                     job->north,
                     job->width,
                     job->height,
                     &job->error);
  return NULL;
}

/* Both at once. */
static void
decode_pair (RasterJob jobs[2])
{
  GThread *thread = g_thread_new ("basemap", decode_job, &jobs[0]);

  decode_job (&jobs[1]);
  g_thread_join (thread);
}

static gboolean
read_region (AtlasBasemap *self, const char *folder, JsonObject *sums, GError **error)
{
  static const char *const names[] = { "region-shade.jpg", "region-tint.jpg" };
  AtlasRaster *const rasters[] = { &self->region_shade, &self->region_tint };
  RasterJob jobs[2] = { 0 };
  gboolean good = TRUE;

  for (int i = 0; i < 2 && good; i++)
    {
      jobs[i].raster = rasters[i];
      jobs[i].bytes = read_checked (folder, names[i], sums, error);
      jobs[i].west = self->west;
      jobs[i].north = self->north;
      jobs[i].width = self->east - self->west;
      jobs[i].height = self->north - self->south;
      good = jobs[i].bytes != NULL;
    }
  if (good)
    decode_pair (jobs);
  for (int i = 0; i < 2; i++)
    {
      if (jobs[i].error != NULL && good)
        {
          g_autofree char *path = g_build_filename (folder, names[i], NULL);

          take_error (error, path, g_steal_pointer (&jobs[i].error));
          good = FALSE;
        }
      g_clear_error (&jobs[i].error);
      g_clear_pointer (&jobs[i].bytes, g_bytes_unref);
    }
  return good;
}

/* The atlas opens within the region; the rest of the world waits until somebody looks there. */
static gboolean
read_world (AtlasBasemap *self, const char *folder, JsonObject *sums, GError **error)
{
  static const char *const names[] = { "world-shade.jpg", "world-tint.jpg" };

  for (int i = 0; i < 2; i++)
    {
      self->world_pictures[i] = read_checked (folder, names[i], sums, error);
      if (self->world_pictures[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

void
atlas_basemap_need_world (const AtlasBasemap *self)
{
  AtlasBasemap *memory = (AtlasBasemap *) self;
  RasterJob jobs[] = {
    { &memory->world_shade, self->world_pictures[0], -180.0, 90.0, 360.0, 180.0, NULL },
    { &memory->world_tint, self->world_pictures[1], -180.0, 90.0, 360.0, 180.0, NULL },
  };

  if (!g_once_init_enter (&memory->world_once))
    return;
  decode_pair (jobs);
  for (int i = 0; i < 2; i++)
    {
      if (jobs[i].error != NULL)
        {
          g_message ("A picture of the world: %s", jobs[i].error->message);
          atlas_raster_clear (jobs[i].raster);
          atlas_raster_init_flat (jobs[i].raster,
                                  i == 0 ? FLAT_SHADE : FLAT_TINT,
                                  -180.0,
                                  90.0,
                                  360.0,
                                  180.0);
        }
      g_clear_error (&jobs[i].error);
      g_clear_pointer (&memory->world_pictures[i], g_bytes_unref);
    }
  g_once_init_leave (&memory->world_once, 1);
}

static gboolean
read_vectors (AtlasBasemap *self, const char *folder, JsonObject *sums, GError **error)
{
  static const char *const names[] = { "vectors.bin", "rivers-gshhg.bin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = read_checked (folder, names[i], sums, error);
      GError *local = NULL;

      if (bytes == NULL)
        return FALSE;
      if (!atlas_vectors_read (&self->vectors, bytes, &local))
        {
          g_autofree char *path = g_build_filename (folder, names[i], NULL);

          take_error (error, path, local);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_names (AtlasBasemap *self, const char *folder, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (folder, NAMES, error);
  GError *local = NULL;

  if (bytes == NULL)
    return FALSE;
  self->names = atlas_physical_names_read (bytes, &local);
  if (self->names == NULL)
    {
      g_autofree char *path = g_build_filename (folder, NAMES, NULL);

      take_error (error, path, local);
      return FALSE;
    }
  return TRUE;
}

static JsonObject *
get_object (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
get_degrees (JsonObject *box, const char *member, double *value)
{
  JsonNode *node = json_object_get_member (box, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  *value = json_node_get_double (node);
  return ABS (*value) <= 180.0;
}

/* Takes the region from the manifest and returns the sums. */
static JsonObject *
read_manifest (AtlasBasemap *self, JsonNode *root)
{
  JsonObject *object =
    root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *region = object != NULL ? get_object (object, "region") : NULL;

  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;

  if (region == NULL || version == NULL || !JSON_NODE_HOLDS_VALUE (version) ||
      json_node_get_int (version) != MANIFEST_VERSION)
    return NULL;
  if (!get_degrees (region, "west", &self->west) || !get_degrees (region, "south", &self->south) ||
      !get_degrees (region, "east", &self->east) || !get_degrees (region, "north", &self->north) ||
      self->east - self->west < 1.0 || self->north - self->south < 1.0)
    return NULL;
  return get_object (object, "md5");
}

static gboolean
read_folder (AtlasBasemap *self, const char *folder, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) bytes = read_file (folder, MANIFEST, error);
  GError *local = NULL;
  JsonObject *sums = NULL;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (json_parser_load_from_data (parser, data, (gssize) size, &local))
    sums = read_manifest (self, json_parser_get_root (parser));
  if (sums == NULL)
    {
      g_autofree char *path = g_build_filename (folder, MANIFEST, NULL);

      if (local == NULL)
        local = g_error_new_literal (ATLAS_BASEMAP_ERROR,
                                     ATLAS_BASEMAP_ERROR_CORRUPT,
                                     "has no version 1, region and md5 sums");
      take_error (error, path, local);
      return FALSE;
    }
  return read_region (self, folder, sums, error) && read_world (self, folder, sums, error) &&
         read_vectors (self, folder, sums, error) && read_names (self, folder, error);
}

/**
 * atlas_basemap_new:
 * @folder: where the files of the base map are
 * @error: return location for an error of ATLAS_BASEMAP_ERROR, which names the file and what is
 * wrong with it
 *
 * Reads everything at once; blocks for some tens of milliseconds, so call it from a worker.
 *
 * Returns: (transfer full) (nullable): the base map
 */
AtlasBasemap *
atlas_basemap_new (const char *folder, GError **error)
{
  g_autoptr (AtlasBasemap) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (AtlasBasemap, 1);
  g_atomic_ref_count_init (&self->ref_count);
  atlas_vectors_init (&self->vectors);
  if (!read_folder (self, folder, error))
    return NULL;
  return g_steal_pointer (&self);
}

AtlasBasemap *
atlas_basemap_ref (AtlasBasemap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
atlas_basemap_unref (AtlasBasemap *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  atlas_raster_clear (&self->region_tint);
  atlas_raster_clear (&self->region_shade);
  atlas_raster_clear (&self->world_tint);
  atlas_raster_clear (&self->world_shade);
  g_clear_pointer (&self->world_pictures[0], g_bytes_unref);
  g_clear_pointer (&self->world_pictures[1], g_bytes_unref);
  atlas_vectors_clear (&self->vectors);
  g_clear_pointer (&self->names, g_array_unref);
  g_free (self);
}

/**
 * atlas_basemap_get_names:
 * @self: the base map
 * @n_names: (out): how many
 *
 * Returns: (transfer none): the names, by rank and within a rank in the order of claim
 */
const AtlasPhysicalName *
atlas_basemap_get_names (const AtlasBasemap *self, guint *n_names)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_names != NULL, NULL);

  *n_names = self->names->len;
  return (const AtlasPhysicalName *) (gpointer) self->names->data;
}
