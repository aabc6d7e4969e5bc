/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>

#include "atlas-interface-style.h"

AtlasMapStyle
atlas_interface_style_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? ATLAS_MAP_STYLE_CONTRAST_DARK : ATLAS_MAP_STYLE_CONTRAST_LIGHT;
  return dark ? ATLAS_MAP_STYLE_DARK : ATLAS_MAP_STYLE_LIGHT;
}
