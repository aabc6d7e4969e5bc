/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "atlas-history-index.h"
#include "atlas-time-index.h"

/* Filters for which the masks are kept: the window and a picture that is saved may differ. */
#define MOST_MASKS 4

#define EMPTY_SPAN ((AtlasTimeSpan){ 1, 0 })

struct _AtlasHistoryIndex
{
  GObject parent_instance;

  AtlasDataset *dataset;

  GPtrArray *events; /* dated ones, in order; the index counts in this order */
  AtlasTimeIndex *event_times;

  GPtrArray *territories; /* largest first; the index counts in this order */
  AtlasTimeIndex *territory_times;
  AtlasTimeIndex *border_times; /* territories and phases of borders */

  GHashTable *place_faces; /* made with the land */
  GHashTable *controls;    /* id of a place -> GPtrArray of its changes of control, in order */

  GPtrArray *legs; /* dated ones, by beginning */
  AtlasTimeIndex *movement_times;

  AtlasTimeIndex *changes; /* everything that next and previous change stop at */

  gsize land_once;
  AtlasLandNet *land;

  GMutex mask_lock;
  const AtlasFilter *filters[MOST_MASKS];
  AtlasFilterMask *masks[MOST_MASKS];
  guint next_mask;
};

G_DEFINE_FINAL_TYPE (AtlasHistoryIndex, atlas_history_index, G_TYPE_OBJECT)

static gboolean
is_dated (AtlasRecord *record)
{
  return atlas_record_get_when (record, NULL);
}

static int
compare_begins (AtlasRecord *a, AtlasRecord *b)
{
  AtlasDay first = atlas_record_get_bounds (a).begin;
  AtlasDay second = atlas_record_get_bounds (b).begin;

  return first < second ? -1 : first > second;
}

int
atlas_history_index_compare_events (AtlasEvent *a, AtlasEvent *b)
{
  int order = compare_begins (ATLAS_RECORD (a), ATLAS_RECORD (b));
  guint weight_a = atlas_event_get_weight (a);
  guint weight_b = atlas_event_get_weight (b);

  if (order == 0)
    order = weight_a < weight_b ? -1 : weight_a > weight_b;
  if (order == 0)
    order =
      g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (a)), atlas_record_get_id (ATLAS_RECORD (b)));
  return order;
}

static int
compare_event_pointers (gconstpointer a, gconstpointer b)
{
  return atlas_history_index_compare_events (*(AtlasEvent *const *) a, *(AtlasEvent *const *) b);
}

static int
compare_record_pointers (gconstpointer a, gconstpointer b)
{
  AtlasRecord *first = *(AtlasRecord *const *) a;
  AtlasRecord *second = *(AtlasRecord *const *) b;
  int order = compare_begins (first, second);

  return order ? order : g_strcmp0 (atlas_record_get_id (first), atlas_record_get_id (second));
}

static AtlasTimeIndex *
index_bounds (GPtrArray *records)
{
  g_autofree AtlasTimeSpan *spans = g_new (AtlasTimeSpan, records->len + 1);

  for (guint i = 0; i < records->len; i++)
    spans[i] = atlas_record_get_bounds (records->pdata[i]);
  return atlas_time_index_new (spans, records->len);
}

static GPtrArray *
list_dated (AtlasDataset *dataset, AtlasKind kind)
{
  GPtrArray *records = g_ptr_array_new ();
  guint n = atlas_dataset_get_n_records (dataset, kind);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, kind, i);

      if (is_dated (record))
        g_ptr_array_add (records, record);
    }
  return records;
}

static void
index_events (AtlasHistoryIndex *self)
{
  self->events = list_dated (self->dataset, ATLAS_KIND_EVENT);
  g_ptr_array_sort (self->events, compare_event_pointers);
  self->event_times = index_bounds (self->events);
}

/* WGS84. */
#define EARTH_B 6356752.314245
#define EARTH_E 0.0818191908426215

/* The area between the equator and a parallel for each radian of longitude: J. P. Snyder, Map
 * Projections: A Working Manual (1987), equation 3-12, with the factor of an authalic sphere. */
static double
area_below (double lat)
{
  double sine = sin (lat * G_PI / 180.0);
  double e_sine = EARTH_E * sine;

  return EARTH_B * EARTH_B / 2.0 * (sine / (1.0 - e_sine * e_sine) + atanh (e_sine) / EARTH_E);
}

static double
measure_ring (const AtlasRing *ring)
{
  double sum = 0.0;
  double last = ring->n_points > 0 ? area_below (ring->points[ring->n_points - 1].lat) : 0.0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const AtlasPoint *before = &ring->points[i > 0 ? i - 1 : ring->n_points - 1];
      double here = area_below (ring->points[i].lat);

      sum += (ring->points[i].lon - before->lon) * G_PI / 180.0 * (last + here) / 2.0;
      last = here;
    }
  return fabs (sum);
}

/* Square metres with straight lines in longitude for sides. The order of sizes is all that is
 * wanted here, and atlas_multi_polygon_area(), which follows geodesics, would take a quarter of a
 * second for the borders of the shipped atlas. */
static double
measure_shape (const AtlasMultiPolygon *shape)
{
  guint n_polygons;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (shape, &n_polygons);
  double area = 0.0;

  for (guint i = 0; i < n_polygons; i++)
    for (guint j = 0; j < polygons[i].n_rings; j++)
      area += (j == 0 ? 1.0 : -1.0) * measure_ring (&polygons[i].rings[j]);
  return area;
}

typedef struct
{
  AtlasTerritory *territory;
  double area;
} SizedTerritory;

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const SizedTerritory *first = a;
  const SizedTerritory *second = b;

  if (first->area > second->area)
    return -1;
  if (first->area < second->area)
    return 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->territory)),
                    atlas_record_get_id (ATLAS_RECORD (second->territory)));
}

static void
index_territories (AtlasHistoryIndex *self)
{
  guint n = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_TERRITORY);
  g_autofree SizedTerritory *sized = g_new (SizedTerritory, n + 1);

  for (guint i = 0; i < n; i++)
    {
      AtlasMultiPolygon *shape;

      sized[i].territory =
        ATLAS_TERRITORY (atlas_dataset_get_record (self->dataset, ATLAS_KIND_TERRITORY, i));
      shape = atlas_territory_get_shape (sized[i].territory);
      sized[i].area = shape ? measure_shape (shape) : 0.0;
    }
  qsort (sized, n, sizeof *sized, compare_areas);
  self->territories = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->territories, sized[i].territory);
  self->territory_times = index_bounds (self->territories);
}

static void
index_controls (AtlasHistoryIndex *self)
{
  g_autoptr (GPtrArray) controls = list_dated (self->dataset, ATLAS_KIND_CONTROL);

  g_ptr_array_sort (controls, compare_record_pointers);
  self->controls =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < controls->len; i++)
    {
      const char *place = atlas_control_get_place (controls->pdata[i]);
      GPtrArray *list;

      if (place == NULL)
        continue;
      list = g_hash_table_lookup (self->controls, place);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->controls, (gpointer) place, list);
        }
      g_ptr_array_add (list, controls->pdata[i]);
    }
}

/* The first leg of the chain that @leg continues. A chain that bites its own tail ends after as
 * many links as there are legs. */
static AtlasRecord *
find_first_leg (AtlasDataset *dataset, AtlasRecord *leg)
{
  for (guint left = atlas_dataset_get_n_records (dataset, ATLAS_KIND_LEG); left > 0; left--)
    {
      AtlasRecord *before = atlas_dataset_lookup (dataset, atlas_leg_get_after (ATLAS_LEG (leg)));

      if (before == NULL || !ATLAS_IS_LEG (before))
        break;
      leg = before;
    }
  return leg;
}

/* A movement is a leg with all that come after it, one from another. Each leg is found by the time
 * of its whole movement. */
static void
index_legs (AtlasHistoryIndex *self)
{
  g_autoptr (GHashTable) movements = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree AtlasTimeSpan *spans = NULL;

  self->legs = list_dated (self->dataset, ATLAS_KIND_LEG);
  g_ptr_array_sort (self->legs, compare_record_pointers);
  spans = g_new (AtlasTimeSpan, self->legs->len + 1);
  for (guint i = 0; i < self->legs->len; i++)
    {
      AtlasRecord *leg = self->legs->pdata[i];
      AtlasRecord *first = find_first_leg (self->dataset, leg);
      AtlasTimeSpan *movement = g_hash_table_lookup (movements, first);

      if (movement == NULL)
        {
          movement = g_new (AtlasTimeSpan, 1);
          *movement = atlas_record_get_bounds (leg);
          g_hash_table_insert (movements, first, movement);
        }
      *movement = atlas_time_span_union (*movement, atlas_record_get_bounds (leg));
    }
  for (guint i = 0; i < self->legs->len; i++)
    spans[i] =
      *(AtlasTimeSpan *) g_hash_table_lookup (movements,
                                              find_first_leg (self->dataset, self->legs->pdata[i]));
  self->movement_times = atlas_time_index_new (spans, self->legs->len);
}

static void
append_phases (AtlasHistoryIndex *self, GArray *spans)
{
  guint n = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_SEGMENT);

  for (guint i = 0; i < n; i++)
    {
      guint n_phases;
      const AtlasBoundaryPhase *phases =
        atlas_segment_get_phases (ATLAS_SEGMENT (atlas_dataset_get_record (self->dataset,
                                                                           ATLAS_KIND_SEGMENT,
                                                                           i)),
                                  &n_phases);

      for (guint j = 0; j < n_phases; j++)
        g_array_append_val (spans, phases[j].when);
    }
}

/* Events and changes of control count by their beginning alone: what follows them has no end of its
 * own. */
static void
append_beginnings (GArray *spans, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      AtlasTimeSpan span = { atlas_record_get_bounds (records->pdata[i]).begin,
                             ATLAS_DAY_OPEN_FUTURE };

      g_array_append_val (spans, span);
    }
}

static void
index_changes (AtlasHistoryIndex *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));
  g_autoptr (GPtrArray) controls = list_dated (self->dataset, ATLAS_KIND_CONTROL);

  for (guint i = 0; i < self->territories->len; i++)
    {
      AtlasTimeSpan span = atlas_record_get_bounds (self->territories->pdata[i]);

      g_array_append_val (spans, span);
    }
  append_phases (self, spans);
  self->border_times = atlas_time_index_new ((const AtlasTimeSpan *) spans->data, spans->len);

  append_beginnings (spans, self->events);
  append_beginnings (spans, controls);
  self->changes = atlas_time_index_new ((const AtlasTimeSpan *) spans->data, spans->len);
}

static void
atlas_history_index_finalize (GObject *object)
{
  AtlasHistoryIndex *self = ATLAS_HISTORY_INDEX (object);

  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->event_times, atlas_time_index_unref);
  g_clear_pointer (&self->territories, g_ptr_array_unref);
  g_clear_pointer (&self->territory_times, atlas_time_index_unref);
  g_clear_pointer (&self->border_times, atlas_time_index_unref);
  g_clear_pointer (&self->controls, g_hash_table_unref);
  g_clear_pointer (&self->place_faces, g_hash_table_unref);
  g_clear_pointer (&self->legs, g_ptr_array_unref);
  g_clear_pointer (&self->movement_times, atlas_time_index_unref);
  g_clear_pointer (&self->changes, atlas_time_index_unref);
  g_clear_pointer (&self->land, atlas_land_net_free);
  for (guint i = 0; i < MOST_MASKS; i++)
    g_clear_pointer (&self->masks[i], atlas_filter_mask_unref);
  g_mutex_clear (&self->mask_lock);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (atlas_history_index_parent_class)->finalize (object);
}

static void
atlas_history_index_class_init (AtlasHistoryIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_history_index_finalize;
}

static void
atlas_history_index_init (AtlasHistoryIndex *self)
{
  g_mutex_init (&self->mask_lock);
}

AtlasHistoryIndex *
atlas_history_index_new (AtlasDataset *dataset)
{
  AtlasHistoryIndex *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  self = g_object_new (ATLAS_TYPE_HISTORY_INDEX, NULL);
  self->dataset = g_object_ref (dataset);
  index_events (self);
  index_territories (self);
  index_controls (self);
  index_legs (self);
  index_changes (self);
  return self;
}

AtlasDataset *
atlas_history_index_get_dataset (AtlasHistoryIndex *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  return self->dataset;
}

AtlasFilterMask *
atlas_history_index_ref_mask (AtlasHistoryIndex *self, const AtlasFilter *filter)
{
  AtlasFilterMask *found = NULL;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  if (filter == NULL)
    return NULL;
  g_mutex_lock (&self->mask_lock);
  for (guint i = 0; i < MOST_MASKS && found == NULL; i++)
    if (self->filters[i] == filter)
      found = self->masks[i];
  if (found == NULL)
    {
      guint i = self->next_mask++ % MOST_MASKS;

      g_clear_pointer (&self->masks[i], atlas_filter_mask_unref);
      self->filters[i] = filter;
      self->masks[i] = found = atlas_filter_mask_new (self->dataset, filter);
    }
  atlas_filter_mask_ref (found);
  g_mutex_unlock (&self->mask_lock);
  return found;
}

GPtrArray *
atlas_history_index_events_in (AtlasHistoryIndex *self,
                               AtlasTimeSpan window,
                               const AtlasFilter *filter)
{
  g_autoptr (AtlasFilterMask) mask = NULL;
  g_autoptr (GArray) items = NULL;
  GPtrArray *found;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  mask = atlas_history_index_ref_mask (self, filter);
  items = atlas_time_index_query (self->event_times, window);
  found = g_ptr_array_sized_new (items->len);
  for (guint i = 0; i < items->len; i++)
    {
      AtlasRecord *event = self->events->pdata[g_array_index (items, guint, i)];

      if (atlas_filter_mask_has (mask, event))
        g_ptr_array_add (found, event);
    }
  return found;
}

double
atlas_history_index_strength_in (AtlasEvent *event, AtlasTimeSpan window)
{
  AtlasEdtf when;
  AtlasTimeSpan bounds, inside, certain;

  g_return_val_if_fail (ATLAS_IS_EVENT (event), 0.0);

  if (!atlas_record_get_when (ATLAS_RECORD (event), &when))
    return 0.0;
  bounds = atlas_edtf_bounds (&when);
  if (atlas_time_span_is_empty (window) || !atlas_time_span_overlaps (bounds, window))
    return 0.0;

  /* What lasts from one date to another was surely going on between the two. */
  certain = (AtlasTimeSpan){ when.start.end, when.end.begin };
  if (when.is_interval && !atlas_time_span_is_empty (certain) &&
      atlas_time_span_overlaps (certain, window))
    return 1.0;

  /* An open side is counted as far as the window reaches, or else every share would be nothing. */
  if (bounds.begin == ATLAS_DAY_OPEN_PAST)
    bounds.begin = MIN (window.begin, bounds.end);
  if (bounds.end == ATLAS_DAY_OPEN_FUTURE)
    bounds.end = MAX (window.end, bounds.begin);
  inside = atlas_time_span_intersection (bounds, window);
  if (atlas_time_span_length (bounds) == G_MAXINT64)
    return 1.0;
  return (double) atlas_time_span_length (inside) / (double) atlas_time_span_length (bounds);
}

/* Whether @viewpoint (or nobody's, NULL) lets a territory be shown. */
static gboolean
is_seen_from (AtlasTerritory *territory, const char *viewpoint)
{
  const char *of = atlas_territory_get_viewpoint (territory);

  if (of)
    return g_strcmp0 (of, viewpoint) == 0;
  if (atlas_territory_get_standing (territory) == ATLAS_STANDING_CLAIM)
    return viewpoint && g_strcmp0 (atlas_territory_get_polity (territory), viewpoint) == 0;
  return TRUE;
}

GPtrArray *
atlas_history_index_territories_on (AtlasHistoryIndex *self, AtlasDay day, const char *viewpoint)
{
  g_autoptr (GArray) items = NULL;
  GPtrArray *found;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  items = atlas_time_index_query (self->territory_times, (AtlasTimeSpan){ day, day });
  found = g_ptr_array_sized_new (items->len);
  for (guint i = 0; i < items->len; i++)
    {
      AtlasTerritory *territory = self->territories->pdata[g_array_index (items, guint, i)];

      if (is_seen_from (territory, viewpoint))
        g_ptr_array_add (found, territory);
    }
  return found;
}

AtlasTerritory *
atlas_history_index_territory_at (AtlasHistoryIndex *self, AtlasPoint point, AtlasDay day)
{
  g_autoptr (GPtrArray) standing = NULL;
  AtlasTerritory *found = NULL;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  /* From the smallest up: of two that overlap the smaller says more. */
  standing = atlas_history_index_territories_on (self, day, NULL);
  for (guint i = standing->len; i-- > 0;)
    {
      AtlasTerritory *territory = standing->pdata[i];
      AtlasMultiPolygon *shape = atlas_territory_get_shape (territory);

      if (shape == NULL || !atlas_multi_polygon_contains (shape, point))
        continue;
      if (atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION)
        return territory;
      if (found == NULL)
        found = territory;
    }
  return found;
}

static gboolean
is_in_same_hands (AtlasHistoryIndex *self, AtlasPoint point, AtlasDay day, AtlasTerritory *other)
{
  AtlasTerritory *found = atlas_history_index_territory_at (self, point, day);

  return found != NULL &&
         atlas_territory_get_standing (found) == atlas_territory_get_standing (other) &&
         g_strcmp0 (atlas_territory_get_polity (found), atlas_territory_get_polity (other)) == 0;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  AtlasDay first = *(const AtlasDay *) a, second = *(const AtlasDay *) b;

  return (first > second) - (first < second);
}

/* The days on which something begins or has ended at a point, ascending: between two of them
 * nothing changes there. */
static GArray *
collect_days_at (AtlasHistoryIndex *self, AtlasPoint point)
{
  guint n = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_TERRITORY);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (AtlasDay));

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (self->dataset, ATLAS_KIND_TERRITORY, i);
      AtlasMultiPolygon *shape = atlas_territory_get_shape (ATLAS_TERRITORY (record));
      AtlasTimeSpan bounds = atlas_record_get_bounds (record);
      AtlasDay after = bounds.end;

      if (shape == NULL || !atlas_multi_polygon_contains (shape, point))
        continue;
      if (bounds.begin != ATLAS_DAY_OPEN_PAST)
        g_array_append_val (days, bounds.begin);
      if (after != ATLAS_DAY_OPEN_FUTURE)
        {
          after++;
          g_array_append_val (days, after);
        }
    }
  g_array_sort (days, compare_days);
  return days;
}

AtlasTimeSpan
atlas_history_index_held (AtlasHistoryIndex *self,
                          AtlasPoint point,
                          AtlasDay day,
                          AtlasTerritory **first)
{
  g_autoptr (GArray) days = NULL;
  AtlasTerritory *stage;
  AtlasTimeSpan span = { ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_FUTURE };

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), ((AtlasTimeSpan){ 0, -1 }));

  stage = atlas_history_index_territory_at (self, point, day);
  if (first != NULL)
    *first = stage;
  if (stage == NULL)
    return (AtlasTimeSpan){ day, day - 1 };

  days = collect_days_at (self, point);
  for (guint i = 0; i < days->len && span.end == ATLAS_DAY_OPEN_FUTURE; i++)
    {
      AtlasDay change = g_array_index (days, AtlasDay, i);

      if (change > day && !is_in_same_hands (self, point, change, stage))
        span.end = change - 1;
    }
  for (guint i = days->len; i > 0 && span.begin == ATLAS_DAY_OPEN_PAST; i--)
    {
      AtlasDay change = g_array_index (days, AtlasDay, i - 1);

      if (change <= day && !is_in_same_hands (self, point, change - 1, stage))
        span.begin = change;
    }
  if (first != NULL && span.begin != ATLAS_DAY_OPEN_PAST)
    *first = atlas_history_index_territory_at (self, point, span.begin);
  return span;
}

/* Place -> the number of its face and 1, so that 0 is no face. */
static GHashTable *
find_place_faces (AtlasHistoryIndex *self)
{
  GHashTable *faces = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_PLACE); i++)
    {
      AtlasRecord *place = atlas_dataset_get_record (self->dataset, ATLAS_KIND_PLACE, i);
      AtlasPoint point;

      if (atlas_place_get_location (ATLAS_PLACE (place), &point.lon, &point.lat))
        g_hash_table_insert (faces,
                             place,
                             GINT_TO_POINTER (atlas_land_net_find_face (self->land, point) + 1));
    }
  return faces;
}

const AtlasLandNet *
atlas_history_index_get_land_net (AtlasHistoryIndex *self)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  if (g_once_init_enter (&self->land_once))
    {
      self->land = atlas_land_net_new (self->territories);
      self->place_faces = find_place_faces (self);
      g_once_init_leave (&self->land_once, 1);
    }
  return self->land;
}

GPtrArray *
atlas_history_index_get_town_controls (AtlasHistoryIndex *self, AtlasPlace *place)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);
  g_return_val_if_fail (ATLAS_IS_PLACE (place), NULL);

  return g_hash_table_lookup (self->controls, atlas_record_get_id (ATLAS_RECORD (place)));
}

AtlasPolity *
atlas_history_index_town_control_on (AtlasHistoryIndex *self, AtlasPlace *place, AtlasDay day)
{
  GPtrArray *controls = atlas_history_index_get_town_controls (self, place);
  AtlasControl *last = NULL;

  for (guint i = 0; controls && i < controls->len; i++)
    if (atlas_record_get_bounds (controls->pdata[i]).begin <= day)
      last = controls->pdata[i];
  return last ? atlas_dataset_lookup_polity (self->dataset, atlas_control_get_to (last)) : NULL;
}

/* Once there is a net it knows; a map that is drawn does not wait for it. (nullable) */
static AtlasTerritory *
find_town_holder (AtlasHistoryIndex *self, AtlasPlace *place, AtlasDay day)
{
  double lon, lat;
  int face;

  if (g_atomic_pointer_get (&self->land_once) == 0)
    return atlas_place_get_location (place, &lon, &lat)
             ? atlas_history_index_territory_at (self, (AtlasPoint){ lon, lat }, day)
             : NULL;
  face = GPOINTER_TO_INT (g_hash_table_lookup (self->place_faces, place)) - 1;
  return face >= 0 ? atlas_land_net_get_holder (self->land,
                                                atlas_land_net_get_stage_on (self->land, day),
                                                (guint) face)
                   : NULL;
}

AtlasPolity *
atlas_history_index_town_holder_on (AtlasHistoryIndex *self, AtlasPlace *place, AtlasDay day)
{
  AtlasPolity *polity = atlas_history_index_town_control_on (self, place, day);
  AtlasTerritory *holder;

  if (polity != NULL)
    return polity;
  holder = find_town_holder (self, place, day);
  return holder != NULL
           ? atlas_dataset_lookup_polity (self->dataset, atlas_territory_get_polity (holder))
           : NULL;
}

GPtrArray *
atlas_history_index_legs_in (AtlasHistoryIndex *self,
                             AtlasTimeSpan window,
                             AtlasDay day,
                             const AtlasFilter *filter)
{
  g_autoptr (AtlasFilterMask) mask = NULL;
  g_autoptr (GArray) items = NULL;
  GPtrArray *found;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), NULL);

  mask = atlas_history_index_ref_mask (self, filter);
  items = atlas_time_index_query (self->movement_times, window);
  found = g_ptr_array_sized_new (items->len);
  for (guint i = 0; i < items->len; i++)
    {
      AtlasRecord *leg = self->legs->pdata[g_array_index (items, guint, i)];

      if (atlas_record_get_bounds (leg).begin <= day && atlas_filter_mask_has (mask, leg))
        g_ptr_array_add (found, leg);
    }
  return found;
}

double
atlas_history_index_leg_progress (AtlasLeg *leg, AtlasDay day)
{
  AtlasTimeSpan bounds;

  g_return_val_if_fail (ATLAS_IS_LEG (leg), 0.0);

  if (!is_dated (ATLAS_RECORD (leg)))
    return 0.0;
  bounds = atlas_record_get_bounds (ATLAS_RECORD (leg));
  if (day < bounds.begin)
    return 0.0;

  /* Without a known beginning or end there is no pace; it counts as done. */
  if (day >= bounds.end || atlas_time_span_length (bounds) == G_MAXINT64)
    return 1.0;
  return ((double) day - bounds.begin + 1.0) / (double) atlas_time_span_length (bounds);
}

gboolean
atlas_history_index_next_change (AtlasHistoryIndex *self, AtlasDay day, AtlasDay *found)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), FALSE);

  return atlas_time_index_next_change (self->changes, day, found);
}

gboolean
atlas_history_index_previous_change (AtlasHistoryIndex *self, AtlasDay day, AtlasDay *found)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), FALSE);

  return atlas_time_index_previous_change (self->changes, day, found);
}

guint
atlas_history_index_territory_epoch (AtlasHistoryIndex *self, AtlasDay day)
{
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (self), 0);

  return atlas_time_index_count_changes (self->border_times, day);
}

/* The middle of an event's days, or their one known end. */
static gboolean
find_middle (AtlasTimeSpan bounds, AtlasDay *middle)
{
  gboolean open_past = bounds.begin == ATLAS_DAY_OPEN_PAST;
  gboolean open_future = bounds.end == ATLAS_DAY_OPEN_FUTURE;

  if (open_past && open_future)
    return FALSE;
  if (open_past || open_future)
    *middle = open_past ? bounds.end : bounds.begin;
  else
    *middle = (AtlasDay) (bounds.begin + ((gint64) bounds.end - bounds.begin) / 2);
  return TRUE;
}

void
atlas_history_index_density (AtlasHistoryIndex *self,
                             AtlasTimeSpan span,
                             guint statuses,
                             guint n_bins,
                             guint *counts)
{
  gint64 length = atlas_time_span_length (span);

  g_return_if_fail (ATLAS_IS_HISTORY_INDEX (self));
  g_return_if_fail (counts != NULL || n_bins == 0);

  for (guint i = 0; i < n_bins; i++)
    counts[i] = 0;
  if (length == 0 || length == G_MAXINT64 || n_bins == 0)
    return;
  for (guint i = 0; i < self->events->len; i++)
    {
      AtlasRecord *event = self->events->pdata[i];
      AtlasDay middle;

      if ((statuses & (1u << atlas_record_get_status (event))) == 0 ||
          !find_middle (atlas_record_get_bounds (event), &middle) ||
          !atlas_time_span_contains (span, middle))
        continue;
      counts[((gint64) middle - span.begin) * n_bins / length]++;
    }
}
