/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "atlas-tile-source.h"

/* What the tests of sources share. */

/* Runs the main loop until nothing is under way. */
static inline void
tile_test_settle (AtlasTileSource *source)
{
  while (!atlas_tile_source_is_settled (source))
    g_main_context_iteration (NULL, TRUE);
}

/* Whether @text stands anywhere in a file, which may hold noughts. */
static inline gboolean
tile_test_contains (const char *bytes, gsize length, const char *text)
{
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, text, n) == 0)
      return TRUE;
  return FALSE;
}

/* Gives @object up and waits for its end: threads and connections that are under way hold what they
 * work on until they have ended themselves. */
static inline void
tile_test_finalize (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}
