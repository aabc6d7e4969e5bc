/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-curve.h"

static AtlasWorldPoint
mix (AtlasWorldPoint a, AtlasWorldPoint b, double ta, double tb, double t)
{
  double share = tb - ta > 0 ? (t - ta) / (tb - ta) : 0;

  return (AtlasWorldPoint){ a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

static double
step_knot (AtlasWorldPoint a, AtlasWorldPoint b)
{
  return MAX (sqrt (hypot (b.x - a.x, b.y - a.y)), 1e-9);
}

/* The centripetal Catmull-Rom curve between p[1] and p[2] (Barry and Goldman's pyramid); it makes
 * no loops and goes through every point. */
static AtlasWorldPoint
evaluate (const AtlasWorldPoint p[4], double share)
{
  double t0 = 0;
  double t1 = t0 + step_knot (p[0], p[1]);
  double t2 = t1 + step_knot (p[1], p[2]);
  double t3 = t2 + step_knot (p[2], p[3]);
  double t = t1 + (t2 - t1) * share;
  AtlasWorldPoint a1 = mix (p[0], p[1], t0, t1, t);
  AtlasWorldPoint a2 = mix (p[1], p[2], t1, t2, t);
  AtlasWorldPoint a3 = mix (p[2], p[3], t2, t3, t);
  AtlasWorldPoint b1 = mix (a1, a2, t0, t2, t);
  AtlasWorldPoint b2 = mix (a2, a3, t1, t3, t);

  return mix (b1, b2, t1, t2, t);
}

GArray *
atlas_curve_through (const AtlasWorldPoint *points, guint n, double step)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (AtlasWorldPoint));
  gboolean closed;

  g_return_val_if_fail (n > 0 && step > 0, curve);

  closed = n > 3 && hypot (points[0].x - points[n - 1].x, points[0].y - points[n - 1].y) < 1e-12;
  for (guint i = 0; i + 1 < n; i++)
    {
      const AtlasWorldPoint *at = points + i;
      AtlasWorldPoint mirrored_start = { 2 * at[0].x - at[1].x, 2 * at[0].y - at[1].y };
      AtlasWorldPoint mirrored_end = { 2 * at[1].x - at[0].x, 2 * at[1].y - at[0].y };
      AtlasWorldPoint p[4] = {
        i > 0    ? at[-1]
        : closed ? points[n - 2]
                 : mirrored_start,
        at[0],
        at[1],
        i + 2 < n ? at[2]
        : closed  ? points[1]
                  : mirrored_end,
      };
      int steps = (int) CLAMP (ceil (hypot (p[2].x - p[1].x, p[2].y - p[1].y) / step), 1, 24);

      for (int s = 0; s < steps; s++)
        {
          AtlasWorldPoint point = s == 0 ? p[1] : evaluate (p, (double) s / steps);

          g_array_append_val (curve, point);
        }
    }
  g_array_append_val (curve, points[n - 1]);
  return curve;
}

double
atlas_curve_length (const AtlasWorldPoint *points, guint n)
{
  double length = 0;

  for (guint i = 1; i < n; i++)
    length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  return length;
}

AtlasWorldPoint
atlas_curve_point_at (const AtlasWorldPoint *points,
                      guint n,
                      double length,
                      AtlasWorldPoint *direction)
{
  AtlasWorldPoint heading = { 1, 0 };
  AtlasWorldPoint found = points[0];

  g_return_val_if_fail (n > 0, ((AtlasWorldPoint){ 0, 0 }));

  for (guint i = 1; i < n; i++)
    {
      double dx = points[i].x - points[i - 1].x;
      double dy = points[i].y - points[i - 1].y;
      double step = hypot (dx, dy);
      double share;

      if (step <= 0)
        continue;
      heading = (AtlasWorldPoint){ dx / step, dy / step };
      share = MIN (length / step, 1);
      found = (AtlasWorldPoint){ points[i - 1].x + dx * share, points[i - 1].y + dy * share };
      if (length <= step)
        break;
      length -= step;
    }
  if (direction != NULL)
    *direction = heading;
  return found;
}

GArray *
atlas_curve_cut (const AtlasWorldPoint *points, guint n, double from, double to)
{
  GArray *cut = g_array_new (FALSE, FALSE, sizeof (AtlasWorldPoint));
  double length = 0;
  AtlasWorldPoint end;

  g_return_val_if_fail (n > 0, cut);

  end = atlas_curve_point_at (points, n, from, NULL);
  g_array_append_val (cut, end);
  for (guint i = 1; i < n; i++)
    {
      length += hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
      if (length > from && length < to)
        g_array_append_val (cut, points[i]);
    }
  end = atlas_curve_point_at (points, n, to, NULL);
  g_array_append_val (cut, end);
  return cut;
}
