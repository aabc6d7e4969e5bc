/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BENCH_SCENE_WIDTH 1280
#define BENCH_SCENE_HEIGHT 800

/**
 * BenchScene:
 *
 * A window of 1280 by 800 pixels with a map on plain white, on which the features of two GeoJSON
 * files are shown year by year: by the atlas's own map, or, @stock, by what libshumate has for
 * that, as a first attempt would use it: a marker for each point and a path layer for each area.
 */
typedef struct _BenchScene BenchScene;

BenchScene *bench_scene_new (gboolean stock);
void bench_scene_free (BenchScene *self);

GtkWindow *bench_scene_get_window (BenchScene *self);
const char *bench_scene_get_name (BenchScene *self);

/* Begins to read; bench_scene_is_complete() tells when it is done. */
void bench_scene_load (BenchScene *self, const char *points, const char *territories);

/* Why reading failed (nullable). */
const GError *bench_scene_get_error (BenchScene *self);

/* Shows what exists at any time in @year, proleptic Gregorian. */
void bench_scene_set_year (BenchScene *self, int year);

/* The centre in degrees, and the zoom at which the world is 256 * 2^zoom pixels wide. */
void bench_scene_set_view (BenchScene *self, double lon, double lat, double zoom);
void bench_scene_get_view (BenchScene *self, double *lon, double *lat, double *zoom);

/* Whether the frame that was just painted shows all that was asked for. */
gboolean bench_scene_is_complete (BenchScene *self);

G_END_DECLS
