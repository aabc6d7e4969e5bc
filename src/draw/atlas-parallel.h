/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does a part of some work; the parts must not depend on each other. */
typedef void (*AtlasParallelFunc) (guint part, gpointer user_data);

/* Calls @func once for each number below @n_parts, on as many threads as the machine has
 * processors, this one among them, and comes back when all are done. */
void atlas_parallel_run (guint n_parts, AtlasParallelFunc func, gpointer user_data);

G_END_DECLS
