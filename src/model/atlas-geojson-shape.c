/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-geojson-shape.h"
#include "atlas-mercator.h"

/* A ring of fewer vertices encloses nothing. */
#define LEAST_VERTICES 3

void
atlas_geojson_shape_init (AtlasGeojsonShape *self)
{
  memset (self, 0, sizeof *self);
  self->vertices = g_array_new (FALSE, FALSE, sizeof (AtlasFixedPoint));
  self->ring_ends = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
atlas_geojson_shape_clear (AtlasGeojsonShape *self)
{
  g_clear_pointer (&self->vertices, g_array_unref);
  g_clear_pointer (&self->ring_ends, g_array_unref);
}

void
atlas_geojson_shape_begin (AtlasGeojsonShape *self)
{
  self->type[0] = '\0';
  self->depth = 0;
  self->deepest = 0;
  self->n_numbers = 0;
  self->broken = FALSE;
  g_array_set_size (self->vertices, 0);
  g_array_set_size (self->ring_ends, 0);
}

void
atlas_geojson_shape_set_type (AtlasGeojsonShape *self, const char *type, gsize length)
{
  length = MIN (length, sizeof self->type - 1);
  memcpy (self->type, type, length);
  self->type[length] = '\0';
}

void
atlas_geojson_shape_open (AtlasGeojsonShape *self)
{
  self->depth++;
  self->n_numbers = 0;
}

/* A share of the world as a fixed number; the far edge belongs to it. */
static guint32
fix (double share)
{
  return (guint32) CLAMP (floor (share * ATLAS_FIXED_WORLD), 0.0, ATLAS_FIXED_WORLD - 1.0);
}

static void
end_position (AtlasGeojsonShape *self)
{
  AtlasFixedPoint place;

  if (self->deepest == 0)
    self->deepest = self->depth;
  if (self->n_numbers < 2 || self->deepest != self->depth || !(fabs (self->numbers[0]) <= 180.0) ||
      !(fabs (self->numbers[1]) <= 90.0))
    {
      self->broken = TRUE;
      return;
    }
  place.x = fix (atlas_mercator_x (self->numbers[0]));
  place.y = fix (atlas_mercator_y (self->numbers[1]));
  g_array_append_val (self->vertices, place);
}

void
atlas_geojson_shape_close (AtlasGeojsonShape *self)
{
  if (self->depth == 0)
    return;
  if (self->n_numbers > 0)
    end_position (self);
  else if (self->deepest > 1 && self->depth == self->deepest - 1)
    g_array_append_val (self->ring_ends, self->vertices->len);
  self->n_numbers = 0;
  self->depth--;
}

void
atlas_geojson_shape_add (AtlasGeojsonShape *self, double number)
{
  if (self->n_numbers < G_N_ELEMENTS (self->numbers))
    self->numbers[self->n_numbers] = number;
  self->n_numbers++;
}

/* GeoJSON writes the first vertex of a ring again at its end. */
static void
append_ring (const AtlasFixedPoint *vertices, guint n, AtlasOverlayDraft *draft)
{
  if (n > 1 && memcmp (&vertices[0], &vertices[n - 1], sizeof *vertices) == 0)
    n--;
  if (n < LEAST_VERTICES)
    return;
  g_array_append_vals (draft->vertices, vertices, n);
  g_array_append_val (draft->first_vertex, draft->vertices->len);
}

static void
append_rings (AtlasGeojsonShape *self, AtlasOverlayDraft *draft)
{
  guint first = 0;

  for (guint i = 0; i < self->ring_ends->len; i++)
    {
      guint end = g_array_index (self->ring_ends, guint, i);

      append_ring (&g_array_index (self->vertices, AtlasFixedPoint, first), end - first, draft);
      first = end;
    }
}

char *
atlas_geojson_shape_end (AtlasGeojsonShape *self, AtlasOverlayDraft *draft)
{
  static const struct
  {
    const char *type;
    guint deepest;
  } known[] = { { "Point", 1 }, { "MultiPoint", 2 }, { "Polygon", 3 }, { "MultiPolygon", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (strcmp (self->type, known[i].type) != 0)
        continue;
      if (self->broken || (self->deepest != known[i].deepest && self->deepest != 0))
        return g_strdup_printf ("the coordinates of the %s are not longitudes and latitudes in "
                                "degrees",
                                self->type);
      if (known[i].deepest <= 2)
        g_array_append_vals (draft->places, self->vertices->data, self->vertices->len);
      else
        append_rings (self, draft);
      return NULL;
    }
  if (self->type[0] == '\0')
    return g_strdup ("the geometry has no type");
  return g_strdup_printf ("it is a %s; points and polygons can be shown", self->type);
}
