/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state.h"

#define MAX_LATITUDE 80.0
#define MIN_ZOOM 2.0
#define MAX_ZOOM 12.0
#define MIN_DAYS_PER_SECOND 0.01
#define MAX_DAYS_PER_SECOND 100000.0
#define MAX_AFTERGLOW 100000
/* Set to -1, the afterglow is this part of the window. */
#define AFTERGLOW_PART 4

/* 1717-01-01 and 1949-12-31, until an atlas says otherwise. */
#define DEFAULT_RANGE ((AtlasTimeSpan){ 2348182, 2433282 })

struct _AtlasViewState
{
  GObject parent_instance;

  AtlasTimeSpan range;
  AtlasDay date;
  AtlasCompareMode compare_mode;
  AtlasDay compare_date;
  AtlasWindowLength window_length;
  AtlasTimeSpan free_window; /* holds the date while the window is free */
  int afterglow_days;
  AtlasLoop loop;
  gboolean skip_quiet;
  gboolean pause_on_events;
  AtlasStep step;
  AtlasShowFlags show;
  AtlasMapStyle style;
  const char *language;
  const char *selection;
  const char *viewpoint;
  const char *hovered;
  gboolean playing;
  double days_per_second;
  double lon;
  double lat;
  double zoom;
};

G_DEFINE_FINAL_TYPE (AtlasViewState, atlas_view_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATE,
  PROP_RANGE_BEGIN,
  PROP_RANGE_END,
  PROP_WINDOW_LENGTH,
  PROP_STEP,
  PROP_SHOW,
  PROP_STYLE,
  PROP_LANGUAGE,
  PROP_SELECTION,
  PROP_VIEWPOINT,
  PROP_HOVERED,
  PROP_PLAYING,
  PROP_DAYS_PER_SECOND,
  PROP_LON,
  PROP_LAT,
  PROP_ZOOM,
  PROP_COMPARE_MODE,
  PROP_COMPARE_DATE,
  PROP_FREE_BEGIN,
  PROP_FREE_END,
  PROP_AFTERGLOW_DAYS,
  PROP_LOOP,
  PROP_SKIP_QUIET,
  PROP_PAUSE_ON_EVENTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

static void
notify (AtlasViewState *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
assign_day (AtlasViewState *self, AtlasDay *member, AtlasDay value, guint property)
{
  if (*member == value)
    return;
  *member = value;
  notify (self, property);
}

static void
assign_double (AtlasViewState *self, double *member, double value, guint property)
{
  if (!differ (*member, value))
    return;
  *member = value;
  notify (self, property);
}

/* Interned strings are equal where their pointers are. */
static void
assign_string (AtlasViewState *self, const char **member, const char *value, guint property)
{
  value = g_intern_string (value);
  if (*member == value)
    return;
  *member = value;
  notify (self, property);
}

static double
wrap_longitude (double lon)
{
  while (lon > 180.0)
    lon -= 360.0;
  while (lon < -180.0)
    lon += 360.0;
  return lon;
}

static void
atlas_view_state_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasViewState *self = ATLAS_VIEW_STATE (object);

  switch (id)
    {
    case PROP_DATE:
      g_value_set_int (value, self->date);
      break;
    case PROP_RANGE_BEGIN:
      g_value_set_int (value, self->range.begin);
      break;
    case PROP_RANGE_END:
      g_value_set_int (value, self->range.end);
      break;
    case PROP_WINDOW_LENGTH:
      g_value_set_enum (value, (int) self->window_length);
      break;
    case PROP_STEP:
      g_value_set_enum (value, (int) self->step);
      break;
    case PROP_SHOW:
      g_value_set_flags (value, self->show);
      break;
    case PROP_STYLE:
      g_value_set_enum (value, (int) self->style);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_SELECTION:
      g_value_set_string (value, self->selection);
      break;
    case PROP_VIEWPOINT:
      g_value_set_string (value, self->viewpoint);
      break;
    case PROP_HOVERED:
      g_value_set_string (value, self->hovered);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_DAYS_PER_SECOND:
      g_value_set_double (value, self->days_per_second);
      break;
    case PROP_LON:
      g_value_set_double (value, self->lon);
      break;
    case PROP_LAT:
      g_value_set_double (value, self->lat);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_COMPARE_MODE:
      g_value_set_enum (value, (int) self->compare_mode);
      break;
    case PROP_COMPARE_DATE:
      g_value_set_int (value, self->compare_date);
      break;
    case PROP_FREE_BEGIN:
      g_value_set_int (value, self->free_window.begin);
      break;
    case PROP_FREE_END:
      g_value_set_int (value, self->free_window.end);
      break;
    case PROP_AFTERGLOW_DAYS:
      g_value_set_int (value, self->afterglow_days);
      break;
    case PROP_LOOP:
      g_value_set_enum (value, (int) self->loop);
      break;
    case PROP_SKIP_QUIET:
      g_value_set_boolean (value, self->skip_quiet);
      break;
    case PROP_PAUSE_ON_EVENTS:
      g_value_set_boolean (value, self->pause_on_events);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_view_state_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasViewState *self = ATLAS_VIEW_STATE (object);

  switch (id)
    {
    case PROP_DATE:
      atlas_view_state_set_date (self, g_value_get_int (value));
      break;
    case PROP_RANGE_BEGIN:
      atlas_view_state_set_range (self,
                                  (AtlasTimeSpan){ g_value_get_int (value), self->range.end });
      break;
    case PROP_RANGE_END:
      atlas_view_state_set_range (self,
                                  (AtlasTimeSpan){ self->range.begin, g_value_get_int (value) });
      break;
    case PROP_WINDOW_LENGTH:
      atlas_view_state_set_window_length (self, (AtlasWindowLength) g_value_get_enum (value));
      break;
    case PROP_STEP:
      atlas_view_state_set_step (self, (AtlasStep) g_value_get_enum (value));
      break;
    case PROP_SHOW:
      atlas_view_state_set_show (self, (AtlasShowFlags) g_value_get_flags (value));
      break;
    case PROP_STYLE:
      atlas_view_state_set_style (self, (AtlasMapStyle) g_value_get_enum (value));
      break;
    case PROP_LANGUAGE:
      atlas_view_state_set_language (self, g_value_get_string (value));
      break;
    case PROP_SELECTION:
      atlas_view_state_set_selection (self, g_value_get_string (value));
      break;
    case PROP_VIEWPOINT:
      atlas_view_state_set_viewpoint (self, g_value_get_string (value));
      break;
    case PROP_HOVERED:
      atlas_view_state_set_hovered (self, g_value_get_string (value));
      break;
    case PROP_PLAYING:
      atlas_view_state_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_DAYS_PER_SECOND:
      atlas_view_state_set_days_per_second (self, g_value_get_double (value));
      break;
    case PROP_LON:
      atlas_view_state_set_view (self, g_value_get_double (value), self->lat, self->zoom);
      break;
    case PROP_LAT:
      atlas_view_state_set_view (self, self->lon, g_value_get_double (value), self->zoom);
      break;
    case PROP_ZOOM:
      atlas_view_state_set_view (self, self->lon, self->lat, g_value_get_double (value));
      break;
    case PROP_COMPARE_MODE:
      atlas_view_state_set_compare_mode (self, (AtlasCompareMode) g_value_get_enum (value));
      break;
    case PROP_COMPARE_DATE:
      atlas_view_state_set_compare_date (self, g_value_get_int (value));
      break;
    case PROP_FREE_BEGIN:
      atlas_view_state_set_free_window (self,
                                        (AtlasTimeSpan){ g_value_get_int (value),
                                                         self->free_window.end });
      break;
    case PROP_FREE_END:
      atlas_view_state_set_free_window (self,
                                        (AtlasTimeSpan){ self->free_window.begin,
                                                         g_value_get_int (value) });
      break;
    case PROP_AFTERGLOW_DAYS:
      atlas_view_state_set_afterglow_days (self, g_value_get_int (value));
      break;
    case PROP_LOOP:
      atlas_view_state_set_loop (self, (AtlasLoop) g_value_get_enum (value));
      break;
    case PROP_SKIP_QUIET:
      atlas_view_state_set_skip_quiet (self, g_value_get_boolean (value));
      break;
    case PROP_PAUSE_ON_EVENTS:
      atlas_view_state_set_pause_on_events (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_window_properties (GParamFlags flags)
{
  properties[PROP_FREE_BEGIN] =
    g_param_spec_int ("free-begin", NULL, NULL, G_MININT32, G_MAXINT32, DEFAULT_RANGE.begin, flags);
  properties[PROP_FREE_END] =
    g_param_spec_int ("free-end", NULL, NULL, G_MININT32, G_MAXINT32, DEFAULT_RANGE.end, flags);
  properties[PROP_AFTERGLOW_DAYS] =
    g_param_spec_int ("afterglow-days", NULL, NULL, -1, MAX_AFTERGLOW, -1, flags);
  properties[PROP_LOOP] =
    g_param_spec_enum ("loop", NULL, NULL, ATLAS_TYPE_LOOP, (int) ATLAS_LOOP_NONE, flags);
  properties[PROP_SKIP_QUIET] = g_param_spec_boolean ("skip-quiet", NULL, NULL, FALSE, flags);
  properties[PROP_PAUSE_ON_EVENTS] =
    g_param_spec_boolean ("pause-on-events", NULL, NULL, FALSE, flags);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_DATE] =
    g_param_spec_int ("date", NULL, NULL, G_MININT32, G_MAXINT32, DEFAULT_RANGE.begin, flags);
  properties[PROP_RANGE_BEGIN] = g_param_spec_int ("range-begin",
                                                   NULL,
                                                   NULL,
                                                   G_MININT32,
                                                   G_MAXINT32,
                                                   DEFAULT_RANGE.begin,
                                                   flags);
  properties[PROP_RANGE_END] =
    g_param_spec_int ("range-end", NULL, NULL, G_MININT32, G_MAXINT32, DEFAULT_RANGE.end, flags);
  properties[PROP_WINDOW_LENGTH] = g_param_spec_enum ("window-length",
                                                      NULL,
                                                      NULL,
                                                      ATLAS_TYPE_WINDOW_LENGTH,
                                                      (int) ATLAS_WINDOW_YEAR,
                                                      flags);
  properties[PROP_STEP] =
    g_param_spec_enum ("step", NULL, NULL, ATLAS_TYPE_STEP, (int) ATLAS_STEP_DAY, flags);
  properties[PROP_SHOW] =
    g_param_spec_flags ("show", NULL, NULL, ATLAS_TYPE_SHOW_FLAGS, ATLAS_SHOW_DEFAULT, flags);
  properties[PROP_STYLE] = g_param_spec_enum ("style",
                                              NULL,
                                              NULL,
                                              ATLAS_TYPE_MAP_STYLE,
                                              (int) ATLAS_MAP_STYLE_LIGHT,
                                              flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "en", flags);
  properties[PROP_SELECTION] = g_param_spec_string ("selection", NULL, NULL, NULL, flags);
  properties[PROP_VIEWPOINT] = g_param_spec_string ("viewpoint", NULL, NULL, NULL, flags);
  properties[PROP_HOVERED] = g_param_spec_string ("hovered", NULL, NULL, NULL, flags);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_DAYS_PER_SECOND] = g_param_spec_double ("days-per-second",
                                                          NULL,
                                                          NULL,
                                                          MIN_DAYS_PER_SECOND,
                                                          MAX_DAYS_PER_SECOND,
                                                          30.0,
                                                          flags);
  properties[PROP_LON] = g_param_spec_double ("lon", NULL, NULL, -180.0, 180.0, 0.0, flags);
  properties[PROP_LAT] =
    g_param_spec_double ("lat", NULL, NULL, -MAX_LATITUDE, MAX_LATITUDE, 0.0, flags);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, MIN_ZOOM, MAX_ZOOM, MIN_ZOOM, flags);
  properties[PROP_COMPARE_MODE] = g_param_spec_enum ("compare-mode",
                                                     NULL,
                                                     NULL,
                                                     ATLAS_TYPE_COMPARE_MODE,
                                                     (int) ATLAS_COMPARE_NONE,
                                                     flags);
  properties[PROP_COMPARE_DATE] = g_param_spec_int ("compare-date",
                                                    NULL,
                                                    NULL,
                                                    G_MININT32,
                                                    G_MAXINT32,
                                                    DEFAULT_RANGE.begin,
                                                    flags);
  install_window_properties (flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_view_state_class_init (AtlasViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_view_state_get_property;
  object_class->set_property = atlas_view_state_set_property;
  install_properties (object_class);
}

static void
atlas_view_state_init (AtlasViewState *self)
{
  self->range = DEFAULT_RANGE;
  self->date = self->compare_date = self->range.begin;
  self->window_length = ATLAS_WINDOW_YEAR;
  self->free_window = self->range;
  self->afterglow_days = -1;
  self->step = ATLAS_STEP_DAY;
  self->show = ATLAS_SHOW_DEFAULT;
  self->language = g_intern_static_string ("en");
  self->days_per_second = 30.0;
  self->zoom = MIN_ZOOM;
}

AtlasViewState *
atlas_view_state_new (void)
{
  return g_object_new (ATLAS_TYPE_VIEW_STATE, NULL);
}

/* Both ends inside the range, in order. */
static void
assign_free_window (AtlasViewState *self, AtlasTimeSpan window)
{
  AtlasDay begin = CLAMP (window.begin, self->range.begin, self->range.end);
  AtlasDay end = CLAMP (window.end, self->range.begin, self->range.end);

  g_object_freeze_notify (G_OBJECT (self));
  assign_day (self, &self->free_window.begin, MIN (begin, end), PROP_FREE_BEGIN);
  assign_day (self, &self->free_window.end, MAX (begin, end), PROP_FREE_END);
  g_object_thaw_notify (G_OBJECT (self));
}

/* A free window that the date has left goes along, at its length. */
static void
follow_date (AtlasViewState *self)
{
  AtlasTimeSpan window = self->free_window;
  gint64 length = (gint64) window.end - window.begin;

  if (self->window_length != ATLAS_WINDOW_FREE)
    return;
  if (self->date < window.begin)
    assign_free_window (self,
                        (AtlasTimeSpan){ self->date,
                                         (AtlasDay) MIN (self->date + length, self->range.end) });
  else if (self->date > window.end)
    assign_free_window (self,
                        (AtlasTimeSpan){ (AtlasDay) MAX (self->date - length, self->range.begin),
                                         self->date });
}

AtlasTimeSpan
atlas_view_state_get_range (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), DEFAULT_RANGE);

  return self->range;
}

void
atlas_view_state_set_range (AtlasViewState *self, AtlasTimeSpan range)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (!atlas_time_span_is_empty (range));

  /* Everyone hears of the new range and the date inside it together, never of a date outside. */
  g_object_freeze_notify (G_OBJECT (self));
  assign_day (self, &self->range.begin, range.begin, PROP_RANGE_BEGIN);
  assign_day (self, &self->range.end, range.end, PROP_RANGE_END);
  assign_free_window (self, self->free_window);
  atlas_view_state_set_date (self, self->date);
  atlas_view_state_set_compare_date (self, self->compare_date);
  g_object_thaw_notify (G_OBJECT (self));
}

AtlasDay
atlas_view_state_get_date (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0);

  return self->date;
}

void
atlas_view_state_set_date (AtlasViewState *self, AtlasDay date)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  g_object_freeze_notify (G_OBJECT (self));
  assign_day (self, &self->date, CLAMP (date, self->range.begin, self->range.end), PROP_DATE);
  follow_date (self);
  g_object_thaw_notify (G_OBJECT (self));
}

AtlasWindowLength
atlas_view_state_get_window_length (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_WINDOW_DAY);

  return self->window_length;
}

void
atlas_view_state_set_window_length (AtlasViewState *self, AtlasWindowLength length)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (length >= ATLAS_WINDOW_DAY && length <= ATLAS_WINDOW_FREE);

  if (self->window_length == length)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  /* A window that is freed keeps the ends that it has at that moment. */
  if (length == ATLAS_WINDOW_FREE)
    assign_free_window (self, atlas_view_state_get_window (self));
  self->window_length = length;
  notify (self, PROP_WINDOW_LENGTH);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Days on either side of the date: half of 30, 91, 365.25 ... days. */
static int
half_window (AtlasWindowLength length)
{
  switch (length)
    {
    case ATLAS_WINDOW_MONTH:
      return 15;
    case ATLAS_WINDOW_SEASON:
      return 45;
    case ATLAS_WINDOW_YEAR:
      return 182;
    case ATLAS_WINDOW_FIVE_YEARS:
      return 913;
    case ATLAS_WINDOW_25_YEARS:
      return 4565;
    case ATLAS_WINDOW_DAY:
    case ATLAS_WINDOW_ALL_UP_TO_NOW:
    case ATLAS_WINDOW_FREE:
    default:
      return 0;
    }
}

AtlasTimeSpan
atlas_view_state_get_window (AtlasViewState *self)
{
  int half;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ((AtlasTimeSpan){ 0, 0 }));

  if (self->window_length == ATLAS_WINDOW_FREE)
    return self->free_window;
  if (self->window_length == ATLAS_WINDOW_ALL_UP_TO_NOW)
    return (AtlasTimeSpan){ self->range.begin, self->date };
  half = half_window (self->window_length);
  return (AtlasTimeSpan){ (AtlasDay) MAX ((gint64) self->date - half, G_MININT32),
                          (AtlasDay) MIN ((gint64) self->date + half, G_MAXINT32) };
}

void
atlas_view_state_set_free_window (AtlasViewState *self, AtlasTimeSpan window)
{
  AtlasDay begin = MIN (window.begin, window.end), end = MAX (window.begin, window.end);

  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->window_length != ATLAS_WINDOW_FREE)
    {
      self->window_length = ATLAS_WINDOW_FREE;
      notify (self, PROP_WINDOW_LENGTH);
    }
  assign_free_window (self, (AtlasTimeSpan){ MIN (begin, self->date), MAX (end, self->date) });
  g_object_thaw_notify (G_OBJECT (self));
}

int
atlas_view_state_get_afterglow (AtlasViewState *self)
{
  AtlasTimeSpan window;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0);

  if (self->afterglow_days >= 0)
    return self->afterglow_days;
  window = atlas_view_state_get_window (self);
  return (int) MIN (atlas_time_span_length (window) / AFTERGLOW_PART, MAX_AFTERGLOW);
}

int
atlas_view_state_get_afterglow_days (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), -1);

  return self->afterglow_days;
}

void
atlas_view_state_set_afterglow_days (AtlasViewState *self, int days)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  days = CLAMP (days, -1, MAX_AFTERGLOW);
  if (self->afterglow_days == days)
    return;
  self->afterglow_days = days;
  notify (self, PROP_AFTERGLOW_DAYS);
}

AtlasStep
atlas_view_state_get_step (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_STEP_DAY);

  return self->step;
}

void
atlas_view_state_set_step (AtlasViewState *self, AtlasStep step)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (step >= ATLAS_STEP_DAY && step <= ATLAS_STEP_YEAR);

  if (self->step == step)
    return;
  self->step = step;
  notify (self, PROP_STEP);
}

static AtlasDay
add_steps (AtlasViewState *self, AtlasDay day, int n)
{
  switch (self->step)
    {
    case ATLAS_STEP_MONTH:
      return atlas_day_add_months (day, n);
    case ATLAS_STEP_YEAR:
      return atlas_day_add_years (day, n);
    case ATLAS_STEP_DAY:
    default:
      return (AtlasDay) CLAMP ((gint64) day + n, G_MININT32, G_MAXINT32);
    }
}

void
atlas_view_state_step_by (AtlasViewState *self, int n)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_set_date (self, add_steps (self, self->date, n));
}

AtlasShowFlags
atlas_view_state_get_show (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_SHOW_DEFAULT);

  return self->show;
}

void
atlas_view_state_set_show (AtlasViewState *self, AtlasShowFlags show)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  if (self->show == show)
    return;
  self->show = show;
  notify (self, PROP_SHOW);
}

AtlasMapStyle
atlas_view_state_get_style (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_MAP_STYLE_LIGHT);

  return self->style;
}

void
atlas_view_state_set_style (AtlasViewState *self, AtlasMapStyle style)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (style >= ATLAS_MAP_STYLE_LIGHT && style <= ATLAS_MAP_STYLE_MUTED);

  if (self->style == style)
    return;
  self->style = style;
  notify (self, PROP_STYLE);
}

const char *
atlas_view_state_get_language (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->language;
}

void
atlas_view_state_set_language (AtlasViewState *self, const char *language)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (language != NULL);

  assign_string (self, &self->language, language, PROP_LANGUAGE);
}

const char *
atlas_view_state_get_viewpoint (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->viewpoint;
}

void
atlas_view_state_set_viewpoint (AtlasViewState *self, const char *id)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  assign_string (self, &self->viewpoint, id, PROP_VIEWPOINT);
}

const char *
atlas_view_state_get_selection (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->selection;
}

void
atlas_view_state_set_selection (AtlasViewState *self, const char *id)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  assign_string (self, &self->selection, id, PROP_SELECTION);
}

const char *
atlas_view_state_get_hovered (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->hovered;
}

void
atlas_view_state_set_hovered (AtlasViewState *self, const char *id)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  assign_string (self, &self->hovered, id, PROP_HOVERED);
}

AtlasCompareMode
atlas_view_state_get_compare_mode (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_COMPARE_NONE);

  return self->compare_mode;
}

void
atlas_view_state_set_compare_mode (AtlasViewState *self, AtlasCompareMode mode)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (mode <= ATLAS_COMPARE_SIDE_BY_SIDE);

  if (self->compare_mode == mode)
    return;
  self->compare_mode = mode;
  notify (self, PROP_COMPARE_MODE);
}

AtlasDay
atlas_view_state_get_compare_date (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0);

  return self->compare_date;
}

void
atlas_view_state_set_compare_date (AtlasViewState *self, AtlasDay date)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  assign_day (self,
              &self->compare_date,
              CLAMP (date, self->range.begin, self->range.end),
              PROP_COMPARE_DATE);
}

void
atlas_view_state_step_compare_by (AtlasViewState *self, int n)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_set_compare_date (self, add_steps (self, self->compare_date, n));
}

gboolean
atlas_view_state_get_playing (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), FALSE);

  return self->playing;
}

void
atlas_view_state_set_playing (AtlasViewState *self, gboolean playing)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  playing = !!playing;
  if (self->playing == playing)
    return;
  self->playing = playing;
  notify (self, PROP_PLAYING);
}

double
atlas_view_state_get_days_per_second (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0.0);

  return self->days_per_second;
}

void
atlas_view_state_set_days_per_second (AtlasViewState *self, double days)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  assign_double (self,
                 &self->days_per_second,
                 CLAMP (days, MIN_DAYS_PER_SECOND, MAX_DAYS_PER_SECOND),
                 PROP_DAYS_PER_SECOND);
}

AtlasLoop
atlas_view_state_get_loop (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_LOOP_NONE);

  return self->loop;
}

void
atlas_view_state_set_loop (AtlasViewState *self, AtlasLoop loop)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (loop <= ATLAS_LOOP_CHAPTER);

  if (self->loop == loop)
    return;
  self->loop = loop;
  notify (self, PROP_LOOP);
}

gboolean
atlas_view_state_get_skip_quiet (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), FALSE);

  return self->skip_quiet;
}

void
atlas_view_state_set_skip_quiet (AtlasViewState *self, gboolean skip_quiet)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  skip_quiet = !!skip_quiet;
  if (self->skip_quiet == skip_quiet)
    return;
  self->skip_quiet = skip_quiet;
  notify (self, PROP_SKIP_QUIET);
}

gboolean
atlas_view_state_get_pause_on_events (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), FALSE);

  return self->pause_on_events;
}

void
atlas_view_state_set_pause_on_events (AtlasViewState *self, gboolean pause)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  pause = !!pause;
  if (self->pause_on_events == pause)
    return;
  self->pause_on_events = pause;
  notify (self, PROP_PAUSE_ON_EVENTS);
}

void
atlas_view_state_get_view (AtlasViewState *self, double *lon, double *lat, double *zoom)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  if (lon)
    *lon = self->lon;
  if (lat)
    *lat = self->lat;
  if (zoom)
    *zoom = self->zoom;
}

void
atlas_view_state_set_view (AtlasViewState *self, double lon, double lat, double zoom)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (lon > -1e6 && lon < 1e6);

  g_object_freeze_notify (G_OBJECT (self));
  assign_double (self, &self->lon, wrap_longitude (lon), PROP_LON);
  assign_double (self, &self->lat, CLAMP (lat, -MAX_LATITUDE, MAX_LATITUDE), PROP_LAT);
  assign_double (self, &self->zoom, CLAMP (zoom, MIN_ZOOM, MAX_ZOOM), PROP_ZOOM);
  g_object_thaw_notify (G_OBJECT (self));
}
