/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-scene.h"

G_BEGIN_DECLS

/**
 * BenchStage:
 *
 * Plays the workloads on a scene and times them. A step takes from the change, which is made at the
 * beginning of a frame so that the wait for the next sixtieth of a second does not count, to the
 * end of the frame in which all stands that was asked for, and on until the display server has
 * taken it.
 */
typedef struct _BenchStage BenchStage;

/* Shows the scene; comes back after its first frame. */
BenchStage *bench_stage_new (BenchScene *scene);
void bench_stage_free (BenchStage *self);

/* All in milliseconds. The home view is 80 E 43 N. */
double bench_stage_load (BenchStage *self,
                         const char *points,
                         const char *territories,
                         double zoom,
                         int year);
void bench_stage_go_home (BenchStage *self, double zoom, int year);
double bench_stage_step_to_year (BenchStage *self, int year);
double bench_stage_pan (BenchStage *self, double dx, double dy);

/* Why the files could not be read (nullable). */
const char *bench_stage_get_error (BenchStage *self);

/* Writes what the window shows as PNG. */
gboolean bench_stage_save (BenchStage *self, const char *path);

G_END_DECLS
