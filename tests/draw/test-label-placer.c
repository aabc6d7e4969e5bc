/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-label-placer.h"

static const AtlasRect bounds = { 0, 0, 900, 600 };

typedef struct
{
  AtlasRect rect;
  AtlasObstacle obstacle;
} Taken;

/* What the grid answers, found by looking at everything. */
static gboolean
is_free_slowly (const GArray *taken, AtlasRect rect, gboolean avoid_soft)
{
  if (rect.x < bounds.x || rect.y < bounds.y || rect.x + rect.width > bounds.x + bounds.width ||
      rect.y + rect.height > bounds.y + bounds.height)
    return FALSE;
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *other = &g_array_index (taken, Taken, i);

      if ((avoid_soft || other->obstacle == ATLAS_OBSTACLE_HARD) &&
          atlas_rect_overlaps (other->rect, rect))
        return FALSE;
    }
  return TRUE;
}

static void
test_against_slow (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1871);

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (bounds);
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));

      for (int i = 0; i < 200; i++)
        {
          Taken next = { { g_rand_double_range (random, -60, 920),
                           g_rand_double_range (random, -60, 620),
                           g_rand_double_range (random, 0.5, 120),
                           g_rand_double_range (random, 0.5, 40) },
                         g_rand_boolean (random) ? ATLAS_OBSTACLE_HARD : ATLAS_OBSTACLE_SOFT };
          gboolean avoid_soft = g_rand_boolean (random);

          g_assert_cmpint (atlas_label_placer_is_free (placer, next.rect, avoid_soft),
                           ==,
                           is_free_slowly (taken, next.rect, avoid_soft));
          if (i % 3 == 0)
            {
              atlas_label_placer_block (placer, next.rect, next.obstacle);
              g_array_append_val (taken, next);
            }
        }
    }
}

static void
test_labels_never_touch (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1864);
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (bounds);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  guint placed = 0;

  for (int i = 0; i < 400; i++)
    {
      double x = g_rand_double_range (random, 0, 900);
      double y = g_rand_double_range (random, 0, 600);
      double width = g_rand_double_range (random, 20, 130);
      Taken label = { .obstacle = ATLAS_OBSTACLE_HARD };

      if (atlas_label_placer_place (placer, x, y, 6, width, 14, ATLAS_SIDE_NONE, &label.rect) ==
          ATLAS_SIDE_NONE)
        {
          for (int side = 0; side < ATLAS_N_SIDES; side++)
            g_assert_false (
              is_free_slowly (taken, atlas_label_side_rect (side, x, y, 6, width, 14), FALSE));
          continue;
        }
      g_assert_true (is_free_slowly (taken, label.rect, TRUE));
      g_assert_cmpfloat_with_epsilon (label.rect.width, width, 1e-9);
      g_array_append_val (taken, label);
      placed++;
    }
  g_assert_cmpuint (placed, >, 100);
}

static void
test_order_of_sides (void)
{
  static const AtlasLabelSide order[] = {
    ATLAS_SIDE_EAST, ATLAS_SIDE_WEST, ATLAS_SIDE_SOUTH, ATLAS_SIDE_NORTH
  };
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (bounds);
  AtlasRect rect;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (atlas_label_placer_place (placer,
                                               400,
                                               300,
                                               10,
                                               60,
                                               12,
                                               ATLAS_SIDE_NONE,
                                               &rect),
                     ==,
                     order[i]);
}

static void
test_gap (void)
{
  AtlasRect east = atlas_label_side_rect (ATLAS_SIDE_EAST, 100, 100, 12, 50, 20);
  AtlasRect west = atlas_label_side_rect (ATLAS_SIDE_WEST, 100, 100, 12, 50, 20);
  AtlasRect south = atlas_label_side_rect (ATLAS_SIDE_SOUTH, 100, 100, 12, 50, 20);
  AtlasRect north = atlas_label_side_rect (ATLAS_SIDE_NORTH, 100, 100, 12, 50, 20);

  g_assert_cmpfloat_with_epsilon (east.x, 116, 1e-9);
  g_assert_cmpfloat_with_epsilon (east.y, 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (west.x + west.width, 84, 1e-9);
  g_assert_cmpfloat_with_epsilon (south.y, 116, 1e-9);
  g_assert_cmpfloat_with_epsilon (north.y + north.height, 84, 1e-9);
}

static void
test_soft_only_when_needed (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (bounds);
  AtlasRect rect;

  /* A route to the east: the label goes west. */
  atlas_label_placer_block (placer, (AtlasRect){ 410, 290, 100, 20 }, ATLAS_OBSTACLE_SOFT);
  g_assert_cmpint (atlas_label_placer_place (placer, 400, 300, 6, 60, 12, ATLAS_SIDE_NONE, &rect),
                   ==,
                   ATLAS_SIDE_WEST);
  /* Walls everywhere but over a route: it crosses the route. */
  g_clear_pointer (&placer, atlas_label_placer_free);
  placer = atlas_label_placer_new (bounds);
  atlas_label_placer_block (placer, (AtlasRect){ 405, 285, 100, 30 }, ATLAS_OBSTACLE_SOFT);
  atlas_label_placer_block (placer, (AtlasRect){ 0, 0, 396, 600 }, ATLAS_OBSTACLE_HARD);
  atlas_label_placer_block (placer, (AtlasRect){ 396, 0, 400, 285 }, ATLAS_OBSTACLE_HARD);
  atlas_label_placer_block (placer, (AtlasRect){ 396, 315, 400, 285 }, ATLAS_OBSTACLE_HARD);
  g_assert_cmpint (atlas_label_placer_place (placer, 400, 300, 6, 60, 12, ATLAS_SIDE_NONE, &rect),
                   ==,
                   ATLAS_SIDE_EAST);
}

static void
test_steady (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (bounds);
  AtlasRect rect;

  g_assert_cmpint (atlas_label_placer_place (placer, 400, 300, 6, 60, 12, ATLAS_SIDE_NORTH, &rect),
                   ==,
                   ATLAS_SIDE_NORTH);
  /* The side it had is taken now. */
  g_assert_cmpint (atlas_label_placer_place (placer, 400, 300, 6, 60, 12, ATLAS_SIDE_NORTH, &rect),
                   ==,
                   ATLAS_SIDE_EAST);
}

static void
test_inside_bounds (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (bounds);
  AtlasRect rect;

  g_assert_cmpint (atlas_label_placer_place (placer, 895, 300, 6, 60, 12, ATLAS_SIDE_NONE, &rect),
                   ==,
                   ATLAS_SIDE_WEST);
  g_assert_cmpint (atlas_label_placer_place (placer, -300, 300, 6, 60, 12, ATLAS_SIDE_NONE, &rect),
                   ==,
                   ATLAS_SIDE_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placer/against-slow", test_against_slow);
  g_test_add_func ("/label-placer/labels-never-touch", test_labels_never_touch);
  g_test_add_func ("/label-placer/order-of-sides", test_order_of_sides);
  g_test_add_func ("/label-placer/gap", test_gap);
  g_test_add_func ("/label-placer/soft-only-when-needed", test_soft_only_when_needed);
  g_test_add_func ("/label-placer/steady", test_steady);
  g_test_add_func ("/label-placer/inside-bounds", test_inside_bounds);
  return g_test_run ();
}
