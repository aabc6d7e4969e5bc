/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state-private.h"

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

  show &= ATLAS_SHOW_ALL;
  if (self->show == show)
    return;
  self->show = show;
  atlas_view_state_notify (self, PROP_SHOW);
}

const AtlasFilter *
atlas_view_state_get_filter (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->filter;
}

void
atlas_view_state_set_filter (AtlasViewState *self, const AtlasFilter *filter)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  atlas_view_state_notify (self, PROP_FILTER);
}

AtlasSort
atlas_view_state_get_sort (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_SORT_DATE);

  return self->sort;
}

void
atlas_view_state_set_sort (AtlasViewState *self, AtlasSort sort)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (sort <= ATLAS_SORT_CERTAINTY);

  if (self->sort == sort)
    return;
  self->sort = sort;
  atlas_view_state_notify (self, PROP_SORT);
}

AtlasGroup
atlas_view_state_get_group (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), ATLAS_GROUP_NONE);

  return self->group;
}

void
atlas_view_state_set_group (AtlasViewState *self, AtlasGroup group)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));
  g_return_if_fail (group <= ATLAS_GROUP_PLACE);

  if (self->group == group)
    return;
  self->group = group;
  atlas_view_state_notify (self, PROP_GROUP);
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
  g_return_if_fail (style >= ATLAS_MAP_STYLE_LIGHT && style <= ATLAS_MAP_STYLE_CONTRAST_DARK);

  if (self->style == style)
    return;
  self->style = style;
  atlas_view_state_notify (self, PROP_STYLE);
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

  atlas_view_state_assign_string (self, &self->language, language, PROP_LANGUAGE);
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

  atlas_view_state_assign_string (self, &self->selection, id, PROP_SELECTION);
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

  atlas_view_state_assign_string (self, &self->viewpoint, id, PROP_VIEWPOINT);
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

  atlas_view_state_assign_string (self, &self->hovered, id, PROP_HOVERED);
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
  atlas_view_state_assign_double (self, &self->lon, wrap_longitude (lon), PROP_LON);
  atlas_view_state_assign_double (self,
                                  &self->lat,
                                  CLAMP (lat,
                                         -ATLAS_VIEW_STATE_MAX_LATITUDE,
                                         ATLAS_VIEW_STATE_MAX_LATITUDE),
                                  PROP_LAT);
  atlas_view_state_assign_double (self,
                                  &self->zoom,
                                  CLAMP (zoom,
                                         ATLAS_VIEW_STATE_MIN_ZOOM,
                                         ATLAS_VIEW_STATE_MAX_ZOOM),
                                  PROP_ZOOM);
  g_object_thaw_notify (G_OBJECT (self));
}

double
atlas_view_state_get_text_scale (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 1.0);

  return self->text_scale;
}

void
atlas_view_state_set_text_scale (AtlasViewState *self, double scale)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  atlas_view_state_assign_double (self,
                                  &self->text_scale,
                                  CLAMP (scale, 1.0, ATLAS_VIEW_STATE_MAX_TEXT_SCALE),
                                  PROP_TEXT_SCALE);
}

const char *
atlas_view_state_get_chapter (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), NULL);

  return self->chapter;
}

guint
atlas_view_state_get_chapter_step (AtlasViewState *self)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (self), 0);

  return self->chapter_step;
}

void
atlas_view_state_set_chapter (AtlasViewState *self, const char *id, guint step)
{
  g_return_if_fail (ATLAS_IS_VIEW_STATE (self));

  g_object_freeze_notify (G_OBJECT (self));
  atlas_view_state_assign_string (self, &self->chapter, id, PROP_CHAPTER);
  step = id != NULL ? step : 0;
  if (step != self->chapter_step)
    {
      self->chapter_step = step;
      atlas_view_state_notify (self, PROP_CHAPTER_STEP);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
