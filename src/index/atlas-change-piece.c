/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-changes-private.h"

/* m2. What is less may be the width of a pen. */
#define SMALLEST_PART 100e6

/* What an AtlasChange is inside. */
typedef struct
{
  AtlasChange change; /* first, so that one is the other */
  gatomicrefcount ref_count;
  AtlasDataset *dataset; /* whose strings and records it names */
} Piece;

AtlasChange *
atlas_change_ref (AtlasChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Piece *) self)->ref_count);
  return self;
}

void
atlas_change_unref (AtlasChange *self)
{
  Piece *piece = (Piece *) self;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&piece->ref_count))
    return;
  g_free ((char *) self->date);
  g_free ((AtlasChangeEdge *) self->edges);
  g_free ((AtlasCitation *) self->citations);
  atlas_multi_polygon_unref (self->shape);
  g_object_unref (piece->dataset);
  g_free (piece);
}

AtlasChangeGroup *
atlas_change_group_new (void)
{
  AtlasChangeGroup *self = g_new0 (AtlasChangeGroup, 1);

  self->faces = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
atlas_change_group_free (AtlasChangeGroup *self)
{
  g_array_unref (self->faces);
  g_free (self);
}

static int
find_root (const int *parents, int face)
{
  while (parents[face] != face)
    face = parents[face];
  return face;
}

/* (transfer full): for each face of the net whether it is in a part that is large enough. */
static gboolean *
choose_faces (const AtlasLandNet *net, GArray *faces)
{
  guint n_faces = atlas_land_net_get_n_faces (net), n_arcs;
  const AtlasLandArc *arcs = atlas_land_net_get_arcs (net, &n_arcs);
  g_autofree int *parents = g_new (int, n_faces + 1);
  g_autofree double *areas = g_new0 (double, n_faces + 1);
  gboolean *chosen = g_new0 (gboolean, n_faces + 1);

  for (guint i = 0; i < n_faces; i++)
    parents[i] = -1;
  for (guint i = 0; i < faces->len; i++)
    parents[g_array_index (faces, guint, i)] = (int) g_array_index (faces, guint, i);
  for (guint i = 0; i < n_arcs; i++)
    if (arcs[i].left >= 0 && parents[arcs[i].left] >= 0 && parents[arcs[i].right] >= 0)
      parents[find_root (parents, arcs[i].left)] = find_root (parents, arcs[i].right);
  for (guint i = 0; i < n_faces; i++)
    if (parents[i] >= 0)
      areas[find_root (parents, (int) i)] += atlas_land_net_get_area (net, i);
  for (guint i = 0; i < n_faces; i++)
    chosen[i] = parents[i] >= 0 && areas[find_root (parents, (int) i)] >= SMALLEST_PART;
  return chosen;
}

static gboolean
is_certain (const AtlasBoundaryPhase *phase)
{
  return phase == NULL || phase->basis == ATLAS_BASIS_COAST || phase->basis == ATLAS_BASIS_FRAME;
}

/* m2 */
static double
get_doubt (const AtlasChangeEdge *edge)
{
  return is_certain (edge->phase) ? 0.0 : edge->phase->width_km * 1000.0 * edge->length;
}

static const AtlasBoundaryPhase *
choose_phase (AtlasSegment *segment, AtlasDay first, AtlasDay second)
{
  const AtlasBoundaryPhase *a = atlas_segment_get_phase_on (segment, first);
  const AtlasBoundaryPhase *b = atlas_segment_get_phase_on (segment, second);

  if (a == NULL || b == NULL)
    return b != NULL ? b : a;
  return a->width_km < b->width_km ? a : b;
}

/* A line that parts two pieces of one comparison may stand only at the time of the change. */
static const AtlasBoundaryPhase *
find_phase (const AtlasChangeGroup *group, AtlasSegment *segment)
{
  const AtlasBoundaryPhase *phase = choose_phase (segment, group->before, group->after);

  return phase != NULL ? phase : choose_phase (segment, group->day - 1, group->day);
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const AtlasChangeEdge *first = a;
  const AtlasChangeEdge *second = b;
  double difference = get_doubt (second) - get_doubt (first);

  if (difference < 0.0 || difference > 0.0)
    return difference < 0.0 ? -1 : 1;
  difference = second->length - first->length;
  if (difference < 0.0 || difference > 0.0)
    return difference < 0.0 ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->segment)),
                    atlas_record_get_id (ATLAS_RECORD (second->segment)));
}

/* (transfer full) (element-type AtlasChangeEdge) */
static GArray *
list_edges (const AtlasChangeGroup *group, const AtlasLandNet *net, const gboolean *chosen)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (AtlasChangeEdge));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n;
  const AtlasLandArc *arcs = atlas_land_net_get_arcs (net, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean left = arcs[i].left >= 0 && chosen[arcs[i].left];
      gpointer place;

      if (left == chosen[arcs[i].right])
        continue;
      if (!g_hash_table_lookup_extended (places, arcs[i].segment, NULL, &place))
        {
          AtlasChangeEdge edge = { arcs[i].segment, find_phase (group, arcs[i].segment), 0.0 };

          place = GUINT_TO_POINTER (edges->len);
          g_hash_table_insert (places, arcs[i].segment, place);
          g_array_append_val (edges, edge);
        }
      g_array_index (edges, AtlasChangeEdge, GPOINTER_TO_UINT (place)).length += arcs[i].length;
    }
  g_array_sort (edges, compare_edges);
  return edges;
}

static void
add_citations (GArray *all, const AtlasCitation *citations, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < all->len && !known; j++)
        {
          const AtlasCitation *other = &g_array_index (all, AtlasCitation, j);

          known = g_strcmp0 (other->source, citations[i].source) == 0 &&
                  g_strcmp0 (other->section, citations[i].section) == 0 &&
                  g_strcmp0 (other->page, citations[i].page) == 0 &&
                  g_strcmp0 (other->via, citations[i].via) == 0;
        }
      if (!known)
        g_array_append_val (all, citations[i]);
    }
}

static void
add_citations_of (GArray *all, AtlasTerritory *territory)
{
  const AtlasCitation *citations;
  guint n;

  if (territory == NULL)
    return;
  citations = atlas_record_get_citations (ATLAS_RECORD (territory), &n);
  add_citations (all, citations, n);
}

static void
cite (AtlasChange *change, const AtlasChangeGroup *group)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AtlasCitation));
  gsize n;

  add_citations_of (all, group->witness);
  add_citations_of (all, group->claim);
  add_citations_of (all, group->to.territory);
  add_citations_of (all, group->from.territory);
  for (guint i = 0; i < change->n_edges; i++)
    if (change->edges[i].phase != NULL)
      add_citations (all, change->edges[i].phase->citations, change->edges[i].phase->n_citations);
  change->citations = (const AtlasCitation *) g_array_steal (all, &n);
  change->n_citations = (guint) n;
}

/* The beginning of an interval, or the date that stands alone. */
static char *
copy_date (const char *edtf, AtlasDay day)
{
  const char *slash = edtf != NULL ? strchr (edtf, '/') : NULL;
  int year, month, number;

  if (edtf != NULL)
    return slash != NULL ? g_strndup (edtf, (gsize) (slash - edtf)) : g_strdup (edtf);
  atlas_day_to_gregorian (day, &year, &month, &number);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, number);
}

/* Area, range, edges and shape of the faces that are chosen. */
static void
measure (AtlasChange *change,
         const AtlasChangeGroup *group,
         const AtlasLandNet *net,
         const gboolean *chosen)
{
  g_autoptr (GArray) edges = list_edges (group, net, chosen);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  double doubt = 0.0;
  gsize n;

  for (guint i = 0; i < atlas_land_net_get_n_faces (net); i++)
    if (chosen[i])
      {
        change->area += atlas_land_net_get_area (net, i);
        g_ptr_array_add (shapes, atlas_land_net_get_face (net, i));
      }
  for (guint i = 0; i < edges->len; i++)
    doubt += get_doubt (&g_array_index (edges, AtlasChangeEdge, i));
  change->area_low = MAX (0.0, change->area - doubt);
  change->area_high = change->area + doubt;
  change->shape =
    atlas_multi_polygon_join ((AtlasMultiPolygon *const *) shapes->pdata, shapes->len);
  change->edges = (const AtlasChangeEdge *) g_array_steal (edges, &n);
  change->n_edges = (guint) n;
}

AtlasChange *
atlas_change_group_make_piece (const AtlasChangeGroup *self, AtlasHistoryIndex *index)
{
  const AtlasLandNet *net = atlas_history_index_get_land_net (index);
  g_autofree gboolean *chosen = choose_faces (net, self->faces);
  gboolean any = FALSE;
  Piece *piece;

  for (guint i = 0; i < self->faces->len; i++)
    any = any || chosen[g_array_index (self->faces, guint, i)];
  if (!any)
    return NULL;
  piece = g_new0 (Piece, 1);
  g_atomic_ref_count_init (&piece->ref_count);
  piece->dataset = g_object_ref (atlas_history_index_get_dataset (index));
  piece->change.kind = self->kind;
  piece->change.from = self->from;
  piece->change.to = self->to;
  piece->change.day = self->day;
  piece->change.date = copy_date (self->date, self->day);
  piece->change.act = self->act;
  piece->change.event = self->event;
  piece->change.claim = self->claim;
  measure (&piece->change, self, net, chosen);
  cite (&piece->change, self);
  return &piece->change;
}
