/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <stdlib.h>

#include "atlas-area-ahead.h"
#include "atlas-area-sprites.h"
#include "atlas-parallel.h"

/* A sprite reaches further than what is seen of its area, by this share of the picture on each
 * side, so that it serves while the map is moved about. */
#define OVERSCAN 0.25
/* Sprites that are not shown are forgotten when all together take more than this; and how much of
 * that is made ahead. */
#define MOST_BYTES (48 * 1024 * 1024)
#define AHEAD_BYTES (24 * 1024 * 1024)

struct _AtlasAreaSprites
{
  AtlasOverlayIndex *index;
  const AtlasOverlayAreas *areas;
  AtlasAreaStyle style;
  AtlasFixedBox *boxes;
  AtlasAreaSprite **sprites; /* of each area, or NULL */
  gsize bytes;
  AtlasAreaAhead *ahead; /* (nullable) */
};

AtlasAreaSprites *
atlas_area_sprites_new (AtlasOverlayIndex *index, const AtlasAreaStyle *style)
{
  AtlasAreaSprites *self = g_new0 (AtlasAreaSprites, 1);

  self->index = g_object_ref (index);
  self->areas = atlas_overlay_get_areas (atlas_overlay_index_get_overlay (index));
  self->style = *style;
  self->sprites = g_new0 (AtlasAreaSprite *, self->areas->n);
  self->boxes = g_new (AtlasFixedBox, self->areas->n);
  for (guint i = 0; i < self->areas->n; i++)
    self->boxes[i] = atlas_area_sprite_measure (self->areas, i);
  return self;
}

static void
set_sprite (AtlasAreaSprites *self, guint area, AtlasAreaSprite *sprite)
{
  if (self->sprites[area] != NULL)
    {
      self->bytes -= atlas_area_sprite_get_size (self->sprites[area]);
      atlas_area_sprite_free (self->sprites[area]);
    }
  self->sprites[area] = sprite;
  if (sprite != NULL)
    self->bytes += atlas_area_sprite_get_size (sprite);
}

static void
forget_all (AtlasAreaSprites *self)
{
  g_clear_pointer (&self->ahead, atlas_area_ahead_drop);
  for (guint i = 0; i < self->areas->n; i++)
    set_sprite (self, i, NULL);
}

void
atlas_area_sprites_free (AtlasAreaSprites *self)
{
  forget_all (self);
  g_free (self->sprites);
  g_free (self->boxes);
  g_object_unref (self->index);
  g_free (self);
}

void
atlas_area_sprites_set_line_width (AtlasAreaSprites *self, double line_width)
{
  if (self->style.line_width >= line_width && self->style.line_width <= line_width)
    return;
  self->style.line_width = line_width;
  forget_all (self);
}

/* What sprites are drawn for while @piece is shown. */
static AtlasPiece
find_region (const AtlasPiece *piece)
{
  int margin_x = (int) (piece->width * OVERSCAN), margin_y = (int) (piece->height * OVERSCAN);
  AtlasPiece region = *piece;

  region.x -= margin_x;
  region.y -= margin_y;
  region.width += 2 * margin_x;
  region.height += 2 * margin_y;
  return region;
}

static gboolean
serves (const AtlasAreaSprites *self, guint area, const AtlasPiece *piece)
{
  return self->sprites[area] != NULL && atlas_area_sprite_serves (self->sprites[area], piece);
}

/* What the thread has finished since the last time. */
static void
take_ahead (AtlasAreaSprites *self, const AtlasPiece *piece)
{
  AtlasAreaSprite *sprite;
  guint area;

  while (self->ahead != NULL && (sprite = atlas_area_ahead_take (self->ahead, &area)) != NULL)
    {
      if (atlas_area_sprite_serves (sprite, piece) && !serves (self, area, piece))
        set_sprite (self, area, sprite);
      else
        atlas_area_sprite_free (sprite);
    }
}

typedef struct
{
  AtlasAreaSprites *sprites;
  const guint *wanted;
  AtlasAreaSprite **made;
  AtlasPiece region;
} Order;

static void
make_cb (guint part, gpointer user_data)
{
  Order *order = user_data;
  AtlasAreaSprites *self = order->sprites;
  guint area = order->wanted[part];

  order->made[part] =
    atlas_area_sprite_new (self->areas, area, &self->boxes[area], &self->style, &order->region);
}

static void
forget_others (AtlasAreaSprites *self, const AtlasLiveSet *live)
{
  for (guint i = 0; i < self->areas->n; i++)
    if (!atlas_live_set_contains (live, i))
      set_sprite (self, i, NULL);
}

/* Sees to it that every area in @live has a sprite that serves @piece. */
static void
make_missing (AtlasAreaSprites *self, const AtlasLiveSet *live, const AtlasPiece *piece)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree AtlasAreaSprite **made = NULL;
  Order order = { .sprites = self, .region = find_region (piece) };

  take_ahead (self, piece);
  ATLAS_LIVE_SET_FOREACH (live, area)
  if (!serves (self, area, piece))
    g_array_append_val (wanted, area);
  if (wanted->len == 0)
    return;
  made = g_new (AtlasAreaSprite *, wanted->len);
  order.wanted = (const guint *) (gpointer) wanted->data;
  order.made = made;
  atlas_parallel_run (wanted->len, make_cb, &order);
  for (guint i = 0; i < wanted->len; i++)
    set_sprite (self, order.wanted[i], made[i]);
  if (self->bytes > MOST_BYTES)
    forget_others (self, live);
}

void
atlas_area_sprites_put (AtlasAreaSprites *self,
                        const AtlasLiveSet *live,
                        const AtlasPiece *piece,
                        cairo_t *cr)
{
  make_missing (self, live, piece);
  ATLAS_LIVE_SET_FOREACH (live, area)
  atlas_area_sprite_put (self->sprites[area], piece, cr);
}

typedef struct
{
  guint area;
  gint64 distance; /* in days from the window, against the direction counted as further */
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  return (first->distance > second->distance) - (first->distance < second->distance);
}

static gint64
measure_distance (AtlasTimeSpan span, AtlasTimeSpan window, int direction)
{
  gint64 later = (gint64) span.begin - window.end, earlier = (gint64) window.begin - span.end;
  gint64 distance = MAX (later, earlier);

  return (later > earlier) == (direction > 0) ? distance : distance + G_MAXUINT32;
}

static GArray *
find_candidates (AtlasAreaSprites *self,
                 const AtlasPiece *region,
                 AtlasTimeSpan window,
                 int direction)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->areas->n; i++)
    if (!serves (self, i, region))
      {
        Candidate candidate = { i, measure_distance (self->areas->spans[i], window, direction) };

        g_array_append_val (candidates, candidate);
      }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (order, g_array_index (candidates, Candidate, i).area);
  return order;
}

/* Whether a thread has been sent to work for @piece. */
static gboolean
is_ahead (const AtlasAreaSprites *self, const AtlasPiece *piece)
{
  const AtlasPiece *region;

  if (self->ahead == NULL)
    return FALSE;
  region = atlas_area_ahead_get_region (self->ahead);
  return atlas_piece_is_same_scale (region, piece) && piece->x >= region->x &&
         piece->y >= region->y && piece->x + piece->width <= region->x + region->width &&
         piece->y + piece->height <= region->y + region->height;
}

void
atlas_area_sprites_work_ahead (AtlasAreaSprites *self,
                               const AtlasPiece *piece,
                               AtlasTimeSpan window,
                               int direction)
{
  AtlasPiece region = find_region (piece);
  g_autoptr (GArray) order = NULL;

  if (self->areas->n == 0 || is_ahead (self, piece))
    return;
  g_clear_pointer (&self->ahead, atlas_area_ahead_drop);
  order = find_candidates (self, &region, window, direction);
  self->ahead = atlas_area_ahead_new (self->index, &self->style, &region, order, AHEAD_BYTES);
}
