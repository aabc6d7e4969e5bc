/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-page-blocks.h"
#include "atlas-route-layout.h"
#include "atlas-site-layout.h"

G_BEGIN_DECLS

/**
 * AtlasMapTargets:
 *
 * What of a picture a pointer can be over: its sites, and the routes between them.
 */
typedef struct _AtlasMapTargets AtlasMapTargets;

/* One of them; neither where the pointer is over nothing. Both belong to the targets. */
typedef struct
{
  const AtlasSite *site;
  AtlasLeg *leg;
} AtlasMapTarget;

AtlasMapTargets *atlas_map_targets_new (AtlasHistoryIndex *index,
                                        const AtlasPictureSpec *spec,
                                        const AtlasViewport *viewport);
void atlas_map_targets_free (AtlasMapTargets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapTargets, atlas_map_targets_free)

/* A site comes before the route that leads to it. @self may be NULL. */
AtlasMapTarget atlas_map_targets_pick (const AtlasMapTargets *self, double x, double y);

gboolean atlas_map_target_is_none (const AtlasMapTarget *self);

/* What a click on it chooses: an event, a place where there are several, a leg; NULL for a cluster
 * of places. (transfer none) (nullable) */
const char *atlas_map_target_get_id (const AtlasMapTarget *self);

/* What it is, in a few lines: the place and the events there; of a leg from where to where and
 * when, who led which force, how fast, and since when nothing was recorded. (transfer full)
 * (nullable) */
char *atlas_map_target_describe (const AtlasMapTarget *self, const AtlasPageContext *context);

G_END_DECLS
