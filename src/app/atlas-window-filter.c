/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-sources-window.h"
#include "atlas-window-private.h"

/* What is switched off: the one switch of the layers menu, the window with all of them, and the way
 * back to everything. */

static void
show_uncorroborated_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AtlasViewState *state = ATLAS_WINDOW (user_data)->state;

  atlas_view_state_set_filter (state,
                               atlas_filter_with_status (atlas_view_state_get_filter (state),
                                                         ATLAS_STATUS_UNCORROBORATED,
                                                         g_variant_get_boolean (value)));
}

static void
show_everything_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_view_state_set_filter (ATLAS_WINDOW (widget)->state, NULL);
}

static void
sources_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  gtk_window_present (
    GTK_WINDOW (atlas_sources_window_new (GTK_WINDOW (self), self->state, self->index)));
}

void
atlas_window_update_filter (AtlasWindow *self)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (self->state);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-uncorroborated");
  GVariant *shown =
    g_variant_new_boolean (atlas_filter_shows_status (filter, ATLAS_STATUS_UNCORROBORATED));

  if (action == NULL)
    {
      g_autoptr (GSimpleAction) added =
        g_simple_action_new_stateful ("show-uncorroborated", NULL, shown);

      g_signal_connect_object (added, "change-state", G_CALLBACK (show_uncorroborated_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (added));
    }
  else
    g_simple_action_set_state (G_SIMPLE_ACTION (action), shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sources", self->index != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-everything", filter != NULL);
}

void
atlas_window_install_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.sources", NULL, sources_action);
  gtk_widget_class_install_action (widget_class,
                                   "win.show-everything",
                                   NULL,
                                   show_everything_action);
}
