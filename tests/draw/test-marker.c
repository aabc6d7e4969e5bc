/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-glyph.h"
#include "atlas-marker.h"
#include "atlas-sprite-cache.h"

#define SIZE 80

static cairo_surface_t *
draw_marker (AtlasMapStyle style, AtlasEventKind kind, AtlasMarkerFinish finish, gboolean selected)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  atlas_marker_draw (cr, SIZE / 2.0, SIZE / 2.0, style, kind, finish, selected);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, 4);
  return pixel;
}

static guint
count_opaque (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      n += get_pixel (surface, x, y) >> 24 > 127;
  return n;
}

static guint
count_color (cairo_surface_t *surface, AtlasColor color)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        n += pixel >> 24 == 255 && fabs (((pixel >> 16) & 0xff) / 255.0 - color.r) < 0.02 &&
             fabs (((pixel >> 8) & 0xff) / 255.0 - color.g) < 0.02 &&
             fabs ((pixel & 0xff) / 255.0 - color.b) < 0.02;
      }
  return n;
}

/* The corner of the square is in the square only, the tip of the diamond in the diamond only. */
static void
test_silhouettes (void)
{
  g_autoptr (GPtrArray) surfaces =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  const int middle = SIZE / 2;

  g_ptr_array_add (surfaces, draw_marker (0, ATLAS_EVENT_BATTLE, ATLAS_FINISH_SOLID, FALSE));
  g_ptr_array_add (surfaces, draw_marker (0, ATLAS_EVENT_TREATY, ATLAS_FINISH_SOLID, FALSE));
  g_ptr_array_add (surfaces, draw_marker (0, ATLAS_EVENT_STATE, ATLAS_FINISH_SOLID, FALSE));
  g_assert_cmpuint (get_pixel (surfaces->pdata[0], middle, middle - 14) >> 24, >, 127);
  g_assert_cmpuint (get_pixel (surfaces->pdata[1], middle, middle - 15) >> 24, <, 128);
  g_assert_cmpuint (get_pixel (surfaces->pdata[2], middle, middle - 15) >> 24, <, 128);
  g_assert_cmpuint (get_pixel (surfaces->pdata[0], middle + 10, middle + 10) >> 24, <, 128);
  g_assert_cmpuint (get_pixel (surfaces->pdata[1], middle + 10, middle + 10) >> 24, <, 128);
  g_assert_cmpuint (get_pixel (surfaces->pdata[2], middle + 10, middle + 10) >> 24, >, 127);
  g_assert_cmpuint (get_pixel (surfaces->pdata[0], middle + 9, middle + 9) >> 24, <, 128);
  g_assert_cmpuint (get_pixel (surfaces->pdata[1], middle + 9, middle + 9) >> 24, >, 127);
}

static void
test_finishes (void)
{
  for (int style = ATLAS_MAP_STYLE_LIGHT; style <= ATLAS_MAP_STYLE_MUTED; style++)
    for (int kind = 0; kind < ATLAS_N_EVENT_KINDS; kind++)
      {
        AtlasColor color = atlas_palette_get_group (style, atlas_event_kind_get_group (kind));
        guint counts[ATLAS_N_FINISHES];
        guint selected;

        for (int finish = 0; finish < ATLAS_N_FINISHES; finish++)
          {
            cairo_surface_t *surface = draw_marker (style, kind, finish, FALSE);

            counts[finish] = count_color (surface, color);
            cairo_surface_destroy (surface);
          }
        g_assert_cmpuint (counts[ATLAS_FINISH_SOLID], >, 180);
        g_assert_cmpuint (counts[ATLAS_FINISH_HOLLOW], <, counts[ATLAS_FINISH_SOLID] / 2);
        g_assert_cmpuint (counts[ATLAS_FINISH_BADGE], <, counts[ATLAS_FINISH_SOLID]);
        g_assert_cmpuint (counts[ATLAS_FINISH_BADGE], >, counts[ATLAS_FINISH_HOLLOW]);
        /* What has not come is paler than anything else. */
        g_assert_cmpuint (counts[ATLAS_FINISH_FUTURE], ==, 0);

        {
          cairo_surface_t *surface = draw_marker (style, kind, ATLAS_FINISH_SOLID, TRUE);

          selected = count_opaque (surface);
          g_assert_cmpuint (count_color (surface, atlas_palette_get (style)->accent), >, 24);
          cairo_surface_destroy (surface);
        }
        g_assert_cmpuint (selected, >, 1000);
      }
}

/* No two signs are the same, and all stay on their grid. */
static void
test_glyphs_differ (void)
{
  guint8 *pictures[ATLAS_N_EVENT_KINDS];
  cairo_surface_t *surfaces[ATLAS_N_EVENT_KINDS];

  for (int kind = 0; kind < ATLAS_N_EVENT_KINDS; kind++)
    {
      cairo_t *cr;
      guint outside = 0;

      surfaces[kind] = cairo_image_surface_create (CAIRO_FORMAT_A8, 64, 64);
      cr = cairo_create (surfaces[kind]);
      cairo_translate (cr, 16, 16);
      cairo_scale (cr, 2, 2);
      atlas_glyph_draw (cr, kind);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[kind]);
      pictures[kind] = cairo_image_surface_get_data (surfaces[kind]);
      for (int y = 0; y < 64; y++)
        for (int x = 0; x < 64; x++)
          if ((x < 15 || x > 48 || y < 15 || y > 48) && pictures[kind][y * 64 + x] > 0)
            outside++;
      g_assert_cmpuint (outside, ==, 0);
      for (int other = 0; other < kind; other++)
        {
          guint different = 0;

          for (int i = 0; i < 64 * 64; i++)
            different += ABS (pictures[kind][i] - pictures[other][i]) > 127;
          g_assert_cmpuint (different, >, 60);
        }
    }
  for (int kind = 0; kind < ATLAS_N_EVENT_KINDS; kind++)
    cairo_surface_destroy (surfaces[kind]);
}

static void
test_cluster_ring (void)
{
  const guint counts[ATLAS_N_EVENT_GROUPS] = { 3, 1, 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  guint pixels[ATLAS_N_EVENT_GROUPS];

  atlas_marker_draw_cluster (cr, SIZE / 2.0, SIZE / 2.0, ATLAS_MAP_STYLE_LIGHT, counts, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int group = 0; group < ATLAS_N_EVENT_GROUPS; group++)
    pixels[group] = count_color (surface, atlas_palette_get_group (ATLAS_MAP_STYLE_LIGHT, group));
  g_assert_cmpuint (pixels[ATLAS_EVENT_GROUP_WORD], >, 20);
  g_assert_cmpuint (pixels[ATLAS_EVENT_GROUP_FORCE], >, 2 * pixels[ATLAS_EVENT_GROUP_WORD]);
  g_assert_cmpuint (pixels[ATLAS_EVENT_GROUP_RULE], ==, 0);
  cairo_surface_destroy (surface);
}

/* A copy from the cache is what drawing afresh would have given, at every scale. */
static void
test_sprites (void)
{
  AtlasSpriteCache *cache = atlas_sprite_cache_new ();

  for (int scale = 1; scale <= 3; scale++)
    for (int turn = 0; turn < 2; turn++)
      {
        cairo_surface_t *fresh =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE * scale, SIZE * scale);
        cairo_surface_t *copied =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE * scale, SIZE * scale);
        cairo_t *cr;

        cairo_surface_set_device_scale (fresh, scale, scale);
        cairo_surface_set_device_scale (copied, scale, scale);
        cr = cairo_create (fresh);
        atlas_marker_draw (cr, 40, 41, 0, ATLAS_EVENT_SIEGE, ATLAS_FINISH_BADGE, FALSE);
        cairo_destroy (cr);
        cr = cairo_create (copied);
        atlas_sprite_cache_paint_marker (cache,
                                         cr,
                                         40,
                                         41,
                                         0,
                                         ATLAS_EVENT_SIEGE,
                                         ATLAS_FINISH_BADGE,
                                         FALSE,
                                         1.0);
        cairo_destroy (cr);
        cairo_surface_flush (fresh);
        cairo_surface_flush (copied);
        g_assert_cmpmem (cairo_image_surface_get_data (fresh),
                         SIZE * scale * SIZE * scale * 4,
                         cairo_image_surface_get_data (copied),
                         SIZE * scale * SIZE * scale * 4);
        cairo_surface_destroy (fresh);
        cairo_surface_destroy (copied);
      }
  atlas_sprite_cache_free (cache);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marker/silhouettes", test_silhouettes);
  g_test_add_func ("/marker/finishes", test_finishes);
  g_test_add_func ("/marker/glyphs-differ", test_glyphs_differ);
  g_test_add_func ("/marker/cluster-ring", test_cluster_ring);
  g_test_add_func ("/marker/sprites", test_sprites);
  return g_test_run ();
}
