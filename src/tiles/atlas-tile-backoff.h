/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long to wait after the @failures-th failure in a row, milliseconds: two seconds, then four,
 * and so on up to ten minutes, each shortened at random by up to a half, so that those who failed
 * together do not come back together. */
gint64 atlas_tile_backoff_get_delay (guint failures, GRand *random);

#define ATLAS_TILE_BACKOFF_FIRST 2000
#define ATLAS_TILE_BACKOFF_MOST 600000

G_END_DECLS
