/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-rings.h"

#include "atlas-record-private.h"
#include "atlas-segment.h"

/* A ring is a walk over segments. Neighbours share their end points exactly, so a ring has no gaps
 * to be guessed over, and two territories along one segment have one and the same border:
 *
 *       ---- segment/a ---->
 *      |                    |        ["segment/a", "-segment/b"]
 *       ---- segment/b ---->         b is walked backward
 */

/* Rings name segments again and again, so that a short text could ask for more points than there is
 * memory. The shipped atlas has some hundred thousand. */
#define MAX_RING_POINTS ((gsize) 4000000)

/* A segment in a ring, and in which direction it is walked. */
typedef struct
{
  AtlasSegment *segment;
  gboolean backward;
} Step;

static AtlasPoint
get_end (const Step *step, gboolean last)
{
  guint n;
  const AtlasPoint *line = atlas_segment_get_line (step->segment, &n);

  return line[last != step->backward ? n - 1 : 0];
}

static gboolean
is_same_point (AtlasPoint a, AtlasPoint b)
{
  return a.lon >= b.lon && a.lon <= b.lon && a.lat >= b.lat && a.lat <= b.lat;
}

/* The step at @self; FALSE with a complaint where it names no segment, and where the segment has no
 * line (which has been complained of there). */
static gboolean
read_step (const AtlasJson *self, Step *step)
{
  const char *name =
    atlas_json_need (self, "the id of a segment") ? atlas_json_string (self) : NULL;
  guint n;

  if (name == NULL)
    return FALSE;
  step->backward = name[0] == '-';
  if (step->backward)
    name++;
  step->segment =
    g_str_has_prefix (name, "segment/") ? g_hash_table_lookup (self->context->ids, name) : NULL;
  if (step->segment == NULL)
    {
      atlas_json_complain (self,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_REFERENCE,
                           "the id of a segment that is in the atlas, “-” before it to walk "
                           "backward");
      return FALSE;
    }
  return atlas_segment_get_line (step->segment, &n) != NULL;
}

/* Whether every step begins where the one before it ends, the first being after the last. */
static gboolean
check_joints (const AtlasJson *ring, const GArray *steps)
{
  gboolean closed = TRUE;

  for (guint i = 0; i < steps->len; i++)
    {
      guint next_index = (i + 1) % steps->len;
      const Step *step = &g_array_index (steps, Step, i);
      const Step *next = &g_array_index (steps, Step, next_index);
      AtlasPoint end = get_end (step, TRUE);
      AtlasPoint start = get_end (next, FALSE);
      AtlasJson place;

      if (is_same_point (end, start))
        continue;
      closed = FALSE;
      place = atlas_json_element (ring, next_index);
      atlas_json_complain (&place,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_VALUE,
                           "a ring that closes: %s%s ends at %.10g %.10g, %s%s begins at %.10g "
                           "%.10g, %.0f m away",
                           step->backward ? "-" : "",
                           atlas_record_get_id (ATLAS_RECORD (step->segment)),
                           end.lon,
                           end.lat,
                           next->backward ? "-" : "",
                           atlas_record_get_id (ATLAS_RECORD (next->segment)),
                           start.lon,
                           start.lat,
                           atlas_geo_distance (end, start));
    }
  return closed;
}

/* The last point of each step is the first of the next, so each step gives all its points but the
 * last. */
static GArray *
join_steps (const GArray *steps, gsize n_points)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPoint), (guint) n_points);

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      guint n;
      const AtlasPoint *line = atlas_segment_get_line (step->segment, &n);

      if (!step->backward)
        g_array_append_vals (points, line, n - 1);
      else
        for (guint j = n - 1; j > 0; j--)
          g_array_append_val (points, line[j]);
    }
  return points;
}

/* How many points the steps have together; FALSE with a complaint where that is too many. */
static gboolean
count_points (const AtlasJson *ring, const GArray *steps, gsize *n_points)
{
  AtlasJsonContext *context = ring->context;

  *n_points = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      guint n;

      atlas_segment_get_line (g_array_index (steps, Step, i).segment, &n);
      *n_points += n;
    }
  if (*n_points <= MAX_RING_POINTS - context->n_ring_points)
    {
      context->n_ring_points += *n_points;
      return TRUE;
    }
  atlas_json_complain (ring,
                       ATLAS_PROBLEM_ERROR,
                       ATLAS_DATASET_ERROR_TOO_LARGE,
                       "at most %" G_GSIZE_FORMAT " points in all rings together",
                       MAX_RING_POINTS);
  return FALSE;
}

static void
note_segments (const GArray *steps, GHashTable *noted, GPtrArray *segments)
{
  for (guint i = 0; i < steps->len; i++)
    {
      AtlasSegment *segment = g_array_index (steps, Step, i).segment;

      if (g_hash_table_add (noted, segment))
        g_ptr_array_add (segments, g_object_ref (segment));
    }
}

/* Whether the ring could be joined and added. */
static gboolean
read_ring (const AtlasJson *ring,
           gboolean outer,
           AtlasMultiPolygonBuilder *builder,
           GHashTable *noted,
           GPtrArray *segments)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GArray) points = NULL;
  guint n = atlas_json_is_list (ring, TRUE) ? atlas_json_length (ring) : 0;
  gboolean whole = n > 0;
  gsize n_points;

  if (n == 0 && !atlas_json_is_absent (ring))
    atlas_json_complain (ring,
                         ATLAS_PROBLEM_ERROR,
                         ATLAS_DATASET_ERROR_VALUE,
                         "a list of segments");
  for (guint i = 0; i < n; i++)
    {
      AtlasJson element = atlas_json_element (ring, i);
      Step step;

      if (read_step (&element, &step))
        g_array_append_val (steps, step);
      else
        whole = FALSE;
    }
  if (!whole || !check_joints (ring, steps) || !count_points (ring, steps, &n_points))
    return FALSE;
  points = join_steps (steps, n_points);
  if (points->len < 3)
    {
      atlas_json_complain (ring,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_VALUE,
                           "a ring of three points or more");
      return FALSE;
    }
  atlas_multi_polygon_builder_add_ring (builder,
                                        (const AtlasPoint *) (gpointer) points->data,
                                        points->len,
                                        outer);
  note_segments (steps, noted, segments);
  return TRUE;
}

AtlasMultiPolygon *
atlas_rings_read (const AtlasJson *rings, GPtrArray *segments)
{
  AtlasMultiPolygonBuilder *builder = atlas_multi_polygon_builder_new ();
  g_autoptr (GHashTable) noted = g_hash_table_new (NULL, NULL);
  guint n = atlas_json_is_list (rings, TRUE) ? atlas_json_length (rings) : 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasJson polygon = atlas_json_element (rings, i);
      guint n_rings = atlas_json_is_list (&polygon, TRUE) ? atlas_json_length (&polygon) : 0;
      gboolean has_outer = FALSE;

      for (guint j = 0; j < n_rings; j++)
        {
          AtlasJson ring = atlas_json_element (&polygon, j);

          /* Holes of an outer ring that could not be joined have nothing to be holes of. */
          if (j == 0)
            has_outer = read_ring (&ring, TRUE, builder, noted, segments);
          else if (has_outer)
            read_ring (&ring, FALSE, builder, noted, segments);
        }
    }
  return atlas_multi_polygon_builder_end (builder);
}
