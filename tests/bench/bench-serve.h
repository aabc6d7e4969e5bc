/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-stage.h"

G_BEGIN_DECLS

/* Reads one JSON request a line from standard input and answers each with one JSON line, until the
 * input ends: load, view, drag, pan and shot, as README.md describes them. Returns the exit status.
 */
int bench_serve (BenchStage *stage, const char *name);

G_END_DECLS
