/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-dialog.h"
#include "atlas-interface-style.h"
#include "atlas-picture-saver.h"
#include "atlas-window-private.h"

/* Switches of the layers menu, by the name of their action. */
static const struct
{
  const char *action;
  AtlasShowFlags flag;
} switches[] = {
  { "win.show-territories", ATLAS_SHOW_TERRITORIES },
  { "win.show-borders", ATLAS_SHOW_BORDERS },
  { "win.show-routes", ATLAS_SHOW_ROUTES },
  { "win.show-events", ATLAS_SHOW_EVENTS },
  { "win.show-places", ATLAS_SHOW_PLACES },
  { "win.show-physical-names", ATLAS_SHOW_PHYSICAL_NAMES },
  { "win.show-modern-borders", ATLAS_SHOW_MODERN_BORDERS },
  { "win.show-relief", ATLAS_SHOW_RELIEF },
};

static gboolean
is_exploring (AtlasWindow *self)
{
  return self->index != NULL && !self->on_cover &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "atlas") == 0;
}

static gboolean
is_by_date (AtlasWindow *self)
{
  return atlas_view_state_get_sort (self->state) == ATLAS_SORT_DATE &&
         atlas_view_state_get_group (self->state) == ATLAS_GROUP_NONE;
}

/* Where the selected event stands among those in the window of time; with none selected, the place
 * between the events before the date and those from it on, as seen by someone who goes @step. In
 * another order than by date one goes from the nearer end of the list. */
static int
find_position (AtlasWindow *self, int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->visible));
  const char *selection = atlas_view_state_get_selection (self->state);
  AtlasDay date = atlas_view_state_get_date (self->state);
  int later = (int) n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasRecord) event = g_list_model_get_item (G_LIST_MODEL (self->visible), i);

      if (g_strcmp0 (atlas_record_get_id (event), selection) == 0)
        return (int) i;
      if (atlas_record_get_bounds (event).begin >= date)
        later = MIN (later, (int) i);
    }
  if (!is_by_date (self))
    later = step > 0 ? 0 : (int) n;
  return step > 0 ? later - 1 : later;
}

/* Chooses the event that stands @step places from the selected one, or next to the date. */
static void
select_neighbour (AtlasWindow *self, int step)
{
  int position = find_position (self, step) + step;
  g_autoptr (AtlasRecord) event = NULL;

  if (position < 0 || position >= (int) g_list_model_get_n_items (G_LIST_MODEL (self->visible)))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  event = g_list_model_get_item (G_LIST_MODEL (self->visible), (guint) position);
  atlas_view_state_set_selection (self->state, atlas_record_get_id (event));
}

static void
next_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  select_neighbour (ATLAS_WINDOW (widget), 1);
}

static void
previous_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  select_neighbour (ATLAS_WINDOW (widget), -1);
}

static void
next_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasDay day;

  if (atlas_history_index_next_change (self->index, atlas_view_state_get_date (self->state), &day))
    atlas_view_state_set_date (self->state, day);
}

static void
previous_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  AtlasDay day;

  if (atlas_history_index_previous_change (self->index,
                                           atlas_view_state_get_date (self->state),
                                           &day))
    atlas_view_state_set_date (self->state, day);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_view_state_step_by (ATLAS_WINDOW (widget)->state, g_variant_get_int32 (parameter));
}

static void
play_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  atlas_view_state_set_playing (self->state, !atlas_view_state_get_playing (self->state));
}

static gboolean
playback_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  gboolean animated = TRUE;

  if (!atlas_view_state_get_playing (self->state))
    {
      self->playback_tick = 0;
      return G_SOURCE_REMOVE;
    }
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animated, NULL);
  atlas_playback_set_stepped (self->playback, !animated);
  atlas_playback_tick (self->playback, gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_history_go_back (ATLAS_WINDOW (widget)->history);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_history_go_forward (ATLAS_WINDOW (widget)->history);
}

static void
show_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  atlas_record_page_set_pinned (self->record_page, FALSE);
  atlas_view_state_set_selection (self->state, NULL);
  atlas_window_update_panel (self);
}

/* Escape: leaves the title page, then what is selected, then the comparison, then the tour. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (self->on_cover && self->index != NULL)
    atlas_window_set_on_cover (self, FALSE);
  else if (atlas_window_has_page (self))
    show_list_action (widget, name, parameter);
  else if (!atlas_window_leave_comparison (self))
    atlas_window_leave_tour (self);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  atlas_window_open (self, self->path);
}

static void
open_shipped_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (self->shipped_path != NULL)
    atlas_window_open (self, self->shipped_path);
}

/* Who asks for a time looks at it closely. */
static void
span_chosen_cb (AtlasWindow *self, int begin, int end)
{
  atlas_timeline_show_span (self->timeline, (AtlasTimeSpan){ begin, end });
}

static void
go_to_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  GtkWidget *dialog = atlas_date_dialog_new (GTK_WINDOW (self), self->state);

  g_signal_connect_object (dialog,
                           "span-chosen",
                           G_CALLBACK (span_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  atlas_picture_saver_run (GTK_WINDOW (self), self->map_view, self->toasts);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_search_bar_focus (ATLAS_WINDOW (widget)->search);
}

/* Made when it is first asked for: few ask, and it holds more widgets than the rest of the window.
 */
static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/io/github/iliatlas/IliAtlas/gtk/help-overlay.ui");

      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (
                                                 gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/* The stateful actions live in the window's own action map: their state is computed from the view
 * state and never kept. */
static void
show_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasShowFlags show = atlas_view_state_get_show (self->state);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].action + strlen ("win."), g_action_get_name (G_ACTION (action))))
      atlas_view_state_set_show (self->state,
                                 g_variant_get_boolean (value) ? show | switches[i].flag
                                                               : show & ~switches[i].flag);
}

static void
muted_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  atlas_view_state_set_style (self->state,
                              g_variant_get_boolean (value) ? ATLAS_MAP_STYLE_MUTED
                                                            : atlas_interface_style_get ());
}

static void
viewpoint_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  const char *id = g_variant_get_string (value, NULL);

  atlas_view_state_set_viewpoint (ATLAS_WINDOW (user_data)->state, id[0] != '\0' ? id : NULL);
}

static void
chapters_changed_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  if (self->index != NULL)
    atlas_window_set_on_cover (self, g_variant_get_boolean (value));
}

static void
set_action_state (AtlasWindow *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
  else
    g_variant_unref (g_variant_ref_sink (state));
}

static void
add_stateful_action (AtlasWindow *self,
                     const char *name,
                     const GVariantType *parameter,
                     GVariant *state,
                     GCallback change_state)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, parameter, state);

  g_signal_connect_object (action, "change-state", change_state, self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* How time is played and told is kept by the state itself; an enumeration is chosen by its nick. */
static void
add_state_actions (AtlasWindow *self)
{
  static const struct
  {
    const char *action, *property;
  } kept[] = {
    { "loop", "loop" },
    { "skip-quiet", "skip-quiet" },
    { "pause-on-events", "pause-on-events" },
    { "days-per-second", "days-per-second" },
    { "window-length", "window-length" },
    { "step-size", "step" },
    { "show-julian", "show-julian" },
    { "show-regnal", "show-regnal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GPropertyAction) action =
        g_property_action_new (kept[i].action, self->state, kept[i].property);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

static void
add_stateful_actions (AtlasWindow *self)
{
  add_state_actions (self);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    add_stateful_action (self,
                         switches[i].action + strlen ("win."),
                         NULL,
                         g_variant_new_boolean (TRUE),
                         G_CALLBACK (show_changed_cb));
  add_stateful_action (self,
                       "muted",
                       NULL,
                       g_variant_new_boolean (FALSE),
                       G_CALLBACK (muted_changed_cb));
  add_stateful_action (self,
                       "chapters",
                       NULL,
                       g_variant_new_boolean (TRUE),
                       G_CALLBACK (chapters_changed_cb));
  add_stateful_action (self,
                       "viewpoint",
                       G_VARIANT_TYPE_STRING,
                       g_variant_new_string (""),
                       G_CALLBACK (viewpoint_changed_cb));
}

void
atlas_window_update_actions (AtlasWindow *self)
{
  static const char *exploring[] = { "win.next-event",      "win.previous-event", "win.next-change",
                                     "win.previous-change", "win.play",           "win.step",
                                     "win.go-to-date",      "win.save-picture",   "win.show-list",
                                     "win.copy-link",       "win.copy-date" };
  GtkWidget *widget = GTK_WIDGET (self);
  AtlasShowFlags show = atlas_view_state_get_show (self->state);

  if (!g_action_map_lookup_action (G_ACTION_MAP (self), "muted"))
    add_stateful_actions (self);

  for (guint i = 0; i < G_N_ELEMENTS (exploring); i++)
    gtk_widget_action_set_enabled (widget, exploring[i], is_exploring (self));
  gtk_widget_action_set_enabled (widget,
                                 "win.back",
                                 is_exploring (self) && atlas_history_can_go_back (self->history));
  gtk_widget_action_set_enabled (widget,
                                 "win.forward",
                                 is_exploring (self) &&
                                   atlas_history_can_go_forward (self->history));
  gtk_widget_action_set_enabled (widget,
                                 "win.search",
                                 self->index != NULL &&
                                   g_strcmp0 (gtk_stack_get_visible_child_name (self->stack),
                                              "atlas") == 0);
  gtk_widget_action_set_enabled (widget,
                                 "win.open-shipped",
                                 self->shipped_path != NULL &&
                                   g_strcmp0 (self->shipped_path, self->path) != 0);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    set_action_state (self,
                      switches[i].action + strlen ("win."),
                      g_variant_new_boolean ((show & switches[i].flag) != 0));
  set_action_state (self,
                    "muted",
                    g_variant_new_boolean (atlas_view_state_get_style (self->state) ==
                                           ATLAS_MAP_STYLE_MUTED));
  set_action_state (self, "chapters", g_variant_new_boolean (self->on_cover));
  set_action_state (self,
                    "viewpoint",
                    g_variant_new_string (atlas_view_state_get_viewpoint (self->state) != NULL
                                            ? atlas_view_state_get_viewpoint (self->state)
                                            : ""));

  atlas_window_update_compare (self);
  atlas_window_update_filter (self);
  if (atlas_view_state_get_playing (self->state) && self->playback_tick == 0)
    self->playback_tick = gtk_widget_add_tick_callback (widget, playback_tick_cb, NULL, NULL);
}

void
atlas_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "win.next-event", next_event_action, GDK_KEY_n, 0 },
    { "win.previous-event", previous_event_action, GDK_KEY_p, 0 },
    { "win.next-change", next_change_action, GDK_KEY_bracketright, 0 },
    { "win.previous-change", previous_change_action, GDK_KEY_bracketleft, 0 },
    { "win.play", play_action, 0, 0 },
    { "win.back", back_action, GDK_KEY_Left, GDK_ALT_MASK },
    { "win.forward", forward_action, GDK_KEY_Right, GDK_ALT_MASK },
    { "win.show-list", show_list_action, GDK_KEY_l, GDK_CONTROL_MASK },
    { "win.escape", escape_action, GDK_KEY_Escape, 0 },
    { "win.reload", reload_action, GDK_KEY_r, GDK_CONTROL_MASK },
    { "win.open-shipped", open_shipped_action, 0, 0 },
    { "win.go-to-date", go_to_date_action, GDK_KEY_g, GDK_CONTROL_MASK },
    { "win.save-picture", save_picture_action, GDK_KEY_s, GDK_CONTROL_MASK },
    { "win.panel", panel_action, GDK_KEY_F9, 0 },
    { "win.search", search_action, GDK_KEY_f, GDK_CONTROL_MASK },
    { "win.shortcuts", shortcuts_action, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class,
                                             actions[i].key,
                                             actions[i].modifiers,
                                             actions[i].name,
                                             NULL);
    }
  gtk_widget_class_install_action (widget_class, "win.step", "i", step_action);
}
