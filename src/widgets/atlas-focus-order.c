/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-focus-order.h"

/* Which child has the keyboard in it, or -1. */
static int
find_child (GtkWidget *const *children, guint n)
{
  GtkRoot *root = gtk_widget_get_root (children[0]);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; i < n && focus != NULL; i++)
    if (focus == children[i] || gtk_widget_is_ancestor (focus, children[i]))
      return (int) i;
  return -1;
}

gboolean
atlas_focus_order_move (GtkWidget *const *children, guint n, GtkDirectionType direction)
{
  gboolean backward =
    direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  int step = backward ? -1 : 1, child;

  g_return_val_if_fail (children != NULL && n > 0, FALSE);

  child = find_child (children, n);
  if (child < 0)
    child = backward ? (int) n - 1 : 0;
  for (; child >= 0 && child < (int) n; child += step)
    if (gtk_widget_child_focus (children[child], direction))
      return TRUE;
  return FALSE;
}
