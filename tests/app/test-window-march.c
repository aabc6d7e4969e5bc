/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-layer.h"
#include "atlas-map-view.h"
#include "atlas-palette.h"
#include "atlas-route-layout.h"
#include "atlas-site-layout.h"
#include "atlas-window-test.h"

/* Marches on the map of the real window: who goes where under the pointer, the flag on a leg that
 * was too fast, a column of which nothing is recorded. */

static AtlasWindow *
open_at (double lon, double lat, double zoom, AtlasDay date)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);

  atlas_view_state_set_window_length (state, ATLAS_WINDOW_SEASON);
  atlas_view_state_set_date (state, date);
  atlas_view_state_set_view (state, lon, lat, zoom);
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
  return window;
}

/* A point of the map on the ribbon of a leg where no site is in the way. */
static void
find_point (AtlasWindow *window, const char *id, double *x, double *y)
{
  AtlasViewState *state = atlas_window_get_state (window);
  AtlasHistoryIndex *index = atlas_window_get_index (window);
  GtkWidget *map = atlas_test_get_map (window);
  AtlasPictureSpec spec = atlas_layer_spec_from_state (state);
  AtlasViewport viewport = atlas_layer_viewport_from_state (state,
                                                            gtk_widget_get_width (map),
                                                            gtk_widget_get_height (map),
                                                            1.0);
  g_autoptr (AtlasRouteLayout) routes = atlas_route_layout_new (index, &spec, &viewport);
  g_autoptr (AtlasSiteLayout) sites = atlas_site_layout_new (index, &spec, &viewport);

  for (guint i = 0; i < routes->routes->len; i++)
    {
      const AtlasRoute *route = &g_array_index (routes->routes, AtlasRoute, i);

      if (!g_str_equal (atlas_record_get_id (ATLAS_RECORD (route->leg)), id))
        continue;
      for (guint k = 0; k < route->points->len; k++)
        {
          AtlasWorldPoint at = g_array_index (route->points, AtlasWorldPoint, k);

          if (atlas_site_layout_pick (sites, at.x, at.y) == NULL &&
              atlas_route_layout_pick (routes, at.x, at.y) == route->leg)
            {
              *x = at.x;
              *y = at.y;
              return;
            }
        }
    }
  g_error ("%s is not on the map", id);
}

/* Force and commander under the pointer, with both figures; a click opens the page of the leg. */
static void
test_hover (void)
{
  AtlasWindow *window = open_at (81.8, 41.4, 7.5, atlas_day_from_gregorian (1877, 10, 23));
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window);
  g_autofree char *text = NULL;
  double x, y;

  find_point (window, "leg/east-four-4", &x, &y);
  atlas_test_point (map, x, y);
  g_assert_cmpstr (atlas_view_state_get_hovered (state), ==, "leg/east-four-4");
  text = atlas_test_read_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (text, "Kucha – Aksu\n19 to 24 October 1877\nLiu Jintang\n"));
  g_assert_nonnull (strstr (text, "237 km · 39 km a day"));
  atlas_test_click (map, x, y);
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "leg/east-four-4");
  atlas_test_window_close (window);
}

/* Where the tip stands does not depend on where the last one stood. */
static void
test_tip_follows (void)
{
  AtlasWindow *window = open_at (81.8, 41.4, 7.5, atlas_day_from_gregorian (1877, 10, 23));
  GtkWidget *map = atlas_test_get_map (window);
  GtkLabel *tip;
  double x, y, first_x, first_y, left, top;

  find_point (window, "leg/east-four-4", &x, &y);
  for (int i = 0; i < 3; i++)
    {
      atlas_test_point (map, 4.0, 4.0);
      atlas_test_point (map, x, y);
      atlas_test_next_frame (GTK_WIDGET (window));
      tip = atlas_test_find_class (GTK_WIDGET (window), "map-tip");
      g_assert_nonnull (tip);
      g_assert_true (
        gtk_widget_translate_coordinates (GTK_WIDGET (tip), map, 0.0, 0.0, &left, &top));
      if (i == 0)
        first_x = left, first_y = top;
      g_assert_cmpfloat_with_epsilon (left, first_x, 1.0);
      g_assert_cmpfloat_with_epsilon (top, first_y, 1.0);
    }
  atlas_test_window_close (window);
}

/* Pixels of a colour on the map. */
static guint
count_pixels (GtkWidget *map, AtlasColor color)
{
  cairo_surface_t *picture = atlas_test_render (map);
  AtlasTestColor wanted = { color.r * 255.0, color.g * 255.0, color.b * 255.0, 255.0 };
  guint n = 0;

  for (int y = 0; y < gtk_widget_get_height (map); y++)
    for (int x = 0; x < gtk_widget_get_width (map); x++)
      n += atlas_test_distance (atlas_test_mean (picture, x, y, 0), wanted) < 12.0;
  cairo_surface_destroy (picture);
  return n;
}

/* The relief column went 89 km a day, says its leg: the map flags it, and does so without events
 * and places. */
static void
test_flag (void)
{
  AtlasWindow *window = open_at (84.0, 43.5, 7.0, atlas_day_from_gregorian (1944, 11, 17));
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window);
  AtlasColor red = atlas_palette_get_group (ATLAS_MAP_STYLE_LIGHT, ATLAS_EVENT_GROUP_FORCE);
  guint with, without;

  atlas_view_state_set_show (state, ATLAS_SHOW_ROUTES);
  atlas_test_settle (window);
  with = count_pixels (map, red);
  atlas_view_state_set_show (state, 0);
  atlas_test_settle (window);
  without = count_pixels (map, red);
  /* The rim of a plate, the sign on it and the letters. */
  g_assert_cmpuint (with, >, without + 80);
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-march/hover", test_hover);
  g_test_add_func ("/app/window-march/tip-follows", test_tip_follows);
  g_test_add_func ("/app/window-march/flag", test_flag);
  return g_test_run ();
}
