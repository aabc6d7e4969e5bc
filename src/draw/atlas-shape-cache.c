/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-polyline.h"
#include "atlas-shape-cache.h"

/* What may be lost, in pixels at the zoom that the line is made for. */
#define TOLERANCE 0.5
#define SMOOTH_TOLERANCE 2.5
#define SMOOTH_STEP 5.0
#define MAX_LINES 6000u

typedef struct
{
  AtlasSegment *segment;
  int level; /* twice the zoom */
  gboolean smooth;
} LineKey;

struct _AtlasShapeCache
{
  GMutex mutex;
  GHashTable *lines;    /* LineKey -> AtlasWorldLine */
  GHashTable *outlines; /* AtlasTerritory -> AtlasTerritoryOutline */
};

/* The first step of a segment, by which a ring's walk recognises it. */
typedef struct
{
  AtlasPoint from;
  AtlasPoint to;
} Edge;

typedef struct
{
  Edge edge;
  AtlasSegment *segment;
  gboolean backward;
} EdgeOwner;

static guint
hash_line_key (gconstpointer data)
{
  const LineKey *key = data;

  return g_direct_hash (key->segment) * 31u + (guint) key->level * 2u + (guint) key->smooth;
}

static gboolean
equal_line_key (gconstpointer a, gconstpointer b)
{
  const LineKey *first = a;
  const LineKey *second = b;

  return first->segment == second->segment && first->level == second->level &&
         first->smooth == second->smooth;
}

static guint
hash_edge (gconstpointer data)
{
  guint64 words[4];
  guint64 sum = 0;

  memcpy (words, data, sizeof words);
  for (int i = 0; i < 4; i++)
    sum = (sum ^ words[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint) (sum >> 32);
}

static gboolean
equal_edge (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Edge)) == 0;
}

static AtlasWorldLine *
create_line (guint n)
{
  AtlasWorldLine *line =
    g_atomic_rc_box_alloc (sizeof (AtlasWorldLine) + n * sizeof (AtlasWorldPoint));

  line->n = n;
  return line;
}

void
atlas_world_line_unref (AtlasWorldLine *self)
{
  g_atomic_rc_box_release (self);
}

static AtlasWorldPoint
project (AtlasPoint point)
{
  return (AtlasWorldPoint){ atlas_mercator_x (point.lon), atlas_mercator_y (point.lat) };
}

static AtlasWorldLine *
simplify (const AtlasPoint *points, guint n, double tolerance)
{
  g_autoptr (GArray) kept = atlas_polyline_simplify (points, n, tolerance);
  AtlasWorldLine *line = create_line (kept->len);

  for (guint i = 0; i < kept->len; i++)
    line->points[i] = project (points[g_array_index (kept, guint, i)]);
  return line;
}

static AtlasWorldLine *
smooth_line (const AtlasWorldLine *coarse, double step)
{
  g_autoptr (GArray) points = atlas_curve_through (coarse->points, coarse->n, step);
  AtlasWorldLine *line = create_line (points->len);

  memcpy (line->points, points->data, points->len * sizeof (AtlasWorldPoint));
  return line;
}

static AtlasWorldLine *
build_line (AtlasSegment *segment, int level, gboolean smooth)
{
  double pixel = 1 / atlas_mercator_world_size (level / 2.0);
  g_autoptr (AtlasWorldLine) coarse = NULL;
  const AtlasPoint *points;
  guint n;

  points = atlas_segment_get_line (segment, &n);
  if (!smooth)
    return simplify (points, n, TOLERANCE * pixel);
  coarse = simplify (points, n, SMOOTH_TOLERANCE * pixel);
  if (coarse->n < 3)
    return g_steal_pointer (&coarse);
  return smooth_line (coarse, SMOOTH_STEP * pixel);
}

AtlasWorldLine *
atlas_shape_cache_get_line (AtlasShapeCache *self,
                            AtlasSegment *segment,
                            double zoom,
                            gboolean smooth)
{
  LineKey key = { segment, (int) ceil (zoom * 2 - 0.01), smooth };
  AtlasWorldLine *line;

  g_return_val_if_fail (self != NULL && segment != NULL, NULL);

  g_mutex_lock (&self->mutex);
  line = g_hash_table_lookup (self->lines, &key);
  if (line != NULL)
    g_atomic_rc_box_acquire (line);
  g_mutex_unlock (&self->mutex);
  if (line != NULL)
    return line;

  line = build_line (segment, key.level, smooth);
  g_mutex_lock (&self->mutex);
  if (g_hash_table_size (self->lines) > MAX_LINES)
    g_hash_table_remove_all (self->lines);
  g_hash_table_replace (self->lines, g_memdup2 (&key, sizeof key), g_atomic_rc_box_acquire (line));
  g_mutex_unlock (&self->mutex);
  return line;
}

static void
add_owner (GHashTable *owners,
           AtlasPoint from,
           AtlasPoint to,
           AtlasSegment *segment,
           gboolean backward)
{
  EdgeOwner *owner = g_new (EdgeOwner, 1);

  *owner = (EdgeOwner){ { from, to }, segment, backward };
  g_hash_table_replace (owners, &owner->edge, owner);
}

static GHashTable *
list_first_edges (AtlasTerritory *territory)
{
  GHashTable *owners = g_hash_table_new_full (hash_edge, equal_edge, NULL, g_free);
  AtlasSegment *const *segments;
  guint n_segments;

  segments = atlas_territory_get_segments (territory, &n_segments);
  for (guint i = 0; i < n_segments; i++)
    {
      guint n;
      const AtlasPoint *points = atlas_segment_get_line (segments[i], &n);

      if (n < 2)
        continue;
      add_owner (owners, points[0], points[1], segments[i], FALSE);
      add_owner (owners, points[n - 1], points[n - 2], segments[i], TRUE);
    }
  return owners;
}

/* How many steps of the ring from @start follow the segment to its end; 0 if they leave it. */
static guint
follow_segment (const AtlasRing *ring, guint start, const EdgeOwner *owner)
{
  guint n;
  const AtlasPoint *points = atlas_segment_get_line (owner->segment, &n);

  if (start + n - 1 > ring->n_points)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      const AtlasPoint *on_ring = &ring->points[(start + i) % ring->n_points];
      const AtlasPoint *on_segment = &points[owner->backward ? n - 1 - i : i];

      if (memcmp (on_ring, on_segment, sizeof *on_ring) != 0)
        return 0;
    }
  return n - 1;
}

/* Points @start to @end of a ring, both counted in, that belong to no segment. */
static void
flush_loose_points (const AtlasRing *ring, guint start, guint end, GArray *pieces)
{
  AtlasRingPiece piece = { NULL, FALSE, NULL };

  if (end <= start)
    return;
  piece.line = create_line (end - start + 1);
  for (guint i = start; i <= end; i++)
    piece.line->points[i - start] = project (ring->points[i % ring->n_points]);
  g_array_append_val (pieces, piece);
}

static AtlasPieceRing
split_ring (const AtlasRing *ring, GHashTable *owners)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (AtlasRingPiece));
  guint loose = 0;
  guint at = 0;
  AtlasPieceRing result;

  while (at < ring->n_points)
    {
      Edge edge = { ring->points[at], ring->points[(at + 1) % ring->n_points] };
      const EdgeOwner *owner = g_hash_table_lookup (owners, &edge);
      guint steps = owner != NULL ? follow_segment (ring, at, owner) : 0;

      if (steps == 0)
        {
          at++;
          continue;
        }
      flush_loose_points (ring, loose, at, pieces);
      g_array_append_val (pieces, ((AtlasRingPiece){ owner->segment, owner->backward, NULL }));
      at += steps;
      loose = at;
    }
  flush_loose_points (ring, loose, at, pieces);
  result.n_pieces = pieces->len;
  result.pieces = (AtlasRingPiece *) g_array_free (pieces, FALSE);
  return result;
}

static AtlasTerritoryOutline *
build_outline (AtlasTerritory *territory)
{
  AtlasTerritoryOutline *outline = g_new0 (AtlasTerritoryOutline, 1);
  g_autoptr (GHashTable) owners = list_first_edges (territory);
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (AtlasPieceRing));
  AtlasMultiPolygon *shape = atlas_territory_get_shape (territory);
  const AtlasPolygon *polygons = NULL;
  guint n_polygons = 0;

  if (shape != NULL)
    polygons = atlas_multi_polygon_get_polygons (shape, &n_polygons);
  for (guint i = 0; i < n_polygons; i++)
    for (guint j = 0; j < polygons[i].n_rings; j++)
      {
        AtlasPieceRing ring = split_ring (&polygons[i].rings[j], owners);

        g_array_append_val (rings, ring);
      }
  outline->n_rings = rings->len;
  outline->rings = (AtlasPieceRing *) g_array_free (rings, FALSE);
  return outline;
}

static void
free_outline (gpointer data)
{
  AtlasTerritoryOutline *outline = data;

  for (guint i = 0; i < outline->n_rings; i++)
    {
      for (guint j = 0; j < outline->rings[i].n_pieces; j++)
        g_clear_pointer (&outline->rings[i].pieces[j].line, atlas_world_line_unref);
      g_free (outline->rings[i].pieces);
    }
  g_free (outline->rings);
  g_free (outline);
}

const AtlasTerritoryOutline *
atlas_shape_cache_get_outline (AtlasShapeCache *self, AtlasTerritory *territory)
{
  AtlasTerritoryOutline *found;

  g_return_val_if_fail (self != NULL && territory != NULL, NULL);

  g_mutex_lock (&self->mutex);
  found = g_hash_table_lookup (self->outlines, territory);
  if (found == NULL)
    {
      found = build_outline (territory);
      g_hash_table_insert (self->outlines, territory, found);
    }
  g_mutex_unlock (&self->mutex);
  return found;
}

AtlasShapeCache *
atlas_shape_cache_new (void)
{
  AtlasShapeCache *self = g_new0 (AtlasShapeCache, 1);

  g_mutex_init (&self->mutex);
  self->lines = g_hash_table_new_full (hash_line_key,
                                       equal_line_key,
                                       g_free,
                                       (GDestroyNotify) atlas_world_line_unref);
  self->outlines = g_hash_table_new_full (NULL, NULL, NULL, free_outline);
  return self;
}

void
atlas_shape_cache_free (AtlasShapeCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->outlines);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
