/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include "atlas-mercator.h"
#include "bench-stage.h"

#define HOME_LON 80.0
#define HOME_LAT 43.0

struct _BenchStage
{
  BenchScene *scene;
  GdkFrameClock *clock;
  gboolean changing; /* the change of this step was not made yet */
  gboolean waiting;  /* it was, and does not stand */
  gint64 began, ended;

  /* What the change is. */
  int year;
  double lon, lat, zoom;
};

static void
before_paint_cb (BenchStage *self)
{
  if (!self->changing)
    return;
  self->changing = FALSE;
  self->waiting = TRUE;
  self->began = g_get_monotonic_time ();
  bench_scene_set_year (self->scene, self->year);
  bench_scene_set_view (self->scene, self->lon, self->lat, self->zoom);
  /* Also where nothing has changed there is a frame to wait for. */
  gtk_widget_queue_draw (gtk_window_get_child (bench_scene_get_window (self->scene)));
}

static void
after_paint_cb (BenchStage *self)
{
  if (!self->waiting)
    return;
  if (!bench_scene_is_complete (self->scene) && bench_scene_get_error (self->scene) == NULL)
    {
      gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      return;
    }
  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (bench_scene_get_window (self->scene))));
  self->ended = g_get_monotonic_time ();
  self->waiting = FALSE;
}

BenchStage *
bench_stage_new (BenchScene *scene)
{
  BenchStage *self = g_new0 (BenchStage, 1);
  GtkWindow *window = bench_scene_get_window (scene);

  self->scene = scene;
  gtk_window_present (window);
  self->clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  self->lon = HOME_LON;
  self->lat = HOME_LAT;
  self->zoom = 4.0;
  self->year = 1878;
  while (gtk_widget_get_width (GTK_WIDGET (window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return self;
}

void
bench_stage_free (BenchStage *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_free (self);
}

/* Makes the change in the next frame, and waits until it stands. */
static double
make_step (BenchStage *self)
{
  self->changing = TRUE;
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_BEFORE_PAINT);
  while (self->changing || self->waiting)
    g_main_context_iteration (NULL, TRUE);
  return (double) (self->ended - self->began) / 1000.0;
}

double
bench_stage_load (BenchStage *self,
                  const char *points,
                  const char *territories,
                  double zoom,
                  int year)
{
  gint64 began = g_get_monotonic_time ();

  bench_scene_load (self->scene, points, territories);
  bench_stage_go_home (self, zoom, year);
  return (double) (self->ended - began) / 1000.0;
}

void
bench_stage_go_home (BenchStage *self, double zoom, int year)
{
  self->lon = HOME_LON;
  self->lat = HOME_LAT;
  self->zoom = zoom;
  self->year = year;
  make_step (self);
}

double
bench_stage_step_to_year (BenchStage *self, int year)
{
  self->year = year;
  return make_step (self);
}

double
bench_stage_pan (BenchStage *self, double dx, double dy)
{
  double world = atlas_mercator_world_size (self->zoom);

  self->lon = atlas_mercator_lon (atlas_mercator_x (self->lon) + dx / world);
  self->lat = atlas_mercator_lat (atlas_mercator_y (self->lat) + dy / world);
  return make_step (self);
}

gboolean
bench_stage_save (BenchStage *self, const char *path)
{
  GtkWidget *map = gtk_window_get_child (bench_scene_get_window (self->scene));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (map);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (map));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, BENCH_SCENE_WIDTH, BENCH_SCENE_HEIGHT);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, BENCH_SCENE_WIDTH, BENCH_SCENE_HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  return gdk_texture_save_to_png (texture, path);
}

const char *
bench_stage_get_error (BenchStage *self)
{
  const GError *error = bench_scene_get_error (self->scene);

  return error != NULL ? error->message : NULL;
}
