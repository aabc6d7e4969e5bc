/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state-private.h"

/* Set to -1, the afterglow is this part of the window. */
#define AFTERGLOW_PART 4

/* Both ends inside the range, in order. */
void
atlas_view_state_put_free_window (AtlasViewState *self, AtlasTimeSpan window)
{
  AtlasDay begin = CLAMP (window.begin, self->range.begin, self->range.end);
  AtlasDay end = CLAMP (window.end, self->range.begin, self->range.end);

  g_object_freeze_notify (G_OBJECT (self));
  atlas_view_state_assign_day (self, &self->free_window.begin, MIN (begin, end), PROP_FREE_BEGIN);
  atlas_view_state_assign_day (self, &self->free_window.end, MAX (begin, end), PROP_FREE_END);
  g_object_thaw_notify (G_OBJECT (self));
}

/* A free window that the date has left goes along, at its length. */
static AtlasTimeSpan
follow (const AtlasViewState *self, AtlasDay date)
{
  AtlasTimeSpan window = self->free_window;
  gint64 length = (gint64) window.end - window.begin;

  if (date < window.begin)
    {
      window.begin = date;
      window.end = (AtlasDay) MIN (date + length, self->range.end);
    }
  else if (date > window.end)
    {
      window.begin = (AtlasDay) MAX (date - length, self->range.begin);
      window.end = date;
    }
  return window;
}

void
atlas_view_state_follow_date (AtlasViewState *self)
{
  if (self->window_length == ATLAS_WINDOW_FREE)
    atlas_view_state_put_free_window (self, follow (self, self->date));
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
    atlas_view_state_put_free_window (self, atlas_view_state_get_window (self));
  self->window_length = length;
  atlas_view_state_notify (self, PROP_WINDOW_LENGTH);
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
atlas_view_state_get_window_on (AtlasViewState *self, AtlasDay date)
{
  int half;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ((AtlasTimeSpan){ 0, 0 }));

  if (self->window_length == ATLAS_WINDOW_FREE)
    return follow (self, date);
  if (self->window_length == ATLAS_WINDOW_ALL_UP_TO_NOW)
    return (AtlasTimeSpan){ self->range.begin, date };
  half = half_window (self->window_length);
  return (AtlasTimeSpan){ (AtlasDay) MAX ((gint64) date - half, G_MININT32),
                          (AtlasDay) MIN ((gint64) date + half, G_MAXINT32) };
}

AtlasTimeSpan
atlas_view_state_get_window (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ((AtlasTimeSpan){ 0, 0 }));

  return atlas_view_state_get_window_on (self, self->date);
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
      atlas_view_state_notify (self, PROP_WINDOW_LENGTH);
    }
  atlas_view_state_put_free_window (self,
                                    (AtlasTimeSpan){ MIN (begin, self->date),
                                                     MAX (end, self->date) });
  g_object_thaw_notify (G_OBJECT (self));
}

int
atlas_view_state_get_afterglow_on (AtlasViewState *self, AtlasDay date)
{
  AtlasTimeSpan window;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0);

  if (self->afterglow_days >= 0)
    return self->afterglow_days;
  window = atlas_view_state_get_window_on (self, date);
  return (int) MIN (atlas_time_span_length (window) / AFTERGLOW_PART,
                    ATLAS_VIEW_STATE_MAX_AFTERGLOW);
}

int
atlas_view_state_get_afterglow (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0);

  return atlas_view_state_get_afterglow_on (self, self->date);
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

  days = CLAMP (days, -1, ATLAS_VIEW_STATE_MAX_AFTERGLOW);
  if (self->afterglow_days == days)
    return;
  self->afterglow_days = days;
  atlas_view_state_notify (self, PROP_AFTERGLOW_DAYS);
}
