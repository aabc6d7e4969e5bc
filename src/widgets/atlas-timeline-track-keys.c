/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-track-private.h"

static void
go_to_change (AtlasTimelineTrack *self, gboolean next)
{
  AtlasDay date = atlas_view_state_get_date (self->state), found;

  if (self->index == NULL)
    return;
  if (next ? atlas_history_index_next_change (self->index, date, &found)
           : atlas_history_index_previous_change (self->index, date, &found))
    atlas_view_state_set_date (self->state, found);
}

/* The same keys with Control, or while it has the keyboard itself, move the second cursor. */
static gboolean
move_compare_by_key (AtlasTimelineTrack *self, guint keyval, int step)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_compare_date (self->state), found;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      atlas_view_state_step_compare_by (self->state, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      atlas_view_state_step_compare_by (self->state, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      if (self->index != NULL && atlas_history_index_previous_change (self->index, date, &found))
        atlas_view_state_set_compare_date (self->state, found);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      if (self->index != NULL && atlas_history_index_next_change (self->index, date, &found))
        atlas_view_state_set_compare_date (self->state, found);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_view_state_set_compare_date (self->state, range.begin);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      atlas_view_state_set_compare_date (self->state, range.end);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType modifiers,
        AtlasTimelineTrack *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  int step = modifiers & GDK_SHIFT_MASK ? 10 : 1;

  if (modifiers & GDK_CONTROL_MASK && !(modifiers & GDK_ALT_MASK) &&
      atlas_timeline_track_is_comparing (self))
    return move_compare_by_key (self, keyval, step);
  if (modifiers & GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      atlas_timeline_track_scroll_lanes (self,
                                         keyval == GDK_KEY_Up ? -ATLAS_TIMELINE_LANE
                                                              : ATLAS_TIMELINE_LANE);
      return GDK_EVENT_STOP;
    }
  if (modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Left:
      atlas_view_state_step_by (self->state, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Right:
      atlas_view_state_step_by (self->state, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      go_to_change (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      go_to_change (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_view_state_set_date (self->state, range.begin);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      atlas_view_state_set_date (self->state, range.end);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      atlas_timeline_track_zoom (self, 1.0 / 1.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      atlas_timeline_track_zoom (self, 1.5);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      atlas_timeline_track_show_all (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
compare_key_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                AtlasTimelineTrack *self)
{
  if (modifiers & GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;
  return move_compare_by_key (self, keyval, modifiers & GDK_SHIFT_MASK ? 10 : 1);
}

/* A slider's own keys know nothing of months and changes. */
static void
add_keys (AtlasTimelineTrack *self, AtlasDaySlider *slider, GCallback key_pressed)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", key_pressed, self);
  gtk_widget_add_controller (GTK_WIDGET (slider), key);
}

void
atlas_timeline_track_add_keys (AtlasTimelineTrack *self)
{
  add_keys (self, self->slider, G_CALLBACK (key_cb));
  add_keys (self, self->compare_slider, G_CALLBACK (compare_key_cb));
}
