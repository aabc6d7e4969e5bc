/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include "bench-report.h"
#include "bench-run.h"

#define PAN_STEPS 60
#define PAN_PIXELS 20.0
#define ZOOM_STEPS 60
#define ZOOM_LEVELS 0.05
#define FIRST_YEAR 1717
#define LAST_YEAR 1949
/* Between two scenes everything that was begun comes to its end. */
#define REST_MS 1500
/* A frame that is not complete after so long never will be. */
#define MOST_SECONDS 60

typedef enum
{
  SCENE_START,
  SCENE_REST,
  SCENE_PAN,
  SCENE_ZOOM,
  SCENE_LOAD_TILES, /* the way of the next scene, so that its tiles are at hand */
  SCENE_TILES,
  SCENE_YEARS,
  SCENE_END,
} Scene;

typedef struct
{
  BenchSubject *subject;
  GdkFrameClock *clock;
  gint64 began;
  gboolean only_start;
  gboolean failed;
  GMainLoop *loop;

  Scene scene, next;
  int step;
  gboolean moving;     /* a step was made and does not stand yet */
  gint64 frame_began;  /* before-paint of the frame that is being painted */
  gint64 step_began;   /* the same of the frame in which the step was made */
  gint64 period_began; /* the same of the step before */
  guint n_at_once;     /* steps that stood in their own frame */

  BenchSeries *frames;
  BenchSeries *periods;
  BenchSeries *settled;
} Run;

static double
milliseconds_since (gint64 time)
{
  return (double) (g_get_monotonic_time () - time) / 1000.0;
}

static void
clear_series (Run *run)
{
  g_clear_pointer (&run->frames, bench_series_free);
  g_clear_pointer (&run->periods, bench_series_free);
  g_clear_pointer (&run->settled, bench_series_free);
  run->frames = bench_series_new ();
  run->periods = bench_series_new ();
  run->settled = bench_series_new ();
  run->step = 0;
  run->period_began = 0;
  run->n_at_once = 0;
  run->moving = FALSE;
}

static void
request_frame (Run *run)
{
  gdk_frame_clock_request_phase (run->clock, GDK_FRAME_CLOCK_PHASE_BEFORE_PAINT);
}

static void
end (Run *run)
{
  g_application_quit (bench_subject_get_application (run->subject));
}

static gboolean
rested_cb (gpointer user_data)
{
  Run *run = user_data;

  run->scene = run->next;
  clear_series (run);
  if (run->scene == SCENE_END)
    {
      bench_report_number (bench_subject_get_name (run->subject),
                           "memory-after-use",
                           "kilobytes",
                           bench_report_get_peak_memory ());
      end (run);
    }
  else
    request_frame (run);
  return G_SOURCE_REMOVE;
}

static void
rest_before (Run *run, Scene next)
{
  run->scene = SCENE_REST;
  run->next = next;
  g_timeout_add (REST_MS, rested_cb, run);
}

/* What a hand would do between two frames. FALSE when the scene is over. */
static gboolean
make_step (Run *run)
{
  switch (run->scene)
    {
    case SCENE_PAN:
    case SCENE_LOAD_TILES:
    case SCENE_TILES:
      if (run->step >= PAN_STEPS)
        return FALSE;
      bench_subject_move (run->subject, run->step < PAN_STEPS / 2 ? PAN_PIXELS : -PAN_PIXELS, 0.0);
      break;
    case SCENE_ZOOM:
      if (run->step >= ZOOM_STEPS)
        return FALSE;
      bench_subject_move (run->subject,
                          0.0,
                          run->step < ZOOM_STEPS / 2 ? ZOOM_LEVELS : -ZOOM_LEVELS);
      break;
    case SCENE_YEARS:
      if (FIRST_YEAR + run->step > LAST_YEAR)
        return FALSE;
      bench_subject_set_year (run->subject, FIRST_YEAR + run->step);
      break;
    case SCENE_START:
    case SCENE_REST:
    case SCENE_END:
    default:
      return FALSE;
    }
  run->step++;
  return TRUE;
}

static void
before_paint_cb (GdkFrameClock *clock, Run *run)
{
  run->frame_began = g_get_monotonic_time ();
  if (run->scene == SCENE_START || run->scene == SCENE_REST || run->moving)
    return;
  if (!make_step (run))
    return;
  run->moving = TRUE;
  run->step_began = run->frame_began;
  if (run->period_began != 0)
    bench_series_add (run->periods, (double) (run->frame_began - run->period_began) / 1000.0);
  run->period_began = run->frame_began;
}

static void
report_scene (Run *run, const char *frames, const char *periods)
{
  const char *name = bench_subject_get_name (run->subject);

  bench_report_series (name, frames, run->frames);
  bench_report_series (name, periods, run->periods);
}

static void
finish_scene (Run *run)
{
  const char *name = bench_subject_get_name (run->subject);

  switch (run->scene)
    {
    case SCENE_PAN:
      report_scene (run, "pan-frame", "pan-period");
      rest_before (run, SCENE_ZOOM);
      break;
    case SCENE_ZOOM:
      report_scene (run, "zoom-frame", "zoom-period");
      rest_before (run, g_str_equal (name, "bare") ? SCENE_END : SCENE_LOAD_TILES);
      if (run->next == SCENE_LOAD_TILES)
        bench_subject_show_tiles (run->subject, TRUE);
      break;
    case SCENE_LOAD_TILES:
      rest_before (run, SCENE_TILES);
      break;
    case SCENE_TILES:
      report_scene (run, "tiles-frame", "tiles-period");
      bench_subject_show_tiles (run->subject, FALSE);
      rest_before (run, SCENE_YEARS);
      break;
    case SCENE_YEARS:
      bench_report_series (name, "year-settled", run->settled);
      report_scene (run, "year-frame", "year-period");
      bench_report_number (name,
                           "years-in-one-frame",
                           "share",
                           run->n_at_once /
                             (double) MAX (1, bench_series_get_length (run->settled)));
      rest_before (run, SCENE_END);
      break;
    case SCENE_START:
    case SCENE_REST:
    case SCENE_END:
    default:
      break;
    }
}

static void
note_start (Run *run)
{
  const char *name = bench_subject_get_name (run->subject);

  bench_report_number (name, "start", "milliseconds", milliseconds_since (run->began));
  bench_report_number (name, "memory-at-start", "kilobytes", bench_report_get_peak_memory ());
  if (run->only_start)
    {
      end (run);
      return;
    }
  bench_subject_enter (run->subject);
  rest_before (run, SCENE_PAN);
}

/* The first frame of a scene stands for nothing, because the clock was asleep before it; so does
 * the first year, which is a leap and no step. */
static void
note_frame (Run *run)
{
  gboolean counts = run->step > 1;
  gboolean settled = (run->scene != SCENE_YEARS && run->scene != SCENE_LOAD_TILES) ||
                     bench_subject_is_complete (run->subject);

  if (counts)
    bench_series_add (run->frames, milliseconds_since (run->frame_began));
  if (settled && counts)
    {
      bench_series_add (run->settled, milliseconds_since (run->step_began));
      run->n_at_once += run->step_began == run->frame_began;
    }
  run->moving = !settled;
}

static void
after_paint_cb (GdkFrameClock *clock, Run *run)
{
  if (run->scene == SCENE_START && bench_subject_is_complete (run->subject))
    note_start (run);
  if (run->scene == SCENE_START || run->scene == SCENE_REST)
    return;
  if (!run->moving)
    {
      finish_scene (run);
      return;
    }
  note_frame (run);
  /* The last step leads to one more frame, in which nothing is left to do. */
  request_frame (run);
}

static void
realized_cb (GtkWidget *window, Run *run)
{
  run->clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect (run->clock, "before-paint", G_CALLBACK (before_paint_cb), run);
  g_signal_connect (run->clock, "after-paint", G_CALLBACK (after_paint_cb), run);
}

static void
window_added_cb (Run *run, GtkWindow *window)
{
  if (bench_subject_get_window (run->subject) == window)
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), run);
}

static gboolean
too_late_cb (gpointer user_data)
{
  Run *run = user_data;

  g_printerr ("%s: not complete after %d seconds\n",
              bench_subject_get_name (run->subject),
              MOST_SECONDS);
  run->failed = TRUE;
  end (run);
  return G_SOURCE_REMOVE;
}

int
bench_run (BenchSubject *subject, gint64 began, gboolean only_start)
{
  char *arguments[] = { g_strdup ("atlas-bench"), NULL };
  Run run = { .subject = subject, .began = began, .only_start = only_start };
  guint watch = g_timeout_add_seconds (MOST_SECONDS, too_late_cb, &run);
  int status;

  clear_series (&run);
  g_signal_connect_swapped (bench_subject_get_application (subject),
                            "window-added",
                            G_CALLBACK (window_added_cb),
                            &run);
  status = g_application_run (bench_subject_get_application (subject), 1, arguments);
  if (!run.failed)
    g_source_remove (watch);
  g_clear_pointer (&run.frames, bench_series_free);
  g_clear_pointer (&run.periods, bench_series_free);
  g_clear_pointer (&run.settled, bench_series_free);
  g_free (arguments[0]);
  return run.failed ? 1 : status;
}
