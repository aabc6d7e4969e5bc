/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"
#include "atlas-filter-mask.h"
#include "atlas-land-net.h"

G_BEGIN_DECLS

/**
 * AtlasHistoryIndex:
 *
 * A dataset with its time indices: what stands on a day, what happens in a window. Immutable; may
 * be read from any thread, so that a picture can be drawn by a worker.
 */
#define ATLAS_TYPE_HISTORY_INDEX (atlas_history_index_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHistoryIndex, atlas_history_index, ATLAS, HISTORY_INDEX, GObject)

AtlasHistoryIndex *atlas_history_index_new (AtlasDataset *dataset);
AtlasDataset *atlas_history_index_get_dataset (AtlasHistoryIndex *self);

/* The filter worked out for this atlas; kept for the next time. %NULL for the filter %NULL.
 * (transfer full) (nullable) */
AtlasFilterMask *atlas_history_index_ref_mask (AtlasHistoryIndex *self, const AtlasFilter *filter);

/* Events whose earliest-latest bounds touch @window, in order of date (earliest day, then weight,
 * then id), as far as @filter lets them through. (transfer container) (element-type AtlasEvent) */
GPtrArray *atlas_history_index_events_in (AtlasHistoryIndex *self,
                                          AtlasTimeSpan window,
                                          const AtlasFilter *filter);

/* The order of those lists: negative where @a comes first. Total, since ids differ. */
int atlas_history_index_compare_events (AtlasEvent *a, AtlasEvent *b);

/* How likely it is, 0 to 1, that an event whose days may be any of its bounds falls inside @window:
 * the share of its bounds that the window covers; 1 for an exact date in it. */
double atlas_history_index_strength_in (AtlasEvent *event, AtlasTimeSpan window);

/* Territories that stand on @day, largest area first; claims and those of a viewpoint are left out
 * unless @viewpoint (a polity's id) asks for them. (transfer container) (element-type
 * AtlasTerritory) */
GPtrArray *atlas_history_index_territories_on (AtlasHistoryIndex *self,
                                               AtlasDay day,
                                               const char *viewpoint);

/* The territory that holds @point on @day: an occupation before the land it lies on. (nullable)
 * (transfer none) */
AtlasTerritory *atlas_history_index_territory_at (AtlasHistoryIndex *self,
                                                  AtlasPoint point,
                                                  AtlasDay day);

/* How long the polity that holds @point on @day held it in that standing, without a break. A land
 * is cut into stages by changes elsewhere, which are nothing to those who live at the point; @first
 * (optional, nullable) is the stage with which it began. An empty span where nobody holds it. */
AtlasTimeSpan atlas_history_index_held (AtlasHistoryIndex *self,
                                        AtlasPoint point,
                                        AtlasDay day,
                                        AtlasTerritory **first);

/* Claims, whoever makes them, that reach over @point on @day, in the order of the atlas. (transfer
 * container) (element-type AtlasTerritory) */
GPtrArray *atlas_history_index_claims_at (AtlasHistoryIndex *self, AtlasPoint point, AtlasDay day);

/* The polities from whose viewpoint the atlas has something to show that others do not see, in the
 * order of the atlas. (transfer container) (element-type AtlasPolity) */
GPtrArray *atlas_history_index_get_viewpoints (AtlasHistoryIndex *self);

/* The border nearest to @point of those that part lands on @day (no mere claims or proposals, no
 * coasts, not where the drawing stops); *@distance in metres, geodesic. (transfer none) (nullable)
 */
AtlasSegment *atlas_history_index_nearest_segment (AtlasHistoryIndex *self,
                                                   AtlasPoint point,
                                                   AtlasDay day,
                                                   double *distance);

/* The land cut into faces, and who held them: made when first asked for, by whichever thread asks.
 * (transfer none) */
const AtlasLandNet *atlas_history_index_get_land_net (AtlasHistoryIndex *self);

/* The dated changes of control of a town, in order. (transfer none) (nullable) (element-type
 * AtlasControl) */
GPtrArray *atlas_history_index_get_town_controls (AtlasHistoryIndex *self, AtlasPlace *place);

/* Polity that controls a town on @day by the dated changes of control, or NULL where none is
 * recorded. (transfer none) */
AtlasPolity *atlas_history_index_town_control_on (AtlasHistoryIndex *self,
                                                  AtlasPlace *place,
                                                  AtlasDay day);

/* The same, and before the first recorded change whoever holds the land about the place. NULL where
 * no land is drawn. As quick, once the land is cut into faces. (transfer none) */
AtlasPolity *atlas_history_index_town_holder_on (AtlasHistoryIndex *self,
                                                 AtlasPlace *place,
                                                 AtlasDay day);

/* Legs that had begun by @day and belong to movements touching @window, as far as @filter lets them
 * through. (transfer container) (element-type AtlasLeg) */
GPtrArray *atlas_history_index_legs_in (AtlasHistoryIndex *self,
                                        AtlasTimeSpan window,
                                        AtlasDay day,
                                        const AtlasFilter *filter);

/* How much of a leg is behind it on @day, 0 to 1, by its earliest and latest days. */
double atlas_history_index_leg_progress (AtlasLeg *leg, AtlasDay day);

/* Next or previous day on which an event begins (@events) or a territory, border or town changes,
 * strictly after or before @day. */
gboolean atlas_history_index_next_change (AtlasHistoryIndex *self, AtlasDay day, AtlasDay *found);
gboolean atlas_history_index_previous_change (AtlasHistoryIndex *self,
                                              AtlasDay day,
                                              AtlasDay *found);

/* Identifies the set of territories and of border phases that stand on @day: equal numbers, equal
 * pictures. */
guint atlas_history_index_territory_epoch (AtlasHistoryIndex *self, AtlasDay day);

/* Events by bin: @counts has @n_bins entries for equal bins of @span. An event counts in the bin of
 * the middle of its bounds. Bit @status in @statuses (1 << AtlasStatus) says which to count. */
void atlas_history_index_density (AtlasHistoryIndex *self,
                                  AtlasTimeSpan span,
                                  guint statuses,
                                  guint n_bins,
                                  guint *counts);

G_END_DECLS
