/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-link-private.h"

G_DEFINE_QUARK (atlas_link_error, atlas_link_error)

gboolean
atlas_link_is_link (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_ascii_strncasecmp (text, ATLAS_LINK_SCHEME ":", strlen (ATLAS_LINK_SCHEME ":")) == 0;
}

static gboolean
check_record (AtlasDataset *dataset, const char *id, gboolean polity, GError **error)
{
  AtlasRecord *record;

  if (dataset == NULL || id == NULL)
    return TRUE;
  record = atlas_dataset_lookup (dataset, id);
  if (record != NULL && (!polity || ATLAS_IS_POLITY (record)))
    return TRUE;
  g_set_error (error,
               ATLAS_LINK_ERROR,
               ATLAS_LINK_ERROR_RECORD,
               _ ("The atlas has no “%s”, which the link names"),
               id);
  return FALSE;
}

static gboolean
check_filter (AtlasDataset *dataset, const AtlasFilter *filter, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (dataset == NULL || atlas_filter_check (filter, dataset, &reason))
    return TRUE;
  g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_RECORD, reason->message);
  return FALSE;
}

/* The step that the link names; what else it does not say of time and place is the step's. */
static gboolean
take_step (AtlasDataset *dataset, AtlasLinkParts *parts, GError **error)
{
  const AtlasChapterStep *step;

  if (dataset == NULL || parts->chapter == NULL)
    return TRUE;
  step = atlas_dataset_find_step (dataset, parts->chapter, parts->chapter_step);
  if (step == NULL)
    {
      g_set_error (error,
                   ATLAS_LINK_ERROR,
                   ATLAS_LINK_ERROR_RECORD,
                   _ ("The atlas has no step %u of “%s”, which the link names"),
                   parts->chapter_step + 1,
                   parts->chapter);
      return FALSE;
    }
  if (!parts->has_date && !parts->has_window)
    {
      parts->has_window = TRUE;
      parts->window_length = ATLAS_WINDOW_FREE;
      parts->free_window = step->window;
    }
  if (!parts->has_date)
    parts->date = step->date;
  if (!parts->has_lon)
    parts->lon = step->lon;
  if (!parts->has_lat)
    parts->lat = step->lat;
  if (!parts->has_zoom)
    parts->zoom = step->zoom;
  if (parts->viewpoint == NULL)
    parts->viewpoint = g_strdup (step->viewpoint);
  parts->has_date = parts->has_lon = parts->has_lat = parts->has_zoom = TRUE;
  return TRUE;
}

/* Half of the duration on either side of the date, by its days about that date. */
static AtlasTimeSpan
centre_duration (AtlasLinkDuration duration, AtlasDay date)
{
  AtlasDay end =
    atlas_day_add_months (atlas_day_add_years (date, duration.years), duration.months) +
    duration.days;
  AtlasDay half = (end - date) / 2;

  return (AtlasTimeSpan){ date - half, date + half };
}

static void
apply_window (const AtlasLinkParts *parts, AtlasViewState *state)
{
  AtlasDay date = atlas_view_state_get_date (state);

  if (!parts->has_window)
    return;
  if (parts->window_length != ATLAS_WINDOW_FREE)
    atlas_view_state_set_window_length (state, parts->window_length);
  else if (atlas_time_span_is_empty (parts->free_window))
    atlas_view_state_set_free_window (state, centre_duration (parts->duration, date));
  else
    atlas_view_state_set_free_window (state, parts->free_window);
}

static void
apply_view (const AtlasLinkParts *parts, AtlasViewState *state)
{
  double lon, lat, zoom;

  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  atlas_view_state_set_view (state,
                             parts->has_lon ? parts->lon : lon,
                             parts->has_lat ? parts->lat : lat,
                             parts->has_zoom ? parts->zoom : zoom);
}

static void
apply (const AtlasLinkParts *parts, AtlasViewState *state)
{
  /* Nobody hears of half a link. */
  g_object_freeze_notify (G_OBJECT (state));
  atlas_view_state_set_playing (state, FALSE);
  if (parts->has_date)
    atlas_view_state_set_date (state, parts->date);
  apply_window (parts, state);
  apply_view (parts, state);
  atlas_view_state_set_step (state, parts->step);
  if (parts->has_show)
    atlas_view_state_set_show (state, parts->show);
  atlas_view_state_set_filter (state, parts->filter);
  atlas_view_state_set_sort (state, parts->sort);
  atlas_view_state_set_group (state, parts->group);
  if (parts->has_calendars)
    {
      atlas_view_state_set_show_julian (state, parts->julian);
      atlas_view_state_set_show_regnal (state, parts->regnal);
    }
  if (parts->language != NULL)
    atlas_view_state_set_language (state, parts->language);
  if (parts->base != NULL)
    atlas_view_state_set_base (state, parts->base);
  if (parts->muted)
    atlas_view_state_set_style (state, ATLAS_MAP_STYLE_MUTED);
  atlas_view_state_set_afterglow_days (state, parts->afterglow_days);
  atlas_view_state_set_viewpoint (state, parts->viewpoint);
  atlas_view_state_set_chapter (state, parts->chapter, parts->chapter_step);
  atlas_view_state_set_selection (state, parts->selection);
  atlas_view_state_set_days_per_second (state, parts->days_per_second);
  atlas_view_state_set_loop (state, parts->loop);
  atlas_view_state_set_skip_quiet (state, parts->skip_quiet);
  atlas_view_state_set_pause_on_events (state, parts->pause_on_events);
  if (parts->has_compare)
    atlas_view_state_set_compare_date (state, parts->compare_date);
  atlas_view_state_set_compare_mode (state,
                                     parts->has_compare ? parts->compare_mode : ATLAS_COMPARE_NONE);
  atlas_view_state_set_playing (state, parts->playing);
  g_object_thaw_notify (G_OBJECT (state));
}

gboolean
atlas_link_apply (const char *link, AtlasViewState *state, AtlasDataset *dataset, GError **error)
{
  g_auto (AtlasLinkParts) parts = {
    .afterglow_days = -1,
    .days_per_second = 30.0,
    .compare_mode = ATLAS_COMPARE_SWIPE,
  };

  g_return_val_if_fail (link != NULL, FALSE);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), FALSE);

  if (!atlas_link_parts_read (link, &parts, error) ||
      !check_record (dataset, parts.selection, FALSE, error) ||
      !check_record (dataset, parts.viewpoint, TRUE, error) ||
      !check_filter (dataset, parts.filter, error) || !take_step (dataset, &parts, error))
    return FALSE;
  apply (&parts, state);
  return TRUE;
}
