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

void
atlas_renderer_choose (void)
{
  if (g_getenv ("GSK_RENDERER") == NULL && !has_gpu ())
    g_setenv ("GSK_RENDERER", "cairo", TRUE);
}
