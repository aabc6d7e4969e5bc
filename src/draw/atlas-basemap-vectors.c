/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <string.h>

#include "atlas-basemap-private.h"

/* The layout of the files is described in data/basemap/README.md. */

#define MAGIC "ATLASVEC"
#define VERSION 1
#define HEADER_SIZE 20
/* No real file comes near; keeps a broken count from asking for all memory. */
#define MAX_VERTICES (8 * 1000 * 1000)
/* Room on each side of the world for the polar ends of shapes. */
#define MAX_UNITS (4 * (gint64) ATLAS_VECTOR_UNITS)

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Cursor;

static guint32
get_u32 (const guint8 *at)
{
  return (guint32) at[0] | (guint32) at[1] << 8 | (guint32) at[2] << 16 | (guint32) at[3] << 24;
}

static inline gboolean
read_varint (Cursor *cursor, guint64 *value)
{
  guint64 v = 0;

  for (guint shift = 0; shift < 49; shift += 7)
    {
      guint8 byte;

      if (cursor->at == cursor->end)
        return FALSE;
      byte = *cursor->at++;
      v |= (guint64) (byte & 127) << shift;
      if (byte < 128)
        {
          *value = v;
          return TRUE;
        }
    }
  return FALSE;
}

static inline gint64
unzigzag (guint64 v)
{
  return (gint64) (v >> 1) ^ -(gint64) (v & 1);
}

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_CORRUPT, what);
  return FALSE;
}

static gboolean
read_points (AtlasVectors *self, Cursor *cursor, AtlasVectorFeature *feature, GError **error)
{
  gint64 x = 0, y = 0;
  AtlasVectorPoint *points = &g_array_index (self->points, AtlasVectorPoint, feature->start);
  guint8 *details = self->details->data + feature->start;

  for (guint i = 0; i < feature->count; i++)
    {
      guint64 dx, dy;

      if (!read_varint (cursor, &dx) || !read_varint (cursor, &dy))
        return fail (error, "ends within a shape");
      x += unzigzag (dx >> 3);
      y += unzigzag (dy);
      if (ABS (x) > MAX_UNITS || ABS (y) > MAX_UNITS)
        return fail (error, "has a point outside the world");
      points[i] = (AtlasVectorPoint){ (gint32) x, (gint32) y };
      details[i] = (guint8) (dx & 7);
      feature->west = MIN (feature->west, points[i].x);
      feature->east = MAX (feature->east, points[i].x);
      feature->north = MIN (feature->north, points[i].y);
      feature->south = MAX (feature->south, points[i].y);
    }
  return TRUE;
}

static gboolean
read_feature (AtlasVectors *self, Cursor *cursor, guint *used, GError **error)
{
  AtlasVectorFeature feature = {
    .start = *used, .west = G_MAXINT32, .north = G_MAXINT32, .east = G_MININT32, .south = G_MININT32
  };
  guint64 count;

  if (cursor->end - cursor->at < 2)
    return fail (error, "ends before the last shape");
  feature.kind = cursor->at[0];
  feature.rank = cursor->at[1];
  cursor->at += 2;
  if (feature.kind >= ATLAS_N_VECTOR_KINDS || feature.rank > 5)
    return fail (error, "has a shape of an unknown kind");
  if (!read_varint (cursor, &count) || count < 2 || count > self->points->len - *used)
    return fail (error, "has a shape with a wrong number of points");
  feature.count = (guint) count;
  if (!read_points (self, cursor, &feature, error))
    return FALSE;
  *used += feature.count;
  g_array_append_val (self->features, feature);
  return TRUE;
}

void
atlas_vectors_init (AtlasVectors *self)
{
  self->features = g_array_new (FALSE, FALSE, sizeof (AtlasVectorFeature));
  self->points = g_array_new (FALSE, FALSE, sizeof (AtlasVectorPoint));
  self->details = g_byte_array_new ();
}

void
atlas_vectors_clear (AtlasVectors *self)
{
  g_clear_pointer (&self->features, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->details, g_byte_array_unref);
}

gboolean
atlas_vectors_read (AtlasVectors *self, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Cursor cursor = { data + HEADER_SIZE, data + size };
  guint n_features, n_points, used = self->points->len;

  if (size < HEADER_SIZE || memcmp (data, MAGIC, strlen (MAGIC)) != 0)
    return fail (error, "is not a file of base map shapes");
  if (get_u32 (data + 8) != VERSION)
    return fail (error, "has an unknown version");
  n_features = get_u32 (data + 12);
  n_points = get_u32 (data + 16);
  /* A point takes two bytes at least. */
  if (n_points > MAX_VERTICES || n_points > size / 2 || n_features > n_points)
    return fail (error, "counts more shapes than it can hold");

  g_array_set_size (self->points, used + n_points);
  g_byte_array_set_size (self->details, used + n_points);
  for (guint i = 0; i < n_features; i++)
    if (!read_feature (self, &cursor, &used, error))
      return FALSE;
  if (used != self->points->len || cursor.at != cursor.end)
    return fail (error, "holds something after the last shape");
  return TRUE;
}
