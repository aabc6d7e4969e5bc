/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "atlas-memory.h"

/* Larger blocks go back to the system when they are freed. Left alone, the library learns from the
 * first picture that is freed to keep all of them, and their room fills up with small things. */
#define LARGE_BLOCK (512 * 1024)
/* Threads that allocate at one time: one that draws, one that writes, the main one. */
#define ARENAS 3

void
atlas_memory_tune (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
  mallopt (M_ARENA_MAX, ARENAS);
#endif
}
