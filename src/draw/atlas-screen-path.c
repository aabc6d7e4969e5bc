/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-screen-path.h"

AtlasScreen
atlas_screen_of (const AtlasViewport *viewport)
{
  double size = atlas_mercator_world_size (viewport->zoom);

  return (AtlasScreen){ size,
                        viewport->width / 2.0 - atlas_mercator_x (viewport->lon) * size,
                        viewport->height / 2.0 - atlas_mercator_y (viewport->lat) * size,
                        viewport->width,
                        viewport->height };
}

static gboolean
is_inside (AtlasWorldPoint point, int side, const double limits[4])
{
  switch (side)
    {
    case 0:
      return point.x >= limits[0];
    case 1:
      return point.y >= limits[1];
    case 2:
      return point.x <= limits[2];
    default:
      return point.y <= limits[3];
    }
}

static AtlasWorldPoint
cut_edge (AtlasWorldPoint a, AtlasWorldPoint b, int side, const double limits[4])
{
  double share =
    side % 2 == 0 ? (limits[side] - a.x) / (b.x - a.x) : (limits[side] - a.y) / (b.y - a.y);

  return (AtlasWorldPoint){ a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

/* Sutherland and Hodgman, Reentrant polygon clipping, Communications of the ACM 17 (1974). */
static GArray *
cut_ring (GArray *points, const double limits[4])
{
  for (int side = 0; side < 4; side++)
    {
      GArray *cut = g_array_sized_new (FALSE, FALSE, sizeof (AtlasWorldPoint), points->len + 8);

      for (guint i = 0; i < points->len; i++)
        {
          AtlasWorldPoint a = g_array_index (points, AtlasWorldPoint, i);
          AtlasWorldPoint b = g_array_index (points, AtlasWorldPoint, (i + 1) % points->len);
          gboolean a_inside = is_inside (a, side, limits);

          if (a_inside)
            g_array_append_val (cut, a);
          if (a_inside != is_inside (b, side, limits))
            {
              AtlasWorldPoint crossing = cut_edge (a, b, side, limits);

              g_array_append_val (cut, crossing);
            }
        }
      g_array_unref (points);
      points = cut;
    }
  return points;
}

void
atlas_screen_add_ring (const AtlasScreen *self, cairo_t *cr, const GArray *points, double margin)
{
  const double limits[4] = { -margin, -margin, self->width + margin, self->height + margin };
  GArray *ring = g_array_sized_new (FALSE, FALSE, sizeof (AtlasWorldPoint), points->len);

  for (guint i = 0; i < points->len; i++)
    {
      AtlasWorldPoint point =
        atlas_screen_project (self, g_array_index (points, AtlasWorldPoint, i));

      g_array_append_val (ring, point);
    }
  ring = cut_ring (ring, limits);
  for (guint i = 0; i < ring->len; i++)
    {
      AtlasWorldPoint point = g_array_index (ring, AtlasWorldPoint, i);

      if (i == 0)
        cairo_move_to (cr, point.x, point.y);
      else
        cairo_line_to (cr, point.x, point.y);
    }
  if (ring->len > 0)
    cairo_close_path (cr);
  g_array_unref (ring);
}

static gboolean
is_near (const AtlasScreen *self, AtlasWorldPoint a, AtlasWorldPoint b, double margin)
{
  return MAX (a.x, b.x) >= -margin && MIN (a.x, b.x) <= self->width + margin &&
         MAX (a.y, b.y) >= -margin && MIN (a.y, b.y) <= self->height + margin;
}

void
atlas_screen_add_line (const AtlasScreen *self,
                       cairo_t *cr,
                       const AtlasWorldLine *line,
                       double margin,
                       AtlasScreenRun run,
                       gpointer user_data)
{
  gboolean drawing = FALSE;
  double length = 0;
  double start = 0;
  AtlasWorldPoint last;

  if (line->n < 2)
    return;
  last = atlas_screen_project (self, line->points[0]);
  for (guint i = 1; i < line->n; i++)
    {
      AtlasWorldPoint point = atlas_screen_project (self, line->points[i]);

      if (is_near (self, last, point, margin))
        {
          if (!drawing)
            {
              cairo_move_to (cr, last.x, last.y);
              start = length;
            }
          cairo_line_to (cr, point.x, point.y);
          drawing = TRUE;
        }
      else if (drawing)
        {
          if (run != NULL)
            run (cr, start, user_data);
          drawing = FALSE;
        }
      length += hypot (point.x - last.x, point.y - last.y);
      last = point;
    }
  if (drawing && run != NULL)
    run (cr, start, user_data);
}
