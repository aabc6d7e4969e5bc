/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_SUM_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* Goes on with @sum over @n bytes, eight at a time: to notice that something has changed by
 * accident, several gigabytes a second; not against forgery. */
guint64 atlas_sum_bytes (guint64 sum, gconstpointer data, gsize n);

G_END_DECLS
