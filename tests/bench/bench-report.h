/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths of time that were measured one after the other, in milliseconds. */
typedef struct _BenchSeries BenchSeries;

BenchSeries *bench_series_new (void);
void bench_series_free (BenchSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSeries, bench_series_free)

void bench_series_add (BenchSeries *self, double milliseconds);
guint bench_series_get_length (const BenchSeries *self);

/* The value below which @share (0 to 1) of all lie, by nearest rank; 0 for an empty series. */
double bench_series_get_quantile (const BenchSeries *self, double share);

/* Prints one line of JSON: what was measured and on what, how often, and the middle, the 95th of a
 * hundred and the largest. */
void bench_report_series (const char *subject, const char *measure, const BenchSeries *series);

/* Prints one line of JSON with one number in it. */
void bench_report_number (const char *subject, const char *measure, const char *unit, double value);

/* The most memory that this process has held so far, kilobytes. */
double bench_report_get_peak_memory (void);

G_END_DECLS
