/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-date-format.h"
#include "atlas-date-label.h"
#include "atlas-leg-pace.h"
#include "atlas-route-layout.h"

#define STEP 6.0
#define TRIM 9.0
#define MARGIN 60.0
#define SHORTEST 14.0

static void
clear_route (gpointer data)
{
  g_clear_pointer (&((AtlasRoute *) data)->points, g_array_unref);
}

/* Two places without a stop between them are joined by a slight bow, to the left of the march:
 * there and back do not cover each other, and nobody takes it for a surveyed road. */
static void
add_bow (GArray *points)
{
  AtlasWorldPoint a = g_array_index (points, AtlasWorldPoint, 0);
  AtlasWorldPoint b = g_array_index (points, AtlasWorldPoint, 1);
  double length = hypot (b.x - a.x, b.y - a.y);
  double bow = MIN (length * 0.09, 26);
  AtlasWorldPoint middle = { (a.x + b.x) / 2 + (b.y - a.y) / MAX (length, 1) * bow,
                             (a.y + b.y) / 2 - (b.x - a.x) / MAX (length, 1) * bow };

  g_array_insert_val (points, 1, middle);
}

static GArray *
project_path (AtlasLeg *leg, const AtlasViewport *viewport)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasWorldPoint));
  guint n;
  const AtlasPoint *path = atlas_leg_get_path (leg, &n);

  for (guint i = 0; path != NULL && i < n; i++)
    {
      AtlasWorldPoint point;

      atlas_viewport_project (viewport, path[i].lon, path[i].lat, &point.x, &point.y);
      if (points->len > 0)
        {
          AtlasWorldPoint last = g_array_index (points, AtlasWorldPoint, points->len - 1);

          if (hypot (last.x - point.x, last.y - point.y) < 0.5)
            continue;
        }
      g_array_append_val (points, point);
    }
  if (points->len < 2)
    return NULL;
  if (points->len == 2)
    add_bow (points);
  return atlas_curve_through ((const AtlasWorldPoint *) points->data, points->len, STEP);
}

static gboolean
is_on_screen (const GArray *points, const AtlasViewport *viewport)
{
  double x1 = HUGE_VAL, y1 = HUGE_VAL, x2 = -HUGE_VAL, y2 = -HUGE_VAL;

  for (guint i = 0; i < points->len; i++)
    {
      AtlasWorldPoint point = g_array_index (points, AtlasWorldPoint, i);

      x1 = MIN (x1, point.x);
      y1 = MIN (y1, point.y);
      x2 = MAX (x2, point.x);
      y2 = MAX (y2, point.y);
    }
  return x2 > -MARGIN && y2 > -MARGIN && x1 < viewport->width + MARGIN &&
         y1 < viewport->height + MARGIN;
}

static AtlasRouteTime
get_time (AtlasLeg *leg, AtlasDay date)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (leg));

  if (bounds.begin > date)
    return ATLAS_ROUTE_LATER;
  return atlas_time_span_contains (bounds, date) ? ATLAS_ROUTE_CURRENT : ATLAS_ROUTE_PAST;
}

static void
add_leg (AtlasRouteLayout *self,
         AtlasDataset *dataset,
         AtlasLeg *leg,
         const AtlasPictureSpec *spec,
         const AtlasViewport *viewport)
{
  AtlasRoute route = { .leg = leg, .time = get_time (leg, spec->date) };
  AtlasPolity *polity = atlas_dataset_lookup_polity (dataset, atlas_leg_get_polity (leg));
  g_autoptr (GArray) path = project_path (leg, viewport);
  AtlasLegPace pace;
  double length, end;

  if (path == NULL || !is_on_screen (path, viewport))
    return;
  length = atlas_curve_length ((const AtlasWorldPoint *) path->data, path->len);
  end = length - TRIM;
  if (route.time == ATLAS_ROUTE_CURRENT)
    end = MIN (end, length * atlas_history_index_leg_progress (leg, spec->date));
  if (length < SHORTEST + 2 * TRIM)
    return;
  end = MAX (end, TRIM + SHORTEST);
  route.points = atlas_curve_cut ((const AtlasWorldPoint *) path->data, path->len, TRIM / 2, end);
  route.doubtful = atlas_leg_pace_measure (leg, &pace) && atlas_leg_pace_is_implausible (&pace);
  route.silence = atlas_leg_pace_find_silence (dataset, leg, spec->date);
  route.hollow = atlas_record_get_status (ATLAS_RECORD (leg)) == ATLAS_STATUS_UNCORROBORATED;
  route.selected = g_strcmp0 (spec->selected, atlas_record_get_id (ATLAS_RECORD (leg))) == 0 ||
                   (spec->selected != NULL && atlas_leg_get_commanders (leg) != NULL &&
                    g_strv_contains (atlas_leg_get_commanders (leg), spec->selected));
  route.highlighted = atlas_chapter_step_highlights (atlas_dataset_find_step (dataset,
                                                                              spec->chapter,
                                                                              spec->chapter_step),
                                                     atlas_record_get_id (ATLAS_RECORD (leg)));
  route.colors =
    atlas_palette_get_polity (spec->style,
                              polity != NULL ? atlas_polity_get_family (polity) : "other");
  g_array_append_val (self->routes, route);
}

static void
mark_heads (AtlasRouteLayout *self)
{
  g_autoptr (GHashTable) continued = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->routes->len; i++)
    {
      AtlasRoute *route = &g_array_index (self->routes, AtlasRoute, i);
      const char *after = atlas_leg_get_after (route->leg);

      if (after != NULL && route->time != ATLAS_ROUTE_LATER)
        g_hash_table_add (continued, (gpointer) after);
    }
  for (guint i = 0; i < self->routes->len; i++)
    {
      AtlasRoute *route = &g_array_index (self->routes, AtlasRoute, i);

      route->has_head =
        route->time != ATLAS_ROUTE_PAST ||
        !g_hash_table_contains (continued, atlas_record_get_id (ATLAS_RECORD (route->leg)));
    }
}

static int
compare_routes (gconstpointer a, gconstpointer b)
{
  static const int layers[] = {
    [ATLAS_ROUTE_LATER] = 0, [ATLAS_ROUTE_PAST] = 1, [ATLAS_ROUTE_CURRENT] = 2
  };
  const AtlasRoute *first = a;
  const AtlasRoute *second = b;

  if (first->selected != second->selected)
    return first->selected ? 1 : -1;
  if (layers[first->time] != layers[second->time])
    return layers[first->time] - layers[second->time];
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->leg)),
                    atlas_record_get_id (ATLAS_RECORD (second->leg)));
}

/* The index tells the legs that had begun; the ghosts of those to come are the rest of what the
 * window touches. */
static void
add_later_legs (AtlasRouteLayout *self,
                AtlasHistoryIndex *index,
                const AtlasPictureSpec *spec,
                const AtlasViewport *viewport)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autoptr (AtlasFilterMask) mask = atlas_history_index_ref_mask (index, spec->filter);
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_LEG);

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *record = atlas_dataset_get_record (dataset, ATLAS_KIND_LEG, i);
      AtlasTimeSpan bounds = atlas_record_get_bounds (record);

      if (bounds.begin > spec->date && atlas_time_span_overlaps (bounds, spec->window) &&
          atlas_filter_mask_has (mask, record))
        add_leg (self, dataset, ATLAS_LEG (record), spec, viewport);
    }
}

AtlasRouteLayout *
atlas_route_layout_new (AtlasHistoryIndex *index,
                        const AtlasPictureSpec *spec,
                        const AtlasViewport *viewport)
{
  AtlasRouteLayout *self = g_new0 (AtlasRouteLayout, 1);
  AtlasDataset *dataset;
  g_autoptr (GPtrArray) legs = NULL;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), self);

  self->routes = g_array_new (FALSE, TRUE, sizeof (AtlasRoute));
  g_array_set_clear_func (self->routes, clear_route);
  if ((spec->show & ATLAS_SHOW_ROUTES) == 0)
    return self;
  dataset = atlas_history_index_get_dataset (index);
  legs = atlas_history_index_legs_in (index, spec->window, spec->date, spec->filter);
  for (guint i = 0; i < legs->len; i++)
    add_leg (self, dataset, legs->pdata[i], spec, viewport);
  add_later_legs (self, index, spec, viewport);
  mark_heads (self);
  g_array_sort (self->routes, compare_routes);
  return self;
}

void
atlas_route_layout_free (AtlasRouteLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->routes);
  g_free (self);
}

void
atlas_route_layout_block (const AtlasRouteLayout *self, AtlasLabelSheet *sheet)
{
  for (guint i = 0; i < self->routes->len; i++)
    {
      const AtlasRoute *route = &g_array_index (self->routes, AtlasRoute, i);

      for (guint k = 0; k < route->points->len; k++)
        {
          AtlasWorldPoint at = g_array_index (route->points, AtlasWorldPoint, k);

          atlas_label_placer_block (sheet->placer,
                                    (AtlasRect){ at.x - 4, at.y - 4, 8, 8 },
                                    ATLAS_OBSTACLE_SOFT);
        }
    }
}

static const char *
get_commander (AtlasLeg *leg, AtlasDataset *dataset, const AtlasPictureSpec *spec)
{
  const char *const *commanders = atlas_leg_get_commanders (leg);
  AtlasPerson *person;

  if (commanders == NULL || commanders[0] == NULL)
    return NULL;
  person = atlas_dataset_lookup_person (dataset, commanders[0]);
  return person != NULL ? atlas_record_get_name_on (ATLAS_RECORD (person), spec->lang, spec->date)
                        : NULL;
}

/* Of a column of which the record is silent on this day: no march is made up for it. */
static char *
describe_silence (const AtlasRoute *route, const char *name, const char *lang)
{
  gboolean chinese = g_str_has_prefix (lang, "zh");
  g_autofree char *until = atlas_date_format_day (route->silence.end + 1, ATLAS_DATE_LONG, lang);

  if (chinese)
    return g_strdup_printf (g_str_equal (lang, "zh-Hans") ? "%s：至%s无记载" : "%s：至%s無記載",
                            name,
                            until);
  return g_strdup_printf (g_str_has_prefix (lang, "ru") ? "%s: до %s сведений нет"
                                                        : "%s: nothing recorded until %s",
                          name,
                          until);
}

void
atlas_route_layout_add_counters (const AtlasRouteLayout *self,
                                 AtlasLabelSheet *sheet,
                                 AtlasDataset *dataset)
{
  AtlasLetterStyle style = atlas_label_sheet_counter_style (sheet);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->routes->len; i-- > 0;)
    {
      const AtlasRoute *route = &g_array_index (self->routes, AtlasRoute, i);
      const char *name = get_commander (route->leg, dataset, sheet->spec);
      g_autofree char *silent = NULL;
      double width, height;
      AtlasRect rect;
      AtlasWorldPoint head;

      /* A general leads one column at a time; a second counter with his name would be a second man.
       */
      if ((route->time != ATLAS_ROUTE_CURRENT && atlas_time_span_is_empty (route->silence)) ||
          name == NULL || !g_hash_table_add (named, (gpointer) name))
        continue;
      if (route->time != ATLAS_ROUTE_CURRENT)
        name = silent = describe_silence (route, name, sheet->spec->lang);
      atlas_label_sheet_measure (sheet, &style, name, &width, &height);
      head = g_array_index (route->points, AtlasWorldPoint, route->points->len - 1);
      if (atlas_label_placer_place (sheet->placer,
                                    head.x,
                                    head.y,
                                    16,
                                    width + ATLAS_COUNTER_BADGE + 13,
                                    atlas_picture_spec_letter_size (sheet->spec,
                                                                    ATLAS_COUNTER_HEIGHT),
                                    ATLAS_SIDE_NORTH,
                                    &rect) != ATLAS_SIDE_NONE)
        atlas_label_sheet_add_counter (sheet, rect, route->colors->edge, name);
    }
}

/* Kilometres a day, as readers of the texts write them. A pace that nobody could keep up is shown
 * as a question. */
static char *
format_pace (const AtlasLegPace *pace, const char *lang)
{
  gboolean chinese = g_str_has_prefix (lang, "zh");
  const char *mark = !atlas_leg_pace_is_implausible (pace) ? "" : chinese ? "？" : " ?";

  return g_strdup_printf (chinese                         ? "每日%.0f公里%s"
                          : g_str_has_prefix (lang, "ru") ? "%.0f км в день%s"
                                                          : "%.0f km a day%s",
                          round (pace->slowest),
                          mark);
}

static gboolean
is_in_focus (const AtlasRoute *route)
{
  return route->time == ATLAS_ROUTE_CURRENT || route->selected;
}

char *
atlas_route_layout_describe_pace (const AtlasRoute *route, const char *lang)
{
  AtlasLegPace pace;

  g_return_val_if_fail (route != NULL && lang != NULL, NULL);

  if (!atlas_leg_pace_measure (route->leg, &pace) ||
      (!route->doubtful && !(is_in_focus (route) && atlas_leg_pace_is_exact (&pace))))
    return NULL;
  return format_pace (&pace, lang);
}

/* Beside the middle of the leg, or further along it or off it. FALSE where there is no room. */
static gboolean
place_pill (const AtlasRoute *route, AtlasLabelSheet *sheet, const char *text)
{
  static const double places[] = { 0.5, 0.38, 0.62, 0.27, 0.73 };
  static const double shifts[] = { 0, 15, -15, 28, -28 };
  const AtlasWorldPoint *points = (const AtlasWorldPoint *) route->points->data;
  AtlasColor doubt = atlas_palette_get_group (sheet->spec->style, ATLAS_EVENT_GROUP_FORCE);
  AtlasColor edge = route->doubtful ? doubt : route->colors->edge;
  AtlasColor ink = route->doubtful ? doubt : route->colors->label;
  AtlasLetterStyle style = atlas_label_sheet_pill_style (sheet, ink);
  double length = atlas_curve_length (points, route->points->len);
  /* What is under way may stand further off: it is what the reader looks for. */
  gsize n_shifts = is_in_focus (route) || route->doubtful ? G_N_ELEMENTS (shifts) : 3;
  double width, height;

  atlas_label_sheet_measure (sheet, &style, text, &width, &height);
  if (route->doubtful)
    width += ATLAS_PILL_FLAG;
  for (gsize k = 0; k < G_N_ELEMENTS (places) * n_shifts; k++)
    {
      AtlasWorldPoint way;
      AtlasWorldPoint at = atlas_curve_point_at (points,
                                                 route->points->len,
                                                 length * places[k % G_N_ELEMENTS (places)],
                                                 &way);
      double shift = shifts[k / G_N_ELEMENTS (places)];
      double pill = atlas_picture_spec_letter_size (sheet->spec, ATLAS_PILL_HEIGHT);
      AtlasRect rect = {
        at.x - way.y * shift - width / 2 - 7, at.y + way.x * shift - pill / 2, width + 14, pill
      };

      if (!atlas_label_placer_take (sheet->placer, rect, FALSE))
        continue;
      atlas_label_sheet_add_pill (sheet, rect, edge, ink, text, route->doubtful);
      return TRUE;
    }
  return FALSE;
}

void
atlas_route_layout_add_dates (const AtlasRouteLayout *self, AtlasLabelSheet *sheet)
{
  for (guint i = self->routes->len; i-- > 0;)
    {
      const AtlasRoute *route = &g_array_index (self->routes, AtlasRoute, i);
      const AtlasWorldPoint *points = (const AtlasWorldPoint *) route->points->data;
      g_autofree char *date =
        atlas_date_label_of (ATLAS_RECORD (route->leg), sheet->spec->date, sheet->spec->lang);
      g_autofree char *pace =
        date != NULL ? atlas_route_layout_describe_pace (route, sheet->spec->lang) : NULL;
      g_autofree char *both = pace != NULL ? g_strdup_printf ("%s · %s", date, pace) : NULL;

      if (date == NULL || (atlas_curve_length (points, route->points->len) < 46 &&
                           !is_in_focus (route) && !route->doubtful))
        continue;
      if (both == NULL || !place_pill (route, sheet, both))
        place_pill (route, sheet, route->doubtful && pace != NULL ? pace : date);
    }
}

AtlasLeg *
atlas_route_layout_pick (const AtlasRouteLayout *self, double x, double y)
{
  AtlasLeg *found = NULL;
  double nearest = 8;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->routes->len; i-- > 0;)
    {
      const AtlasRoute *route = &g_array_index (self->routes, AtlasRoute, i);

      for (guint k = 0; k < route->points->len; k++)
        {
          AtlasWorldPoint at = g_array_index (route->points, AtlasWorldPoint, k);
          double distance = hypot (at.x - x, at.y - y);

          if (distance < nearest)
            {
              nearest = distance;
              found = route->leg;
            }
        }
    }
  return found;
}
