/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-subject.h"

G_BEGIN_DECLS

/**
 * bench_run:
 * @subject: what is measured
 * @began: monotonic time at which the process was started, microseconds
 * @only_start: ends after the first complete frame
 *
 * Runs the program of @subject, moves it about as its frames go by, and prints what that took, one
 * JSON object a line.
 *
 * Returns: the exit status
 */
int bench_run (BenchSubject *subject, gint64 began, gboolean only_start);

G_END_DECLS
