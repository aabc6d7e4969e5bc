/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "atlas-interface-language.h"
#include "atlas-renderer.h"
#include "atlas-theme.h"
#include "bench-report.h"
#include "bench-run.h"

/* Starts of either window, taken in turn so that what else the machine does falls on both. */
#define STARTS 7

static gboolean bare;
static gboolean atlas;
static gboolean only_start;
static gint64 began;

static const GOptionEntry options[] = {
  { "bare", 0, 0, G_OPTION_ARG_NONE, &bare, "Measure the bare window alone", NULL },
  { "atlas", 0, 0, G_OPTION_ARG_NONE, &atlas, "Measure the atlas alone", NULL },
  { "only-start", 0, 0, G_OPTION_ARG_NONE, &only_start, "End after the first frame", NULL },
  { "began", 0, 0, G_OPTION_ARG_INT64, &began, "Monotonic time of the start", "MICROSECONDS" },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

/* "bare/pan-frame" and the like -> the series of the values that were printed for it. */
typedef GHashTable Figures;

static void
note_line (Figures *figures, const char *prefix, const char *line)
{
  static const char *const members[] = { "p50_ms", "milliseconds", "kilobytes", "share" };
  g_autoptr (JsonNode) node = json_from_string (line, NULL);
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *key = NULL;
      BenchSeries *series;

      if (!json_object_has_member (object, members[i]))
        continue;
      key = g_strdup_printf ("%s/%s", prefix, json_object_get_string_member (object, "measure"));
      series = g_hash_table_lookup (figures, key);
      if (series == NULL)
        {
          series = bench_series_new ();
          g_hash_table_insert (figures, g_steal_pointer (&key), series);
        }
      bench_series_add (series, json_object_get_double_member (object, members[i]));
    }
}

static gboolean
run_child (Figures *figures, const char *prefix, const char *subject, gboolean start)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *when = g_strdup_printf ("--began=%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *arguments[] = { program, subject, when, start ? "--only-start" : NULL, NULL };
  g_auto (GStrv) lines = NULL;

  child = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!start && lines[i][0] == '{')
        g_print ("%s\n", lines[i]);
      note_line (figures, prefix, lines[i]);
    }
  return g_subprocess_get_successful (child);
}

static double
get_median (Figures *figures, const char *key)
{
  BenchSeries *series = g_hash_table_lookup (figures, key);

  return series != NULL ? bench_series_get_quantile (series, 0.5) : 0.0;
}

static void
report_ratio (Figures *figures, const char *measure, const char *over, const char *under)
{
  double first = get_median (figures, over), second = get_median (figures, under);

  g_print ("{\"ratio\": \"%s\", \"atlas\": %.2f, \"bare\": %.2f, \"value\": %.2f}\n",
           measure,
           first,
           second,
           second > 0.0 ? first / second : 0.0);
}

/* Moving a map that lies over the relief, against moving the relief alone. */
static void
report_tiles (Figures *figures)
{
  double tiles = get_median (figures, "atlas/tiles-frame");
  double relief = get_median (figures, "atlas/pan-frame");

  g_print ("{\"ratio\": \"pan-over-tiles\", \"tiles\": %.2f, \"relief\": %.2f, \"value\": %.2f}\n",
           tiles,
           relief,
           relief > 0.0 ? tiles / relief : 0.0);
}

static int
compare (void)
{
  g_autoptr (GHashTable) figures =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bench_series_free);
  gboolean good = TRUE;

  for (int i = 0; i < STARTS && good; i++)
    good = run_child (figures, "bare-start", "--bare", TRUE) &&
           run_child (figures, "atlas-start", "--atlas", TRUE);
  good = good && run_child (figures, "bare", "--bare", FALSE) &&
         run_child (figures, "atlas", "--atlas", FALSE);
  if (!good)
    return 1;

  report_ratio (figures, "start", "atlas-start/start", "bare-start/start");
  report_ratio (figures,
                "memory-at-start",
                "atlas-start/memory-at-start",
                "bare-start/memory-at-start");
  report_ratio (figures, "memory-after-use", "atlas/memory-after-use", "bare/memory-after-use");
  report_ratio (figures, "pan-frame", "atlas/pan-frame", "bare/pan-frame");
  report_ratio (figures, "zoom-frame", "atlas/zoom-frame", "bare/zoom-frame");
  report_tiles (figures);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  BenchSubject *subject;
  int status;

  began = g_get_monotonic_time ();
  atlas_interface_language_prepare ();
  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (!bare && !atlas)
    return compare ();

  /* The bare window is what GTK gives by itself, but for the renderer, which would be another one
   * and far slower where the atlas chooses cairo. */
  if (bare)
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
  else
    {
      atlas_renderer_choose ();
      atlas_theme_skip_default ();
    }
  subject = bench_subject_new (bare);
  status = bench_run (subject, began, only_start);
  bench_subject_free (subject);
  return status;
}
