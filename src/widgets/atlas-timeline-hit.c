/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-timeline-hit.h"

/* Pixels to either side of a mark or a change, and above a mark's foot, that still mean it. */
#define MARK_REACH 4.0
#define MARK_RISE 8.0
#define CHANGE_REACH 6.0
/* The handle of the cursor hangs into the chapters. */
#define CURSOR_REACH 9.0
#define CURSOR_TOP 14.0

static gboolean
find_chapter (AtlasHistoryIndex *index, double day, AtlasTimelineHit *hit)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  int number = atlas_dataset_get_chapter_on (dataset, (AtlasDay) floor (day));
  guint n;

  if (number < 0)
    return FALSE;
  hit->kind = ATLAS_TIMELINE_HIT_CHAPTER;
  hit->chapter = (guint) number;
  hit->span = atlas_dataset_get_chapters (dataset, &n)[number].when;
  return TRUE;
}

static gboolean
find_mark (const AtlasTimelineView *view,
           const AtlasTimelineModel *model,
           const AtlasFilterMask *mask,
           double x,
           double y,
           AtlasTimelineHit *hit)
{
  AtlasTimeSpan near = { (AtlasDay) floor (atlas_timeline_view_get_day (view, x - MARK_REACH)) - 1,
                         (AtlasDay) ceil (atlas_timeline_view_get_day (view, x + MARK_REACH)) + 1 };
  guint n, first = atlas_timeline_model_find_marks (model, near, &n);
  double nearest = MARK_REACH;

  for (guint i = first; i < first + n; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (model->marks, AtlasTimelineMark, i);
      double distance = fabs (atlas_timeline_view_get_x (view, mark->day + 0.5) - x), bottom;

      if (mark->lane >= model->lanes->len || distance > nearest ||
          !atlas_filter_mask_has (mask, ATLAS_RECORD (mark->event)))
        continue;
      bottom = atlas_timeline_layout_get_marks_bottom (view, model, mark->lane, mark->row);
      if (y < bottom - MARK_RISE || y > bottom + 1.0)
        continue;
      nearest = distance;
      hit->kind = ATLAS_TIMELINE_HIT_MARK;
      hit->record = ATLAS_RECORD (mark->event);
      hit->span = mark->bounds;
    }
  return hit->kind == ATLAS_TIMELINE_HIT_MARK;
}

/* The innermost bar of the lane on this day, in the row at @y, which counts from the lane's top. */
static void
find_bar (const AtlasTimelineLane *lane,
          const AtlasFilterMask *mask,
          double day,
          double y,
          AtlasTimelineHit *hit)
{
  double rows = (y - atlas_timeline_layout_get_bar_top (0.0, 0)) / ATLAS_TIMELINE_ROW;
  guint row = (guint) CLAMP (rows, 0.0, lane->n_rows - 1.0);

  for (guint i = 0; i < lane->bars->len; i++)
    {
      const AtlasTimelineBar *bar = &g_array_index (lane->bars, AtlasTimelineBar, i);

      if (bar->row != row || day < bar->bounds.begin || day > bar->bounds.end + 1.0 ||
          !atlas_filter_mask_has (mask, bar->record))
        continue;
      hit->kind = ATLAS_TIMELINE_HIT_BAR;
      hit->record = bar->record;
      hit->span = bar->bounds;
    }
}

/* The lane at @y, and in it a bar. */
static void
find_lane_or_bar (const AtlasTimelineView *view,
                  const AtlasTimelineModel *model,
                  const AtlasFilterMask *mask,
                  double x,
                  double y,
                  AtlasTimelineHit *hit)
{
  for (guint i = 0; i < model->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = g_ptr_array_index (model->lanes, i);
      double top = atlas_timeline_layout_get_lane_top (view, model, i);

      if (y < top || y >= top + atlas_timeline_layout_get_lane_height (view, lane))
        continue;
      hit->kind = x < view->left ? ATLAS_TIMELINE_HIT_NAME : ATLAS_TIMELINE_HIT_LANE;
      hit->record = lane->record;
      hit->lane = lane;
      hit->span = lane->bounds;
      if (x >= view->left)
        find_bar (lane, mask, atlas_timeline_view_get_day (view, x), y - top, hit);
      return;
    }
}

static gboolean
find_change (const AtlasTimelineView *view,
             const AtlasTimelineModel *model,
             double x,
             AtlasTimelineHit *hit)
{
  double nearest = CHANGE_REACH;

  for (guint i = 0; i < model->changes->len; i++)
    {
      const AtlasTimelineChange *change = &g_array_index (model->changes, AtlasTimelineChange, i);
      double distance = fabs (atlas_timeline_view_get_x (view, change->day) - x);

      if (distance > nearest || !atlas_time_span_contains (view->span, change->day))
        continue;
      nearest = distance;
      hit->kind = ATLAS_TIMELINE_HIT_CHANGE;
      hit->change = change;
      hit->span = (AtlasTimeSpan){ change->day, change->day };
    }
  return hit->kind == ATLAS_TIMELINE_HIT_CHANGE;
}

AtlasTimelineHit
atlas_timeline_hit_find (const AtlasTimelineView *view,
                         AtlasHistoryIndex *index,
                         const AtlasTimelineModel *model,
                         AtlasViewState *state,
                         double x,
                         double y)
{
  AtlasTimelineHit hit = { .kind = ATLAS_TIMELINE_HIT_NOTHING };
  double day = atlas_timeline_view_get_day (view, x), changes, cursor;

  if (y >= view->height - ATLAS_TIMELINE_ALL)
    {
      hit.kind = ATLAS_TIMELINE_HIT_ALL_YEARS;
      return hit;
    }
  if (index == NULL || model == NULL)
    return hit;

  cursor = atlas_timeline_view_get_x (view, atlas_view_state_get_date (state) + 0.5);
  changes = atlas_timeline_layout_get_changes_top (view);
  if (y < ATLAS_TIMELINE_CHAPTERS)
    {
      if (x >= view->left && (y < CURSOR_TOP || fabs (x - cursor) > CURSOR_REACH))
        find_chapter (index, day, &hit);
    }
  else if (y >= changes && y < changes + ATLAS_TIMELINE_CHANGES)
    find_change (view, model, x, &hit);
  else if (!view->compact && y < changes && y >= atlas_timeline_layout_get_lanes_top ())
    {
      g_autoptr (AtlasFilterMask) mask =
        atlas_history_index_ref_mask (index, atlas_view_state_get_filter (state));

      if (x < view->left || !find_mark (view, model, mask, x, y, &hit))
        find_lane_or_bar (view, model, mask, x, y, &hit);
    }
  return hit;
}

static char *
describe_change (const AtlasTimelineChange *change, const char *lang)
{
  g_autofree char *date = atlas_date_format_day (change->day, ATLAS_DATE_LONG, lang);
  const char *name = atlas_text_get (atlas_record_get_title (ATLAS_RECORD (change->segment)), lang);
  const char *act = change->phase->act != NULL ? atlas_text_get (change->phase->act, lang) : NULL;
  g_autoptr (GString) text = g_string_new (name != NULL ? name : "");

  if (act != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", act);
  if (change->n_segments > 1)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              ngettext ("and %u more border on this day",
                                        "and %u more borders on this day",
                                        change->n_segments - 1),
                              change->n_segments - 1);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", date);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_chapter (const AtlasTimelineHit *hit, AtlasHistoryIndex *index, const char *lang)
{
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (index), &n);
  g_autofree char *days = atlas_date_format_span (hit->span, lang);

  if (hit->chapter >= n)
    return NULL;
  return g_strdup_printf ("%s\n%s", atlas_text_get (chapters[hit->chapter].title, lang), days);
}

static char *
describe_record (AtlasRecord *record, const char *lang)
{
  g_autofree char *days = atlas_date_format_edtf (atlas_record_get_edtf (record), lang);

  return g_strdup_printf ("%s\n%s", atlas_text_get (atlas_record_get_title (record), lang), days);
}

char *
atlas_timeline_hit_describe (const AtlasTimelineHit *hit,
                             AtlasHistoryIndex *index,
                             const char *lang)
{
  g_return_val_if_fail (hit != NULL && lang != NULL, NULL);

  switch (hit->kind)
    {
    case ATLAS_TIMELINE_HIT_CHAPTER:
      return describe_chapter (hit, index, lang);
    case ATLAS_TIMELINE_HIT_CHANGE:
      return describe_change (hit->change, lang);
    case ATLAS_TIMELINE_HIT_NAME:
    case ATLAS_TIMELINE_HIT_LANE:
      if (hit->record == NULL)
        return g_strdup (atlas_timeline_lane_get_title (hit->lane, lang));
      return describe_record (hit->record, lang);
    case ATLAS_TIMELINE_HIT_BAR:
    case ATLAS_TIMELINE_HIT_MARK:
      return describe_record (hit->record, lang);
    case ATLAS_TIMELINE_HIT_NOTHING:
    case ATLAS_TIMELINE_HIT_ALL_YEARS:
    default:
      return NULL;
    }
}
