/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include "atlas-changes-private.h"

/* Days: a month. */
#define LONGEST_DATE 31

gboolean
atlas_change_takes_part (AtlasEvent *event, const char *polity)
{
  guint n;
  const AtlasActor *actors = atlas_event_get_actors (event, &n);

  for (guint i = 0; polity != NULL && i < n; i++)
    if (g_strcmp0 (actors[i].who, polity) == 0 || g_strcmp0 (actors[i].side, polity) == 0)
      return TRUE;
  return FALSE;
}

/* Two parties at least, of those who held, hold, or are held down. */
static gboolean
has_parties (AtlasEvent *event, AtlasTerritory *from, AtlasTerritory *to)
{
  const char *parties[] = { from ? atlas_territory_get_polity (from) : NULL,
                            from ? atlas_territory_get_over (from) : NULL,
                            to ? atlas_territory_get_polity (to) : NULL,
                            to ? atlas_territory_get_over (to) : NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      gboolean again = FALSE;

      for (guint j = 0; j < i; j++)
        again = again || g_strcmp0 (parties[i], parties[j]) == 0;
      if (!again && atlas_change_takes_part (event, parties[i]))
        n++;
    }
  return n >= 2;
}

static gboolean
moves_borders (AtlasEventKind kind)
{
  return kind != ATLAS_EVENT_MARCH && kind != ATLAS_EVENT_LOSS && kind != ATLAS_EVENT_TALKS &&
         kind != ATLAS_EVENT_AID && kind != ATLAS_EVENT_APPOINTMENT;
}

/* The days among which the change lies: those of the territory that begins with it. */
static AtlasTimeSpan
get_change_days (AtlasDay day, AtlasTerritory *to)
{
  AtlasEdtf when;

  if (to != NULL && atlas_record_get_when (ATLAS_RECORD (to), &when) && when.start.begin == day)
    return when.start;
  return (AtlasTimeSpan){ day, day };
}

/* The less the better; 0 for an event that does not fit. A date that says no more than the year
 * fits too much. */
static guint
rank_event (AtlasEvent *event, AtlasDay day, AtlasTerritory *from, AtlasTerritory *to)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (event));
  AtlasTimeSpan days = get_change_days (day, to);
  AtlasEventKind kind = atlas_event_get_event_kind (event);
  AtlasEdtf when;

  if (!moves_borders (kind) || !atlas_record_get_when (ATLAS_RECORD (event), &when) ||
      atlas_time_span_length (days) > LONGEST_DATE || !has_parties (event, from, to))
    return 0;
  if (when.is_interval && kind == ATLAS_EVENT_TREATY)
    return 10 + atlas_event_get_weight (event);
  if (!when.is_interval && bounds.begin == days.begin && bounds.end == days.end)
    return atlas_event_get_weight (event);
  return 0;
}

const char *
atlas_change_find_event (AtlasHistoryIndex *index,
                         AtlasDay day,
                         AtlasTerritory *from,
                         AtlasTerritory *to)
{
  g_autoptr (GPtrArray) events =
    atlas_history_index_events_in (index,
                                   (AtlasTimeSpan){ day, day },
                                   atlas_filter_with_status (NULL,
                                                             ATLAS_STATUS_UNCORROBORATED,
                                                             FALSE));
  const char *found = NULL;
  guint best = G_MAXUINT;

  for (guint i = 0; i < events->len; i++)
    {
      guint rank = rank_event (events->pdata[i], day, from, to);

      if (rank > 0 && rank < best)
        {
          best = rank;
          found = atlas_record_get_id (events->pdata[i]);
        }
    }
  return found;
}
