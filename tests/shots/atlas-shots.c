/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <cairo.h>
#include <stdlib.h>

#include "atlas-interface-language.h"
#include "atlas-window-pages.h"

/* A picture of each page in one language, style and size: for looking at. See
 * tests/shots/README.md.
 */

static void
save (GtkWidget *widget, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  cairo_surface_t *surface = atlas_test_render (widget);

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* A file that is none of the atlas's. */
static void
save_broken (int width, int height, const char *folder)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "fixtures", "broken", "cut-short", NULL);
  AtlasWindow *window = atlas_test_window_new_sized (path, width, height);
  GtkWidget *reason;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      reason = atlas_test_find_class (GTK_WIDGET (window), "doubt");
    }
  while (reason == NULL || !gtk_widget_get_mapped (reason));
  atlas_test_next_frame (GTK_WIDGET (window));
  save (GTK_WIDGET (window), folder, "broken");
  atlas_test_window_close (window);
}

static void
set_style (const char *style)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (style, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                  : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

int
main (int argc, char *argv[])
{
  AtlasWindow *window;
  int width, height;
  guint n;
  const AtlasTestPage *pages = atlas_test_get_pages (&n);

  if (argc != 6)
    {
      g_printerr ("Usage: atlas-shots LANGUAGE light|dark WIDTH HEIGHT FOLDER\n");
      return 2;
    }
  width = atoi (argv[3]);
  height = atoi (argv[4]);
  atlas_interface_language_prepare ();
  argc = 1;
  atlas_test_init_widgets (&argc, &argv);
  atlas_test_speak (argv[1]);
  set_style (argv[2]);
  window = atlas_test_window_new_sized (NULL, width, height);
  atlas_test_settle (window);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *shown = atlas_test_show_page (window, &pages[i]);

      save (shown, argv[5], pages[i].name);
      atlas_test_hide_page (window, shown);
    }
  atlas_test_window_close (window);
  save_broken (width, height, argv[5]);
  return 0;
}
