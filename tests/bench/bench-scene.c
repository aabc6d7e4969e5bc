/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include "atlas-map-view.h"
#include "bench-scene.h"
#include "bench-stock.h"

#define FIRST_YEAR 1717
#define LAST_YEAR 1949

struct _BenchScene
{
  GtkWindow *window;
  AtlasViewState *state;
  AtlasOverlayList *overlays;
  BenchStock *stock; /* (nullable) in place of the atlas's map */
  AtlasMapView *map_view;
  guint n_reading;
  GError *error;
};

static AtlasTimeSpan
get_year (int year)
{
  return (AtlasTimeSpan){ atlas_day_from_gregorian (year, 1, 1),
                          atlas_day_from_gregorian (year, 12, 31) };
}

static GtkWidget *
create_map (BenchScene *self, gboolean stock)
{
  const AtlasColor white = { 1.0, 1.0, 1.0, 1.0 };

  if (stock)
    {
      self->stock = bench_stock_new (self->overlays);
      return bench_stock_get_widget (self->stock);
    }
  self->map_view = g_object_new (ATLAS_TYPE_MAP_VIEW, "state", self->state, NULL);
  atlas_map_view_set_overlays (self->map_view, self->overlays);
  atlas_map_view_set_plain (self->map_view, &white);
  return GTK_WIDGET (self->map_view);
}

BenchScene *
bench_scene_new (gboolean stock)
{
  BenchScene *self = g_new0 (BenchScene, 1);

  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              (AtlasTimeSpan){ get_year (FIRST_YEAR).begin,
                                               get_year (LAST_YEAR).end });
  self->overlays = atlas_overlay_list_new ();
  self->window = GTK_WINDOW (g_object_ref_sink (gtk_window_new ()));
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, BENCH_SCENE_WIDTH, BENCH_SCENE_HEIGHT);
  gtk_window_set_child (self->window, create_map (self, stock));
  return self;
}

void
bench_scene_free (BenchScene *self)
{
  gtk_window_destroy (self->window);
  g_object_unref (self->window);
  g_clear_pointer (&self->stock, bench_stock_free);
  g_object_unref (self->overlays);
  g_object_unref (self->state);
  g_clear_error (&self->error);
  g_free (self);
}

GtkWindow *
bench_scene_get_window (BenchScene *self)
{
  return self->window;
}

const char *
bench_scene_get_name (BenchScene *self)
{
  return self->stock != NULL ? "stock-libshumate" : "atlas";
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BenchScene *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasOverlayIndex) overlay =
    atlas_overlay_list_open_finish (ATLAS_OVERLAY_LIST (source), result, &error);

  self->n_reading--;
  if (overlay == NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
}

void
bench_scene_load (BenchScene *self, const char *points, const char *territories)
{
  const char *paths[] = { territories, points };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      self->n_reading++;
      atlas_overlay_list_open_async (self->overlays, paths[i], NULL, NULL, read_cb, self);
    }
}

const GError *
bench_scene_get_error (BenchScene *self)
{
  return self->error;
}

void
bench_scene_set_year (BenchScene *self, int year)
{
  AtlasTimeSpan window = get_year (year);

  /* The window must hold the date, so that comes first. */
  g_object_freeze_notify (G_OBJECT (self->state));
  atlas_view_state_set_date (self->state, window.begin);
  atlas_view_state_set_free_window (self->state, window);
  g_object_thaw_notify (G_OBJECT (self->state));
  if (self->stock != NULL)
    bench_stock_set_window (self->stock, window);
}

void
bench_scene_set_view (BenchScene *self, double lon, double lat, double zoom)
{
  atlas_view_state_set_view (self->state, lon, lat, zoom);
  if (self->stock != NULL)
    bench_stock_set_view (self->stock, lon, lat, zoom);
}

void
bench_scene_get_view (BenchScene *self, double *lon, double *lat, double *zoom)
{
  atlas_view_state_get_view (self->state, lon, lat, zoom);
}

gboolean
bench_scene_is_complete (BenchScene *self)
{
  return self->n_reading == 0 &&
         (self->map_view == NULL || atlas_map_view_is_settled (self->map_view));
}
