/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-border-style.h"
#include "atlas-change-painter.h"
#include "atlas-legend-rows.h"

static const AtlasLegendRow rows[] = {
  { ATLAS_SWATCH_LINE_TREATY, N_ ("Fixed by treaty"), TRUE },
  { ATLAS_SWATCH_LINE_APPROXIMATE, N_ ("Approximate"), TRUE },
  { ATLAS_SWATCH_LINE_BAND, N_ ("Unknown within band"), TRUE },
  { ATLAS_SWATCH_LINE_CLAIM, N_ ("Claimed, not held"), TRUE },
  { ATLAS_SWATCH_LINE_PROPOSED, N_ ("Never in force"), TRUE },
  { ATLAS_SWATCH_LINE_FRONT, N_ ("Front line"), TRUE },
  { ATLAS_SWATCH_OCCUPIED, N_ ("Occupied"), TRUE },
  { ATLAS_SWATCH_CHANGED, N_ ("Changed hands"), TRUE },
  { ATLAS_SWATCH_FORCE, N_ ("Force"), FALSE },
  { ATLAS_SWATCH_ONE_ACCOUNT, N_ ("One account only"), FALSE },
  { ATLAS_SWATCH_WORD, N_ ("Word"), FALSE },
  { ATLAS_SWATCH_DIFFER, N_ ("Accounts differ"), FALSE },
  { ATLAS_SWATCH_RULE, N_ ("Rule"), FALSE },
  { ATLAS_SWATCH_CLUSTER, N_ ("Several, by kind"), FALSE },
};

const AtlasLegendRow *
atlas_legend_rows_get (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

/* The bit of a line's sample; none for the edge of the drawing. */
static guint
get_line_bit (const AtlasBoundaryPhase *phase)
{
  static const AtlasSwatchSample samples[] = {
    [ATLAS_BORDER_FIXED] = ATLAS_SWATCH_LINE_TREATY,
    [ATLAS_BORDER_APPROXIMATE] = ATLAS_SWATCH_LINE_APPROXIMATE,
    [ATLAS_BORDER_BAND] = ATLAS_SWATCH_LINE_BAND,
    [ATLAS_BORDER_CLAIM] = ATLAS_SWATCH_LINE_CLAIM,
    [ATLAS_BORDER_PROPOSED] = ATLAS_SWATCH_LINE_PROPOSED,
    [ATLAS_BORDER_FRONT] = ATLAS_SWATCH_LINE_FRONT,
  };
  AtlasBorderStyle style = atlas_border_style_of (phase);

  return style != ATLAS_BORDER_NONE ? 1u << samples[style] : 0;
}

static guint
find_borders (AtlasHistoryIndex *index, const AtlasPictureSpec *spec)
{
  g_autoptr (GPtrArray) territories =
    atlas_history_index_territories_on (index, spec->date, spec->viewpoint);
  guint found = 0;

  for (guint i = 0; i < territories->len; i++)
    {
      AtlasTerritory *territory = g_ptr_array_index (territories, i);
      guint n;
      AtlasSegment *const *segments = atlas_territory_get_segments (territory, &n);

      if (atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION)
        found |= 1u << ATLAS_SWATCH_OCCUPIED;
      if (atlas_territory_get_standing (territory) == ATLAS_STANDING_CLAIM)
        found |= 1u << ATLAS_SWATCH_LINE_CLAIM;
      for (guint j = 0; j < n; j++)
        found |= get_line_bit (atlas_segment_get_phase_on (segments[j], spec->date));
    }
  return found;
}

static guint
find_events (AtlasHistoryIndex *index, const AtlasPictureSpec *spec)
{
  static const AtlasSwatchSample groups[] = { ATLAS_SWATCH_FORCE,
                                              ATLAS_SWATCH_WORD,
                                              ATLAS_SWATCH_RULE };
  g_autoptr (GPtrArray) events = atlas_history_index_events_in (index, spec->window, spec->filter);
  guint found = 0;

  for (guint i = 0; i < events->len; i++)
    {
      AtlasEvent *event = g_ptr_array_index (events, i);
      AtlasStatus status = atlas_record_get_status (ATLAS_RECORD (event));

      found |= 1u << groups[atlas_event_kind_get_group (atlas_event_get_event_kind (event))];
      if (status == ATLAS_STATUS_UNCORROBORATED)
        found |= 1u << ATLAS_SWATCH_ONE_ACCOUNT;
      if (status == ATLAS_STATUS_DISPUTED)
        found |= 1u << ATLAS_SWATCH_DIFFER;
    }
  if (events->len > 1)
    found |= 1u << ATLAS_SWATCH_CLUSTER;
  return found;
}

guint
atlas_legend_rows_find (AtlasHistoryIndex *index, const AtlasPictureSpec *spec)
{
  guint found = 0;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), 0);
  g_return_val_if_fail (spec != NULL, 0);

  if ((spec->show & ATLAS_SHOW_BORDERS) != 0)
    found |= find_borders (index, spec);
  if ((spec->show & ATLAS_SHOW_EVENTS) != 0)
    found |= find_events (index, spec);
  if (atlas_change_painter_has_hatched (spec->changes))
    found |= 1u << ATLAS_SWATCH_CHANGED;
  return found;
}
