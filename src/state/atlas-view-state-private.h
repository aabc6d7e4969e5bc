/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the view state share: atlas-view-state.c is the object with its properties, the
 * others set and read a part of it each. */

#include "atlas-view-state.h"

G_BEGIN_DECLS

#define ATLAS_VIEW_STATE_MAX_LATITUDE 80.0
#define ATLAS_VIEW_STATE_MIN_ZOOM 2.0
#define ATLAS_VIEW_STATE_MAX_ZOOM 12.0
#define ATLAS_VIEW_STATE_MIN_DAYS_PER_SECOND 0.01
#define ATLAS_VIEW_STATE_MAX_DAYS_PER_SECOND 100000.0
#define ATLAS_VIEW_STATE_MAX_AFTERGLOW 100000
#define ATLAS_VIEW_STATE_MAX_TEXT_SCALE 4.0

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
  gboolean show_julian;
  gboolean show_regnal;
  AtlasStep step;
  AtlasShowFlags show;
  const AtlasFilter *filter; /* (nullable), interned */
  AtlasSort sort;
  AtlasGroup group;
  AtlasMapStyle style;
  const char *language;
  const char *selection;
  const char *viewpoint;
  const char *hovered;
  const char *chapter;
  guint chapter_step; /* 0 without a chapter */
  gboolean playing;
  double days_per_second;
  double text_scale;
  const char *base; /* (nullable), interned */
  double base_opacity;
  double lon;
  double lat;
  double zoom;
};

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
  PROP_TEXT_SCALE,
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
  PROP_SHOW_JULIAN,
  PROP_SHOW_REGNAL,
  PROP_FILTER,
  PROP_SORT,
  PROP_GROUP,
  PROP_CHAPTER,
  PROP_CHAPTER_STEP,
  PROP_BASE,
  PROP_BASE_OPACITY,
  N_PROPS
};

void atlas_view_state_notify (AtlasViewState *self, guint property);

/* Each assigns and notifies, or does nothing where @member is @value already. */
void atlas_view_state_assign_day (AtlasViewState *self,
                                  AtlasDay *member,
                                  AtlasDay value,
                                  guint property);
void atlas_view_state_assign_double (AtlasViewState *self,
                                     double *member,
                                     double value,
                                     guint property);
void atlas_view_state_assign_string (AtlasViewState *self,
                                     const char **member,
                                     const char *value,
                                     guint property);
void atlas_view_state_assign_boolean (AtlasViewState *self,
                                      gboolean *member,
                                      gboolean value,
                                      guint property);

/* Puts the ends of the free window there, inside the range and in order. */
void atlas_view_state_put_free_window (AtlasViewState *self, AtlasTimeSpan window);

/* A free window that the date has left goes along, at its length. */
void atlas_view_state_follow_date (AtlasViewState *self);

G_END_DECLS
