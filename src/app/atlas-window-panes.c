/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-window-private.h"

#define N_PANES 3

/* Where the keyboard is among the panes, or -1 for none of them. */
static int
find_pane (AtlasWindow *self, GtkWidget *const *panes)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (int i = 0; i < N_PANES && focus != NULL; i++)
    if (gtk_widget_is_ancestor (focus, panes[i]))
      return i;
  return -1;
}

/* Takes the keyboard to the next pane that can have it: map, timeline, panel. */
static void
pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  GtkWidget *panes[N_PANES] = { GTK_WIDGET (self->compare_view),
                                GTK_WIDGET (self->timeline),
                                GTK_WIDGET (self->panel) };
  int step = g_variant_get_int32 (parameter), pane = find_pane (self, panes);

  for (int i = 0; i < N_PANES; i++)
    {
      pane = pane < 0 ? (step > 0 ? 0 : N_PANES - 1) : (pane + step + N_PANES) % N_PANES;
      if (gtk_widget_get_mapped (panes[pane]) &&
          (gtk_widget_grab_focus (panes[pane]) ||
           gtk_widget_child_focus (panes[pane], GTK_DIR_TAB_FORWARD)))
        {
          gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
          return;
        }
    }
}

void
atlas_window_install_panes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.pane", "i", pane_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "win.pane", "i", 1);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_F6,
                                       GDK_SHIFT_MASK,
                                       "win.pane",
                                       "i",
                                       -1);
}
