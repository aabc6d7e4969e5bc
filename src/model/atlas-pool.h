/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "atlas-text.h"

G_BEGIN_DECLS

/**
 * AtlasPool:
 *
 * The memory of one atlas. Its records own no strings or lists of their own: they share one pool,
 * which each of them holds on to, and which goes when the last of them does. Filled by one thread;
 * afterwards nobody writes to it.
 */
typedef struct _AtlasPool AtlasPool;

AtlasPool *atlas_pool_new (void);
AtlasPool *atlas_pool_ref (AtlasPool *self);
void atlas_pool_unref (AtlasPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPool, atlas_pool_unref)

/* The pool's copy of @text; equal texts have one copy, so ids can be compared as pointers. NULL
 * gives NULL. */
const char *atlas_pool_string (AtlasPool *self, const char *text);

/* Keeps memory that strings of the atlas lie in. */
void atlas_pool_hold (AtlasPool *self, GBytes *bytes);

/* Zeroed memory for @n things of @size, as large as any alignment asks; NULL where @n is 0. */
gpointer atlas_pool_array (AtlasPool *self, gsize n, gsize size);

/* Takes over the caller's reference and returns @text; NULL gives NULL. */
AtlasText *atlas_pool_text (AtlasPool *self, AtlasText *text);

G_END_DECLS
