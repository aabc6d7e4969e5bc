/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include "atlas-area-sprites.h"
#include "atlas-disc.h"
#include "atlas-overlay-painter.h"
#include "atlas-parallel.h"

/* Fewer points than these are put down before a second thread has woken up. */
#define POINTS_A_THREAD 4000
/* Bands of the picture, each of which is one part of the work. */
#define MOST_BANDS 8

struct _AtlasOverlayPainter
{
  AtlasOverlayIndex *index;
  const AtlasOverlayPoints *columns;
  double radius; /* device pixels */
  AtlasDisc **discs;
  guint n_discs;
  AtlasTimeSpan window;
  int direction; /* in which the window moved last */
  AtlasLiveSet *points;
  AtlasLiveSet *areas;
  AtlasAreaSprites *sprites;
  GArray *live; /* of LivePoint, those in @points */
};

/* A point that is shown. They are gathered once for a window of time: among a million others each
 * lies in a line of memory of its own, and to fetch that takes longer than to draw the point. */
typedef struct
{
  AtlasFixedPoint place;
  guint disc;
} LivePoint;

AtlasOverlayPainter *
atlas_overlay_painter_new (AtlasOverlayIndex *index, const AtlasOverlayStyle *style, double scale)
{
  AtlasOverlayPainter *self = g_new0 (AtlasOverlayPainter, 1);
  AtlasAreaStyle area = style->area;

  area.line_width *= scale;
  self->index = g_object_ref (index);
  self->columns = atlas_overlay_get_points (atlas_overlay_index_get_overlay (index));
  self->radius = style->radius * scale;
  self->n_discs = style->n_colors;
  self->discs = g_new (AtlasDisc *, self->n_discs);
  for (guint i = 0; i < self->n_discs; i++)
    self->discs[i] = atlas_disc_new (self->radius, &style->colors[i]);
  self->direction = 1;
  self->points = atlas_live_set_new (atlas_overlay_index_get_points (index));
  self->areas = atlas_live_set_new (atlas_overlay_index_get_areas (index));
  self->sprites = atlas_area_sprites_new (index, &area);
  self->live = g_array_new (FALSE, FALSE, sizeof (LivePoint));
  return self;
}

void
atlas_overlay_painter_free (AtlasOverlayPainter *self)
{
  for (guint i = 0; i < self->n_discs; i++)
    atlas_disc_free (self->discs[i]);
  g_free (self->discs);
  atlas_area_sprites_free (self->sprites);
  atlas_live_set_free (self->points);
  atlas_live_set_free (self->areas);
  g_array_unref (self->live);
  g_object_unref (self->index);
  g_free (self);
}

static void
gather_points (AtlasOverlayPainter *self)
{
  guint n_words, n = 0;
  const guint64 *bits = atlas_live_set_get_bits (self->points, &n_words);
  LivePoint *live;

  g_array_set_size (self->live, atlas_live_set_get_n (self->points));
  live = (LivePoint *) (gpointer) self->live->data;
  for (guint word = 0; word < n_words; word++)
    for (guint64 rest = bits[word]; rest != 0; rest &= rest - 1)
      {
        guint i = word * 64 + (guint) __builtin_ctzll (rest);

        live[n++] =
          (LivePoint){ self->columns->places[i], self->columns->groups[i] % self->n_discs };
      }
}

guint
atlas_overlay_painter_set_window (AtlasOverlayPainter *self, AtlasTimeSpan window)
{
  guint changes = 0;

  if (window.begin != self->window.begin)
    self->direction = window.begin > self->window.begin ? 1 : -1;
  self->window = window;
  if (atlas_live_set_move (self->points, window))
    {
      changes |= ATLAS_OVERLAY_POINTS_CHANGED;
      gather_points (self);
    }
  if (atlas_live_set_move (self->areas, window))
    changes |= ATLAS_OVERLAY_AREAS_CHANGED;
  return changes;
}

void
atlas_overlay_painter_put_areas (AtlasOverlayPainter *self, const AtlasPiece *piece, cairo_t *cr)
{
  atlas_area_sprites_put (self->sprites, self->areas, piece, cr);
}

typedef struct
{
  const AtlasOverlayPainter *painter;
  const AtlasCanvas *canvas;
  const cairo_rectangle_int_t *part;
  int n_bands;
} Points;

/* The points that reach into one band of the part of the picture. */
static void
put_band_cb (guint number, gpointer user_data)
{
  const Points *work = user_data;
  const AtlasOverlayPainter *self = work->painter;
  const AtlasPiece *piece = &work->canvas->piece;
  const LivePoint *live = (const LivePoint *) (gpointer) self->live->data;
  double factor = piece->world / ATLAS_FIXED_WORLD;
  int reach = atlas_disc_get_reach (self->discs[0]);
  cairo_rectangle_int_t band = *work->part;

  band.y += work->part->height * (int) number / work->n_bands;
  band.height = work->part->y + work->part->height * ((int) number + 1) / work->n_bands - band.y;
  for (guint i = 0; i < self->live->len; i++)
    {
      gint64 x = (gint64) (live[i].place.x * factor) - piece->x;
      gint64 y = (gint64) (live[i].place.y * factor) - piece->y;

      if (x + reach >= band.x && x - reach < band.x + band.width && y + reach >= band.y &&
          y - reach < band.y + band.height)
        atlas_disc_put (self->discs[live[i].disc], work->canvas, &band, (int) x, (int) y);
    }
}

void
atlas_overlay_painter_put_points (AtlasOverlayPainter *self,
                                  const AtlasCanvas *canvas,
                                  const cairo_rectangle_int_t *part)
{
  Points work = { self, canvas, part, 1 };

  if (self->live->len >= POINTS_A_THREAD && part->height >= MOST_BANDS)
    work.n_bands = MOST_BANDS;
  atlas_parallel_run ((guint) work.n_bands, put_band_cb, &work);
}

void
atlas_overlay_painter_work_ahead (AtlasOverlayPainter *self, const AtlasPiece *piece)
{
  atlas_area_sprites_work_ahead (self->sprites, piece, self->window, self->direction);
}

static AtlasOverlayHit
pick_area (AtlasOverlayPainter *self, AtlasFixedPoint place)
{
  AtlasOverlayHit hit = { 0 };

  ATLAS_LIVE_SET_FOREACH (self->areas, area)
  if (atlas_overlay_index_area_contains (self->index, area, place))
    hit = (AtlasOverlayHit){ self->index, TRUE, area };
  return hit;
}

AtlasOverlayHit
atlas_overlay_painter_pick (AtlasOverlayPainter *self,
                            const AtlasPiece *piece,
                            double x,
                            double y,
                            double slack)
{
  double factor = ATLAS_FIXED_WORLD / piece->world;
  double fixed_x = ((double) piece->x + x) * factor, fixed_y = ((double) piece->y + y) * factor;
  double reach = (self->radius + slack) * factor, nearest = reach * reach;
  AtlasOverlayHit hit = { 0 };

  ATLAS_LIVE_SET_FOREACH (self->points, point)
  {
    double dx = self->columns->places[point].x - fixed_x;
    double dy = self->columns->places[point].y - fixed_y;

    /* Of two at one place the later one lies on top. */
    if (dx * dx + dy * dy > nearest)
      continue;
    nearest = dx * dx + dy * dy;
    hit = (AtlasOverlayHit){ self->index, FALSE, point };
  }
  if (hit.index != NULL || fixed_x < 0.0 || fixed_y < 0.0 || fixed_x >= ATLAS_FIXED_WORLD ||
      fixed_y >= ATLAS_FIXED_WORLD)
    return hit;
  return pick_area (self, (AtlasFixedPoint){ (guint32) fixed_x, (guint32) fixed_y });
}
