/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-interface-language.h"
#include "atlas-window-pages.h"

/* In each language every text has the room that it needs, in a window of 1024 by 768. */

#define WIDTH 1024
#define HEIGHT 768

static const AtlasTestPage *current_page;
static const char *current_language;

static void
complain (GtkWidget *widget, const char *what, const char *text)
{
  g_test_message ("%s, %s: %s: \"%s\" in %s",
                  current_language,
                  current_page->name,
                  what,
                  text,
                  G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  g_test_fail ();
}

/* What is cut short can be read whole under the pointer. */
static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_WINDOW (widget); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static void
check_label (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  const char *text = gtk_label_get_text (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (text[0] == '\0')
    return;
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (widget))
    complain (widget, "cut short without a tooltip", text);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget))
    complain (widget, "too wide for its place", text);
  if (height > gtk_widget_get_height (widget))
    complain (widget, "too high for its place", text);
}

/* Nothing reaches out of the window at its sides. What scrolls sees to itself. */
static void
check_place (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, root, &bounds))
    return;
  if (bounds.origin.x < -1.0f ||
      bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root) + 1.0f)
    complain (widget, "out of the window", gtk_label_get_text (GTK_LABEL (widget)));
}

static void
check_tree (GtkWidget *widget, GtkWidget *root)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      check_label (GTK_LABEL (widget));
      check_place (widget, root);
    }
  /* A popover has the room that it asks for, and is a page of its own. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check_tree (child, root);
}

static void
test_language (gconstpointer name)
{
  guint n;
  const AtlasTestPage *pages = atlas_test_get_pages (&n);

  AtlasWindow *window;

  current_language = name;
  atlas_test_speak (name);
  window = atlas_test_window_new_sized (NULL, WIDTH, HEIGHT);
  atlas_test_settle (window);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *shown;

      current_page = &pages[i];
      shown = atlas_test_show_page (window, current_page);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, WIDTH);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, HEIGHT);
      check_tree (shown, shown);
      atlas_test_hide_page (window, shown);
    }
  atlas_test_window_close (window);
  atlas_interface_language_use ("");
}

int
main (int argc, char *argv[])
{
  guint n;
  const AtlasInterfaceLanguage *languages = atlas_interface_language_get_all (&n);

  atlas_interface_language_prepare ();
  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/app/window-fit/", languages[i].name, NULL);

      g_test_add_data_func (path, languages[i].name, test_language);
    }
  return g_test_run ();
}
