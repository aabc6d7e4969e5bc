/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state-private.h"

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

  atlas_view_state_assign_boolean (self, &self->playing, playing, PROP_PLAYING);
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

  atlas_view_state_assign_double (self,
                                  &self->days_per_second,
                                  CLAMP (days,
                                         ATLAS_VIEW_STATE_MIN_DAYS_PER_SECOND,
                                         ATLAS_VIEW_STATE_MAX_DAYS_PER_SECOND),
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
  atlas_view_state_notify (self, PROP_LOOP);
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

  atlas_view_state_assign_boolean (self, &self->skip_quiet, skip_quiet, PROP_SKIP_QUIET);
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

  atlas_view_state_assign_boolean (self, &self->pause_on_events, pause, PROP_PAUSE_ON_EVENTS);
}
