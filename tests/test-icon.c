/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* The icons are read as the desktop reads them: the loader is chosen by the first bytes of the
 * file, so that a long comment before the root element already hides a picture from it. */

typedef struct
{
  const char *name;
  int size;
} Case;

static GdkPixbuf *
load (const Case *icon)
{
  g_autofree char *path = g_build_filename (ICONS_DIR, icon->name, NULL);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *picture = gdk_pixbuf_new_from_file_at_size (path, icon->size, icon->size, &error);

  g_assert_no_error (error);
  return picture;
}

static guint
get_alpha (GdkPixbuf *picture, int x, int y)
{
  const guchar *pixels = gdk_pixbuf_read_pixels (picture);

  return pixels[y * gdk_pixbuf_get_rowstride (picture) + x * 4 + 3];
}

/* Square, opaque where the ranges stand, free in the upper corners. */
static void
test_icon (gconstpointer data)
{
  const Case *icon = data;
  g_autoptr (GdkPixbuf) picture = load (icon);
  int last = icon->size - 1;

  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, icon->size);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, icon->size);
  g_assert_true (gdk_pixbuf_get_has_alpha (picture));
  g_assert_cmpuint (get_alpha (picture, 0, 0), ==, 0);
  g_assert_cmpuint (get_alpha (picture, last, 0), ==, 0);
  g_assert_cmpuint (get_alpha (picture, icon->size / 8, icon->size * 3 / 4), ==, 255);
  g_assert_cmpuint (get_alpha (picture, icon->size * 7 / 8 - 1, icon->size * 3 / 4), ==, 255);
}

/* Blue on the left, ochre on the right: the colours of the two empires, as on the map. */
static void
test_colours (void)
{
  static const Case icon = { "scalable/apps/" ATLAS_APP_ID ".svg", 16 };
  g_autoptr (GdkPixbuf) picture = load (&icon);
  const guchar *row = gdk_pixbuf_read_pixels (picture) + 8 * gdk_pixbuf_get_rowstride (picture);
  const guchar *west = row + 3 * 4, *east = row + 12 * 4;

  g_assert_cmpint (west[2], >, west[0] + 40);
  g_assert_cmpint (east[0], >, east[2] + 40);
}

int
main (int argc, char *argv[])
{
  static const Case cases[] = {
    { "scalable/apps/" ATLAS_APP_ID ".svg", 16 },
    { "scalable/apps/" ATLAS_APP_ID ".svg", 48 },
    { "scalable/apps/" ATLAS_APP_ID ".svg", 128 },
    { "symbolic/apps/" ATLAS_APP_ID "-symbolic.svg", 16 },
    { "symbolic/apps/" ATLAS_APP_ID "-symbolic.svg", 32 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/icon/%s/%d", i < 3 ? "full" : "symbolic", cases[i].size);

      g_test_add_data_func (path, &cases[i], test_icon);
    }
  g_test_add_func ("/icon/colours", test_colours);
  return g_test_run ();
}
