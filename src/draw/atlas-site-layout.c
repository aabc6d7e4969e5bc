/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-clusters.h"
#include "atlas-site-layout.h"

#define MARGIN 40.0
#define HIT_RADIUS 16.0
/* Markers nearer than this become one; at the zoom of a single town they may touch. */
#define CLUSTER_DISTANCE 25.0
/* Two rings nearer than this hide each other, so the lesser one waits for a higher zoom. */
#define RING_DISTANCE 11.0

/* An event that is hardly in the window is still seen this well: what is on the map can be found.
 */
#define FAINTEST 0.35
/* An event that has just left the window. */
#define STRONGEST_PAST 0.6

struct _AtlasSiteLayout
{
  GArray *sites; /* AtlasSite */
};

/* While sites are collected: where, and which events. */
typedef struct
{
  AtlasPlace *place;
  double x;
  double y;
  GPtrArray *events;
} Spot;

typedef struct
{
  AtlasHistoryIndex *index;
  AtlasDataset *dataset;
  const AtlasPictureSpec *spec;
  const AtlasViewport *viewport;
  const AtlasChapterStep *step; /* (nullable) of the tour */
  GHashTable *by_place;         /* AtlasPlace -> Spot */
  GPtrArray *spots;             /* in order of first date */
  const char *person;           /* (nullable) id of the selected one */
} Collector;

static void
free_spot (gpointer data)
{
  Spot *spot = data;

  g_ptr_array_unref (spot->events);
  g_free (spot);
}

static void
clear_site (gpointer data)
{
  g_free (((AtlasSite *) data)->events);
}

static gboolean
project_place (const Collector *self, AtlasPlace *place, double *x, double *y)
{
  double lon, lat;

  if (!atlas_place_get_location (place, &lon, &lat))
    return FALSE;
  atlas_viewport_project (self->viewport, lon, lat, x, y);
  return *x >= -MARGIN && *y >= -MARGIN && *x <= self->viewport->width + MARGIN &&
         *y <= self->viewport->height + MARGIN;
}

static void
collect_event (Collector *self, AtlasEvent *event)
{
  AtlasPlace *place = atlas_dataset_lookup_place (self->dataset, atlas_event_get_site (event));
  Spot *spot;
  double x, y;

  if (place == NULL || !project_place (self, place, &x, &y))
    return;
  spot = g_hash_table_lookup (self->by_place, place);
  if (spot == NULL)
    {
      spot = g_new0 (Spot, 1);
      *spot = (Spot){ place, x, y, g_ptr_array_new () };
      g_hash_table_insert (self->by_place, place, spot);
      g_ptr_array_add (self->spots, spot);
    }
  g_ptr_array_add (spot->events, event);
}

static gboolean
is_selected (const Collector *self, gpointer record)
{
  return self->spec->selected != NULL &&
         g_strcmp0 (self->spec->selected, atlas_record_get_id (record)) == 0;
}

static gboolean
is_hovered (const Collector *self, gpointer record)
{
  return self->spec->hovered != NULL &&
         g_strcmp0 (self->spec->hovered, atlas_record_get_id (record)) == 0;
}

static gboolean
is_highlighted (const Collector *self, gpointer record)
{
  return atlas_chapter_step_highlights (self->step, atlas_record_get_id (record));
}

/* The events of a selected person stand out. */
static gboolean
is_of_selected (const Collector *self, AtlasEvent *event)
{
  guint n;
  const AtlasActor *actors = atlas_event_get_actors (event, &n);

  for (guint i = 0; self->person != NULL && i < n; i++)
    if (g_strcmp0 (actors[i].who, self->person) == 0)
      return TRUE;
  return FALSE;
}

/* The most important spot leads a cluster: a selected one, then one with a turning point, then the
 * one with most events. */
static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *first = *(Spot *const *) a;
  const Spot *second = *(Spot *const *) b;
  guint weights[2] = { 9, 9 };

  for (guint i = 0; i < first->events->len; i++)
    weights[0] = MIN (weights[0], atlas_event_get_weight (first->events->pdata[i]));
  for (guint i = 0; i < second->events->len; i++)
    weights[1] = MIN (weights[1], atlas_event_get_weight (second->events->pdata[i]));
  if (weights[0] != weights[1])
    return weights[0] < weights[1] ? -1 : 1;
  if (first->events->len != second->events->len)
    return first->events->len > second->events->len ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->place)),
                    atlas_record_get_id (ATLAS_RECORD (second->place)));
}

static AtlasMarkerFinish
get_finish (AtlasEvent *event, AtlasDay date)
{
  if (atlas_record_get_bounds (ATLAS_RECORD (event)).begin > date)
    return ATLAS_FINISH_FUTURE;
  switch (atlas_record_get_status (ATLAS_RECORD (event)))
    {
    case ATLAS_STATUS_UNCORROBORATED:
      return ATLAS_FINISH_HOLLOW;
    case ATLAS_STATUS_DISPUTED:
      return ATLAS_FINISH_BADGE;
    case ATLAS_STATUS_CORROBORATED:
    case ATLAS_STATUS_ATTESTED:
    default:
      return ATLAS_FINISH_SOLID;
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  AtlasRecord *first = *(AtlasRecord *const *) a;
  AtlasRecord *second = *(AtlasRecord *const *) b;
  AtlasDay first_day = atlas_record_get_bounds (first).begin;
  AtlasDay second_day = atlas_record_get_bounds (second).begin;

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (first), atlas_record_get_id (second));
}

static double
get_alpha (AtlasEvent *event, AtlasTimeSpan window)
{
  return FAINTEST + (1.0 - FAINTEST) * atlas_history_index_strength_in (event, window);
}

static AtlasSite
create_event_site (Collector *self, const Spot *spot, GPtrArray *events)
{
  AtlasSite site = { .place = spot->place, .x = spot->x, .y = spot->y, .rank = 1 };
  AtlasEvent *chosen = NULL;

  g_ptr_array_sort (events, compare_events);
  site.n_events = events->len;
  site.events = g_memdup2 (events->pdata, events->len * sizeof (gpointer));
  for (guint i = 0; i < events->len; i++)
    {
      AtlasEvent *event = events->pdata[i];

      AtlasEventGroup group = atlas_event_kind_get_group (atlas_event_get_event_kind (event));

      site.counts[group]++;
      if (atlas_record_get_status (ATLAS_RECORD (event)) == ATLAS_STATUS_UNCORROBORATED)
        site.hollow[group]++;
      site.alpha = MAX (site.alpha, get_alpha (event, self->spec->window));
      site.hovered |= is_hovered (self, event);
      site.highlighted |= is_highlighted (self, event) || is_of_selected (self, event);
      if (is_selected (self, event))
        chosen = event;
    }
  site.selected = chosen != NULL || is_selected (self, spot->place);
  if (site.selected || site.hovered || site.highlighted)
    site.alpha = 1.0;
  site.kind = events->len > 1 ? ATLAS_SITE_CLUSTER : ATLAS_SITE_EVENT;
  site.radius = site.kind == ATLAS_SITE_CLUSTER ? ATLAS_CLUSTER_RADIUS : ATLAS_MARKER_RADIUS;
  if (site.kind == ATLAS_SITE_EVENT)
    {
      site.finish = get_finish (events->pdata[0], self->spec->date);
      if (site.selected)
        site.radius = ATLAS_MARKER_SELECTED_RADIUS;
    }
  return site;
}

/* What a tour tells of stands apart from what else happened there. */
static void
split_highlighted (Collector *self, GArray *sites, Spot *spot)
{
  g_autoptr (GPtrArray) apart = g_ptr_array_new ();
  AtlasSite site;

  for (guint i = spot->events->len; i-- > 0;)
    if (is_highlighted (self, spot->events->pdata[i]))
      g_ptr_array_add (apart, g_ptr_array_steal_index (spot->events, i));
  if (apart->len == 0)
    return;
  site = create_event_site (self, spot, apart);
  g_array_append_val (sites, site);
}

/* The selected event stands by itself, whatever else happened there. */
static void
split_selected (Collector *self, GArray *sites, Spot *spot)
{
  for (guint i = 0; i < spot->events->len; i++)
    if (is_selected (self, spot->events->pdata[i]))
      {
        g_autoptr (GPtrArray) alone = g_ptr_array_new ();
        AtlasSite site;

        g_ptr_array_add (alone, g_ptr_array_steal_index (spot->events, i));
        site = create_event_site (self, spot, alone);
        g_array_append_val (sites, site);
        return;
      }
}

static void
join_spots (Spot *into, Spot *from)
{
  g_ptr_array_extend (into->events, from->events, NULL, NULL);
  g_ptr_array_set_size (from->events, 0);
}

/* A cluster is larger than the markers it was made of, so it may have come to touch its neighbours.
 */
static void
join_touching (GPtrArray *spots)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < spots->len; i++)
        for (guint k = i + 1; k < spots->len; k++)
          {
            Spot *a = spots->pdata[i];
            Spot *b = spots->pdata[k];
            double room = (a->events->len > 1 ? ATLAS_CLUSTER_RADIUS : ATLAS_MARKER_RADIUS) +
                          (b->events->len > 1 ? ATLAS_CLUSTER_RADIUS : ATLAS_MARKER_RADIUS);

            if (a->events->len == 0 || b->events->len == 0 ||
                hypot (a->x - b->x, a->y - b->y) > room)
              continue;
            join_spots (a, b);
            again = TRUE;
          }
    }
}

static void
add_event_sites (Collector *self, GArray *sites)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, TRUE, sizeof (AtlasSite));
  g_autofree double (*points)[2] = NULL;
  g_autofree guint *leaders = NULL;
  GPtrArray *spots = self->spots;

  for (guint i = 0; i < spots->len; i++)
    split_highlighted (self, chosen, spots->pdata[i]);
  for (guint i = 0; i < spots->len; i++)
    split_selected (self, chosen, spots->pdata[i]);
  for (guint i = spots->len; i-- > 0;)
    if (((Spot *) spots->pdata[i])->events->len == 0)
      g_ptr_array_remove_index (spots, i);

  g_ptr_array_sort (spots, compare_spots);
  points = g_malloc0_n (spots->len + 1, sizeof *points);
  for (guint i = 0; i < spots->len; i++)
    {
      points[i][0] = ((Spot *) spots->pdata[i])->x;
      points[i][1] = ((Spot *) spots->pdata[i])->y;
    }
  leaders = atlas_clusters_find (points, spots->len, CLUSTER_DISTANCE);
  for (guint i = spots->len; i-- > 0;)
    if (leaders[i] != i)
      join_spots (spots->pdata[leaders[i]], spots->pdata[i]);
  join_touching (spots);
  for (guint i = spots->len; i-- > 0;)
    {
      Spot *spot = spots->pdata[i];

      if (spot->events->len > 0)
        {
          AtlasSite site = create_event_site (self, spot, spot->events);

          g_array_append_val (sites, site);
        }
    }
  g_array_append_vals (sites, chosen->data, chosen->len);
}

/* What ended within @afterglow days before the window, the later above the earlier. Where
 * something else happens now, or happened later, it is not drawn. */
static void
add_past_sites (Collector *self, GArray *sites)
{
  AtlasTimeSpan window = self->spec->window;
  double afterglow = self->spec->afterglow;
  AtlasTimeSpan before = { (AtlasDay) MAX ((gint64) window.begin - self->spec->afterglow,
                                           ATLAS_DAY_OPEN_PAST + 1),
                           window.begin - 1 };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  guint first = sites->len;

  if (self->spec->afterglow <= 0)
    return;
  events = atlas_history_index_events_in (self->index, before, self->spec->filter);
  for (guint i = events->len; i-- > 0;)
    {
      AtlasEvent *event = events->pdata[i];
      AtlasDay end = atlas_record_get_bounds (ATLAS_RECORD (event)).end;
      AtlasPlace *place = atlas_dataset_lookup_place (self->dataset, atlas_event_get_site (event));
      Spot spot = { .place = place };
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();
      AtlasSite site;

      if (place == NULL || end >= window.begin || g_hash_table_contains (self->by_place, place) ||
          !project_place (self, place, &spot.x, &spot.y) || !g_hash_table_add (taken, place))
        continue;
      g_ptr_array_add (alone, event);
      site = create_event_site (self, &spot, alone);
      site.past = TRUE;
      if (!site.selected && !site.hovered)
        site.alpha = STRONGEST_PAST * (1.0 - (window.begin - end) / (afterglow + 1.0));
      g_array_insert_val (sites, first, site);
    }
}

static AtlasPlaceSymbol
choose_symbol (AtlasPlace *place, guint n_events)
{
  switch (atlas_place_get_place_type (place))
    {
    case ATLAS_PLACE_CAPITAL:
      return ATLAS_SYMBOL_CAPITAL;
    case ATLAS_PLACE_FORT:
    case ATLAS_PLACE_POST:
      return ATLAS_SYMBOL_FORT;
    case ATLAS_PLACE_PASS:
      return ATLAS_SYMBOL_PASS;
    case ATLAS_PLACE_RIVER:
    case ATLAS_PLACE_LAKE:
    case ATLAS_PLACE_REGION:
    case ATLAS_PLACE_RANGE:
    case ATLAS_PLACE_DESERT:
      return ATLAS_SYMBOL_NONE;
    case ATLAS_PLACE_TOWN:
    case ATLAS_PLACE_VILLAGE:
    case ATLAS_PLACE_BUILDING:
    case ATLAS_PLACE_BRIDGE:
    case ATLAS_PLACE_PORT:
    case ATLAS_PLACE_OTHER:
    default:
      if (atlas_place_get_rank (place) == 1)
        return ATLAS_SYMBOL_CHIEF;
      return n_events > 0 && atlas_place_get_rank (place) <= 3 ? ATLAS_SYMBOL_RING
                                                               : ATLAS_SYMBOL_MINOR;
    }
}

/* A town that is not yet founded, or no longer there, is not drawn. */
static gboolean
stands_on (AtlasPlace *place, AtlasDay day)
{
  return atlas_time_span_contains (atlas_record_get_bounds (ATLAS_RECORD (place)), day);
}

/* The least zoom at which a place of a rank is shown. */
static double
get_least_zoom (guint rank)
{
  static const double zooms[] = { 3.2, 3.2, 5.2, 6.4, 7.6 };

  return zooms[CLAMP (rank, 1, 4)];
}

static AtlasColor
get_place_color (Collector *self, AtlasPlace *place)
{
  AtlasPolity *polity = atlas_history_index_town_holder_on (self->index, place, self->spec->date);

  if (polity == NULL)
    return atlas_palette_get (self->spec->style)->ink;
  return atlas_palette_get_polity (self->spec->style, atlas_polity_get_family (polity))->label;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const AtlasSite *first = a;
  const AtlasSite *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->place)),
                    atlas_record_get_id (ATLAS_RECORD (second->place)));
}

static GArray *
collect_places (Collector *self)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (AtlasSite));
  guint n = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_PLACE);

  for (guint i = 0; i < n; i++)
    {
      AtlasPlace *place =
        ATLAS_PLACE (atlas_dataset_get_record (self->dataset, ATLAS_KIND_PLACE, i));
      AtlasSite site = { .kind = ATLAS_SITE_PLACE, .place = place };
      guint n_events;

      site.rank = atlas_place_get_rank (place);
      site.selected = is_selected (self, place);
      site.hovered = is_hovered (self, place);
      site.highlighted = is_highlighted (self, place);
      if (((self->viewport->zoom < get_least_zoom (site.rank) ||
            !stands_on (site.place, self->spec->date)) &&
           !site.selected && !site.highlighted) ||
          !project_place (self, place, &site.x, &site.y))
        continue;
      n_events =
        atlas_dataset_get_events_of (self->dataset, atlas_record_get_id (ATLAS_RECORD (place)))
          ->len;
      site.symbol = choose_symbol (place, n_events);
      if (site.symbol == ATLAS_SYMBOL_NONE && !site.selected)
        continue;
      site.alpha = 1.0;
      site.radius = atlas_marker_get_place_radius (site.symbol);
      site.color = get_place_color (self, place);
      g_array_append_val (places, site);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* Rings that a marker covers are left out, and the lesser of two rings on one spot. */
static void
add_place_sites (Collector *self, GArray *sites, const GArray *markers)
{
  g_autoptr (GArray) places = collect_places (self);
  guint n = markers->len + places->len;
  g_autofree double (*points)[2] = g_malloc0_n (n + 1, sizeof *points);
  g_autofree guint *leaders = NULL;

  for (guint i = 0; i < n; i++)
    {
      const AtlasSite *site = i < markers->len
                                ? &g_array_index (markers, AtlasSite, i)
                                : &g_array_index (places, AtlasSite, i - markers->len);

      points[i][0] = site->x;
      points[i][1] = site->y;
    }
  leaders = atlas_clusters_find (points, n, RING_DISTANCE);
  /* The chief towns are drawn last, above the lesser ones. */
  for (guint i = n; i-- > markers->len;)
    {
      const AtlasSite *site = &g_array_index (places, AtlasSite, i - markers->len);

      if (leaders[i] == i || site->selected || site->highlighted)
        g_array_append_val (sites, *site);
    }
}

gboolean
atlas_site_layout_shows_place (AtlasPlace *place, double zoom, AtlasDay day)
{
  return stands_on (place, day) && zoom >= get_least_zoom (atlas_place_get_rank (place)) &&
         choose_symbol (place, 0) != ATLAS_SYMBOL_NONE;
}

/* A selected person's events are drawn whenever they were. */
static void
collect_of_selected (Collector *self)
{
  g_autoptr (AtlasFilterMask) mask = NULL;
  GPtrArray *events;

  if (self->person == NULL)
    return;
  mask = atlas_history_index_ref_mask (self->index, self->spec->filter);
  events = atlas_dataset_get_events_of (self->dataset, self->person);
  for (guint i = 0; i < events->len; i++)
    if (!atlas_time_span_overlaps (atlas_record_get_bounds (events->pdata[i]),
                                   self->spec->window) &&
        atlas_filter_mask_has (mask, events->pdata[i]))
      collect_event (self, events->pdata[i]);
}

AtlasSiteLayout *
atlas_site_layout_new (AtlasHistoryIndex *index,
                       const AtlasPictureSpec *spec,
                       const AtlasViewport *viewport)
{
  AtlasSiteLayout *self;
  g_autoptr (GArray) markers = g_array_new (FALSE, TRUE, sizeof (AtlasSite));
  Collector collector = { index, NULL, spec, viewport };

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), NULL);
  g_return_val_if_fail (spec != NULL && viewport != NULL, NULL);

  self = g_new0 (AtlasSiteLayout, 1);
  self->sites = g_array_new (FALSE, TRUE, sizeof (AtlasSite));
  g_array_set_clear_func (self->sites, clear_site);
  collector.dataset = atlas_history_index_get_dataset (index);
  collector.step = atlas_dataset_find_step (collector.dataset, spec->chapter, spec->chapter_step);
  if (atlas_dataset_lookup_person (collector.dataset, spec->selected) != NULL)
    collector.person = spec->selected;
  collector.by_place = g_hash_table_new (NULL, NULL);
  collector.spots = g_ptr_array_new_with_free_func (free_spot);
  if ((spec->show & ATLAS_SHOW_EVENTS) != 0)
    {
      g_autoptr (GPtrArray) events =
        atlas_history_index_events_in (index, spec->window, spec->filter);

      for (guint i = 0; i < events->len; i++)
        collect_event (&collector, events->pdata[i]);
      collect_of_selected (&collector);
      add_past_sites (&collector, markers);
      add_event_sites (&collector, markers);
    }
  if ((spec->show & ATLAS_SHOW_PLACES) != 0)
    add_place_sites (&collector, self->sites, markers);
  g_array_append_vals (self->sites, markers->data, markers->len);
  g_hash_table_unref (collector.by_place);
  g_ptr_array_unref (collector.spots);
  return self;
}

void
atlas_site_layout_free (AtlasSiteLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->sites);
  g_free (self);
}

const AtlasSite *
atlas_site_layout_get_sites (const AtlasSiteLayout *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->sites->len;
  return (const AtlasSite *) self->sites->data;
}

const AtlasSite *
atlas_site_layout_pick (const AtlasSiteLayout *self, double x, double y)
{
  const AtlasSite *found = NULL;
  double nearest = HUGE_VAL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->sites->len; i-- > 0;)
    {
      const AtlasSite *site = &g_array_index (self->sites, AtlasSite, i);
      double distance = hypot (site->x - x, site->y - y);
      gboolean rises =
        found == NULL || (site->kind != ATLAS_SITE_PLACE) == (found->kind != ATLAS_SITE_PLACE);

      if (distance <= MAX (HIT_RADIUS, site->radius) && rises && distance < nearest)
        {
          found = site;
          nearest = distance;
        }
    }
  return found;
}
