/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-map-targets.h"
#include "atlas-page-pace.h"
#include "atlas-site-words.h"

struct _AtlasMapTargets
{
  AtlasSiteLayout *sites;
  AtlasRouteLayout *routes;
};

AtlasMapTargets *
atlas_map_targets_new (AtlasHistoryIndex *index,
                       const AtlasPictureSpec *spec,
                       const AtlasViewport *viewport)
{
  AtlasMapTargets *self;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), NULL);

  self = g_new0 (AtlasMapTargets, 1);
  self->sites = atlas_site_layout_new (index, spec, viewport);
  self->routes = atlas_route_layout_new (index, spec, viewport);
  return self;
}

void
atlas_map_targets_free (AtlasMapTargets *self)
{
  g_return_if_fail (self != NULL);

  atlas_site_layout_free (self->sites);
  atlas_route_layout_free (self->routes);
  g_free (self);
}

AtlasMapTarget
atlas_map_targets_pick (const AtlasMapTargets *self, double x, double y)
{
  AtlasMapTarget target = { 0 };

  if (self == NULL)
    return target;
  target.site = atlas_site_layout_pick (self->sites, x, y);
  if (target.site == NULL)
    target.leg = atlas_route_layout_pick (self->routes, x, y);
  return target;
}

gboolean
atlas_map_target_is_none (const AtlasMapTarget *self)
{
  return self->site == NULL && self->leg == NULL;
}

const char *
atlas_map_target_get_id (const AtlasMapTarget *self)
{
  if (self->leg != NULL)
    return atlas_record_get_id (ATLAS_RECORD (self->leg));
  return self->site != NULL ? atlas_site_words_get_id (self->site) : NULL;
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && line[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
append_commanders (GString *text, AtlasLeg *leg, const AtlasPageContext *context)
{
  const char *const *commanders = atlas_leg_get_commanders (leg);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; commanders != NULL && commanders[i] != NULL; i++)
    g_string_append_printf (names,
                            "%s%s",
                            i > 0 ? " · " : "",
                            atlas_page_name (context, commanders[i]));
  append_line (text, names->str);
}

static void
append_pace (GString *text, AtlasLeg *leg)
{
  g_autofree char *line = atlas_page_format_leg (leg);
  AtlasLegPace pace;

  append_line (text, line);
  if (atlas_leg_pace_measure (leg, &pace) && atlas_leg_pace_is_implausible (&pace))
    append_line (text,
                 _ ("Faster than mounted troops went: other means, or a doubtful date or place."));
}

static void
append_gap (GString *text, AtlasLeg *leg, const AtlasPageContext *context)
{
  AtlasTimeSpan gap = atlas_leg_pace_find_gap (context->dataset, leg);
  g_autofree char *days = NULL;
  g_autofree char *line = NULL;

  if (atlas_time_span_is_empty (gap))
    return;
  days = atlas_date_format_span (gap, context->lang);
  line = g_strdup_printf (_ ("Before it nothing is recorded for a time: %s."), days);
  append_line (text, line);
}

static void
describe_leg (GString *text, AtlasLeg *leg, const AtlasPageContext *context)
{
  g_autofree char *ends = g_strdup_printf ("%s – %s",
                                           atlas_page_name (context, atlas_leg_get_from (leg)),
                                           atlas_page_name (context, atlas_leg_get_to (leg)));
  g_autofree char *days =
    atlas_date_format_edtf (atlas_record_get_edtf (ATLAS_RECORD (leg)), context->lang);

  append_line (text, ends);
  append_line (text, days);
  append_commanders (text, leg, context);
  append_line (text, atlas_text_get (atlas_leg_get_force (leg), context->lang));
  append_pace (text, leg);
  append_gap (text, leg, context);
}

char *
atlas_map_target_describe (const AtlasMapTarget *self, const AtlasPageContext *context)
{
  GString *text;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  if (atlas_map_target_is_none (self))
    return NULL;
  if (self->site != NULL)
    return atlas_site_words_tip (self->site, context->lang, context->date);
  text = g_string_new (NULL);
  describe_leg (text, self->leg, context);
  return g_string_free (text, FALSE);
}
