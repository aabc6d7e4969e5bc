/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <math.h>

#include "atlas-mbtiles-source.h"
#include "atlas-palette.h"
#include "atlas-tile-painter.h"
#include "tile-test.h"

/* A picture of four fields that lies between 80 and 82 degrees east and 43 and 45 north is made
 * into an MBTiles file by GDAL, drawn, and looked for on the pixels where it belongs. */

#define WEST 80.0
#define EAST 82.0
#define SOUTH 43.0
#define NORTH 45.0
#define SIDE 1024

/* North-west, north-east, south-west, south-east. */
static const guint32 fields[] = { 0xd02020, 0x20a020, 0x2020d0, 0xd0b020 };

typedef struct
{
  char *folder;
  char *picture;
  char *path;
  AtlasTileSource *source;
} Fixture;

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
make_picture (const char *path)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, SIDE, SIDE);

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GdkPixbuf) field =
        gdk_pixbuf_new_subpixbuf (picture, i % 2 * SIDE / 2, i / 2 * SIDE / 2, SIDE / 2, SIDE / 2);

      gdk_pixbuf_fill (field, fields[i] << 8 | 0xff);
    }
  g_assert_true (gdk_pixbuf_save (picture, path, "png", NULL, NULL));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasMbtiles) file = NULL;
  g_autoptr (AtlasTileMap) map = NULL;

  f->folder = g_dir_make_tmp ("atlas-gdal-XXXXXX", NULL);
  f->picture = g_build_filename (f->folder, "fields.png", NULL);
  f->path = g_build_filename (f->folder, "fields.mbtiles", NULL);
  make_picture (f->picture);
  run ((const char *[]){ "gdal_translate",
                         "-q",
                         "-of",
                         "MBTILES",
                         "-co",
                         "NAME=Fields",
                         "-a_srs",
                         "EPSG:4326",
                         "-a_ullr",
                         "80",
                         "45",
                         "82",
                         "43",
                         f->picture,
                         f->path,
                         NULL });
  run ((const char *[]){ "gdaladdo", "-q", "-r", "nearest", f->path, "2", "4", "8", NULL });

  file = atlas_mbtiles_open (f->path, &error);
  g_assert_no_error (error);
  map = atlas_mbtiles_describe (file);
  f->source = atlas_mbtiles_source_new (map);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (f->picture, ".aux.xml", NULL);

  tile_test_finalize (f->source);
  g_remove (f->picture);
  g_remove (f->path);
  g_remove (aside);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->picture);
  g_free (f->path);
  g_free (f->folder);
}

static AtlasTileSheet *
load (Fixture *f, const AtlasViewport *viewport)
{
  AtlasTileMap *map = atlas_tile_source_get_map (f->source);
  AtlasTileGrid grid = atlas_tile_grid_new (viewport,
                                            0.0,
                                            atlas_tile_map_get_min_zoom (map),
                                            atlas_tile_map_get_max_zoom (map));
  g_autoptr (GArray) tiles = atlas_tile_grid_list (&grid);

  atlas_tile_source_want (f->source, f, (const AtlasTile *) tiles->data, tiles->len);
  tile_test_settle (f->source);
  return atlas_tile_sheet_new (f->source, viewport, 0.0);
}

static cairo_surface_t *
paint (const AtlasTileSheet *sheet, const AtlasViewport *viewport, double opacity)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                (int) (viewport->width * viewport->scale),
                                (int) (viewport->height * viewport->scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, viewport->scale, viewport->scale);
  cr = cairo_create (surface);
  atlas_tile_painter_draw (sheet, viewport, ATLAS_MAP_STYLE_LIGHT, opacity, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The pixel at a place on the ground. */
static guint32
get_pixel (cairo_surface_t *surface, const AtlasViewport *viewport, double lon, double lat)
{
  double x, y;

  atlas_viewport_project (viewport, lon, lat, &x, &y);
  g_assert_true (x >= 0 && y >= 0 && x < viewport->width && y < viewport->height);
  return *(const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                             (int) (y * viewport->scale) *
                                               cairo_image_surface_get_stride (surface) +
                                             (int) (x * viewport->scale) * 4);
}

/* What a colour looks like under the veil. */
static guint32
get_veiled (guint32 color)
{
  AtlasColor bare = {
    (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1.0
  };
  AtlasColor veiled = atlas_color_over (atlas_palette_get (ATLAS_MAP_STYLE_LIGHT)->veil, bare);

  return (guint32) lround (veiled.r * 255) << 16 | (guint32) lround (veiled.g * 255) << 8 |
         (guint32) lround (veiled.b * 255);
}

static void
assert_near (guint32 pixel, guint32 expected)
{
  for (int shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)), <=, 6);
  g_assert_cmphex (pixel >> 24, ==, 0xff);
}

/* Degrees of some pixels, eastwards and northwards. */
static void
get_pixel_size (const AtlasViewport *viewport, double pixels, double *lon, double *lat)
{
  double west, south, east, north;

  atlas_viewport_unproject (viewport, viewport->width / 2.0, viewport->height / 2.0, &west, &north);
  atlas_viewport_unproject (viewport,
                            viewport->width / 2.0 + pixels,
                            viewport->height / 2.0 + pixels,
                            &east,
                            &south);
  *lon = east - west;
  *lat = north - south;
}

/* Each field fills its quarter up to a few pixels from its edges, and beyond there is nothing. */
static void
check_view (Fixture *f, AtlasViewport viewport)
{
  g_autoptr (AtlasTileSheet) sheet = load (f, &viewport);
  cairo_surface_t *surface = paint (sheet, &viewport, 1.0);
  double lon, lat;

  /* The finest level has pixels of about two thousandths of a degree, and each one up doubles them.
   */
  get_pixel_size (&viewport, 3.0 * MAX (1.0, exp2 (viewport.zoom - 9.0)), &lon, &lat);
  for (int i = 0; i < 4; i++)
    {
      double west = i % 2 == 0 ? WEST : (WEST + EAST) / 2.0, east = west + (EAST - WEST) / 2.0;
      double north = i / 2 == 0 ? NORTH : (NORTH + SOUTH) / 2.0;
      double south = north - (NORTH - SOUTH) / 2.0;
      guint32 expected = get_veiled (fields[i]);

      assert_near (get_pixel (surface, &viewport, west + lon, north - lat), expected);
      assert_near (get_pixel (surface, &viewport, east - lon, north - lat), expected);
      assert_near (get_pixel (surface, &viewport, west + lon, south + lat), expected);
      assert_near (get_pixel (surface, &viewport, east - lon, south + lat), expected);
    }
  g_assert_cmphex (get_pixel (surface, &viewport, WEST - lon, 44.0), ==, 0);
  g_assert_cmphex (get_pixel (surface, &viewport, EAST + lon, 44.0), ==, 0);
  g_assert_cmphex (get_pixel (surface, &viewport, 81.0, NORTH + lat), ==, 0);
  g_assert_cmphex (get_pixel (surface, &viewport, 81.0, SOUTH - lat), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_place (Fixture *f, gconstpointer data)
{
  static const double zooms[] = { 6.0, 6.4, 7.0, 7.5, 8.0, 8.7 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int scale = 1; scale <= 2; scale++)
      check_view (f,
                  (AtlasViewport){ .lon = 81.1,
                                   .lat = 44.05,
                                   .zoom = zooms[i],
                                   .width = 1700,
                                   .height = 2000,
                                   .scale = scale });
}

static void
test_described (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlasMbtiles) file = atlas_mbtiles_open (f->path, NULL);
  AtlasTileMap *map = atlas_tile_source_get_map (f->source);
  AtlasBox bounds;

  g_assert_cmpstr (atlas_tile_map_get_name (map), ==, "Fields");
  g_assert_cmpint (atlas_tile_map_get_min_zoom (map), <, atlas_tile_map_get_max_zoom (map));
  g_assert_true (atlas_mbtiles_get_bounds (file, &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.west, WEST, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.south, SOUTH, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.east, EAST, 0.01);
  g_assert_cmpfloat_with_epsilon (bounds.north, NORTH, 0.01);
}

/* Nearer than the file goes, its last level is scaled up: sharp fields stay where they are. */
static void
test_scaled_up (Fixture *f, gconstpointer data)
{
  AtlasTileMap *map = atlas_tile_source_get_map (f->source);
  AtlasViewport viewport = { .lon = 81.0,
                             .lat = 44.0,
                             .width = 800,
                             .height = 600,
                             .scale = 1.0,
                             .zoom = atlas_tile_map_get_max_zoom (map) + 2.0 };
  g_autoptr (AtlasTileSheet) sheet = load (f, &viewport);
  cairo_surface_t *surface = paint (sheet, &viewport, 1.0);
  double lon, lat;

  get_pixel_size (&viewport, 12.0, &lon, &lat);
  assert_near (get_pixel (surface, &viewport, 81.0 - lon, 44.0 + lat), get_veiled (fields[0]));
  assert_near (get_pixel (surface, &viewport, 81.0 + lon, 44.0 + lat), get_veiled (fields[1]));
  assert_near (get_pixel (surface, &viewport, 81.0 - lon, 44.0 - lat), get_veiled (fields[2]));
  assert_near (get_pixel (surface, &viewport, 81.0 + lon, 44.0 - lat), get_veiled (fields[3]));
  cairo_surface_destroy (surface);
}

/* Until the right tiles have come, the piece of a tile above them stands in their place. */
static void
test_parents (Fixture *f, gconstpointer data)
{
  AtlasViewport far = {
    .lon = 81.0, .lat = 44.0, .zoom = 6.0, .width = 600, .height = 600, .scale = 1.0
  };
  AtlasViewport near = far;
  g_autoptr (AtlasTileSheet) parents = load (f, &far);
  g_autoptr (AtlasTileSheet) sheet = NULL;
  cairo_surface_t *surface;
  guint n;

  near.zoom = 8.0;
  sheet = atlas_tile_sheet_new (f->source, &near, 0.0);
  g_assert_cmpint (atlas_tile_sheet_get_zoom (sheet), ==, 8);
  g_assert_cmpfloat (atlas_tile_sheet_get_pieces (sheet, &n)->share, <=, 0.25);
  surface = paint (sheet, &near, 1.0);
  assert_near (get_pixel (surface, &near, 80.9, 44.1), get_veiled (fields[0]));
  assert_near (get_pixel (surface, &near, 81.1, 43.9), get_veiled (fields[3]));
  cairo_surface_destroy (surface);
}

/* No seam between tiles at any zoom: every pixel well inside is whole. */
static void
test_seams (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      AtlasViewport viewport = { .lon = 81.0 + g_test_rand_double_range (-0.2, 0.2),
                                 .lat = 44.0 + g_test_rand_double_range (-0.2, 0.2),
                                 .zoom = 8.0 + i / 11.0,
                                 .width = 301,
                                 .height = 299,
                                 .scale = i % 2 + 1 };
      g_autoptr (AtlasTileSheet) sheet = load (f, &viewport);
      cairo_surface_t *surface = paint (sheet, &viewport, 1.0);
      const guchar *data_bytes = cairo_image_surface_get_data (surface);
      int stride = cairo_image_surface_get_stride (surface);

      for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
        for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
          g_assert_cmpint (data_bytes[y * stride + x * 4 + 3], ==, 0xff);
      cairo_surface_destroy (surface);
    }
}

static void
test_opacity (Fixture *f, gconstpointer data)
{
  AtlasViewport viewport = {
    .lon = 81.0, .lat = 44.0, .zoom = 8.0, .width = 300, .height = 300, .scale = 1.0
  };
  g_autoptr (AtlasTileSheet) sheet = load (f, &viewport);
  cairo_surface_t *half = paint (sheet, &viewport, 0.5);
  cairo_surface_t *none = paint (sheet, &viewport, 0.0);

  g_assert_cmpint (ABS ((int) (get_pixel (half, &viewport, 80.9, 44.1) >> 24) - 128), <=, 1);
  g_assert_cmphex (get_pixel (none, &viewport, 80.9, 44.1), ==, 0);
  cairo_surface_destroy (half);
  cairo_surface_destroy (none);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/draw/tiles/described", test_described);
  add ("/draw/tiles/place", test_place);
  add ("/draw/tiles/scaled-up", test_scaled_up);
  add ("/draw/tiles/parents", test_parents);
  add ("/draw/tiles/seams", test_seams);
  add ("/draw/tiles/opacity", test_opacity);
  return g_test_run ();
}
