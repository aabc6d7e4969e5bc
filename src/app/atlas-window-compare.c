/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-window-private.h"

/* How two dates are compared, as an action of which the header's menu has one entry for each
 * state. */

static const char *
get_nick (AtlasCompareMode mode)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (ATLAS_TYPE_COMPARE_MODE);

  return g_enum_get_value (klass, (int) mode)->value_nick;
}

static gboolean
is_comparing (AtlasWindow *self)
{
  return atlas_view_state_get_compare_mode (self->state) != ATLAS_COMPARE_NONE;
}

static void
enter (AtlasWindow *self, AtlasCompareMode mode)
{
  if (self->index == NULL || self->on_cover)
    return;
  /* What is played would run away from the date that it is compared with. */
  if (mode != ATLAS_COMPARE_NONE)
    atlas_view_state_set_playing (self->state, FALSE);
  atlas_comparison_enter (self->comparison, mode);
}

static void
compare_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (ATLAS_TYPE_COMPARE_MODE);
  const GEnumValue *mode = g_enum_get_value_by_nick (klass, g_variant_get_string (value, NULL));

  if (mode != NULL)
    enter (user_data, (AtlasCompareMode) mode->value);
}

static void
toggle_compare_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  enter (self, is_comparing (self) ? ATLAS_COMPARE_NONE : ATLAS_COMPARE_SWIPE);
}

/* The day before an event and the day of it: the page of the event makes room for what changed. */
static void
compare_dates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasDay before, after;

  g_variant_get (parameter, "(ii)", &before, &after);
  if (!is_comparing (self))
    enter (self, ATLAS_COMPARE_SWIPE);
  if (!is_comparing (self))
    return;
  atlas_view_state_set_selection (self->state, NULL);
  atlas_view_state_set_compare_date (self->state, before);
  atlas_view_state_set_date (self->state, after);
  atlas_compare_view_show_changes (self->compare_view);
}

void
atlas_window_update_compare (AtlasWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "compare");
  GVariant *nick =
    g_variant_new_string (get_nick (atlas_view_state_get_compare_mode (self->state)));
  gboolean exploring = self->index != NULL && !self->on_cover;

  if (action == NULL)
    {
      g_autoptr (GSimpleAction) added =
        g_simple_action_new_stateful ("compare", G_VARIANT_TYPE_STRING, nick);

      g_signal_connect_object (added, "change-state", G_CALLBACK (compare_changed_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (added));
      action = G_ACTION (added);
    }
  else
    g_simple_action_set_state (G_SIMPLE_ACTION (action), nick);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), exploring);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-compare", exploring);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-dates", exploring);

  adw_button_content_set_label (self->compare_content, self->small ? "" : _ ("Compare"));
  if (is_comparing (self))
    gtk_widget_add_css_class (self->compare_button, "comparing");
  else
    gtk_widget_remove_css_class (self->compare_button, "comparing");
}

gboolean
atlas_window_leave_comparison (AtlasWindow *self)
{
  if (!is_comparing (self))
    return FALSE;
  atlas_comparison_enter (self->comparison, ATLAS_COMPARE_NONE);
  return TRUE;
}

gboolean
atlas_window_shows_time (AtlasWindow *self, AtlasTimeSpan bounds)
{
  AtlasViewState *other = atlas_compare_view_get_other_state (self->compare_view);

  return atlas_time_span_overlaps (bounds, atlas_view_state_get_window (self->state)) ||
         (other != NULL && atlas_time_span_overlaps (bounds, atlas_view_state_get_window (other)));
}

void
atlas_window_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toggle-compare", NULL, toggle_compare_action);
  gtk_widget_class_install_action (widget_class, "win.compare-dates", "(ii)", compare_dates_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "win.toggle-compare", NULL);
}
