/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-renderer.h"

#define DEVICES "/dev/dri"

static gboolean
has_gpu (void)
{
  g_autoptr (GDir) devices = g_dir_open (DEVICES, 0, NULL);
  const char *name;

  while (devices != NULL && (name = g_dir_read_name (devices)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

/* Asking a processor what it could do in a card's place takes longer than all else at the start,
 * and the answer is of no use to cairo. */
static void
disable_gl (void)
{
  const char *flags = g_getenv ("GDK_DEBUG");
  g_autofree char *more = flags != NULL ? g_strconcat (flags, ",gl-disable", NULL) : NULL;

  g_setenv ("GDK_DEBUG", more != NULL ? more : "gl-disable", TRUE);
}

void
atlas_renderer_choose (void)
{
  if (has_gpu ())
    return;
  if (g_getenv ("GSK_RENDERER") == NULL)
    g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    disable_gl ();
}
