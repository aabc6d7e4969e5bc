/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "atlas-accessible-names.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The tooltip up to the keys that it names, which may stand in brackets of either width. (transfer
 * full) (nullable) */
static char *
read_tooltip (GtkWidget *widget)
{
  static const char *const brackets[] = { " (", "（" };
  const char *text = gtk_widget_get_tooltip_text (widget);

  if (text == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *end = strstr (text, brackets[i]);

      if (end != NULL)
        return g_strndup (text, (gsize) (end - text));
    }
  return g_strdup (text);
}

static void
append_words (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    g_string_append_printf (words,
                            "%s%s",
                            words->len > 0 ? ", " : "",
                            gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_words (child, words);
}

/* (transfer full) (nullable) */
static char *
read_words (GtkWidget *widget)
{
  GString *words = g_string_new (NULL);

  append_words (widget, words);
  return words->len > 0 ? g_string_free (words, FALSE) : g_string_free (words, TRUE);
}

/* The keyboard is on the button inside it, which has no name of its own. */
static void
name_with_inner_button (GtkWidget *widget, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);

  set_name (widget, name);
  if (GTK_IS_BUTTON (inner))
    set_name (inner, name);
}

static void
name_widget (GtkWidget *widget)
{
  g_autofree char *words = NULL;
  g_autofree char *tooltip = read_tooltip (widget);

  if (GTK_IS_DROP_DOWN (widget))
    {
      if (tooltip != NULL)
        name_with_inner_button (widget, tooltip);
      return;
    }
  /* The popover of a menu button is its child too. */
  words = read_words (GTK_IS_MENU_BUTTON (widget) ? gtk_widget_get_first_child (widget) : widget);
  if (words == NULL && tooltip == NULL)
    return;
  set_name (widget, words != NULL ? words : tooltip);
}

/* (nullable) */
static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found =
    GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0' ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* What scrolls can have the keyboard, and is called after what stands first in it. */
static void
name_after_heading (GtkWidget *scroller)
{
  GtkWidget *heading = find_label (scroller);

  if (heading != NULL)
    set_name (scroller, gtk_label_get_text (GTK_LABEL (heading)));
}

/* What GTK and libadwaita name by themselves, and would say twice. */
static gboolean
is_named (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    return ADW_IS_BUTTON_CONTENT (gtk_menu_button_get_child (GTK_MENU_BUTTON (widget)));
  return GTK_IS_BUTTON (widget) &&
         (gtk_button_get_label (GTK_BUTTON (widget)) != NULL ||
          ADW_IS_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (widget))));
}

void
atlas_accessible_names_complete (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_SCROLLED_WINDOW (root))
    name_after_heading (root);
  if (GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root) || GTK_IS_DROP_DOWN (root))
    {
      if (!is_named (root))
        name_widget (root);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    atlas_accessible_names_complete (child);
}
