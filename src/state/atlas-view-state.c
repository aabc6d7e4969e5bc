/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state-private.h"

/* 1717-01-01 and 1949-12-31, until an atlas says otherwise. */
#define DEFAULT_RANGE ((AtlasTimeSpan){ 2348182, 2433282 })

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasViewState, atlas_view_state, G_TYPE_OBJECT)

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

void
atlas_view_state_notify (AtlasViewState *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
atlas_view_state_assign_day (AtlasViewState *self, AtlasDay *member, AtlasDay value, guint property)
{
  if (*member == value)
    return;
  *member = value;
  atlas_view_state_notify (self, property);
}

void
atlas_view_state_assign_double (AtlasViewState *self, double *member, double value, guint property)
{
  if (!differ (*member, value))
    return;
  *member = value;
  atlas_view_state_notify (self, property);
}

void
atlas_view_state_assign_boolean (AtlasViewState *self,
                                 gboolean *member,
                                 gboolean value,
                                 guint property)
{
  value = !!value;
  if (*member == value)
    return;
  *member = value;
  atlas_view_state_notify (self, property);
}

/* Interned strings are equal where their pointers are. */
void
atlas_view_state_assign_string (AtlasViewState *self,
                                const char **member,
                                const char *value,
                                guint property)
{
  value = g_intern_string (value);
  if (*member == value)
    return;
  *member = value;
  atlas_view_state_notify (self, property);
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
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_BASE:
      g_value_set_string (value, self->base);
      break;
    case PROP_BASE_OPACITY:
      g_value_set_double (value, self->base_opacity);
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
    case PROP_SHOW_JULIAN:
      g_value_set_boolean (value, self->show_julian);
      break;
    case PROP_SHOW_REGNAL:
      g_value_set_boolean (value, self->show_regnal);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_SORT:
      g_value_set_enum (value, (int) self->sort);
      break;
    case PROP_GROUP:
      g_value_set_enum (value, (int) self->group);
      break;
    case PROP_CHAPTER:
      g_value_set_string (value, self->chapter);
      break;
    case PROP_CHAPTER_STEP:
      g_value_set_uint (value, self->chapter_step);
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
    case PROP_TEXT_SCALE:
      atlas_view_state_set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_BASE:
      atlas_view_state_set_base (self, g_value_get_string (value));
      break;
    case PROP_BASE_OPACITY:
      atlas_view_state_set_base_opacity (self, g_value_get_double (value));
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
    case PROP_SHOW_JULIAN:
      atlas_view_state_set_show_julian (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_REGNAL:
      atlas_view_state_set_show_regnal (self, g_value_get_boolean (value));
      break;
    case PROP_FILTER:
      atlas_view_state_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_SORT:
      atlas_view_state_set_sort (self, (AtlasSort) g_value_get_enum (value));
      break;
    case PROP_GROUP:
      atlas_view_state_set_group (self, (AtlasGroup) g_value_get_enum (value));
      break;
    case PROP_CHAPTER:
      atlas_view_state_set_chapter (self, g_value_get_string (value), 0);
      break;
    case PROP_CHAPTER_STEP:
      atlas_view_state_set_chapter (self, self->chapter, g_value_get_uint (value));
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
    g_param_spec_int ("afterglow-days", NULL, NULL, -1, ATLAS_VIEW_STATE_MAX_AFTERGLOW, -1, flags);
  properties[PROP_LOOP] =
    g_param_spec_enum ("loop", NULL, NULL, ATLAS_TYPE_LOOP, (int) ATLAS_LOOP_NONE, flags);
  properties[PROP_SKIP_QUIET] = g_param_spec_boolean ("skip-quiet", NULL, NULL, FALSE, flags);
  properties[PROP_PAUSE_ON_EVENTS] =
    g_param_spec_boolean ("pause-on-events", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_JULIAN] = g_param_spec_boolean ("show-julian", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_REGNAL] = g_param_spec_boolean ("show-regnal", NULL, NULL, TRUE, flags);
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
  properties[PROP_BASE] = g_param_spec_string ("base", NULL, NULL, NULL, flags);
  properties[PROP_BASE_OPACITY] =
    g_param_spec_double ("base-opacity", NULL, NULL, 0.0, 1.0, 1.0, flags);
  properties[PROP_HOVERED] = g_param_spec_string ("hovered", NULL, NULL, NULL, flags);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale",
                                                     NULL,
                                                     NULL,
                                                     1.0,
                                                     ATLAS_VIEW_STATE_MAX_TEXT_SCALE,
                                                     1.0,
                                                     flags);
  properties[PROP_DAYS_PER_SECOND] = g_param_spec_double ("days-per-second",
                                                          NULL,
                                                          NULL,
                                                          ATLAS_VIEW_STATE_MIN_DAYS_PER_SECOND,
                                                          ATLAS_VIEW_STATE_MAX_DAYS_PER_SECOND,
                                                          30.0,
                                                          flags);
  properties[PROP_LON] = g_param_spec_double ("lon", NULL, NULL, -180.0, 180.0, 0.0, flags);
  properties[PROP_LAT] = g_param_spec_double ("lat",
                                              NULL,
                                              NULL,
                                              -ATLAS_VIEW_STATE_MAX_LATITUDE,
                                              ATLAS_VIEW_STATE_MAX_LATITUDE,
                                              0.0,
                                              flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom",
                                               NULL,
                                               NULL,
                                               ATLAS_VIEW_STATE_MIN_ZOOM,
                                               ATLAS_VIEW_STATE_MAX_ZOOM,
                                               ATLAS_VIEW_STATE_MIN_ZOOM,
                                               flags);
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
  properties[PROP_SORT] =
    g_param_spec_enum ("sort", NULL, NULL, ATLAS_TYPE_SORT, (int) ATLAS_SORT_DATE, flags);
  properties[PROP_GROUP] =
    g_param_spec_enum ("group", NULL, NULL, ATLAS_TYPE_GROUP, (int) ATLAS_GROUP_NONE, flags);
  properties[PROP_CHAPTER] = g_param_spec_string ("chapter", NULL, NULL, NULL, flags);
  properties[PROP_CHAPTER_STEP] =
    g_param_spec_uint ("chapter-step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, ATLAS_TYPE_FILTER, flags);
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
  self->show_julian = self->show_regnal = TRUE;
  self->step = ATLAS_STEP_DAY;
  self->show = ATLAS_SHOW_DEFAULT;
  self->language = g_intern_static_string ("en");
  self->days_per_second = 30.0;
  self->text_scale = 1.0;
  self->base_opacity = 1.0;
  self->zoom = ATLAS_VIEW_STATE_MIN_ZOOM;
}

AtlasViewState *
atlas_view_state_new (void)
{
  return g_object_new (ATLAS_TYPE_VIEW_STATE, NULL);
}
