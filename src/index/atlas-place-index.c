/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <math.h>

#include "atlas-place-index.h"

#define N_COLUMNS 360
#define N_ROWS 180

/* No degree of latitude is shorter than this, in metres; a degree of longitude is so times the
 * cosine of the latitude. */
#define METRES_PER_DEGREE 110500.0

typedef struct
{
  AtlasPlace *place;
  AtlasPoint point;
  guint order;
} Entry;

struct _AtlasPlaceIndex
{
  GObject parent_instance;

  AtlasDataset *dataset;
  GArray *entries; /* Entry, cell by cell */
  guint *starts;   /* of each cell in entries, and one more for the end */
};

G_DEFINE_FINAL_TYPE (AtlasPlaceIndex, atlas_place_index, G_TYPE_OBJECT)

static guint
column_of (double lon)
{
  return (guint) CLAMP (floor (lon) + 180.0, 0.0, N_COLUMNS - 1.0);
}

static guint
row_of (double lat)
{
  return (guint) CLAMP (floor (lat) + 90.0, 0.0, N_ROWS - 1.0);
}

static guint
cell_of (AtlasPoint point)
{
  return row_of (point.lat) * N_COLUMNS + column_of (point.lon);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;
  guint cell_a = cell_of (first->point);
  guint cell_b = cell_of (second->point);

  if (cell_a != cell_b)
    return cell_a < cell_b ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

static int
compare_importance (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;
  guint rank_a = atlas_place_get_rank (first->place);
  guint rank_b = atlas_place_get_rank (second->place);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

static void
atlas_place_index_finalize (GObject *object)
{
  AtlasPlaceIndex *self = ATLAS_PLACE_INDEX (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->starts, g_free);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (atlas_place_index_parent_class)->finalize (object);
}

static void
atlas_place_index_class_init (AtlasPlaceIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_place_index_finalize;
}

static void
atlas_place_index_init (AtlasPlaceIndex *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

AtlasPlaceIndex *
atlas_place_index_new (AtlasDataset *dataset)
{
  AtlasPlaceIndex *self;
  guint n, next = 0;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_PLACE_INDEX, NULL);
  self->dataset = g_object_ref (dataset);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE);
  for (guint i = 0; i < n; i++)
    {
      Entry entry = { ATLAS_PLACE (atlas_dataset_get_record (dataset, ATLAS_KIND_PLACE, i)),
                      { 0.0, 0.0 },
                      i };

      if (atlas_place_get_location (entry.place, &entry.point.lon, &entry.point.lat))
        g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_cells);

  self->starts = g_new (guint, N_COLUMNS * N_ROWS + 1);
  for (guint cell = 0; cell <= N_COLUMNS * N_ROWS; cell++)
    {
      while (next < self->entries->len &&
             cell_of (g_array_index (self->entries, Entry, next).point) < cell)
        next++;
      self->starts[cell] = next;
    }
  return self;
}

/* The entries of one row of the grid that lie in the columns of @box are neighbours. */
static void
find_slice (AtlasPlaceIndex *self, guint row, AtlasBox box, guint *first, guint *last)
{
  *first = self->starts[row * N_COLUMNS + column_of (box.west)];
  *last = self->starts[row * N_COLUMNS + column_of (box.east) + 1];
}

/* A box that holds the circle about @point. Near a pole every longitude is near. */
static AtlasBox
box_about (AtlasPoint point, double radius)
{
  double lat = radius / METRES_PER_DEGREE;
  double nearest_pole = MAX (fabs (point.lat - lat), fabs (point.lat + lat));
  double lon = nearest_pole >= 89.0 ? 360.0 : lat / cos (nearest_pole * G_PI / 180.0);

  return (AtlasBox){ point.lon - lon, point.lat - lat, point.lon + lon, point.lat + lat };
}

AtlasPlace *
atlas_place_index_nearest (AtlasPlaceIndex *self, AtlasPoint point, double radius, double *distance)
{
  AtlasPlace *found = NULL;
  double best = radius;
  AtlasBox box;

  g_return_val_if_fail (ATLAS_IS_PLACE_INDEX (self), NULL);
  g_return_val_if_fail (radius >= 0.0, NULL);

  box = box_about (point, radius);
  for (guint row = row_of (box.south); row <= row_of (box.north); row++)
    {
      guint first, last;

      find_slice (self, row, box, &first, &last);
      for (guint i = first; i < last; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);
          double metres = atlas_geo_distance (point, entry->point);

          if (metres > best || (found && metres >= best))
            continue;
          best = metres;
          found = entry->place;
        }
    }
  if (found && distance)
    *distance = best;
  return found;
}

GPtrArray *
atlas_place_index_in_box (AtlasPlaceIndex *self, AtlasBox box)
{
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *found;

  g_return_val_if_fail (ATLAS_IS_PLACE_INDEX (self), NULL);

  entries = g_ptr_array_new ();
  for (guint row = row_of (box.south); box.west <= box.east && row <= row_of (box.north); row++)
    {
      guint first, last;

      find_slice (self, row, box, &first, &last);
      for (guint i = first; i < last; i++)
        {
          Entry *entry = &g_array_index (self->entries, Entry, i);

          if (atlas_box_contains (box, entry->point))
            g_ptr_array_add (entries, entry);
        }
    }
  g_ptr_array_sort (entries, compare_importance);

  found = g_ptr_array_sized_new (entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (found, ((Entry *) entries->pdata[i])->place);
  return found;
}
