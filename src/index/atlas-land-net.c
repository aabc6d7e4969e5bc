/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-land-net.h"

struct _AtlasLandNet
{
  GPtrArray *territories; /* largest first */
  GPtrArray *faces;       /* (element-type AtlasMultiPolygon) */
  AtlasPoint *inner;      /* a point inside each face */
  double *areas;
  GArray *arcs; /* (element-type AtlasLandArc) */
  GArray *days; /* (element-type AtlasDay): ascending, the first days of stages 1, 2, ... */
  AtlasTerritory **holders; /* a row for each stage, in it one for each face */
};

/* An edge of the net without its direction: the same from both sides. */
typedef struct
{
  AtlasPoint a, b;
} Edge;

typedef struct
{
  Edge edge;
  AtlasSegment *segment;
  int left, right;
} EdgeUse;

static int
compare_points (AtlasPoint a, AtlasPoint b)
{
  if (a.lon < b.lon || a.lon > b.lon)
    return a.lon < b.lon ? -1 : 1;
  if (a.lat < b.lat || a.lat > b.lat)
    return a.lat < b.lat ? -1 : 1;
  return 0;
}

static Edge
make_edge (AtlasPoint a, AtlasPoint b)
{
  return compare_points (a, b) <= 0 ? (Edge){ a, b } : (Edge){ b, a };
}

static guint
hash_edge (gconstpointer data)
{
  const Edge *edge = data;
  /* Zero has two signs and one value. */
  double numbers[] = { edge->a.lon + 0.0, edge->a.lat + 0.0, edge->b.lon + 0.0, edge->b.lat + 0.0 };
  guint hash = 2166136261u;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    hash = hash * 16777619u ^ g_double_hash (&numbers[i]);
  return hash;
}

static gboolean
equal_edges (gconstpointer a, gconstpointer b)
{
  const Edge *first = a;
  const Edge *second = b;

  return compare_points (first->a, second->a) == 0 && compare_points (first->b, second->b) == 0;
}

/* (transfer container) (element-type AtlasSegment): each once, in the order of the territories. */
static GPtrArray *
list_segments (GPtrArray *territories)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *segments = g_ptr_array_new ();

  for (guint i = 0; i < territories->len; i++)
    {
      guint n;
      AtlasSegment *const *of = atlas_territory_get_segments (territories->pdata[i], &n);

      for (guint j = 0; j < n; j++)
        if (g_hash_table_add (seen, of[j]))
          g_ptr_array_add (segments, of[j]);
    }
  return segments;
}

/* (transfer full): the edges of all segments. One edge of two segments belongs to the first. */
static GHashTable *
list_edges (GPtrArray *segments)
{
  GHashTable *edges = g_hash_table_new_full (hash_edge, equal_edges, NULL, g_free);

  for (guint i = 0; i < segments->len; i++)
    {
      guint n;
      const AtlasPoint *line = atlas_segment_get_line (segments->pdata[i], &n);

      for (guint j = 0; j + 1 < n; j++)
        {
          EdgeUse *use = g_new (EdgeUse, 1);

          *use = (EdgeUse){ make_edge (line[j], line[j + 1]), segments->pdata[i], -1, -1 };
          if (g_hash_table_contains (edges, use))
            g_free (use);
          else
            g_hash_table_insert (edges, use, use);
        }
    }
  return edges;
}

/* How far @p is from the edge from @a to @b, in degrees, squared. */
static double
measure_offset (AtlasPoint p, AtlasPoint a, AtlasPoint b)
{
  double dx = b.lon - a.lon, dy = b.lat - a.lat;
  double length = dx * dx + dy * dy;
  double along = length > 0.0 ? ((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length : 0.0;
  double x, y;

  along = CLAMP (along, 0.0, 1.0);
  x = p.lon - a.lon - along * dx;
  y = p.lat - a.lat - along * dy;
  return x * x + y * y;
}

/* The segment that an edge lies on which a crossing of segments has made. */
static AtlasSegment *
find_segment (GPtrArray *segments, Edge edge)
{
  AtlasPoint middle = { (edge.a.lon + edge.b.lon) / 2.0, (edge.a.lat + edge.b.lat) / 2.0 };
  AtlasSegment *found = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < segments->len; i++)
    {
      guint n;
      const AtlasPoint *line = atlas_segment_get_line (segments->pdata[i], &n);

      for (guint j = 0; j + 1 < n; j++)
        {
          double offset = measure_offset (middle, line[j], line[j + 1]);

          if (offset < best)
            {
              best = offset;
              found = segments->pdata[i];
            }
        }
    }
  return found;
}

static void
walk_ring (GHashTable *edges, GPtrArray *segments, const AtlasRing *ring, int face)
{
  for (guint i = 0; i < ring->n_points; i++)
    {
      Edge edge = make_edge (ring->points[i], ring->points[(i + 1) % ring->n_points]);
      EdgeUse *use = g_hash_table_lookup (edges, &edge);

      if (use == NULL)
        {
          use = g_new (EdgeUse, 1);
          *use = (EdgeUse){ edge, find_segment (segments, edge), -1, -1 };
          g_hash_table_insert (edges, use, use);
        }
      if (use->left < 0)
        use->left = face;
      else
        use->right = face;
    }
}

static int
compare_arcs (gconstpointer a, gconstpointer b)
{
  const AtlasLandArc *first = a;
  const AtlasLandArc *second = b;

  if (first->left != second->left)
    return first->left < second->left ? -1 : 1;
  if (first->right != second->right)
    return first->right < second->right ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->segment)),
                    atlas_record_get_id (ATLAS_RECORD (second->segment)));
}

/* Edges of one segment between the same two faces count as one arc. */
static void
gather_arcs (AtlasLandNet *self, GHashTable *edges)
{
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (AtlasLandArc));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, edges);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const EdgeUse *use = value;
      AtlasLandArc arc = { MIN (use->left, use->right),
                           MAX (use->left, use->right),
                           use->segment,
                           atlas_geo_distance (use->edge.a, use->edge.b) };

      /* An edge that closes nothing in, or that pokes into one face, parts nothing. */
      if (arc.left != arc.right)
        g_array_append_val (loose, arc);
    }
  g_array_sort (loose, compare_arcs);
  self->arcs = g_array_new (FALSE, FALSE, sizeof (AtlasLandArc));
  for (guint i = 0; i < loose->len; i++)
    {
      AtlasLandArc *arc = &g_array_index (loose, AtlasLandArc, i);
      AtlasLandArc *last =
        self->arcs->len > 0 ? &g_array_index (self->arcs, AtlasLandArc, self->arcs->len - 1) : NULL;

      if (last != NULL && compare_arcs (last, arc) == 0)
        last->length += arc->length;
      else
        g_array_append_val (self->arcs, *arc);
    }
}

static void
cut_faces (AtlasLandNet *self)
{
  g_autoptr (GPtrArray) segments = list_segments (self->territories);
  g_autoptr (GHashTable) edges = list_edges (segments);
  g_autofree AtlasLine *lines = g_new0 (AtlasLine, segments->len + 1);

  for (guint i = 0; i < segments->len; i++)
    lines[i].points = atlas_segment_get_line (segments->pdata[i], &lines[i].n_points);
  self->faces = atlas_multi_polygon_faces (lines, segments->len);
  self->inner = g_new0 (AtlasPoint, self->faces->len + 1);
  self->areas = g_new0 (double, self->faces->len + 1);
  for (guint i = 0; i < self->faces->len; i++)
    {
      guint n;
      const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (self->faces->pdata[i], &n);

      atlas_multi_polygon_inner_point (self->faces->pdata[i], &self->inner[i]);
      self->areas[i] = atlas_multi_polygon_area (self->faces->pdata[i]);
      for (guint j = 0; j < n; j++)
        for (guint k = 0; k < polygons[j].n_rings; k++)
          walk_ring (edges, segments, &polygons[j].rings[k], (int) i);
    }
  gather_arcs (self, edges);
}

static gboolean
holds_land (AtlasTerritory *territory)
{
  return atlas_territory_get_standing (territory) != ATLAS_STANDING_CLAIM &&
         atlas_territory_get_viewpoint (territory) == NULL;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const AtlasDay *first = a;
  const AtlasDay *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
list_days (AtlasLandNet *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AtlasDay));

  for (guint i = 0; i < self->territories->len; i++)
    {
      AtlasTimeSpan span = atlas_record_get_bounds (self->territories->pdata[i]);

      if (!holds_land (self->territories->pdata[i]) || atlas_time_span_is_empty (span))
        continue;
      if (span.begin != ATLAS_DAY_OPEN_PAST)
        g_array_append_val (all, span.begin);
      if (span.end != ATLAS_DAY_OPEN_FUTURE)
        {
          span.end++;
          g_array_append_val (all, span.end);
        }
    }
  g_array_sort (all, compare_days);
  self->days = g_array_new (FALSE, FALSE, sizeof (AtlasDay));
  for (guint i = 0; i < all->len; i++)
    {
      AtlasDay day = g_array_index (all, AtlasDay, i);

      if (self->days->len == 0 || g_array_index (self->days, AtlasDay, self->days->len - 1) != day)
        g_array_append_val (self->days, day);
    }
}

static void
hold_face (AtlasLandNet *self, guint face, AtlasTerritory *territory)
{
  AtlasTimeSpan span = atlas_record_get_bounds (ATLAS_RECORD (territory));
  gboolean occupies = atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION;
  guint last = atlas_land_net_get_stage_on (self, span.end);

  if (atlas_time_span_is_empty (span))
    return;
  for (guint stage = atlas_land_net_get_stage_on (self, span.begin); stage <= last; stage++)
    {
      AtlasTerritory **holder = &self->holders[stage * self->faces->len + face];

      if (occupies || *holder == NULL ||
          atlas_territory_get_standing (*holder) != ATLAS_STANDING_OCCUPATION)
        *holder = territory;
    }
}

static void
hold_faces (AtlasLandNet *self)
{
  self->holders =
    g_new0 (AtlasTerritory *, (gsize) atlas_land_net_get_n_stages (self) * self->faces->len + 1);
  for (guint i = 0; i < self->territories->len; i++)
    if (holds_land (self->territories->pdata[i]))
      for (guint face = 0; face < self->faces->len; face++)
        if (atlas_land_net_is_in (self, face, self->territories->pdata[i]))
          hold_face (self, face, self->territories->pdata[i]);
}

AtlasLandNet *
atlas_land_net_new (GPtrArray *territories)
{
  AtlasLandNet *self;

  g_return_val_if_fail (territories != NULL, NULL);

  self = g_new0 (AtlasLandNet, 1);
  self->territories = g_ptr_array_copy (territories, NULL, NULL);
  cut_faces (self);
  list_days (self);
  hold_faces (self);
  return self;
}

void
atlas_land_net_free (AtlasLandNet *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->territories);
  g_ptr_array_unref (self->faces);
  g_array_unref (self->arcs);
  g_array_unref (self->days);
  g_free (self->inner);
  g_free (self->areas);
  g_free (self->holders);
  g_free (self);
}

guint
atlas_land_net_get_n_faces (const AtlasLandNet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->faces->len;
}

AtlasMultiPolygon *
atlas_land_net_get_face (const AtlasLandNet *self, guint face)
{
  g_return_val_if_fail (self != NULL && face < self->faces->len, NULL);

  return self->faces->pdata[face];
}

int
atlas_land_net_find_face (const AtlasLandNet *self, AtlasPoint point)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->faces->len; i++)
    if (atlas_multi_polygon_contains (self->faces->pdata[i], point))
      return (int) i;
  return -1;
}

double
atlas_land_net_get_area (const AtlasLandNet *self, guint face)
{
  g_return_val_if_fail (self != NULL && face < self->faces->len, 0.0);

  return self->areas[face];
}

gboolean
atlas_land_net_is_in (const AtlasLandNet *self, guint face, AtlasTerritory *territory)
{
  g_return_val_if_fail (self != NULL && face < self->faces->len, FALSE);
  g_return_val_if_fail (ATLAS_IS_TERRITORY (territory), FALSE);

  return atlas_multi_polygon_contains (atlas_territory_get_shape (territory), self->inner[face]);
}

const AtlasLandArc *
atlas_land_net_get_arcs (const AtlasLandNet *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->arcs->len;
  return (const AtlasLandArc *) self->arcs->data;
}

guint
atlas_land_net_get_n_stages (const AtlasLandNet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->days->len + 1;
}

guint
atlas_land_net_get_stage_on (const AtlasLandNet *self, AtlasDay day)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->days->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->days, AtlasDay, middle) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

AtlasDay
atlas_land_net_get_first_day (const AtlasLandNet *self, guint stage)
{
  g_return_val_if_fail (self != NULL && stage <= self->days->len, ATLAS_DAY_OPEN_PAST);

  return stage > 0 ? g_array_index (self->days, AtlasDay, stage - 1) : ATLAS_DAY_OPEN_PAST;
}

AtlasTerritory *
atlas_land_net_get_holder (const AtlasLandNet *self, guint stage, guint face)
{
  g_return_val_if_fail (self != NULL && stage <= self->days->len, NULL);
  g_return_val_if_fail (face < self->faces->len, NULL);

  return self->holders[(gsize) stage * self->faces->len + face];
}
