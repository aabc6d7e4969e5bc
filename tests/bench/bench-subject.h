/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BENCH_WIDTH 1280
#define BENCH_HEIGHT 800

/**
 * BenchSubject:
 *
 * A window that is measured: the atlas as it starts from the command line, or a bare application
 * window that holds nothing but an empty ShumateMap.
 */
typedef struct _BenchSubject BenchSubject;

BenchSubject *bench_subject_new (gboolean bare);
void bench_subject_free (BenchSubject *self);

GApplication *bench_subject_get_application (BenchSubject *self);
const char *bench_subject_get_name (BenchSubject *self);

/* (nullable) before it was made. */
GtkWindow *bench_subject_get_window (BenchSubject *self);

/* Whether the frame that was just painted shows all that there is to show. */
gboolean bench_subject_is_complete (BenchSubject *self);

/* From the first page to the map. */
void bench_subject_enter (BenchSubject *self);

/* Moves the view by pixels and levels of zoom, and has it painted. */
void bench_subject_move (BenchSubject *self, double pixels, double levels);

/* Sets the date to the first of July of @year; only for the atlas. */
/* Lays a map over the relief, from a server that the subject runs itself; or takes it away. */
void bench_subject_show_tiles (BenchSubject *self, gboolean show);

void bench_subject_set_year (BenchSubject *self, int year);

G_END_DECLS
