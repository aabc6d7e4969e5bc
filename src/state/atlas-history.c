/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-history.h"

/* More steps back than anyone takes; keeps a long session from growing. */
#define MAX_STEPS 200

/* Where a state was. */
typedef struct
{
  AtlasDay date;
  AtlasWindowLength window_length;
  AtlasTimeSpan window;
  AtlasStep size; /* of a step of the slider */
  AtlasCompareMode compare_mode;
  AtlasDay compare_date;
  double lon, lat, zoom;
  AtlasShowFlags show;
  const char *selection; /* interned */
  const char *viewpoint; /* interned */
  const AtlasFilter *filter;
  const char *chapter; /* interned */
  guint chapter_step;
} Step;

struct _AtlasHistory
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasHistoryClock clock;
  gpointer clock_data;

  GArray *steps;      /* Step */
  guint position;     /* of the step that is now */
  gint64 last_change; /* microseconds; G_MININT64 where the next change begins a step */
  gboolean restoring;
  gboolean could_go_back;
  gboolean could_go_forward;
};

G_DEFINE_FINAL_TYPE (AtlasHistory, atlas_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
notify_changes (AtlasHistory *self)
{
  gboolean back = atlas_history_can_go_back (self);
  gboolean forward = atlas_history_can_go_forward (self);
  gboolean back_changed = back != self->could_go_back;
  gboolean forward_changed = forward != self->could_go_forward;

  self->could_go_back = back;
  self->could_go_forward = forward;
  if (back_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  if (forward_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_FORWARD]);
}

static Step
read_step (AtlasHistory *self)
{
  Step step = {
    .date = atlas_view_state_get_date (self->state),
    .window_length = atlas_view_state_get_window_length (self->state),
    .window = atlas_view_state_get_window (self->state),
    .size = atlas_view_state_get_step (self->state),
    .compare_mode = atlas_view_state_get_compare_mode (self->state),
    .compare_date = atlas_view_state_get_compare_date (self->state),
    .show = atlas_view_state_get_show (self->state),
    .selection = atlas_view_state_get_selection (self->state),
    .viewpoint = atlas_view_state_get_viewpoint (self->state),
    .filter = atlas_view_state_get_filter (self->state),
    .chapter = atlas_view_state_get_chapter (self->state),
    .chapter_step = atlas_view_state_get_chapter_step (self->state),
  };

  atlas_view_state_get_view (self->state, &step.lon, &step.lat, &step.zoom);
  return step;
}

static Step *
get_current (AtlasHistory *self)
{
  return &g_array_index (self->steps, Step, self->position);
}

static void
add_step (AtlasHistory *self)
{
  Step step = read_step (self);

  g_array_set_size (self->steps, self->position + 1);
  g_array_append_val (self->steps, step);
  if (self->steps->len > MAX_STEPS)
    g_array_remove_index (self->steps, 0);
  self->position = self->steps->len - 1;
}

static gint64
get_time (AtlasHistory *self)
{
  return self->clock != NULL ? self->clock (self->clock_data) : g_get_monotonic_time ();
}

/* Whether a change now goes on with the step that is now. What lies ahead is lost only to a new
 * step, so after going back none is continued. */
static gboolean
is_continued (AtlasHistory *self, gint64 now)
{
  return self->last_change != G_MININT64 && self->position + 1 == self->steps->len &&
         (now - self->last_change < ATLAS_HISTORY_FOLD ||
          atlas_view_state_get_playing (self->state));
}

/* Whether a page was closed since, which the step that is now still shows. */
static gboolean
was_page_closed (AtlasHistory *self)
{
  return atlas_view_state_get_selection (self->state) == NULL &&
         get_current (self)->selection != NULL;
}

/* A stop of a tour is a step even where the map has nowhere to go; leaving the tour is none. */
static gboolean
is_other_stop (AtlasHistory *self)
{
  const Step *now = get_current (self);
  const char *chapter = atlas_view_state_get_chapter (self->state);

  return chapter != NULL && (chapter != now->chapter ||
                             atlas_view_state_get_chapter_step (self->state) != now->chapter_step);
}

static void
playing_changed_cb (AtlasHistory *self)
{
  if (atlas_view_state_get_playing (self->state))
    self->last_change = G_MININT64;
}

static void
moved_cb (AtlasHistory *self)
{
  gint64 now;

  if (self->restoring)
    return;
  now = get_time (self);
  if (is_continued (self, now) && !was_page_closed (self) && !is_other_stop (self))
    *get_current (self) = read_step (self);
  else
    add_step (self);
  self->last_change = now;
  notify_changes (self);
}

static void
selection_changed_cb (AtlasHistory *self)
{
  const char *id = atlas_view_state_get_selection (self->state);

  if (self->restoring || id == NULL || id == get_current (self)->selection)
    return;
  add_step (self);
  self->last_change = get_time (self);
  notify_changes (self);
}

/* Each switch is a step of its own: one goes back to what one saw before it. */
static void
filter_changed_cb (AtlasHistory *self)
{
  if (self->restoring || atlas_view_state_get_filter (self->state) == get_current (self)->filter)
    return;
  add_step (self);
  self->last_change = G_MININT64;
  notify_changes (self);
}

static void
chapter_changed_cb (AtlasHistory *self)
{
  if (self->restoring || !is_other_stop (self))
    return;
  add_step (self);
  self->last_change = get_time (self);
  notify_changes (self);
}

static void
go_to (AtlasHistory *self, guint position)
{
  const Step step = g_array_index (self->steps, Step, position);

  /* Everybody hears of the step as a whole, so that a selection finds its date and place already
   * there and has nothing to bring into sight, and who asks then is told where one can go next. */
  self->position = position;
  self->restoring = TRUE;
  g_object_freeze_notify (G_OBJECT (self->state));
  atlas_view_state_set_playing (self->state, FALSE);
  atlas_view_state_set_date (self->state, step.date);
  if (step.window_length == ATLAS_WINDOW_FREE)
    atlas_view_state_set_free_window (self->state, step.window);
  else
    atlas_view_state_set_window_length (self->state, step.window_length);
  atlas_view_state_set_view (self->state, step.lon, step.lat, step.zoom);
  atlas_view_state_set_step (self->state, step.size);
  atlas_view_state_set_compare_date (self->state, step.compare_date);
  atlas_view_state_set_compare_mode (self->state, step.compare_mode);
  atlas_view_state_set_show (self->state, step.show);
  atlas_view_state_set_viewpoint (self->state, step.viewpoint);
  atlas_view_state_set_filter (self->state, step.filter);
  atlas_view_state_set_chapter (self->state, step.chapter, step.chapter_step);
  atlas_view_state_set_selection (self->state, step.selection);
  g_object_thaw_notify (G_OBJECT (self->state));
  self->restoring = FALSE;
  self->last_change = G_MININT64;
  notify_changes (self);
}

static void
atlas_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasHistory *self = ATLAS_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, atlas_history_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, atlas_history_can_go_forward (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_history_dispose (GObject *object)
{
  AtlasHistory *self = ATLAS_HISTORY (object);

  g_clear_object (&self->state);
  G_OBJECT_CLASS (atlas_history_parent_class)->dispose (object);
}

static void
atlas_history_finalize (GObject *object)
{
  g_array_unref (ATLAS_HISTORY (object)->steps);
  G_OBJECT_CLASS (atlas_history_parent_class)->finalize (object);
}

static void
atlas_history_class_init (AtlasHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_history_get_property;
  object_class->dispose = atlas_history_dispose;
  object_class->finalize = atlas_history_finalize;
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] =
    g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_history_init (AtlasHistory *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self->last_change = G_MININT64;
}

AtlasHistory *
atlas_history_new (AtlasViewState *state)
{
  static const char *moves[] = {
    "notify::date",         "notify::window-length", "notify::free-begin", "notify::free-end",
    "notify::lon",          "notify::lat",           "notify::zoom",       "notify::step",
    "notify::compare-mode", "notify::compare-date",  "notify::show",       "notify::viewpoint"
  };
  static const char *stops[] = { "notify::chapter", "notify::chapter-step" };
  AtlasHistory *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_HISTORY, NULL);
  self->state = g_object_ref (state);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (state, moves[i], G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::selection",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    g_signal_connect_object (state,
                             stops[i],
                             G_CALLBACK (chapter_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::filter",
                           G_CALLBACK (filter_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::playing",
                           G_CALLBACK (playing_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  atlas_history_clear (self);
  return self;
}

void
atlas_history_set_clock (AtlasHistory *self, AtlasHistoryClock clock, gpointer user_data)
{
  g_return_if_fail (ATLAS_IS_HISTORY (self));

  self->clock = clock;
  self->clock_data = user_data;
  self->last_change = G_MININT64;
}

gboolean
atlas_history_can_go_back (AtlasHistory *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY (self), FALSE);

  return self->position > 0;
}

gboolean
atlas_history_can_go_forward (AtlasHistory *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY (self), FALSE);

  return self->position + 1 < self->steps->len;
}

void
atlas_history_go_back (AtlasHistory *self)
{
  g_return_if_fail (ATLAS_IS_HISTORY (self));

  if (atlas_history_can_go_back (self))
    go_to (self, self->position - 1);
}

void
atlas_history_go_forward (AtlasHistory *self)
{
  g_return_if_fail (ATLAS_IS_HISTORY (self));

  if (atlas_history_can_go_forward (self))
    go_to (self, self->position + 1);
}

gboolean
atlas_history_is_restoring (AtlasHistory *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY (self), FALSE);

  return self->restoring;
}

void
atlas_history_clear (AtlasHistory *self)
{
  Step now;

  g_return_if_fail (ATLAS_IS_HISTORY (self));

  now = read_step (self);
  g_array_set_size (self->steps, 0);
  g_array_append_val (self->steps, now);
  self->position = 0;
  self->last_change = G_MININT64;
  notify_changes (self);
}

gboolean
atlas_history_get_last_date (AtlasHistory *self, AtlasDay *date)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY (self), FALSE);

  for (guint i = self->position; i-- > 0;)
    {
      *date = g_array_index (self->steps, Step, i).date;
      if (*date != get_current (self)->date)
        return TRUE;
    }
  return FALSE;
}
