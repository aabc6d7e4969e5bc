/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells the C library how this program uses memory: frames of some megabytes that come and go,
 * and threads that share what they make. Call before there are threads. */
void atlas_memory_tune (void);

G_END_DECLS
