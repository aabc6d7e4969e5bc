/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-resources.h"
#include "atlas-widgets.h"

void
atlas_widgets_init (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) style = NULL;

  g_return_if_fail (display != NULL);

  /* The linker drops a constructor that nothing calls from a static library, so the resources are
   * asked for by name. */
  atlas_register_resource ();

  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/iliatlas/IliAtlas/style.css");
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/iliatlas/IliAtlas/icons");
}
