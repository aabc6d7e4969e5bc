/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-focus-order.h"
#include "atlas-timeline-painter.h"
#include "atlas-timeline-track-private.h"

/* The axis shows no less than this many days. */
#define LEAST_DAYS 14
/* Narrower than this there are no names and no lanes. */
#define COMPACT_WIDTH 880
/* What the lanes ask for, until they are told. */
#define LANES_ROOM 200.0
/* Pixels from the cursor to the middle of a handle beside it. */
#define HANDLE_DISTANCE 16.0

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasTimelineTrack, atlas_timeline_track, GTK_TYPE_WIDGET)

AtlasTimelineView
atlas_timeline_track_get_view (AtlasTimelineTrack *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean compact = width < COMPACT_WIDTH;
  double left = compact ? ATLAS_TIMELINE_MARGIN : ATLAS_TIMELINE_NAMES;

  return (AtlasTimelineView){
    .span = self->span,
    .range = atlas_view_state_get_range (self->state),
    .left = left,
    .width = MAX (1.0, width - left - ATLAS_TIMELINE_MARGIN),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scrolled = gtk_adjustment_get_value (self->lanes),
    .compact = compact,
    .focused = gtk_widget_has_visible_focus (GTK_WIDGET (self->slider)),
    .compare_focused = gtk_widget_has_visible_focus (GTK_WIDGET (self->compare_slider)),
  };
}

gboolean
atlas_timeline_track_is_comparing (AtlasTimelineTrack *self)
{
  return atlas_view_state_get_compare_mode (self->state) != ATLAS_COMPARE_NONE;
}

static void
announce (AtlasTimelineTrack *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_date (self->state);
  const char *lang = atlas_view_state_get_language (self->state);
  g_autofree char *day = atlas_date_format_day (date, ATLAS_DATE_LONG, lang);
  g_autofree char *other =
    atlas_date_format_day (atlas_view_state_get_compare_date (self->state), ATLAS_DATE_LONG, lang);
  /* Translators: two dates. */
  g_autofree char *words = atlas_timeline_track_is_comparing (self)
                             ? g_strdup_printf (_ ("%s, compared with %s"), day, other)
                             : g_strdup (day);

  atlas_day_slider_update (self->slider,
                           range,
                           date,
                           words,
                           _ ("Arrow keys step, Page Up and Page Down go to the change before and "
                              "after, plus and minus zoom. With Control they move the date that is "
                              "compared with."));
  atlas_day_slider_update (self->compare_slider,
                           range,
                           atlas_view_state_get_compare_date (self->state),
                           other,
                           NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_slider),
                          atlas_timeline_track_is_comparing (self));
}

/* Keeps the axis within all years, and at least LEAST_DAYS long. */
void
atlas_timeline_track_put_span (AtlasTimelineTrack *self, double begin, double end)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  double length = CLAMP (end - begin, LEAST_DAYS - 1.0, (double) range.end - range.begin);

  begin = CLAMP (begin, (double) range.begin, (double) range.end - length);
  self->span = (AtlasTimeSpan){ (AtlasDay) round (begin), (AtlasDay) round (begin + length) };
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The handles stand at the ends of the window. */
static void
window_changed_cb (AtlasTimelineTrack *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A cursor that leaves the axis takes the axis along. */
static void
date_changed_cb (AtlasTimelineTrack *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  double length = (double) self->span.end - self->span.begin;

  if (date < self->span.begin || date > self->span.end)
    atlas_timeline_track_put_span (self, date - length / 2.0, date + length / 2.0);
  announce (self);
  window_changed_cb (self);
}

/* Both dates of a comparison are on the axis when it begins, and while the second is moved. */
static void
compare_changed_cb (AtlasTimelineTrack *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state),
           other = atlas_view_state_get_compare_date (self->state);

  if (atlas_timeline_track_is_comparing (self) &&
      (other < self->span.begin || other > self->span.end))
    {
      double margin = fabs ((double) date - other) * 0.1 + LEAST_DAYS;

      atlas_timeline_track_put_span (self,
                                     MIN ((double) self->span.begin, MIN (date, other) - margin),
                                     MAX ((double) self->span.end, MAX (date, other) + margin));
    }
  announce (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (AtlasTimelineTrack *self)
{
  atlas_timeline_track_reveal_lane (self, atlas_view_state_get_selection (self->state));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
range_changed_cb (AtlasTimelineTrack *self)
{
  atlas_timeline_track_show_all (self);
  announce (self);
}

void
atlas_timeline_track_zoom_at (AtlasTimelineTrack *self, double day, double factor)
{
  atlas_timeline_track_put_span (self,
                                 day - (day - self->span.begin) * factor,
                                 day + (self->span.end - day) * factor);
}

AtlasTimelineHit
atlas_timeline_track_find_hit (AtlasTimelineTrack *self, double x, double y)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);

  return atlas_timeline_hit_find (&view, self->index, self->model, self->state, x, y);
}

static void
atlas_timeline_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot,
                               &GRAPHENE_RECT_INIT (0,
                                                    0,
                                                    (float) gtk_widget_get_width (widget),
                                                    (float) gtk_widget_get_height (widget)));

  atlas_timeline_painter_draw (widget, cr, &view, self->index, self->model, self->state);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->lanes_bar, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->handles[i]), snapshot);
}

/* A handle stands at its end of the window. Where the window is too narrow for the cursor's handle
 * between the two, they stand beside it. */
static void
place_handle (AtlasTimelineTrack *self, guint number)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  GtkWidget *handle = GTK_WIDGET (self->handles[number]);
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);
  double days = (double) view.span.end - view.span.begin + 1.0;
  double cursor = atlas_timeline_track_get_x (self, atlas_view_state_get_date (self->state));
  double edge = number == 0 ? window.begin : window.end + 1.0;
  double x = view.left + (edge - view.span.begin) / days * view.width;
  gboolean shown = x >= view.left - 1.0 && x <= view.left + view.width + 1.0;
  float left;
  GskTransform *transform;

  x = number == 0 ? MIN (x, cursor - HANDLE_DISTANCE) : MAX (x, cursor + HANDLE_DISTANCE);
  left = (float) (x - (number == 0 ? ATLAS_TIMELINE_HANDLE_MIDDLE
                                   : ATLAS_TIMELINE_HANDLE_WIDTH - ATLAS_TIMELINE_HANDLE_MIDDLE));
  transform = gsk_transform_translate (NULL,
                                       &GRAPHENE_POINT_INIT (left,
                                                             ATLAS_TIMELINE_CHAPTERS +
                                                               (ATLAS_TIMELINE_DENSITY -
                                                                ATLAS_TIMELINE_HANDLE_HEIGHT) /
                                                                 2.0f));
  gtk_widget_set_child_visible (handle, shown && self->model != NULL);
  gtk_widget_allocate (handle,
                       ATLAS_TIMELINE_HANDLE_WIDTH,
                       ATLAS_TIMELINE_HANDLE_HEIGHT,
                       -1,
                       transform);
}

/* It is not drawn, so it may be as large as its theme wants it. */
static void
allocate_slider (AtlasDaySlider *slider, int width, int height)
{
  int least_height;

  gtk_widget_measure (GTK_WIDGET (slider),
                      GTK_ORIENTATION_VERTICAL,
                      -1,
                      &least_height,
                      NULL,
                      NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (slider), width, MAX (height, least_height), -1, NULL);
}

static void
atlas_timeline_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);

  allocate_slider (self->slider, width, height);
  if (gtk_widget_get_visible (GTK_WIDGET (self->compare_slider)))
    allocate_slider (self->compare_slider, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    place_handle (self, i);
  atlas_timeline_track_place_lanes (self);
}

/* The date, what it is compared with, and the ends of the window. */
static gboolean
atlas_timeline_track_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);
  GtkWidget *const order[] = { GTK_WIDGET (self->slider),
                               GTK_WIDGET (self->compare_slider),
                               GTK_WIDGET (self->handles[0]),
                               GTK_WIDGET (self->handles[1]) };

  return atlas_focus_order_move (order, G_N_ELEMENTS (order), direction);
}

static gboolean
atlas_timeline_track_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ATLAS_TIMELINE_TRACK (widget)->slider));
}

static void
handle_dragged_cb (AtlasTimelineHandle *handle, double x, AtlasTimelineTrack *self)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double day =
    round (atlas_timeline_view_get_day (&view, CLAMP (x, view.left, view.left + view.width)));

  /* The window ends with its last day, not with the day after. */
  atlas_timeline_handle_set_day (handle, (AtlasDay) day - (handle == self->handles[1]));
}

static void
add_handles (AtlasTimelineTrack *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    {
      GtkWidget *handle = atlas_timeline_handle_new (self->state, i == 1);

      self->handles[i] = ATLAS_TIMELINE_HANDLE (handle);
      gtk_widget_set_parent (handle, GTK_WIDGET (self));
      g_signal_connect (handle, "dragged", G_CALLBACK (handle_dragged_cb), self);
    }
}

static void
atlas_timeline_track_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 280;
  else
    {
      gboolean compact = for_size < COMPACT_WIDTH;

      /* How low it can be depends on how narrow it may become. */
      *minimum = atlas_timeline_layout_get_height (self->model, compact, self->lanes_room);
      *natural = for_size < 0
                   ? atlas_timeline_layout_get_height (self->model, FALSE, self->lanes_room)
                   : *minimum;
    }
}

static GtkSizeRequestMode
atlas_timeline_track_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
day_set_cb (AtlasTimelineTrack *self, int day)
{
  atlas_view_state_set_date (self->state, day);
  /* Where the date stopped short of that day, the slider is told. */
  announce (self);
}

static void
compare_day_set_cb (AtlasTimelineTrack *self, int day)
{
  atlas_view_state_set_compare_date (self->state, day);
  announce (self);
}

static AtlasDaySlider *
add_slider (AtlasTimelineTrack *self, const char *label, GCallback day_set)
{
  GtkWidget *slider = atlas_day_slider_new (label);

  gtk_widget_set_parent (slider, GTK_WIDGET (self));
  g_signal_connect_object (slider, "day-set", day_set, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (slider,
                           "state-flags-changed",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  return ATLAS_DAY_SLIDER (slider);
}

static void
atlas_timeline_track_constructed (GObject *object)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (object);
  static const struct
  {
    const char *signal;
    GCallback callback;
  } watched[] = {
    { "notify::date", G_CALLBACK (date_changed_cb) },
    { "notify::compare-date", G_CALLBACK (compare_changed_cb) },
    { "notify::compare-mode", G_CALLBACK (compare_changed_cb) },
    { "notify::range-begin", G_CALLBACK (range_changed_cb) },
    { "notify::range-end", G_CALLBACK (range_changed_cb) },
    { "notify::window-length", G_CALLBACK (window_changed_cb) },
    { "notify::free-begin", G_CALLBACK (window_changed_cb) },
    { "notify::free-end", G_CALLBACK (window_changed_cb) },
    { "notify::language", G_CALLBACK (announce) },
    { "notify::language", G_CALLBACK (gtk_widget_queue_draw) },
    { "notify::filter", G_CALLBACK (gtk_widget_queue_draw) },
    { "notify::style", G_CALLBACK (gtk_widget_queue_draw) },
    { "notify::selection", G_CALLBACK (selection_changed_cb) },
    { "notify::chapter", G_CALLBACK (gtk_widget_queue_draw) },
    { "notify::chapter-step", G_CALLBACK (gtk_widget_queue_draw) },
  };

  G_OBJECT_CLASS (atlas_timeline_track_parent_class)->constructed (object);
  add_handles (self);
  atlas_timeline_track_add_lanes (self);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->state,
                             watched[i].signal,
                             watched[i].callback,
                             self,
                             G_CONNECT_SWAPPED);
  self->span = atlas_view_state_get_range (self->state);
  announce (self);
}

static void
atlas_timeline_track_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  ATLAS_TIMELINE_TRACK (object)->state = g_value_dup_object (value);
}

static void
atlas_timeline_track_dispose (GObject *object)
{
  AtlasTimelineTrack *self = ATLAS_TIMELINE_TRACK (object);

  if (self->slider != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->slider)));
  if (self->compare_slider != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->compare_slider)));
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    if (self->handles[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->handles[i])));
  g_clear_pointer (&self->lanes_bar, gtk_widget_unparent);
  g_clear_object (&self->lanes);
  g_clear_pointer (&self->model, atlas_timeline_model_free);
  g_clear_object (&self->index);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_timeline_track_parent_class)->dispose (object);
}

static void
atlas_timeline_track_class_init (AtlasTimelineTrackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_timeline_track_constructed;
  object_class->set_property = atlas_timeline_track_set_property;
  object_class->dispose = atlas_timeline_track_dispose;
  widget_class->focus = atlas_timeline_track_focus;
  widget_class->grab_focus = atlas_timeline_track_grab_focus;
  widget_class->snapshot = atlas_timeline_track_snapshot;
  widget_class->size_allocate = atlas_timeline_track_size_allocate;
  widget_class->measure = atlas_timeline_track_measure;
  widget_class->get_request_mode = atlas_timeline_track_get_request_mode;

  properties[PROP_STATE] =
    g_param_spec_object ("state",
                         NULL,
                         NULL,
                         ATLAS_TYPE_VIEW_STATE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "timelinetrack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_track_init (AtlasTimelineTrack *self)
{
  self->lanes_room = LANES_ROOM;
  self->slider = add_slider (self, _ ("Date of the map"), G_CALLBACK (day_set_cb));
  self->compare_slider =
    add_slider (self, _ ("Date that is compared with"), G_CALLBACK (compare_day_set_cb));
  atlas_timeline_track_add_pointer (self);
  atlas_timeline_track_add_keys (self);
}

GtkWidget *
atlas_timeline_track_new (AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return g_object_new (ATLAS_TYPE_TIMELINE_TRACK, "state", state, NULL);
}

void
atlas_timeline_track_set_index (AtlasTimelineTrack *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  if (!g_set_object (&self->index, index))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->handles); i++)
    atlas_timeline_handle_set_index (self->handles[i], index);
  g_clear_pointer (&self->model, atlas_timeline_model_free);
  if (index != NULL)
    self->model = atlas_timeline_model_new (index);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AtlasTimeSpan
atlas_timeline_track_get_span (AtlasTimelineTrack *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_TRACK (self), ((AtlasTimeSpan){ 0, -1 }));

  return self->span;
}

void
atlas_timeline_track_set_span (AtlasTimelineTrack *self, AtlasTimeSpan span)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  atlas_timeline_track_put_span (self, span.begin, span.end);
}

void
atlas_timeline_track_zoom (AtlasTimelineTrack *self, double factor)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  atlas_timeline_track_zoom_at (self, atlas_view_state_get_date (self->state), factor);
}

void
atlas_timeline_track_show_all (AtlasTimelineTrack *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);

  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  atlas_timeline_track_put_span (self, range.begin, range.end);
}

double
atlas_timeline_track_get_x (AtlasTimelineTrack *self, AtlasDay day)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);

  g_return_val_if_fail (ATLAS_IS_TIMELINE_TRACK (self), 0.0);

  return view.left + (day + 0.5 - view.span.begin) /
                       ((double) view.span.end - view.span.begin + 1.0) * view.width;
}
