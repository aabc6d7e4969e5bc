/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-label-placer.h"

#define CELL 48.0
#define GAP 4.0

typedef struct
{
  AtlasRect rect;
  AtlasObstacle obstacle;
} Taken;

struct _AtlasLabelPlacer
{
  AtlasRect bounds;
  int columns;
  int rows;
  GArray *taken;  /* Taken */
  GArray **cells; /* numbers of taken things by cell; NULL where there are none */
};

AtlasLabelPlacer *
atlas_label_placer_new (AtlasRect bounds)
{
  AtlasLabelPlacer *self = g_new0 (AtlasLabelPlacer, 1);

  self->bounds = bounds;
  self->columns = MAX (1, (int) ceil (bounds.width / CELL));
  self->rows = MAX (1, (int) ceil (bounds.height / CELL));
  self->taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  self->cells = g_new0 (GArray *, (gsize) self->columns * self->rows);
  return self;
}

void
atlas_label_placer_free (AtlasLabelPlacer *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->columns * self->rows; i++)
    if (self->cells[i] != NULL)
      g_array_unref (self->cells[i]);
  g_free (self->cells);
  g_array_unref (self->taken);
  g_free (self);
}

/* The cells that @rect touches; what lies outside the bounds counts to the outermost cells. */
static void
get_cells (const AtlasLabelPlacer *self,
           AtlasRect rect,
           int *left,
           int *top,
           int *right,
           int *bottom)
{
  double x = rect.x - self->bounds.x;
  double y = rect.y - self->bounds.y;

  *left = (int) CLAMP (floor (x / CELL), 0, self->columns - 1);
  *top = (int) CLAMP (floor (y / CELL), 0, self->rows - 1);
  *right = (int) CLAMP (floor ((x + rect.width) / CELL), 0, self->columns - 1);
  *bottom = (int) CLAMP (floor ((y + rect.height) / CELL), 0, self->rows - 1);
}

void
atlas_label_placer_block (AtlasLabelPlacer *self, AtlasRect rect, AtlasObstacle obstacle)
{
  Taken taken = { rect, obstacle };
  guint number;
  int left, top, right, bottom;

  g_return_if_fail (self != NULL);

  if (!atlas_rect_overlaps (rect, self->bounds))
    return;
  number = self->taken->len;
  g_array_append_val (self->taken, taken);
  get_cells (self, rect, &left, &top, &right, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        GArray **cell = &self->cells[row * self->columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, number);
      }
}

gboolean
atlas_label_placer_is_free (const AtlasLabelPlacer *self, AtlasRect rect, gboolean avoid_soft)
{
  int left, top, right, bottom;

  g_return_val_if_fail (self != NULL, FALSE);

  if (rect.x < self->bounds.x || rect.y < self->bounds.y ||
      rect.x + rect.width > self->bounds.x + self->bounds.width ||
      rect.y + rect.height > self->bounds.y + self->bounds.height)
    return FALSE;
  get_cells (self, rect, &left, &top, &right, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        const GArray *cell = self->cells[row * self->columns + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const Taken *taken =
              &g_array_index (self->taken, Taken, g_array_index (cell, guint, i));

            if ((avoid_soft || taken->obstacle == ATLAS_OBSTACLE_HARD) &&
                atlas_rect_overlaps (rect, taken->rect))
              return FALSE;
          }
      }
  return TRUE;
}

gboolean
atlas_label_placer_take (AtlasLabelPlacer *self, AtlasRect rect, gboolean avoid_soft)
{
  if (!atlas_label_placer_is_free (self, rect, avoid_soft))
    return FALSE;
  atlas_label_placer_block (self, rect, ATLAS_OBSTACLE_HARD);
  return TRUE;
}

AtlasRect
atlas_label_side_rect (AtlasLabelSide side,
                       double x,
                       double y,
                       double radius,
                       double width,
                       double height)
{
  double far = radius + GAP;
  /* At a corner the symbol's round edge is nearer than its box. */
  double near = radius * 0.71 + GAP / 2;

  switch (side)
    {
    case ATLAS_SIDE_WEST:
      return (AtlasRect){ x - far - width, y - height / 2, width, height };
    case ATLAS_SIDE_SOUTH:
      return (AtlasRect){ x - width / 2, y + far, width, height };
    case ATLAS_SIDE_NORTH:
      return (AtlasRect){ x - width / 2, y - far - height, width, height };
    case ATLAS_SIDE_SOUTH_EAST:
      return (AtlasRect){ x + near, y + near, width, height };
    case ATLAS_SIDE_NORTH_EAST:
      return (AtlasRect){ x + near, y - near - height, width, height };
    case ATLAS_SIDE_SOUTH_WEST:
      return (AtlasRect){ x - near - width, y + near, width, height };
    case ATLAS_SIDE_NORTH_WEST:
      return (AtlasRect){ x - near - width, y - near - height, width, height };
    case ATLAS_SIDE_EAST:
    case ATLAS_N_SIDES:
    default:
      return (AtlasRect){ x + far, y - height / 2, width, height };
    }
}

AtlasLabelSide
atlas_label_placer_place (AtlasLabelPlacer *self,
                          double x,
                          double y,
                          double radius,
                          double width,
                          double height,
                          AtlasLabelSide hint,
                          AtlasRect *rect)
{
  g_return_val_if_fail (self != NULL && rect != NULL, ATLAS_SIDE_NONE);

  for (int pass = 0; pass < 2; pass++)
    {
      gboolean avoid_soft = pass == 0;

      if (hint != ATLAS_SIDE_NONE)
        {
          *rect = atlas_label_side_rect (hint, x, y, radius, width, height);
          if (atlas_label_placer_take (self, *rect, avoid_soft))
            return hint;
        }
      for (int side = 0; side < ATLAS_N_SIDES; side++)
        {
          *rect = atlas_label_side_rect (side, x, y, radius, width, height);
          if (atlas_label_placer_take (self, *rect, avoid_soft))
            return side;
        }
    }
  return ATLAS_SIDE_NONE;
}
