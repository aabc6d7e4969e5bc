/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-chapter-words.h"
#include "atlas-timeline-painter-private.h"

static void
draw_chapter_name (const AtlasTimelinePainting *p,
                   const AtlasChapter *chapter,
                   guint number,
                   double middle,
                   double most,
                   gboolean current)
{
  const char *numeral = atlas_chapter_words_numeral (number);
  g_autofree char *name = atlas_chapter_words_name (chapter, number, p->lang);
  AtlasColor color = current ? p->palette->accent : atlas_color_with_alpha (p->text, 0.72);

  if (atlas_timeline_draw_text (p, name, middle, 7.0, 0.5, 11.0, current, color, most) <= 0.0)
    atlas_timeline_draw_text (p, numeral, middle, 7.0, 0.5, 11.0, current, color, most);
}

static void
draw_chapter (const AtlasTimelinePainting *p,
              const AtlasChapter *chapters,
              guint number,
              AtlasTimeSpan days)
{
  double right = p->view->left + p->view->width;
  double cursor = atlas_timeline_view_get_x (p->view, atlas_view_state_get_date (p->state));
  double from = MAX (atlas_timeline_view_get_x (p->view, days.begin), p->view->left) + 2.0;
  double to = MIN (atlas_timeline_view_get_x (p->view, days.end + 1.0), right) - 2.0;
  const char *toured = atlas_view_state_get_chapter (p->state);
  gboolean current =
    toured != NULL ? g_strcmp0 (toured, chapters[number].id) == 0 : from <= cursor && cursor <= to;

  if (to - from < 6.0)
    return;
  atlas_color_set_source (current ? p->palette->accent : atlas_color_with_alpha (p->text, 0.45),
                          p->cr);
  cairo_set_line_width (p->cr, current ? 2.0 : 1.2);
  cairo_move_to (p->cr, from, ATLAS_TIMELINE_CHAPTERS - 4.0);
  cairo_line_to (p->cr, from, ATLAS_TIMELINE_CHAPTERS - 8.0);
  cairo_line_to (p->cr, to, ATLAS_TIMELINE_CHAPTERS - 8.0);
  cairo_line_to (p->cr, to, ATLAS_TIMELINE_CHAPTERS - 4.0);
  cairo_stroke (p->cr);
  draw_chapter_name (p, &chapters[number], number, (from + to) / 2.0, to - from, current);
}

/* The last day, from @day on, before which no chapter begins or ends. */
static AtlasDay
find_edge (const AtlasChapter *chapters, guint n, AtlasDay day, AtlasDay last)
{
  for (guint i = 0; i < n; i++)
    {
      if (chapters[i].when.begin > day)
        last = MIN (last, chapters[i].when.begin - 1);
      if (chapters[i].when.end >= day)
        last = MIN (last, chapters[i].when.end);
    }
  return last;
}

/* Some chapters lie within others: each has a bracket over the days that it tells of most closely,
 * as a click there finds it. */
void
atlas_timeline_draw_chapters (const AtlasTimelinePainting *p, AtlasDataset *dataset)
{
  AtlasTimeSpan span = p->view->span;
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (dataset, &n);

  for (AtlasTimeSpan days = { span.begin, 0 }; days.begin <= span.end; days.begin = days.end + 1)
    {
      int number = atlas_dataset_get_chapter_on (dataset, days.begin);

      days.end = find_edge (chapters, n, days.begin, span.end);
      while (days.end < span.end && atlas_dataset_get_chapter_on (dataset, days.end + 1) == number)
        days.end = find_edge (chapters, n, days.end + 1, span.end);
      if (number >= 0)
        draw_chapter (p, chapters, (guint) number, days);
    }
}
