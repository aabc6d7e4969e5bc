/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>

#include "atlas-resources.h"
#include "atlas-widgets.h"

/* A sheet of styles that holds only some of the time. AdwApplication would do this, if the
 * resources were there before it starts. */
typedef struct
{
  GtkCssProvider *provider;
  gboolean added;
} Sheet;

static void
free_sheet (gpointer data, GClosure *closure)
{
  Sheet *sheet = data;

  g_object_unref (sheet->provider);
  g_free (sheet);
}

static GtkCssProvider *
load_styles (const char *name)
{
  GtkCssProvider *provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat ("/io/github/iliatlas/IliAtlas/", name, NULL);

  gtk_css_provider_load_from_resource (provider, path);
  return provider;
}

static void
condition_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, Sheet *sheet)
{
  GdkDisplay *display = gdk_display_get_default ();
  gboolean holds;

  g_object_get (manager, pspec->name, &holds, NULL);
  if (holds && !sheet->added)
    gtk_style_context_add_provider_for_display (display,
                                                GTK_STYLE_PROVIDER (sheet->provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else if (!holds && sheet->added)
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (sheet->provider));
  sheet->added = holds;
}

/* Has the styles of @name hold while @property of the style manager does. */
static void
add_styles_while (const char *property, const char *name)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->provider = load_styles (name);
  g_signal_connect_data (manager, signal, G_CALLBACK (condition_changed_cb), sheet, free_sheet, 0);
  condition_changed_cb (manager,
                        g_object_class_find_property (G_OBJECT_GET_CLASS (manager), property),
                        sheet);
}

void
atlas_widgets_init (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) style = NULL;

  g_return_if_fail (display != NULL);

  /* The linker drops a constructor that nothing calls from a static library, so the resources are
   * asked for by name. */
  atlas_register_resource ();

  style = load_styles ("style.css");
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  add_styles_while ("dark", "style-dark.css");
  add_styles_while ("high-contrast", "style-hc.css");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/iliatlas/IliAtlas/icons");
}
