/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-base-layer.h"
#include "atlas-picture.h"
#include "atlas-territory-layer.h"
#include "atlas-window-test.h"

/* The pictures that layers keep against pictures drawn afresh. */

/* How much larger than the window a worker's picture of the territories is. */
#define OVERSCAN 0.25

static AtlasWindow *
open_at (double lon, double lat, double zoom)
{
  AtlasWindow *window = atlas_test_window_open ();

  atlas_view_state_set_view (atlas_window_get_state (window), lon, lat, zoom);
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
  return window;
}

static GtkWidget *
find_layer (AtlasWindow *window, GType type)
{
  GtkWidget *layer = atlas_test_find (GTK_WIDGET (window), type);

  g_assert_nonnull (layer);
  return layer;
}

/* The territories of the window's state, drawn here and now; @margin_x and @margin_y pixels more on
 * each side are drawn and left out of the result. */
static cairo_surface_t *
draw_fresh (AtlasWindow *window, GtkWidget *layer, int margin_x, int margin_y)
{
  AtlasViewState *state = atlas_window_get_state (window);
  int width = gtk_widget_get_width (layer), height = gtk_widget_get_height (layer);
  AtlasPictureSpec spec = atlas_layer_spec_from_state (state);
  AtlasViewport viewport =
    atlas_layer_viewport_from_state (state, width + 2 * margin_x, height + 2 * margin_y, 1.0);
  cairo_surface_t *whole =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, viewport.width, viewport.height);
  cairo_surface_t *part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (whole);

  atlas_picture_draw (NULL,
                      atlas_window_get_index (window),
                      &spec,
                      &viewport,
                      cr,
                      ATLAS_PICTURE_TERRITORIES);
  cairo_destroy (cr);
  cr = cairo_create (part);
  cairo_set_source_surface (cr, whole, -margin_x, -margin_y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
  cairo_surface_flush (part);
  return part;
}

static gboolean
are_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (b));
  return memcmp (cairo_image_surface_get_data (a),
                 cairo_image_surface_get_data (b),
                 (gsize) stride * (gsize) height) == 0;
}

/* What the layer shows is a picture of the state: one that was drawn at once for the window, or a
 * worker's, which is larger. */
static void
assert_fresh (AtlasWindow *window, GtkWidget *layer)
{
  int width = gtk_widget_get_width (layer), height = gtk_widget_get_height (layer);
  cairo_surface_t *shown = atlas_test_render (layer);
  cairo_surface_t *plain = draw_fresh (window, layer, 0, 0);
  cairo_surface_t *grown = draw_fresh (window,
                                       layer,
                                       (int) ceil (width * OVERSCAN / 2.0),
                                       (int) ceil (height * OVERSCAN / 2.0));

  g_assert_true (are_equal (shown, plain) || are_equal (shown, grown));
  cairo_surface_destroy (shown);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (grown);
}

/* Days whose borders differ; about treaties, occupations and returns, to and fro. */
static const struct
{
  int year, month, day;
} days[] = {
  { 1760, 6, 1 },   { 1864, 10, 10 }, { 1865, 6, 15 }, { 1871, 7, 3 },  { 1871, 7, 4 },
  { 1881, 2, 24 },  { 1881, 6, 15 },  { 1882, 3, 21 }, { 1882, 3, 22 }, { 1882, 6, 15 },
  { 1881, 12, 31 }, { 1864, 10, 10 }, { 1933, 8, 1 },  { 1945, 1, 1 },  { 1871, 7, 4 },
};

/* The frame after a new date shows that date's borders: nothing old ever stands under it. */
static void
test_first_frame (void)
{
  AtlasWindow *window = open_at (80.5, 44.0, 5.5);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *layer = find_layer (window, ATLAS_TYPE_TERRITORY_LAYER);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      atlas_view_state_set_date (state,
                                 atlas_day_from_gregorian (days[i].year,
                                                           days[i].month,
                                                           days[i].day));
      atlas_test_next_frame (layer);
      assert_fresh (window, layer);
    }
  atlas_test_window_close (window);
}

/* The settled picture is right also where it was made before it was asked for: the years are walked
 * along with rests in which workers draw ahead. */
static void
test_settled (void)
{
  AtlasWindow *window = open_at (80.5, 44.0, 5.5);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *layer = find_layer (window, ATLAS_TYPE_TERRITORY_LAYER);

  atlas_view_state_set_step (state, ATLAS_STEP_YEAR);
  for (int direction = 1; direction >= -1; direction -= 2)
    {
      atlas_view_state_set_date (state,
                                 atlas_day_from_gregorian (direction > 0 ? 1879 : 1884, 6, 15));
      for (guint i = 0; i < 4; i++)
        {
          atlas_view_state_step_by (state, direction);
          atlas_test_next_frame (layer);
          for (guint rest = 0; rest < 5; rest++)
            atlas_test_next_frame (layer);
          atlas_test_settle (window);
          g_assert_true (atlas_layer_is_settled (ATLAS_LAYER (layer)));
          assert_fresh (window, layer);
        }
    }
  atlas_test_window_close (window);
}

/* Pixels that let through what is below. */
static guint
count_holes (GtkWidget *layer)
{
  cairo_surface_t *shown = atlas_test_render (layer);
  const guchar *data = cairo_image_surface_get_data (shown);
  int stride = cairo_image_surface_get_stride (shown);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (shown); y++)
    for (int x = 0; x < cairo_image_surface_get_width (shown); x++)
      n += ((const guint32 *) (gconstpointer) (data + y * stride))[x] >> 24 != 0xff;
  cairo_surface_destroy (shown);
  return n;
}

static void
pan (AtlasWindow *window, double dx, double dy)
{
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window);
  AtlasViewport viewport = atlas_layer_viewport_from_state (state,
                                                            gtk_widget_get_width (map),
                                                            gtk_widget_get_height (map),
                                                            1.0);
  double lon, lat;

  atlas_viewport_unproject (&viewport,
                            viewport.width / 2.0 + dx,
                            viewport.height / 2.0 + dy,
                            &lon,
                            &lat);
  atlas_view_state_set_view (state, lon, lat, viewport.zoom);
}

/* After a long pan in each direction the ground reaches to every edge. */
static void
test_no_gaps (void)
{
  static const double directions[][2] = { { 20, 0 }, { -20, 20 }, { 0, -20 } };
  AtlasWindow *window = open_at (81.0, 44.0, 6.5);
  GtkWidget *layer = find_layer (window, ATLAS_TYPE_BASE_LAYER);

  g_assert_cmpuint (count_holes (layer), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      for (guint step = 0; step < 60; step++)
        {
          pan (window, directions[i][0], directions[i][1]);
          atlas_test_next_frame (layer);
        }
      atlas_test_settle (window);
      atlas_test_next_frame (layer);
      g_assert_cmpuint (count_holes (layer), ==, 0);
    }

  /* A jump to the other end of the world shows it at once. */
  atlas_view_state_set_view (atlas_window_get_state (window), 20.0, 10.0, 6.0);
  atlas_test_next_frame (layer);
  g_assert_cmpuint (count_holes (layer), ==, 0);
  atlas_test_window_close (window);
}

/* A layer of another style or of fewer things is another picture. */
static void
test_style (void)
{
  AtlasWindow *window = open_at (80.5, 44.0, 5.5);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *layer = find_layer (window, ATLAS_TYPE_TERRITORY_LAYER);

  atlas_view_state_set_date (state, atlas_day_from_gregorian (1871, 7, 4));
  for (int style = ATLAS_MAP_STYLE_LIGHT; style <= ATLAS_MAP_STYLE_MUTED; style++)
    {
      atlas_view_state_set_style (state, (AtlasMapStyle) style);
      atlas_test_next_frame (layer);
      assert_fresh (window, layer);
    }
  atlas_view_state_set_show (state,
                             atlas_view_state_get_show (state) & ~(guint) ATLAS_SHOW_BORDERS);
  atlas_test_next_frame (layer);
  assert_fresh (window, layer);
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/map/layers/first-frame", test_first_frame);
  g_test_add_func ("/map/layers/settled", test_settled);
  g_test_add_func ("/map/layers/no-gaps", test_no_gaps);
  g_test_add_func ("/map/layers/style", test_style);
  return g_test_run ();
}
