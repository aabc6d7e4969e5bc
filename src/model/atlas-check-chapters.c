/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-check-private.h"

/* The part of the check that goes through the chapters and their tours. */

static const char *const chapter_keys[] = { "@id",  "title",      "subtitle", "when", "date",
                                            "view", "event-kind", "steps",    NULL };
static const char *const step_keys[] = { "title",     "text",      "when",      "date", "view",
                                         "viewpoint", "highlight", "citations", NULL };

static void
check_keys (const AtlasJson *object, const char *const *known)
{
  for (guint i = 0; object->node != NULL && i < object->node->n; i++)
    {
      AtlasJson member = atlas_json_member_at (object, i);

      if (!g_strv_contains (known, member.name))
        atlas_check_warn (&member, NULL, "no such name in a chapter or its steps");
    }
}

static char *
show_span (AtlasTimeSpan span)
{
  int y1, m1, d1, y2, m2, d2;

  atlas_day_to_gregorian (span.begin, &y1, &m1, &d1);
  atlas_day_to_gregorian (span.end, &y2, &m2, &d2);
  return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", y1, m1, d1, y2, m2, d2);
}

static gboolean
lies_within (AtlasTimeSpan inner, AtlasTimeSpan outer)
{
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

/* The date, the window about it, the time of the chapter and the range of the atlas lie in one
 * another. */
static void
check_step_time (AtlasCheck *self,
                 const AtlasChapter *chapter,
                 const AtlasChapterStep *step,
                 const AtlasJson *json)
{
  g_autofree char *window = show_span (step->window);
  g_autofree char *when = show_span (chapter->when);

  if (!atlas_time_span_contains (step->window, step->date))
    atlas_check_fail (json, "date", "a day within the step's own time, %s", window);
  if (!atlas_time_span_contains (chapter->when, step->date))
    atlas_check_fail (json, "date", "a day within the time of the chapter, %s", when);
  if (!lies_within (step->window, atlas_dataset_get_range (self->dataset)))
    atlas_check_fail (json, "when", "a time within the range of the atlas");
}

/* What shall stand out must be shown in the step's window. Something must happen on its day, where
 * it tells of what happens at all. */
static void
check_highlights (AtlasCheck *self, const AtlasChapterStep *step, const AtlasJson *json)
{
  AtlasJson list = atlas_json_member (json, "highlight");
  guint n_dated = 0, n_today = 0;

  if (step->highlights[0] == NULL)
    atlas_check_warn (json, "highlight", "what it is about");
  for (guint i = 0; step->highlights[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (self->dataset, step->highlights[i]);
      AtlasTimeSpan bounds = atlas_record_get_bounds (record);
      AtlasKind kind = atlas_record_get_kind (record);
      AtlasJson item = atlas_json_element (&list, i);

      if (!atlas_time_span_overlaps (bounds, step->window))
        {
          g_autofree char *window = show_span (step->window);
          const char *edtf = atlas_record_get_edtf (record);

          atlas_check_fail (&item,
                            NULL,
                            "something of the step's own time, %s, not %s of %s",
                            window,
                            step->highlights[i],
                            edtf != NULL ? edtf : "another time");
          continue;
        }
      if (kind != ATLAS_KIND_EVENT && kind != ATLAS_KIND_LEG)
        continue;
      n_dated++;
      if (atlas_time_span_contains (bounds, step->date))
        n_today++;
    }
  if (n_dated > 0 && n_today == 0)
    atlas_check_fail (json, "date", "a day on which something happens that it highlights");
}

static void
check_step (AtlasCheck *self,
            const AtlasChapter *chapter,
            const AtlasChapterStep *step,
            const AtlasJson *json)
{
  AtlasJson title = atlas_json_member (json, "title");
  AtlasJson text = atlas_json_member (json, "text");

  check_keys (json, step_keys);
  atlas_check_text (self, step->title, &title);
  atlas_check_text (self, step->text, &text);
  check_step_time (self, chapter, step, json);
  check_highlights (self, step, json);
  if (step->n_citations == 0)
    atlas_check_warn (json, "citations", "on what it rests");
}

static void
check_tour (AtlasCheck *self, guint number, const AtlasChapter *chapter)
{
  AtlasJson root = atlas_reading_enter_tour (self->reading, number);
  AtlasJson list = atlas_json_member (&root, "steps");

  if (chapter->n_steps == 0 && !atlas_json_is_absent (&root))
    atlas_check_warn (&list, NULL, "at least one step");
  for (guint i = 0; i < chapter->n_steps; i++)
    {
      AtlasJson json = atlas_json_element (&list, i);

      check_step (self, chapter, &chapter->steps[i], &json);
    }
}

void
atlas_check_chapters (AtlasCheck *self, const AtlasJson *manifest)
{
  AtlasJson list = atlas_json_member (manifest, "chapters");
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasJson json = atlas_json_element (&list, i);
      AtlasJson title = atlas_json_member (&json, "title");
      AtlasJson subtitle = atlas_json_member (&json, "subtitle");

      check_keys (&json, chapter_keys);
      atlas_check_text (self, chapters[i].title, &title);
      atlas_check_text (self, chapters[i].subtitle, &subtitle);
      if (!atlas_time_span_contains (chapters[i].when, chapters[i].date))
        atlas_check_warn (&json, "view", "a day within the time of the chapter");
    }
  for (guint i = 0; i < n; i++)
    check_tour (self, i, &chapters[i]);
}
