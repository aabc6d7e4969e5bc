/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-draw-cache.h"
#include "atlas-territory-scene.h"

#define MARGIN 48.0

static const char *
get_family (AtlasDataset *dataset, const char *polity_id)
{
  AtlasPolity *polity = atlas_dataset_lookup_polity (dataset, polity_id);

  return polity != NULL ? atlas_polity_get_family (polity) : NULL;
}

/* A point well inside. It takes some milliseconds to find, once for each shape, so it is only
 * looked for where the answer depends on it. */
static gboolean
find_inside (AtlasTerritory *territory, AtlasPoint *point)
{
  AtlasMultiPolygon *shape = atlas_territory_get_shape (territory);

  return shape != NULL && atlas_multi_polygon_label_point (shape, point);
}

/* Land that a treaty gave to another is hatched until the next change of any border; by the epoch
 * and not by the window, so that pictures of one epoch are equal. A power that lost or won some
 * land by the treaty held the rest of it before, and is not hatched. */
static gboolean
is_freshly_ceded (AtlasHistoryIndex *index, AtlasTerritory *territory, const AtlasPictureSpec *spec)
{
  AtlasEvent *event = atlas_dataset_lookup_event (atlas_history_index_get_dataset (index),
                                                  atlas_territory_get_act_event (territory));
  AtlasDay begin = atlas_record_get_bounds (ATLAS_RECORD (territory)).begin;
  AtlasTerritory *before;
  AtlasPoint inside;

  if (event == NULL || atlas_event_get_event_kind (event) != ATLAS_EVENT_TREATY ||
      atlas_history_index_territory_epoch (index, begin) !=
        atlas_history_index_territory_epoch (index, spec->date))
    return FALSE;
  before = find_inside (territory, &inside)
             ? atlas_history_index_territory_at (index, inside, begin - 1)
             : NULL;
  return before != NULL && g_strcmp0 (atlas_territory_get_polity (before),
                                      atlas_territory_get_polity (territory)) != 0;
}

static gboolean
is_tinted_below (GPtrArray *records, AtlasTerritory *territory, const char *owner)
{
  AtlasPoint inside;

  if (owner == NULL || !find_inside (territory, &inside))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      AtlasTerritory *other = records->pdata[i];

      if (other != territory && g_strcmp0 (atlas_territory_get_polity (other), owner) == 0 &&
          atlas_multi_polygon_contains (atlas_territory_get_shape (other), inside))
        return TRUE;
    }
  return FALSE;
}

static AtlasTerritoryView
describe_territory (AtlasHistoryIndex *index,
                    GPtrArray *records,
                    AtlasTerritory *territory,
                    const AtlasPictureSpec *spec)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  AtlasTerritoryView view = { .territory = territory, .tinted = TRUE };
  const char *over = atlas_territory_get_over (territory);
  const char *own = get_family (dataset, atlas_territory_get_polity (territory));
  const char *other = over != NULL ? get_family (dataset, over) : NULL;

  view.family = own;
  switch (atlas_territory_get_standing (territory))
    {
    case ATLAS_STANDING_OCCUPATION:
      view.ground = ATLAS_GROUND_OCCUPIED;
      view.family = other;
      view.other_family = own;
      view.tinted = other != NULL && !is_tinted_below (records, territory, over);
      break;
    case ATLAS_STANDING_PROTECTORATE:
      view.ground = ATLAS_GROUND_TINT;
      view.other_family = other;
      break;
    case ATLAS_STANDING_CLAIM:
      view.ground = ATLAS_GROUND_CLAIM;
      view.tinted = FALSE;
      break;
    case ATLAS_STANDING_CONTROL:
      view.ground = over != NULL ? ATLAS_GROUND_DOTTED : ATLAS_GROUND_TINT;
      if (over != NULL)
        {
          view.family = other;
          view.other_family = own;
          view.tinted = !is_tinted_below (records, territory, over);
        }
      break;
    case ATLAS_STANDING_UNADMINISTERED:
      view.ground = ATLAS_GROUND_UNKNOWN;
      break;
    case ATLAS_STANDING_SOVEREIGN:
    case ATLAS_STANDING_AUTONOMOUS:
    default:
      view.ground =
        is_freshly_ceded (index, territory, spec) ? ATLAS_GROUND_CEDED : ATLAS_GROUND_TINT;
      break;
    }
  if (g_strcmp0 (own, "unknown") == 0)
    view.ground = ATLAS_GROUND_UNKNOWN;
  return view;
}

static gboolean
is_same_rule (AtlasTerritory *a, AtlasTerritory *b)
{
  return atlas_territory_get_standing (a) == atlas_territory_get_standing (b) &&
         g_strcmp0 (atlas_territory_get_polity (a), atlas_territory_get_polity (b)) == 0 &&
         g_strcmp0 (atlas_territory_get_over (a), atlas_territory_get_over (b)) == 0;
}

static void
add_borders (AtlasTerritoryScene *self,
             AtlasDataset *dataset,
             AtlasTerritory *territory,
             GHashTable *owners,
             AtlasDay day)
{
  guint n;
  AtlasSegment *const *segments = atlas_territory_get_segments (territory, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasBorderView *view = g_hash_table_lookup (self->borders, segments[i]);
      AtlasTerritory *first = g_hash_table_lookup (owners, segments[i]);
      const AtlasBoundaryPhase *phase;

      if (view != NULL)
        {
          view->interior = first != territory && is_same_rule (first, territory);
          continue;
        }
      phase = atlas_segment_get_phase_on (segments[i], day);
      view = g_new0 (AtlasBorderView, 1);
      view->segment = segments[i];
      view->style = atlas_border_style_of (phase);
      view->width_km = phase != NULL ? phase->width_km : 0;
      if (view->style == ATLAS_BORDER_FRONT && phase->asserted_by != NULL)
        view->front_family = get_family (dataset, phase->asserted_by[0]);
      g_hash_table_insert (self->borders, segments[i], view);
      g_ptr_array_add (self->border_list, view);
      g_hash_table_insert (owners, segments[i], territory);
    }
}

static gboolean
is_box_visible (const AtlasViewport *viewport, AtlasTerritory *territory)
{
  AtlasMultiPolygon *shape = atlas_territory_get_shape (territory);
  AtlasBox bounds;

  if (shape == NULL)
    return FALSE;
  atlas_viewport_bounds (viewport,
                         MARGIN,
                         &bounds.west,
                         &bounds.south,
                         &bounds.east,
                         &bounds.north);
  return atlas_box_overlaps (bounds, atlas_multi_polygon_get_box (shape));
}

AtlasTerritoryScene *
atlas_territory_scene_new (AtlasHistoryIndex *index,
                           const AtlasPictureSpec *spec,
                           const AtlasViewport *viewport)
{
  AtlasTerritoryScene *self = g_new0 (AtlasTerritoryScene, 1);
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autoptr (GHashTable) owners = g_hash_table_new (NULL, NULL);

  self->screen = atlas_screen_of (viewport);
  self->zoom = viewport->zoom;
  self->lat = viewport->lat;
  self->shapes = atlas_draw_cache_get_shapes (atlas_draw_cache_get (index));
  self->records = atlas_history_index_territories_on (index, spec->date, spec->viewpoint);
  self->borders = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->border_list = g_ptr_array_new ();
  self->territories = g_new0 (AtlasTerritoryView, self->records->len);
  self->n_territories = self->records->len;
  for (guint i = 0; i < self->records->len; i++)
    {
      AtlasTerritory *territory = self->records->pdata[i];

      self->territories[i] = describe_territory (index, self->records, territory, spec);
      self->territories[i].visible = is_box_visible (viewport, territory);
      add_borders (self, dataset, territory, owners, spec->date);
    }
  return self;
}

void
atlas_territory_scene_free (AtlasTerritoryScene *self)
{
  if (self == NULL)
    return;
  g_free (self->territories);
  g_ptr_array_unref (self->border_list);
  g_hash_table_unref (self->borders);
  g_ptr_array_unref (self->records);
  g_free (self);
}

AtlasWorldLine *
atlas_territory_scene_get_line (AtlasTerritoryScene *self, AtlasSegment *segment)
{
  const AtlasBorderView *border = g_hash_table_lookup (self->borders, segment);

  return atlas_shape_cache_get_line (self->shapes,
                                     segment,
                                     self->zoom,
                                     border != NULL &&
                                       atlas_border_style_is_smooth (border->style));
}

AtlasWorldLine *
atlas_territory_scene_get_coarse_line (AtlasTerritoryScene *self, AtlasSegment *segment)
{
  const AtlasBorderView *border = g_hash_table_lookup (self->borders, segment);

  return atlas_shape_cache_get_line (self->shapes,
                                     segment,
                                     self->zoom - 1.5,
                                     border != NULL &&
                                       atlas_border_style_is_smooth (border->style));
}

void
atlas_territory_scene_add_shape (AtlasTerritoryScene *self, cairo_t *cr, AtlasTerritory *territory)
{
  const AtlasTerritoryOutline *outline = atlas_shape_cache_get_outline (self->shapes, territory);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasWorldPoint));

  for (guint i = 0; i < outline->n_rings; i++)
    {
      g_array_set_size (points, 0);
      for (guint j = 0; j < outline->rings[i].n_pieces; j++)
        {
          const AtlasRingPiece *piece = &outline->rings[i].pieces[j];
          AtlasWorldLine *line = piece->segment != NULL
                                   ? atlas_territory_scene_get_line (self, piece->segment)
                                   : piece->line;

          /* The last point is the first of the next piece. */
          for (guint k = 0; k + 1 < line->n; k++)
            g_array_append_val (points, line->points[piece->backward ? line->n - 1 - k : k]);
          if (piece->segment != NULL)
            atlas_world_line_unref (line);
        }
      atlas_screen_add_ring (&self->screen, cr, points, MARGIN);
    }
}
