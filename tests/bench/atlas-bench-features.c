/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include <gtk/gtk.h>
#include <locale.h>
#include <time.h>

#include "atlas-memory.h"
#include "atlas-renderer.h"
#include "atlas-widgets.h"
#include "bench-report.h"
#include "bench-serve.h"

#define FIRST_YEAR 1717
#define LAST_YEAR 1949
#define FIXED_YEAR 1878
#define PAN_STEPS 60
#define PAN_PIXELS 20.0

static gboolean stock;
static gboolean serve;
static char *points;
static char *territories;

static const GOptionEntry options[] = {
  { "stock", 0, 0, G_OPTION_ARG_NONE, &stock, "Measure libshumate's own layers", NULL },
  { "serve", 0, 0, G_OPTION_ARG_NONE, &serve, "Take requests from standard input", NULL },
  { "points", 0, 0, G_OPTION_ARG_FILENAME, &points, "Events, GeoJSON", "FILE" },
  { "territories", 0, 0, G_OPTION_ARG_FILENAME, &territories, "Areas, GeoJSON", "FILE" },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

/* Processor time of all threads, milliseconds. */
static double
get_processor_time (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

static void
report (const char *name, const char *workload, int zoom, BenchSeries *series, double cpu)
{
  g_autofree char *measure = g_strdup_printf ("%s-zoom-%d", workload, zoom);
  g_autofree char *cpu_measure = g_strdup_printf ("%s-cpu", measure);

  bench_report_series (name, measure, series);
  bench_report_number (name,
                       cpu_measure,
                       "milliseconds",
                       (get_processor_time () - cpu) / bench_series_get_length (series));
}

static void
measure_pan (BenchStage *stage, const char *name, int zoom)
{
  static const double directions[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  g_autoptr (BenchSeries) series = bench_series_new ();
  double cpu;

  bench_stage_pan (stage, PAN_PIXELS, 0.0);
  bench_stage_pan (stage, -PAN_PIXELS, 0.0);
  cpu = get_processor_time ();
  for (int i = 0; i < PAN_STEPS; i++)
    {
      const double *direction = directions[i * 4 / PAN_STEPS];

      bench_series_add (series,
                        bench_stage_pan (stage,
                                         direction[0] * PAN_PIXELS,
                                         direction[1] * PAN_PIXELS));
    }
  report (name, "pan", zoom, series, cpu);
}

static void
measure_drag (BenchStage *stage, const char *name, int zoom)
{
  g_autoptr (BenchSeries) series = bench_series_new ();
  double cpu;

  bench_stage_step_to_year (stage, FIRST_YEAR);
  cpu = get_processor_time ();
  for (int year = FIRST_YEAR + 1; year <= LAST_YEAR; year++)
    bench_series_add (series, bench_stage_step_to_year (stage, year));
  report (name, "drag", zoom, series, cpu);
}

static int
measure_all (BenchStage *stage, const char *name)
{
  static const int zooms[] = { 4, 6 };
  g_autoptr (BenchSeries) load = bench_series_new ();

  bench_series_add (load, bench_stage_load (stage, points, territories, zooms[0], FIXED_YEAR));
  if (bench_stage_get_error (stage) != NULL)
    {
      g_printerr ("%s\n", bench_stage_get_error (stage));
      return 1;
    }
  bench_report_series (name, "load", load);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      bench_stage_go_home (stage, zooms[i], FIXED_YEAR);
      measure_pan (stage, name, zooms[i]);
      measure_drag (stage, name, zooms[i]);
    }
  bench_report_number (name, "memory", "kilobytes", bench_report_get_peak_memory ());
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  BenchScene *scene;
  BenchStage *stage;
  int status;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      (!serve && (points == NULL || territories == NULL)))
    {
      g_printerr ("%s\n",
                  error != NULL ? error->message : "--serve, or --points and --territories");
      return 2;
    }
  atlas_memory_tune ();
  atlas_renderer_choose ();
  gtk_init ();
  atlas_widgets_init ();
  scene = bench_scene_new (stock);
  stage = bench_stage_new (scene);
  status = serve ? bench_serve (stage, bench_scene_get_name (scene))
                 : measure_all (stage, bench_scene_get_name (scene));
  bench_stage_free (stage);
  bench_scene_free (scene);
  return status;
}
