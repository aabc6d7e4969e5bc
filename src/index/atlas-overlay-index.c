/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include "atlas-overlay-index.h"

struct _AtlasOverlayIndex
{
  GObject parent_instance;

  AtlasOverlay *overlay;
  AtlasTimeIndex *points;
  AtlasTimeIndex *areas;
};

G_DEFINE_FINAL_TYPE (AtlasOverlayIndex, atlas_overlay_index, G_TYPE_OBJECT)

static void
atlas_overlay_index_finalize (GObject *object)
{
  AtlasOverlayIndex *self = ATLAS_OVERLAY_INDEX (object);

  g_clear_object (&self->overlay);
  g_clear_pointer (&self->points, atlas_time_index_unref);
  g_clear_pointer (&self->areas, atlas_time_index_unref);
  G_OBJECT_CLASS (atlas_overlay_index_parent_class)->finalize (object);
}

static void
atlas_overlay_index_class_init (AtlasOverlayIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_overlay_index_finalize;
}

static void
atlas_overlay_index_init (AtlasOverlayIndex *self)
{
}

AtlasOverlayIndex *
atlas_overlay_index_new (AtlasOverlay *overlay)
{
  AtlasOverlayIndex *self;
  const AtlasOverlayPoints *points;
  const AtlasOverlayAreas *areas;

  g_return_val_if_fail (ATLAS_IS_OVERLAY (overlay), NULL);

  self = g_object_new (ATLAS_TYPE_OVERLAY_INDEX, NULL);
  self->overlay = g_object_ref (overlay);
  points = atlas_overlay_get_points (overlay);
  areas = atlas_overlay_get_areas (overlay);
  self->points = atlas_time_index_new (points->spans, points->n);
  self->areas = atlas_time_index_new (areas->spans, areas->n);
  return self;
}

AtlasOverlay *
atlas_overlay_index_get_overlay (AtlasOverlayIndex *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY_INDEX (self), NULL);

  return self->overlay;
}

AtlasTimeIndex *
atlas_overlay_index_get_points (AtlasOverlayIndex *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY_INDEX (self), NULL);

  return self->points;
}

AtlasTimeIndex *
atlas_overlay_index_get_areas (AtlasOverlayIndex *self)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY_INDEX (self), NULL);

  return self->areas;
}

/* How often a ray from @place to the east crosses the ring. */
static guint
count_crossings (const AtlasFixedPoint *ring, guint n, AtlasFixedPoint place)
{
  guint count = 0;

  for (guint i = 0, before = n - 1; i < n; before = i++)
    {
      AtlasFixedPoint a = ring[before], b = ring[i];
      double share;

      if ((a.y > place.y) == (b.y > place.y))
        continue;
      share = ((double) place.y - a.y) / ((double) b.y - a.y);
      count += place.x < a.x + share * ((double) b.x - a.x);
    }
  return count;
}

gboolean
atlas_overlay_index_area_contains (AtlasOverlayIndex *self, guint area, AtlasFixedPoint place)
{
  const AtlasOverlayAreas *areas;
  guint count = 0;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_INDEX (self), FALSE);

  areas = atlas_overlay_get_areas (self->overlay);
  g_return_val_if_fail (area < areas->n, FALSE);

  for (guint ring = areas->first_ring[area]; ring < areas->first_ring[area + 1]; ring++)
    {
      guint first = areas->first_vertex[ring];

      count +=
        count_crossings (areas->vertices + first, areas->first_vertex[ring + 1] - first, place);
    }
  return count % 2 == 1;
}
