/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state-private.h"

const char *
atlas_view_state_get_base (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->base;
}

void
atlas_view_state_set_base (AtlasViewState *self, const char *name)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_assign_string (self, &self->base, name, PROP_BASE);
}

double
atlas_view_state_get_base_opacity (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 1.0);

  return self->base_opacity;
}

void
atlas_view_state_set_base_opacity (AtlasViewState *self, double opacity)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_assign_double (self,
                                  &self->base_opacity,
                                  CLAMP (opacity, 0.0, 1.0),
                                  PROP_BASE_OPACITY);
}
