/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <stdlib.h>

#include "atlas-mercator.h"
#include "atlas-overlay-feature.h"
#include "atlas-overlay-private.h"

struct _AtlasOverlay
{
  GObject parent_instance;

  char *path;
  char *name;
  gint64 modified;
  gint64 size;

  AtlasOverlayDraft *columns;
  AtlasOverlayPoints points;
  AtlasOverlayAreas areas;
  char **groups;
  AtlasBox box;
  AtlasTimeSpan range;
};

G_DEFINE_FINAL_TYPE (AtlasOverlay, atlas_overlay, G_TYPE_OBJECT)

static void
atlas_overlay_finalize (GObject *object)
{
  AtlasOverlay *self = ATLAS_OVERLAY (object);

  g_free (self->path);
  g_free (self->name);
  g_strfreev (self->groups);
  g_clear_pointer (&self->columns, atlas_overlay_draft_free);
  G_OBJECT_CLASS (atlas_overlay_parent_class)->finalize (object);
}

static void
atlas_overlay_class_init (AtlasOverlayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_overlay_finalize;
}

static void
atlas_overlay_init (AtlasOverlay *self)
{
}

AtlasOverlayDraft *
atlas_overlay_draft_new (void)
{
  AtlasOverlayDraft *self = g_new0 (AtlasOverlayDraft, 1);
  guint none = 0;

  self->places = g_array_new (FALSE, FALSE, sizeof (AtlasFixedPoint));
  self->spans = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (goffset));
  self->first_ring = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first_vertex = g_array_new (FALSE, FALSE, sizeof (guint));
  self->vertices = g_array_new (FALSE, FALSE, sizeof (AtlasFixedPoint));
  self->area_spans = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));
  self->area_groups = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->area_offsets = g_array_new (FALSE, FALSE, sizeof (goffset));
  g_array_append_val (self->first_ring, none);
  g_array_append_val (self->first_vertex, none);
  self->group_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->group_names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_overlay_draft_free (AtlasOverlayDraft *self)
{
  g_array_unref (self->places);
  g_array_unref (self->spans);
  g_array_unref (self->groups);
  g_array_unref (self->offsets);
  g_array_unref (self->first_ring);
  g_array_unref (self->first_vertex);
  g_array_unref (self->vertices);
  g_array_unref (self->area_spans);
  g_array_unref (self->area_groups);
  g_array_unref (self->area_offsets);
  g_hash_table_unref (self->group_numbers);
  g_ptr_array_unref (self->group_names);
  g_free (self->first_left_out);
  g_free (self);
}

guint8
atlas_overlay_draft_get_group (AtlasOverlayDraft *self, const char *name, gsize length)
{
  g_autofree char *copy = g_strndup (name, length);
  gpointer number;
  guint n = self->group_names->len;

  if (g_hash_table_lookup_extended (self->group_numbers, copy, NULL, &number))
    return (guint8) GPOINTER_TO_UINT (number);
  if (n == ATLAS_OVERLAY_MOST_GROUPS)
    return ATLAS_OVERLAY_MOST_GROUPS - 1;
  g_hash_table_insert (self->group_numbers, copy, GUINT_TO_POINTER (n));
  g_ptr_array_add (self->group_names, g_steal_pointer (&copy));
  return (guint8) n;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  char *first_end, *second_end;
  double first_value = g_ascii_strtod (first, &first_end),
         second_value = g_ascii_strtod (second, &second_end);
  gboolean first_is_number = first_end != first && *first_end == '\0',
           second_is_number = second_end != second && *second_end == '\0';

  if (first_is_number != second_is_number)
    return first_is_number ? -1 : 1;
  if (first_is_number && (first_value < second_value || first_value > second_value))
    return first_value < second_value ? -1 : 1;
  return g_strcmp0 (first, second);
}

/* The groups in an order that does not depend on which feature comes first. */
static void
sort_groups (AtlasOverlay *self)
{
  AtlasOverlayDraft *columns = self->columns;
  guint n = columns->group_names->len;
  guint8 places[ATLAS_OVERLAY_MOST_GROUPS] = { 0 };
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (columns->group_names, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_groups);
  self->groups = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gpointer number = g_hash_table_lookup (columns->group_numbers, sorted->pdata[i]);

      places[GPOINTER_TO_UINT (number)] = (guint8) i;
      self->groups[i] = g_strdup (sorted->pdata[i]);
    }
  for (guint i = 0; i < columns->groups->len; i++)
    g_array_index (columns->groups, guint8, i) = places[g_array_index (columns->groups, guint8, i)];
  for (guint i = 0; i < columns->area_groups->len; i++)
    g_array_index (columns->area_groups, guint8, i) =
      places[g_array_index (columns->area_groups, guint8, i)];
}

static void
measure_box (AtlasOverlay *self)
{
  const AtlasFixedPoint *columns[2] = { self->points.places, self->areas.vertices };
  const guint n[2] = { self->points.n, self->columns->vertices->len };
  AtlasFixedPoint least = { G_MAXUINT32, G_MAXUINT32 }, most = { 0, 0 };

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    for (guint i = 0; i < n[c]; i++)
      {
        least.x = MIN (least.x, columns[c][i].x);
        least.y = MIN (least.y, columns[c][i].y);
        most.x = MAX (most.x, columns[c][i].x);
        most.y = MAX (most.y, columns[c][i].y);
      }
  self->box = (AtlasBox){ .west = atlas_mercator_lon (least.x / ATLAS_FIXED_WORLD),
                          .south = atlas_mercator_lat (most.y / ATLAS_FIXED_WORLD),
                          .east = atlas_mercator_lon (most.x / ATLAS_FIXED_WORLD),
                          .north = atlas_mercator_lat (least.y / ATLAS_FIXED_WORLD) };
}

/* Open ends do not count: they would make every range endless. */
static void
measure_range (AtlasOverlay *self)
{
  const AtlasTimeSpan *columns[2] = { self->points.spans, self->areas.spans };
  const guint n[2] = { self->points.n, self->areas.n };

  self->range = (AtlasTimeSpan){ ATLAS_DAY_OPEN_FUTURE, ATLAS_DAY_OPEN_PAST };
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    for (guint i = 0; i < n[c]; i++)
      {
        AtlasTimeSpan span = columns[c][i];

        if (span.begin != ATLAS_DAY_OPEN_PAST)
          self->range.begin = MIN (self->range.begin, span.begin);
        if (span.end != ATLAS_DAY_OPEN_FUTURE)
          self->range.end = MAX (self->range.end, span.end);
      }
}

static void
point_at_columns (AtlasOverlay *self)
{
  AtlasOverlayDraft *columns = self->columns;

  self->points = (AtlasOverlayPoints){
    .n = columns->spans->len,
    .places = (const AtlasFixedPoint *) (gpointer) columns->places->data,
    .spans = (const AtlasTimeSpan *) (gpointer) columns->spans->data,
    .groups = (const guint8 *) columns->groups->data,
    .offsets = (const goffset *) (gpointer) columns->offsets->data,
  };
  self->areas = (AtlasOverlayAreas){
    .n = columns->area_spans->len,
    .first_ring = (const guint *) (gpointer) columns->first_ring->data,
    .first_vertex = (const guint *) (gpointer) columns->first_vertex->data,
    .vertices = (const AtlasFixedPoint *) (gpointer) columns->vertices->data,
    .spans = (const AtlasTimeSpan *) (gpointer) columns->area_spans->data,
    .groups = (const guint8 *) columns->area_groups->data,
    .offsets = (const goffset *) (gpointer) columns->area_offsets->data,
  };
}

static char *
make_name (const char *path)
{
  char *name = g_filename_display_basename (path);
  char *ending = strrchr (name, '.');

  if (ending != NULL && ending != name)
    *ending = '\0';
  return name;
}

AtlasOverlay *
atlas_overlay_new_from_draft (const char *path, const GStatBuf *status, AtlasOverlayDraft *draft)
{
  AtlasOverlay *self = g_object_new (ATLAS_TYPE_OVERLAY, NULL);

  self->path = g_strdup (path);
  self->name = make_name (path);
  self->modified = (gint64) status->st_mtime;
  self->size = (gint64) status->st_size;
  self->columns = draft;
  sort_groups (self);
  point_at_columns (self);
  measure_box (self);
  measure_range (self);
  return self;
}

const char *
atlas_overlay_get_path (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), NULL);

  return self->path;
}

const char *
atlas_overlay_get_name (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), NULL);

  return self->name;
}

const AtlasOverlayPoints *
atlas_overlay_get_points (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), NULL);

  return &self->points;
}

const AtlasOverlayAreas *
atlas_overlay_get_areas (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), NULL);

  return &self->areas;
}

const char *const *
atlas_overlay_get_groups (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), NULL);

  return (const char *const *) self->groups;
}

AtlasBox
atlas_overlay_get_box (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), ((AtlasBox){ 0 }));

  return self->box;
}

AtlasTimeSpan
atlas_overlay_get_range (AtlasOverlay *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), ((AtlasTimeSpan){ 0 }));

  return self->range;
}

guint
atlas_overlay_get_n_left_out (AtlasOverlay *self, const char **first)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), 0);

  if (first != NULL)
    *first = self->columns->first_left_out;
  return self->columns->n_left_out;
}

JsonObject *
atlas_overlay_read_properties (AtlasOverlay *self, goffset offset, GError **error)
{
  GStatBuf status;

  g_return_val_if_fail (ATLAS_IS_OVERLAY (self), NULL);

  if (g_stat (self->path, &status) != 0 || (gint64) status.st_mtime != self->modified ||
      (gint64) status.st_size != self->size)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_UNREADABLE,
                   "%s is not as it was when it was opened: open it again",
                   self->path);
      return NULL;
    }
  return atlas_overlay_feature_read (self->path, offset, error);
}
