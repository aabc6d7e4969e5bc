/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-tile.h"

/* Which tiles a view needs, against going through all tiles of the level. */

static void
test_values (void)
{
  AtlasTile deep = { 7, 93, 46 };
  AtlasTile parent = atlas_tile_parent (deep);

  g_assert_true (atlas_tile_is_valid (deep));
  g_assert_false (atlas_tile_is_valid ((AtlasTile){ 7, 128, 0 }));
  g_assert_false (atlas_tile_is_valid ((AtlasTile){ 7, 0, -1 }));
  g_assert_false (atlas_tile_is_valid ((AtlasTile){ ATLAS_TILE_MAX_ZOOM + 1, 0, 0 }));
  g_assert_true (atlas_tile_equal (&parent, &(AtlasTile){ 6, 46, 23 }));
  g_assert_cmpint (atlas_tile_parent ((AtlasTile){ 0, 0, 0 }).zoom, ==, 0);
}

static AtlasViewport
make_view (double lon, double lat, double zoom)
{
  return (AtlasViewport){
    .lon = lon, .lat = lat, .zoom = zoom, .width = 1000, .height = 700, .scale = 1.0
  };
}

/* Kulja on a level that everybody can look up. */
static void
test_place (void)
{
  AtlasViewport view = {
    .lon = 81.32, .lat = 43.91, .zoom = 10, .width = 2, .height = 2, .scale = 1.0
  };
  AtlasTileGrid grid = atlas_tile_grid_new (&view, 0.0, 0, 19);
  AtlasTile tile = atlas_tile_grid_get (&grid, grid.west, grid.north);

  g_assert_true (atlas_tile_equal (&tile, &(AtlasTile){ 10, 743, 372 }));
}

static gboolean
is_seen (const AtlasViewport *view, int zoom, int column, int row)
{
  double n = exp2 (zoom), left, top, right, bottom;

  atlas_viewport_project (view,
                          atlas_mercator_lon (column / n),
                          atlas_mercator_lat (row / n),
                          &left,
                          &top);
  atlas_viewport_project (view,
                          atlas_mercator_lon ((column + 1) / n),
                          atlas_mercator_lat ((row + 1) / n),
                          &right,
                          &bottom);
  return left < view->width - 1e-6 && right > 1e-6 && top < view->height - 1e-6 && bottom > 1e-6;
}

static void
test_cover (void)
{
  for (guint i = 0; i < 200; i++)
    {
      AtlasViewport view = make_view (g_test_rand_double_range (-179, 179),
                                      g_test_rand_double_range (-80, 80),
                                      g_test_rand_double_range (2, 6));
      AtlasTileGrid grid = atlas_tile_grid_new (&view, 0.0, 0, 19);
      int n = 1 << grid.zoom;

      g_assert_cmpfloat (fabs (grid.zoom - view.zoom), <=, 0.5);
      for (int row = 0; row < n; row++)
        for (int column = -n; column < 2 * n; column++)
          if (is_seen (&view, grid.zoom, column, row))
            g_assert_true (column >= grid.west && column <= grid.east && row >= grid.north &&
                           row <= grid.south);
      g_assert_true (is_seen (&view, grid.zoom, grid.west, MAX (grid.north, 0)));
      g_assert_true (is_seen (&view, grid.zoom, grid.east, grid.south));
    }
}

static void
test_levels (void)
{
  AtlasViewport view = make_view (81, 44, 6.5);
  AtlasTileGrid grid = atlas_tile_grid_new (&view, 0.0, 0, 19);

  g_assert_cmpint (grid.zoom, ==, 7);
  view.scale = 2.0;
  grid = atlas_tile_grid_new (&view, 0.0, 0, 19);
  g_assert_cmpint (grid.zoom, ==, 8);
  grid = atlas_tile_grid_new (&view, 0.0, 0, 5);
  g_assert_cmpint (grid.zoom, ==, 5);
  view.scale = 1.0;
  grid = atlas_tile_grid_new (&view, 0.0, 8, 12);
  g_assert_cmpint (grid.zoom, ==, 8);
  /* A map of towns has far too many tiles for a view of Asia. */
  grid = atlas_tile_grid_new (&view, 0.0, 12, 19);
  g_assert_true (atlas_tile_grid_is_empty (&grid));
}

static void
test_antimeridian (void)
{
  AtlasViewport view = make_view (179.9, 60, 5);
  AtlasTileGrid grid = atlas_tile_grid_new (&view, 0.0, 0, 19);
  AtlasTile east = atlas_tile_grid_get (&grid, grid.east, grid.north);

  g_assert_cmpint (grid.east, >, 31);
  g_assert_cmpint (east.x, ==, grid.east - 32);
  view.lon = -179.9;
  grid = atlas_tile_grid_new (&view, 0.0, 0, 19);
  g_assert_cmpint (grid.west, <, 0);
  g_assert_true (atlas_tile_is_valid (atlas_tile_grid_get (&grid, grid.west, grid.north)));
}

static void
test_order (void)
{
  AtlasViewport view = make_view (81, 44, 7);
  AtlasTileGrid grid = atlas_tile_grid_new (&view, 300.0, 0, 19);
  g_autoptr (GArray) list = atlas_tile_grid_list (&grid);
  double last = -1.0;

  g_assert_cmpuint (list->len, ==, (grid.east - grid.west + 1) * (grid.south - grid.north + 1));
  for (guint i = 0; i < list->len; i++)
    {
      AtlasTile tile = g_array_index (list, AtlasTile, i);
      double distance =
        hypot (tile.x - (grid.west + grid.east) / 2.0, tile.y - (grid.north + grid.south) / 2.0);

      g_assert_cmpfloat (distance, >=, last);
      last = distance;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/grid/values", test_values);
  g_test_add_func ("/tiles/grid/place", test_place);
  g_test_add_func ("/tiles/grid/cover", test_cover);
  g_test_add_func ("/tiles/grid/levels", test_levels);
  g_test_add_func ("/tiles/grid/antimeridian", test_antimeridian);
  g_test_add_func ("/tiles/grid/order", test_order);
  return g_test_run ();
}
