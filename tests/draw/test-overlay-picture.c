/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "atlas-disc.h"
#include "atlas-overlay-picture.h"
#include "atlas-random-overlay.h"

#define WIDTH 320
#define HEIGHT 200

static AtlasTimeSpan
year (int number)
{
  return (AtlasTimeSpan){ atlas_day_from_gregorian (number, 1, 1),
                          atlas_day_from_gregorian (number, 12, 31) };
}

static GPtrArray *
make_overlays (guint n_points, guint n_areas)
{
  GPtrArray *overlays = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (overlays, atlas_test_random_overlay (n_points / 2, n_areas));
  g_ptr_array_add (overlays, atlas_test_random_overlay (n_points / 2, n_areas / 4));
  return overlays;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel,
          data + (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + (gsize) x * 4,
          sizeof pixel);
  return pixel;
}

/* The largest difference of a channel, 0 to 255. */
static int
compare_pixels (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 32; shift += 8)
    most = MAX (most, abs ((int) (a >> shift & 255) - (int) (b >> shift & 255)));
  return most;
}

/* Where cairo cuts an outline at the edge of a sprite it rounds the place of the cut, and a sprite
 * that was drawn from another view is cut elsewhere: a few pixels differ by a shade. */
#define SHADE 8
#define DARK_SHADE 64
#define MOST_SHADED 60

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  int n_shaded = 0;

  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        guint32 pixel = get_pixel (a, x, y), expected = get_pixel (b, x, y);
        int difference = compare_pixels (pixel, expected);

        n_shaded += difference > SHADE;
        if (difference > DARK_SHADE || n_shaded > MOST_SHADED)
          g_error ("%08x instead of %08x at %d, %d", pixel, expected, x, y);
      }
}

/* Steps, leaps, moves by pixels, changes of zoom and size in any order: the picture is the one that
 * somebody sees who comes there at once. */
static void
walk (const AtlasColor *ground)
{
  g_autoptr (GPtrArray) overlays = make_overlays (600, 20);
  g_autoptr (AtlasOverlayPicture) picture = atlas_overlay_picture_new ();
  AtlasViewport viewport = { 80.0, 43.0, 4.0, WIDTH, HEIGHT, 1.0 };
  int now = 1800;

  atlas_overlay_picture_set_overlays (picture, overlays);
  atlas_overlay_picture_set_ground (picture, ground);
  for (int step = 0; step < 120; step++)
    {
      g_autoptr (AtlasOverlayPicture) fresh = atlas_overlay_picture_new ();
      double world = atlas_mercator_world_size (viewport.zoom);

      switch (g_test_rand_int_range (0, 10))
        {
        case 0:
          now = g_test_rand_int_range (1710, 1955);
          break;
        case 1:
          viewport.zoom = g_test_rand_double_range (3.0, 7.0);
          break;
        case 2:
          viewport.width = WIDTH + g_test_rand_int_range (0, 3);
          break;
        case 3:
          viewport.scale = g_test_rand_int_range (1, 3);
          break;
        case 4:
        case 5:
        case 6:
          viewport.lon += g_test_rand_int_range (-30, 30) / world * 360.0;
          viewport.lat += g_test_rand_double_range (-1.0, 1.0);
          break;
        default:
          now++;
        }
      atlas_overlay_picture_set_overlays (fresh, overlays);
      atlas_overlay_picture_set_ground (fresh, ground);
      assert_same (atlas_overlay_picture_update (picture, year (now), &viewport),
                   atlas_overlay_picture_update (fresh, year (now), &viewport));
      if (step % 3 == 0)
        atlas_overlay_picture_work_ahead (picture);
    }
}

static void
test_walk (void)
{
  const AtlasColor white = { 1.0, 1.0, 1.0, 1.0 };

  walk (NULL);
  walk (&white);
}

static gboolean
is_shown (AtlasTimeSpan span, int number)
{
  return atlas_time_span_overlaps (span, year (number));
}

/* Everything drawn by cairo, without sprites, bitmaps or simplification. */
static cairo_surface_t *
draw_slowly (AtlasOverlayIndex *index, int number, const AtlasViewport *viewport)
{
  const AtlasOverlayStyle *style = atlas_overlay_style_get (ATLAS_MAP_STYLE_LIGHT);
  AtlasOverlay *overlay = atlas_overlay_index_get_overlay (index);
  const AtlasOverlayAreas *areas = atlas_overlay_get_areas (overlay);
  const AtlasOverlayPoints *points = atlas_overlay_get_points (overlay);
  AtlasPiece piece = atlas_piece_of_viewport (viewport);
  double factor = piece.world / ATLAS_FIXED_WORLD;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, viewport->width, viewport->height);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, (double) -piece.x, (double) -piece.y);
  for (guint i = 0; i < areas->n; i++)
    {
      AtlasColor fill = style->area.fill, line = style->area.line;

      if (!is_shown (areas->spans[i], number))
        continue;
      for (guint v = areas->first_vertex[i]; v < areas->first_vertex[i + 1]; v++)
        cairo_line_to (cr, areas->vertices[v].x * factor, areas->vertices[v].y * factor);
      cairo_close_path (cr);
      cairo_set_source_rgba (cr, fill.r, fill.g, fill.b, fill.a);
      cairo_fill_preserve (cr);
      cairo_set_source_rgba (cr, line.r, line.g, line.b, line.a);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
      cairo_set_line_width (cr, style->area.line_width);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < points->n; i++)
    {
      AtlasColor color = style->colors[points->groups[i] % style->n_colors];

      if (!is_shown (points->spans[i], number))
        continue;
      cairo_arc (cr,
                 (double) (gint64) (points->places[i].x * factor) + 0.5,
                 (double) (gint64) (points->places[i].y * factor) + 0.5,
                 style->radius,
                 0.0,
                 2.0 * G_PI);
      cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  return surface;
}

static void
test_slowly (void)
{
  g_autoptr (GPtrArray) overlays = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (overlays, atlas_test_random_overlay (300, 12));
  for (int round = 0; round < 12; round++)
    {
      g_autoptr (AtlasOverlayPicture) picture = atlas_overlay_picture_new ();
      AtlasViewport viewport = { 80.0, 43.0, round % 2 == 0 ? 4.0 : 5.5, WIDTH, HEIGHT, 1.0 };
      int number = g_test_rand_int_range (1720, 1950), total = 0, n_far = 0;
      cairo_surface_t *slow = draw_slowly (overlays->pdata[0], number, &viewport);
      cairo_surface_t *fast;

      atlas_overlay_picture_set_overlays (picture, overlays);
      fast = atlas_overlay_picture_update (picture, year (number), &viewport);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            int difference = compare_pixels (get_pixel (fast, x, y), get_pixel (slow, x, y));

            total += difference;
            n_far += difference > 100;
          }
      /* Simplified outlines are a little softer here and harder there. */
      g_assert_cmpint (total, <, WIDTH * HEIGHT / 2);
      g_assert_cmpint (n_far, <, WIDTH * HEIGHT / 2000);
      cairo_surface_destroy (slow);
    }
}

/* A disc at every place about a canvas, against cairo. */
static void
test_disc (void)
{
  const AtlasColor colors[] = { { 0.1, 0.6, 0.5, 1.0 }, { 0.9, 0.2, 0.5, 0.4 } };
  const int size = 24;

  for (guint c = 0; c < G_N_ELEMENTS (colors); c++)
    {
      g_autoptr (AtlasDisc) disc = atlas_disc_new (4.0, &colors[c]);
      const cairo_rectangle_int_t part = { 2, 3, size - 3, size - 5 };

      for (int place = 0; place < 40 * 40; place++)
        {
          int x = place % 40 - 8, y = place / 40 - 8;
          guint32 pixels[24 * 24];
          AtlasCanvas canvas = { pixels, 24, { .width = size, .height = size } };
          cairo_surface_t *slow = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
          cairo_t *cr = cairo_create (slow);

          for (int i = 0; i < size * size; i++)
            pixels[i] = i % 5 == 0 ? 0x80402010 : 0xff808080;
          memcpy (cairo_image_surface_get_data (slow), pixels, sizeof pixels);
          cairo_surface_mark_dirty (slow);
          cairo_rectangle (cr, part.x, part.y, part.width, part.height);
          cairo_clip (cr);
          cairo_arc (cr, x + 0.5, y + 0.5, 4.0, 0.0, 2.0 * G_PI);
          cairo_set_source_rgba (cr, colors[c].r, colors[c].g, colors[c].b, colors[c].a);
          cairo_fill (cr);
          cairo_destroy (cr);
          atlas_disc_put (disc, &canvas, &part, x, y);
          for (int i = 0; i < size * size; i++)
            g_assert_cmpint (compare_pixels (pixels[i], get_pixel (slow, i % size, i / size)),
                             <=,
                             2);
          cairo_surface_destroy (slow);
        }
    }
}

/* Each feature is found where it is while it is shown, and not when it is not. */
static void
test_pick (void)
{
  g_autoptr (GPtrArray) overlays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasOverlayPicture) picture = atlas_overlay_picture_new ();
  AtlasViewport viewport = { 80.0, 43.0, 4.0, WIDTH, HEIGHT, 2.0 };
  const AtlasOverlayPoints *points;
  AtlasOverlayIndex *index = atlas_test_random_overlay (400, 10);
  guint n_found = 0;

  g_ptr_array_add (overlays, index);
  atlas_overlay_picture_set_overlays (picture, overlays);
  points = atlas_overlay_get_points (atlas_overlay_index_get_overlay (index));
  atlas_overlay_picture_update (picture, year (1864), &viewport);
  for (guint i = 0; i < points->n; i++)
    {
      double x, y;
      AtlasOverlayHit hit;

      atlas_viewport_project (&viewport,
                              atlas_mercator_lon (points->places[i].x / ATLAS_FIXED_WORLD),
                              atlas_mercator_lat (points->places[i].y / ATLAS_FIXED_WORLD),
                              &x,
                              &y);
      hit = atlas_overlay_picture_pick (picture, x, y, 2.0);
      if (is_shown (points->spans[i], 1864))
        {
          n_found++;
          g_assert_true (hit.index == index && !hit.is_area);
          g_assert_true (is_shown (points->spans[hit.item], 1864));
        }
      else
        g_assert_false (hit.index != NULL && !hit.is_area && hit.item == i);
    }
  g_assert_cmpuint (n_found, >, 0);
}

/* Where nothing changes, nothing is drawn. */
static void
test_unchanged (void)
{
  g_autoptr (GPtrArray) overlays = make_overlays (10, 4);
  g_autoptr (AtlasOverlayPicture) picture = atlas_overlay_picture_new ();
  AtlasViewport viewport = { 80.0, 43.0, 4.0, WIDTH, HEIGHT, 1.0 };
  cairo_surface_t *surface;
  guchar *data;

  atlas_overlay_picture_set_overlays (picture, overlays);
  surface = atlas_overlay_picture_update (picture, year (1900), &viewport);
  data = cairo_image_surface_get_data (surface);
  data[0] = 77;
  g_assert_true (atlas_overlay_picture_update (picture, year (1900), &viewport) == surface);
  g_assert_cmpint (data[0], ==, 77);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/overlay-picture/walk", test_walk);
  g_test_add_func ("/draw/overlay-picture/slowly", test_slowly);
  g_test_add_func ("/draw/overlay-picture/disc", test_disc);
  g_test_add_func ("/draw/overlay-picture/pick", test_pick);
  g_test_add_func ("/draw/overlay-picture/unchanged", test_unchanged);
  return g_test_run ();
}
