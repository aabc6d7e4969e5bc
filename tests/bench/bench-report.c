/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench-report.h"

struct _BenchSeries
{
  GArray *values;
};

BenchSeries *
bench_series_new (void)
{
  BenchSeries *self = g_new0 (BenchSeries, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
bench_series_free (BenchSeries *self)
{
  g_array_unref (self->values);
  g_free (self);
}

void
bench_series_add (BenchSeries *self, double milliseconds)
{
  g_array_append_val (self->values, milliseconds);
}

guint
bench_series_get_length (const BenchSeries *self)
{
  return self->values->len;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_series_get_quantile (const BenchSeries *self, double share)
{
  g_autoptr (GArray) sorted = g_array_copy (self->values);
  guint rank;

  if (sorted->len == 0)
    return 0.0;
  g_array_sort (sorted, compare_values);
  rank = (guint) ceil (share * sorted->len);
  return g_array_index (sorted, double, CLAMP (rank, 1, sorted->len) - 1);
}

void
bench_report_series (const char *subject, const char *measure, const BenchSeries *series)
{
  g_print ("{\"subject\": \"%s\", \"measure\": \"%s\", \"n\": %u, \"p50_ms\": %.2f, "
           "\"p95_ms\": %.2f, \"max_ms\": %.2f}\n",
           subject,
           measure,
           bench_series_get_length (series),
           bench_series_get_quantile (series, 0.5),
           bench_series_get_quantile (series, 0.95),
           bench_series_get_quantile (series, 1.0));
}

void
bench_report_number (const char *subject, const char *measure, const char *unit, double value)
{
  g_print ("{\"subject\": \"%s\", \"measure\": \"%s\", \"%s\": %.2f}\n",
           subject,
           measure,
           unit,
           value);
}

double
bench_report_get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0.0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) : 0.0;
}
