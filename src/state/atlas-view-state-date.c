/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state-private.h"

AtlasTimeSpan
atlas_view_state_get_range (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ((AtlasTimeSpan){ 0, -1 }));

  return self->range;
}

void
atlas_view_state_set_range (AtlasViewState *self, AtlasTimeSpan range)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (!atlas_time_span_is_empty (range));

  /* Everyone hears of the new range and the date inside it together, never of a date outside. */
  g_object_freeze_notify (G_OBJECT (self));
  atlas_view_state_assign_day (self, &self->range.begin, range.begin, PROP_RANGE_BEGIN);
  atlas_view_state_assign_day (self, &self->range.end, range.end, PROP_RANGE_END);
  atlas_view_state_put_free_window (self, self->free_window);
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
  atlas_view_state_assign_day (self,
                               &self->date,
                               CLAMP (date, self->range.begin, self->range.end),
                               PROP_DATE);
  atlas_view_state_follow_date (self);
  g_object_thaw_notify (G_OBJECT (self));
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
  atlas_view_state_notify (self, PROP_STEP);
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
  atlas_view_state_notify (self, PROP_COMPARE_MODE);
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

  atlas_view_state_assign_day (self,
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
atlas_view_state_get_show_julian (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), FALSE);

  return self->show_julian;
}

void
atlas_view_state_set_show_julian (AtlasViewState *self, gboolean show)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_assign_boolean (self, &self->show_julian, show, PROP_SHOW_JULIAN);
}

gboolean
atlas_view_state_get_show_regnal (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), FALSE);

  return self->show_regnal;
}

void
atlas_view_state_set_show_regnal (AtlasViewState *self, gboolean show)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_assign_boolean (self, &self->show_regnal, show, PROP_SHOW_REGNAL);
}
