/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "atlas-memory.h"

/* Blocks larger than what GTK takes for a frame of an ordinary window go back to the system when
 * they are freed: ground that is being read, mostly. */
#define LARGE_BLOCK (6 * 1024 * 1024)
/* What is free at the end of the heap stays there, because the next frame takes it again. */
#define SPARE_ROOM (16 * 1024 * 1024)
/* Threads that allocate at one time: one that draws and the main one; more are seldom, and wait. */
#define ARENAS 2

void
atlas_memory_tune (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
  mallopt (M_TRIM_THRESHOLD, SPARE_ROOM);
  mallopt (M_ARENA_MAX, ARENAS);
#endif
}
