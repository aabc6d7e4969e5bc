/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-date-words.h"
#include "atlas-scaler.h"
#include "atlas-timeline-track.h"
#include "atlas-timeline.h"

/* Narrower than this the controls keep only what is needed most. */
#define NARROW 860
#define NARROWEST 600
/* What share of a span is shown before and after it. */
#define ROOM 8
/* The part of the window that the lanes may take. */
#define LANES_SHARE 0.22

struct _AtlasTimeline
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *box;
  GtkButton *play;
  GtkDropDown *speed;
  GtkWidget *manner;
  GtkDropDown *step;
  GtkDropDown *window_length;
  GtkWidget *date_icon;
  GtkLabel *date_label;
  GtkLabel *other_label;
  AtlasTimelineTrack *track;

  AtlasViewState *state;
  gboolean updating; /* the choices follow the state, not the reader */
  gboolean narrow;
  gboolean narrowest;
  int window_height; /* of which the lanes take their share */
  guint fold;
};

/* Days a second, in the order of the choices in the template. */
static const double speeds[] = { 1.0, 7.0, 30.4375, 365.25, 1826.25 };

G_DEFINE_FINAL_TYPE (AtlasTimeline, atlas_timeline, ATLAS_TYPE_HISTORY_WIDGET)

static void
update_date (AtlasTimeline *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  const char *lang = atlas_view_state_get_language (self->state);
  g_autofree char *gregorian = atlas_date_format_day (date, ATLAS_DATE_LONG, lang);
  g_autofree char *others = atlas_date_words_others (self->state);

  gtk_label_set_text (self->date_label, gregorian);
  gtk_label_set_text (self->other_label, others);
}

static void
update_playing (AtlasTimeline *self)
{
  gboolean playing = atlas_view_state_get_playing (self->state);
  const char *words = playing ? _ ("Pause (Space)") : _ ("Play (Space)");

  gtk_button_set_icon_name (self->play,
                            playing ? "media-playback-pause-symbolic"
                                    : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words,
                                  -1);
}

static void
update_choices (AtlasTimeline *self)
{
  double speed = atlas_view_state_get_days_per_second (self->state);
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (speeds); i++)
    if (fabs (log (speeds[i] / speed)) < fabs (log (speeds[nearest] / speed)))
      nearest = i;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->speed, nearest);
  gtk_drop_down_set_selected (self->step, atlas_view_state_get_step (self->state));
  gtk_drop_down_set_selected (self->window_length,
                              atlas_view_state_get_window_length (self->state));
  self->updating = FALSE;
}

static void
speed_chosen_cb (AtlasTimeline *self)
{
  guint chosen = gtk_drop_down_get_selected (self->speed);

  if (!self->updating && chosen < G_N_ELEMENTS (speeds))
    atlas_view_state_set_days_per_second (self->state, speeds[chosen]);
}

static void
step_chosen_cb (AtlasTimeline *self)
{
  if (self->updating)
    return;
  atlas_view_state_set_step (self->state, (AtlasStep) gtk_drop_down_get_selected (self->step));
}

static void
window_chosen_cb (AtlasTimeline *self)
{
  if (self->updating)
    return;
  atlas_view_state_set_window_length (self->state,
                                      (AtlasWindowLength) gtk_drop_down_get_selected (
                                        self->window_length));
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_timeline_track_zoom (ATLAS_TIMELINE (widget)->track, 0.5);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_timeline_track_zoom (ATLAS_TIMELINE (widget)->track, 2.0);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_timeline_track_show_all (ATLAS_TIMELINE (widget)->track);
}

/* A click on the instrument anywhere leads the keyboard to the slider. */
/* The Tab key goes through the controls too; GTK would ask for the focus as a whole first. */
static gboolean
atlas_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (ATLAS_TIMELINE (widget)->box, direction);
}

static gboolean
atlas_timeline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_TIMELINE (widget)->track));
}

static gboolean
fold_cb (gpointer user_data)
{
  AtlasTimeline *self = user_data;

  self->fold = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->step), !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->other_label), !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->speed), !self->narrowest);
  gtk_widget_set_visible (self->manner, !self->narrow);
  gtk_widget_set_visible (self->date_icon, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->window_length), !self->narrowest);
  atlas_timeline_track_set_lanes_room (self->track, self->window_height * LANES_SHARE);
  return G_SOURCE_REMOVE;
}

static void
atlas_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasTimeline *self = ATLAS_TIMELINE (widget);
  double room = width / atlas_view_state_get_text_scale (self->state);
  gboolean narrow = room < NARROW, narrowest = room < NARROWEST;
  int window_height = gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (widget)));

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (narrow == self->narrow && narrowest == self->narrowest &&
      window_height == self->window_height)
    return;
  /* Sizes may not be asked for while sizes are given out. */
  self->narrow = narrow;
  self->narrowest = narrowest;
  self->window_height = window_height;
  if (self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}

static void
atlas_timeline_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (ATLAS_TIMELINE (widget)->box,
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
  /* The wide controls must not keep the window from becoming narrow: they go when it does. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 320);
}

static GtkSizeRequestMode
atlas_timeline_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
watch_state (AtlasTimeline *self)
{
  static const struct
  {
    const char *signal;
    void (*update) (AtlasTimeline *);
  } watched[] = {
    { "notify::date", update_date },
    { "notify::language", update_date },
    { "notify::show-julian", update_date },
    { "notify::show-regnal", update_date },
    { "notify::playing", update_playing },
    { "notify::step", update_choices },
    { "notify::window-length", update_choices },
    { "notify::days-per-second", update_choices },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->state,
                             watched[i].signal,
                             G_CALLBACK (watched[i].update),
                             self,
                             G_CONNECT_SWAPPED);
  update_date (self);
  update_playing (self);
  update_choices (self);
  g_signal_connect_object (self->speed,
                           "notify::selected",
                           G_CALLBACK (speed_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->step,
                           "notify::selected",
                           G_CALLBACK (step_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window_length,
                           "notify::selected",
                           G_CALLBACK (window_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_timeline_constructed (GObject *object)
{
  AtlasTimeline *self = ATLAS_TIMELINE (object);
  GtkWidget *scaler;

  G_OBJECT_CLASS (atlas_timeline_parent_class)->constructed (object);
  self->track = ATLAS_TIMELINE_TRACK (atlas_timeline_track_new (self->state));
  scaler = atlas_scaler_new (GTK_WIDGET (self->track));
  g_object_bind_property (self->state, "text-scale", scaler, "scale", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->box), scaler);
  watch_state (self);
}

static void
atlas_timeline_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  ATLAS_TIMELINE (widget)->state = state;
}

static void
atlas_timeline_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  atlas_timeline_track_set_index (ATLAS_TIMELINE (widget)->track, index);
}

static void
atlas_timeline_dispose (GObject *object)
{
  AtlasTimeline *self = ATLAS_TIMELINE (object);

  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_timeline_parent_class)->dispose (object);
}

static void
atlas_timeline_class_init (AtlasTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->constructed = atlas_timeline_constructed;
  object_class->dispose = atlas_timeline_dispose;
  history_class->set_state = atlas_timeline_set_state;
  history_class->set_index = atlas_timeline_set_index;
  widget_class->focus = atlas_timeline_focus;
  widget_class->grab_focus = atlas_timeline_grab_focus;
  widget_class->size_allocate = atlas_timeline_size_allocate;
  widget_class->measure = atlas_timeline_measure;
  widget_class->get_request_mode = atlas_timeline_get_request_mode;

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "timeline.show-all", NULL, show_all_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, play);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, speed);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, manner);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, step);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, window_length);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, date_icon);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, date_label);
  gtk_widget_class_bind_template_child (widget_class, AtlasTimeline, other_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_init (AtlasTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
atlas_timeline_show_span (AtlasTimeline *self, AtlasTimeSpan span)
{
  AtlasDay room;

  g_return_if_fail (ATLAS_IS_TIMELINE (self));
  g_return_if_fail (!atlas_time_span_is_empty (span));

  room = (AtlasDay) ((span.end - span.begin) / ROOM);
  atlas_timeline_track_set_span (self->track,
                                 (AtlasTimeSpan){ span.begin - room, span.end + room });
}

AtlasTimeSpan
atlas_timeline_get_axis (AtlasTimeline *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE (self), ((AtlasTimeSpan){ 0, 0 }));

  return atlas_timeline_track_get_span (self->track);
}

void
atlas_timeline_set_axis (AtlasTimeline *self, AtlasTimeSpan axis)
{
  g_return_if_fail (ATLAS_IS_TIMELINE (self));
  g_return_if_fail (!atlas_time_span_is_empty (axis));

  atlas_timeline_track_set_span (self->track, axis);
}
