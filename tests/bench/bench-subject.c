/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include <adwaita.h>
#include <shumate/shumate.h>

#include "atlas-application.h"
#include "atlas-mercator.h"
#include "atlas-window.h"
#include "bench-subject.h"
#include "tile-server.h"

/* Where the bare map is moved about; it shows nothing anywhere. */
#define BARE_ZOOM 5.3

/* The name of the map of the subject's own server. */
#define TILES "Bench"

struct _BenchSubject
{
  gboolean bare;
  GtkApplication *application;
  GtkWindow *window;
  ShumateMap *bare_map;
  TileServer *server; /* (nullable) until tiles are shown */
};

static void
window_added_cb (BenchSubject *self, GtkWindow *window)
{
  if (self->window != NULL)
    return;
  self->window = window;
  gtk_window_set_default_size (window, BENCH_WIDTH, BENCH_HEIGHT);
}

/* An empty map paints nothing wherever it is moved to, and a frame without painting is no frame to
 * compare with. So it changes its colour, by a shade that nobody sees, whenever it is moved. */
static void
prepare_shades (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider,
                                   ".even { background: #ffffff; } .odd { background: #fefefe; }",
                                   -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
swap_shade (BenchSubject *self)
{
  GtkWidget *map = GTK_WIDGET (self->bare_map);
  gboolean odd = gtk_widget_has_css_class (map, "odd");

  gtk_widget_remove_css_class (map, odd ? "odd" : "even");
  gtk_widget_add_css_class (map, odd ? "even" : "odd");
}

static void
activate_bare_cb (BenchSubject *self)
{
  GtkWidget *window = gtk_application_window_new (self->application);

  self->bare_map = shumate_map_new ();
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->bare_map));
  gtk_window_present (GTK_WINDOW (window));
}

BenchSubject *
bench_subject_new (gboolean bare)
{
  BenchSubject *self = g_new0 (BenchSubject, 1);

  self->bare = bare;
  self->application = bare ? gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE)
                           : GTK_APPLICATION (atlas_application_new ());
  g_signal_connect_swapped (self->application, "window-added", G_CALLBACK (window_added_cb), self);
  if (bare)
    g_signal_connect_swapped (self->application, "activate", G_CALLBACK (activate_bare_cb), self);
  return self;
}

void
bench_subject_free (BenchSubject *self)
{
  g_object_unref (self->application);
  g_clear_pointer (&self->server, tile_server_free);
  g_free (self);
}

GApplication *
bench_subject_get_application (BenchSubject *self)
{
  return G_APPLICATION (self->application);
}

const char *
bench_subject_get_name (BenchSubject *self)
{
  return self->bare ? "bare" : "atlas";
}

GtkWindow *
bench_subject_get_window (BenchSubject *self)
{
  return self->window;
}

/* A page that is still sliding or fading in is not complete. */
static gboolean
is_in_transition (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_STACK (widget) && gtk_stack_get_transition_running (GTK_STACK (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_in_transition (child))
      return TRUE;
  return FALSE;
}

gboolean
bench_subject_is_complete (BenchSubject *self)
{
  if (self->bare)
    return TRUE;
  return atlas_window_is_settled (ATLAS_WINDOW (self->window)) &&
         !is_in_transition (GTK_WIDGET (self->window));
}

void
bench_subject_enter (BenchSubject *self)
{
  if (self->bare)
    prepare_shades ();
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.escape", NULL);
}

void
bench_subject_move (BenchSubject *self, double pixels, double levels)
{
  if (self->bare)
    {
      ShumateViewport *viewport = shumate_map_get_viewport (self->bare_map);
      double lon = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
      double zoom = BARE_ZOOM + levels;

      shumate_viewport_set_zoom_level (viewport, zoom);
      lon += pixels / atlas_mercator_world_size (zoom) * 360.0;
      shumate_location_set_location (SHUMATE_LOCATION (viewport), 43.0, lon);
      swap_shade (self);
    }
  else
    {
      AtlasViewState *state = atlas_window_get_state (ATLAS_WINDOW (self->window));
      double lon, lat, zoom;

      atlas_view_state_get_view (state, &lon, &lat, &zoom);
      lon += pixels / atlas_mercator_world_size (zoom) * 360.0;
      atlas_view_state_set_view (state, lon, lat, zoom + levels);
    }
}

void
bench_subject_set_year (BenchSubject *self, int year)
{
  g_return_if_fail (!self->bare);

  atlas_view_state_set_date (atlas_window_get_state (ATLAS_WINDOW (self->window)),
                             atlas_day_from_gregorian (year, 7, 1));
}

/* The list of maps is kept from run to run, but the server is not. */
static void
forget_tiles (AtlasTileMapList *list)
{
  while (atlas_tile_map_list_is_own (list, 1))
    atlas_tile_map_list_remove (list, 1);
}

static void
start_server (BenchSubject *self, AtlasTileMapList *list)
{
  g_autofree char *address = NULL;
  g_autoptr (AtlasTileMap) map = NULL;

  forget_tiles (list);
  self->server = tile_server_new ();
  address = tile_server_get_template (self->server, "bench");
  map = atlas_tile_map_new (&(AtlasTileMapValues){
    .kind = ATLAS_TILE_MAP_ONLINE, .name = TILES, .address = address, .max_zoom = 19 });
  atlas_tile_map_list_add (list, map, NULL);
}

void
bench_subject_show_tiles (BenchSubject *self, gboolean show)
{
  AtlasWindow *window = ATLAS_WINDOW (self->window);

  g_return_if_fail (!self->bare);

  if (self->server == NULL)
    start_server (self, atlas_tile_library_get_list (atlas_window_get_library (window)));
  atlas_view_state_set_base (atlas_window_get_state (window), show ? TILES : NULL);
}
