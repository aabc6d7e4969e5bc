/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-timeline-painter-private.h"

/* Where the bracket of a chapter ends: chapters are dated by years, and a year that two share
 * belongs to the later one. */
static double
get_chapter_end (const AtlasTimelinePainting *p,
                 const AtlasChapter *chapters,
                 guint n,
                 guint number)
{
  double end = atlas_timeline_view_get_x (p->view, chapters[number].when.end + 1.0);

  if (number + 1 < n)
    end = MIN (end, atlas_timeline_view_get_x (p->view, chapters[number + 1].when.begin));
  return MIN (end, p->view->left + p->view->width) - 2.0;
}

static void
draw_chapter_name (const AtlasTimelinePainting *p,
                   const AtlasChapter *chapter,
                   guint number,
                   double middle,
                   double most,
                   gboolean current)
{
  static const char *numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };
  const char *numeral = number < G_N_ELEMENTS (numerals) ? numerals[number] : "";
  g_autofree char *name =
    g_strdup_printf ("%s · %s", numeral, atlas_text_get (chapter->title, p->lang));
  AtlasColor color = current ? p->palette->accent : atlas_color_with_alpha (p->text, 0.72);

  if (atlas_timeline_draw_text (p, name, middle, 8.0, 0.5, 11.0, current, color, most) <= 0.0)
    atlas_timeline_draw_text (p, numeral, middle, 8.0, 0.5, 11.0, current, color, most);
}

void
atlas_timeline_draw_chapters (const AtlasTimelinePainting *p, AtlasDataset *dataset)
{
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (dataset, &n);
  double cursor = atlas_timeline_view_get_x (p->view, atlas_view_state_get_date (p->state));

  for (guint i = 0; i < n; i++)
    {
      double from =
        MAX (atlas_timeline_view_get_x (p->view, chapters[i].when.begin), p->view->left) + 2.0;
      double to = get_chapter_end (p, chapters, n, i);
      gboolean current = from <= cursor && cursor <= to;

      if (to - from < 6.0)
        continue;
      atlas_color_set_source (current ? p->palette->accent : atlas_color_with_alpha (p->text, 0.45),
                              p->cr);
      cairo_set_line_width (p->cr, current ? 2.0 : 1.2);
      cairo_move_to (p->cr, from, ATLAS_TIMELINE_CHAPTERS - 4.0);
      cairo_line_to (p->cr, from, ATLAS_TIMELINE_CHAPTERS - 8.0);
      cairo_line_to (p->cr, to, ATLAS_TIMELINE_CHAPTERS - 8.0);
      cairo_line_to (p->cr, to, ATLAS_TIMELINE_CHAPTERS - 4.0);
      cairo_stroke (p->cr);
      draw_chapter_name (p, &chapters[i], i, (from + to) / 2.0, to - from, current);
    }
}
