/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "atlas-event-order.h"
#include "atlas-filter.h"
#include "atlas-time-span.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_MAP_STYLE_LIGHT,
  ATLAS_MAP_STYLE_DARK,
  ATLAS_MAP_STYLE_MUTED,
  ATLAS_MAP_STYLE_CONTRAST_LIGHT,
  ATLAS_MAP_STYLE_CONTRAST_DARK,
} AtlasMapStyle;

/* Whether letters are lighter than the ground. */
static inline gboolean
atlas_map_style_is_dark (AtlasMapStyle self)
{
  return self == ATLAS_MAP_STYLE_DARK || self == ATLAS_MAP_STYLE_CONTRAST_DARK;
}

/* What is drawn. */
typedef enum
{
  ATLAS_SHOW_TERRITORIES = 1 << 0,
  ATLAS_SHOW_BORDERS = 1 << 1,
  ATLAS_SHOW_ROUTES = 1 << 2,
  ATLAS_SHOW_EVENTS = 1 << 3,
  ATLAS_SHOW_PLACES = 1 << 4,
  ATLAS_SHOW_PHYSICAL_NAMES = 1 << 6, /* ranges, deserts, waters */
  ATLAS_SHOW_MODERN_BORDERS = 1 << 7,
  ATLAS_SHOW_RELIEF = 1 << 8,
  ATLAS_SHOW_DEFAULT = (1 << 5) - 1 + (1 << 6) + (1 << 8),
  ATLAS_SHOW_ALL = (1 << 5) - 1 + (1 << 6) + (1 << 7) + (1 << 8),
} AtlasShowFlags;

/* The enumerations as types, with nicks such as "modern-borders" and "five-years" for settings and
 * templates. */
#define ATLAS_TYPE_MAP_STYLE (atlas_map_style_get_type ())
#define ATLAS_TYPE_SHOW_FLAGS (atlas_show_flags_get_type ())
#define ATLAS_TYPE_WINDOW_LENGTH (atlas_window_length_get_type ())
#define ATLAS_TYPE_STEP (atlas_step_get_type ())
#define ATLAS_TYPE_COMPARE_MODE (atlas_compare_mode_get_type ())
#define ATLAS_TYPE_LOOP (atlas_loop_get_type ())
#define ATLAS_TYPE_SORT (atlas_sort_get_type ())
#define ATLAS_TYPE_GROUP (atlas_group_get_type ())
GType atlas_map_style_get_type (void) G_GNUC_CONST;
GType atlas_show_flags_get_type (void) G_GNUC_CONST;
GType atlas_window_length_get_type (void) G_GNUC_CONST;
GType atlas_step_get_type (void) G_GNUC_CONST;
GType atlas_compare_mode_get_type (void) G_GNUC_CONST;
GType atlas_loop_get_type (void) G_GNUC_CONST;
GType atlas_sort_get_type (void) G_GNUC_CONST;
GType atlas_group_get_type (void) G_GNUC_CONST;

/* The length of the window about the date. */
typedef enum
{
  ATLAS_WINDOW_DAY,
  ATLAS_WINDOW_MONTH,
  ATLAS_WINDOW_SEASON,
  ATLAS_WINDOW_YEAR,
  ATLAS_WINDOW_FIVE_YEARS,
  ATLAS_WINDOW_25_YEARS,
  ATLAS_WINDOW_ALL_UP_TO_NOW,
  ATLAS_WINDOW_FREE, /* two ends of its own */
} AtlasWindowLength;

/* One step of the slider. */
typedef enum
{
  ATLAS_STEP_DAY,
  ATLAS_STEP_MONTH,
  ATLAS_STEP_YEAR,
} AtlasStep;

/* Where playback begins again. */
typedef enum
{
  ATLAS_LOOP_NONE, /* nowhere: it stops at the end of the range */
  ATLAS_LOOP_WINDOW,
  ATLAS_LOOP_CHAPTER,
} AtlasLoop;

/* How two dates are shown at the same time. */
typedef enum
{
  ATLAS_COMPARE_NONE,
  ATLAS_COMPARE_SWIPE,        /* one map over the other, with a divider between them */
  ATLAS_COMPARE_SIDE_BY_SIDE, /* a half of the window each */
} AtlasCompareMode;

/**
 * AtlasViewState:
 *
 * What the user is looking at. Every widget and layer reads it here and nobody keeps a copy. Each
 * property notifies once for a change and not at all when set to what it is already: "date" (int, a
 * Julian Day Number), "range-begin", "range-end", "window-length", "step", "show", "style",
 * "language", "selection" (id of a record or NULL), "viewpoint" (id of a polity or NULL), "hovered"
 * (likewise), "playing", "days-per-second", "lon", "lat", "zoom", "compare-mode", "compare-date"
 * (int, like "date": the day that stands on the left while two are compared), "free-begin" and
 * "free-end" (int, the ends of a free window), "text-scale" (1 for the sizes of
 * the design), "afterglow-days" (int, -1 for a quarter of the
 * window), "loop", "skip-quiet", "pause-on-events", "show-julian" and "show-regnal" (whether the date
 * is told in those calendars too), "filter" (an AtlasFilter or NULL), "sort", "group", "chapter" (id
 * of the chapter whose tour the reader is on, or NULL), "chapter-step" (uint, the step of it, from
 * 0), "base" (name of a map that lies over the relief, or NULL), "base-opacity" (0 to 1).
 */
#define ATLAS_TYPE_VIEW_STATE (atlas_view_state_get_type ())
G_DECLARE_FINAL_TYPE (AtlasViewState, atlas_view_state, ATLAS, VIEW_STATE, GObject)

AtlasViewState *atlas_view_state_new (void);

/* The days that the slider covers; the date is kept inside. */
AtlasTimeSpan atlas_view_state_get_range (AtlasViewState *self);
void atlas_view_state_set_range (AtlasViewState *self, AtlasTimeSpan range);

AtlasDay atlas_view_state_get_date (AtlasViewState *self);
void atlas_view_state_set_date (AtlasViewState *self, AtlasDay date);

AtlasWindowLength atlas_view_state_get_window_length (AtlasViewState *self);
void atlas_view_state_set_window_length (AtlasViewState *self, AtlasWindowLength length);

/* The span of days about the date whose events are shown. A window of a month or longer is centred
 * on the date; "all up to now" begins with the range; a free one lies where its ends were put. */
AtlasTimeSpan atlas_view_state_get_window (AtlasViewState *self);

/* The same, and the afterglow below, as they would be if the date were moved to @date. */
AtlasTimeSpan atlas_view_state_get_window_on (AtlasViewState *self, AtlasDay date);
int atlas_view_state_get_afterglow_on (AtlasViewState *self, AtlasDay date);

/* Frees the window and puts its ends there. It always holds the date: ends on the wrong side of
 * each other are swapped, one on the wrong side of the date stops at it. When the date leaves a
 * free window later, the window goes along at its length. Ends are kept inside the range. */
void atlas_view_state_set_free_window (AtlasViewState *self, AtlasTimeSpan window);

/* For how many days before the window events still glow, fading; and the same as it was set, -1 for
 * a quarter of the window. */
int atlas_view_state_get_afterglow (AtlasViewState *self);
int atlas_view_state_get_afterglow_days (AtlasViewState *self);
void atlas_view_state_set_afterglow_days (AtlasViewState *self, int days);

AtlasStep atlas_view_state_get_step (AtlasViewState *self);
void atlas_view_state_set_step (AtlasViewState *self, AtlasStep step);

/* Whether the date is told in the Julian calendar beside the Gregorian, and in that of the reigns
 * and the Republic of China. */
gboolean atlas_view_state_get_show_julian (AtlasViewState *self);
void atlas_view_state_set_show_julian (AtlasViewState *self, gboolean show);
gboolean atlas_view_state_get_show_regnal (AtlasViewState *self);
void atlas_view_state_set_show_regnal (AtlasViewState *self, gboolean show);

/* Moves the date by @n steps of the current size, in the Gregorian calendar. */
void atlas_view_state_step_by (AtlasViewState *self, int n);

AtlasShowFlags atlas_view_state_get_show (AtlasViewState *self);
void atlas_view_state_set_show (AtlasViewState *self, AtlasShowFlags show);

/* What is switched off, and to what the reader keeps; NULL where that is nothing. */
const AtlasFilter *atlas_view_state_get_filter (AtlasViewState *self);
void atlas_view_state_set_filter (AtlasViewState *self, const AtlasFilter *filter);

/* How events are listed: the order of the list is also that of "next event" and of the keyboard on
 * the map. */
AtlasSort atlas_view_state_get_sort (AtlasViewState *self);
void atlas_view_state_set_sort (AtlasViewState *self, AtlasSort sort);
AtlasGroup atlas_view_state_get_group (AtlasViewState *self);
void atlas_view_state_set_group (AtlasViewState *self, AtlasGroup group);

AtlasMapStyle atlas_view_state_get_style (AtlasViewState *self);
void atlas_view_state_set_style (AtlasViewState *self, AtlasMapStyle style);

/* What the map's lettering is larger by than the design has it, 1 to 4. */
double atlas_view_state_get_text_scale (AtlasViewState *self);
void atlas_view_state_set_text_scale (AtlasViewState *self, double scale);

/* The name of the map that lies over the relief, or NULL for the relief alone; interned. And how
 * much of the relief it hides, 0 to 1. */
const char *atlas_view_state_get_base (AtlasViewState *self);
void atlas_view_state_set_base (AtlasViewState *self, const char *name);
double atlas_view_state_get_base_opacity (AtlasViewState *self);
void atlas_view_state_set_base_opacity (AtlasViewState *self, double opacity);

/* A BCP 47 tag of the content: en, zh-Hant, zh-Hans, ru. Interned. */
const char *atlas_view_state_get_language (AtlasViewState *self);
void atlas_view_state_set_language (AtlasViewState *self, const char *language);

/* Id of the selected record, or NULL. Interned. */
const char *atlas_view_state_get_selection (AtlasViewState *self);
void atlas_view_state_set_selection (AtlasViewState *self, const char *id);

/* Id of the polity whose claims the map shows too, or NULL for control on the day alone. Interned.
 */
const char *atlas_view_state_get_viewpoint (AtlasViewState *self);
void atlas_view_state_set_viewpoint (AtlasViewState *self, const char *id);

/* Id of what is under the pointer, or NULL. Interned. */
const char *atlas_view_state_get_hovered (AtlasViewState *self);
void atlas_view_state_set_hovered (AtlasViewState *self, const char *id);

/* Id of the chapter whose tour the reader is on, or NULL, and the step of it, from 0; setting a
 * property "chapter" alone goes to its first step. Only AtlasTour knows what the step shows.
 * Interned. */
const char *atlas_view_state_get_chapter (AtlasViewState *self);
guint atlas_view_state_get_chapter_step (AtlasViewState *self);
void atlas_view_state_set_chapter (AtlasViewState *self, const char *id, guint step);

AtlasCompareMode atlas_view_state_get_compare_mode (AtlasViewState *self);
void atlas_view_state_set_compare_mode (AtlasViewState *self, AtlasCompareMode mode);

/* The day that the date is compared with; kept inside the range, as the date is. */
AtlasDay atlas_view_state_get_compare_date (AtlasViewState *self);
void atlas_view_state_set_compare_date (AtlasViewState *self, AtlasDay date);

/* Moves it by @n steps of the current size. */
void atlas_view_state_step_compare_by (AtlasViewState *self, int n);

gboolean atlas_view_state_get_playing (AtlasViewState *self);
void atlas_view_state_set_playing (AtlasViewState *self, gboolean playing);

double atlas_view_state_get_days_per_second (AtlasViewState *self);
void atlas_view_state_set_days_per_second (AtlasViewState *self, double days);

AtlasLoop atlas_view_state_get_loop (AtlasViewState *self);
void atlas_view_state_set_loop (AtlasViewState *self, AtlasLoop loop);

/* Whether playback hurries through times in which nothing begins or changes. */
gboolean atlas_view_state_get_skip_quiet (AtlasViewState *self);
void atlas_view_state_set_skip_quiet (AtlasViewState *self, gboolean skip_quiet);

/* Whether playback selects each event that begins and rests on it. */
gboolean atlas_view_state_get_pause_on_events (AtlasViewState *self);
void atlas_view_state_set_pause_on_events (AtlasViewState *self, gboolean pause);

/* Centre of the map in degrees, and zoom level. Latitudes are kept within 80 degrees, zoom within 2
 * and 12. */
void atlas_view_state_get_view (AtlasViewState *self, double *lon, double *lat, double *zoom);
void atlas_view_state_set_view (AtlasViewState *self, double lon, double lat, double zoom);

G_END_DECLS
