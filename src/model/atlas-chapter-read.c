/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-chapter-read.h"
#include "atlas-record-private.h"
#include "atlas-view-read.h"

#define ID_PREFIX "chapter/"

/* Nobody takes a longer tour, and every step is looked through each time that a picture is drawn.
 */
#define MAX_STEPS 1000u
#define MAX_HIGHLIGHTS 100u

static gboolean
is_chapter_id (const char *id)
{
  if (!g_str_has_prefix (id, ID_PREFIX) || id[strlen (ID_PREFIX)] == '\0')
    return FALSE;
  for (const char *p = id + strlen (ID_PREFIX); *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

static const char *
read_id (const AtlasJson *json, gboolean needed)
{
  AtlasJson member = atlas_json_member (json, "@id");
  const char *id;

  if (atlas_json_is_absent (&member) && !needed)
    return NULL;
  id = atlas_json_need_string (json, "@id");
  if (id != NULL && !is_chapter_id (id))
    atlas_json_complain (&member,
                         ATLAS_PROBLEM_ERROR,
                         ATLAS_DATASET_ERROR_VALUE,
                         ID_PREFIX " and then lower-case letters, digits and hyphens");
  return id;
}

const char *
atlas_chapter_read (AtlasChapter *self, const AtlasJson *json)
{
  AtlasViewRead view = { 0 };
  const char *steps;

  self->event_kind = atlas_event_kind_words[0];
  if (!atlas_json_is_object (json, TRUE))
    return NULL;
  steps = atlas_json_get_string (json, "steps");
  self->id = read_id (json, steps != NULL);
  self->title = atlas_json_get_text (json, "title");
  self->subtitle = atlas_json_get_text (json, "subtitle");
  self->when = atlas_view_read_span (json, "when");
  self->event_kind =
    atlas_event_kind_words[atlas_json_need_enum (json, "event-kind", atlas_event_kind_words)];
  atlas_view_read (json, &view);
  self->lon = view.lon;
  self->lat = view.lat;
  self->zoom = view.zoom;
  self->date = view.day;
  return steps;
}

static AtlasText *
need_text (const AtlasJson *json, const char *name)
{
  AtlasJson member = atlas_json_member (json, name);

  return atlas_json_need (&member, "a text by language") ? atlas_json_text (&member) : NULL;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A border has as many stretches as it has neighbours, and they are cut anew when one of these
 * changes: "segment/t1864-*" is all of them. */
static void
add_all_that_begin (const AtlasJson *element, const char *pattern, GPtrArray *ids)
{
  g_autofree char *prefix = g_strndup (pattern, strlen (pattern) - 1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, element->context->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_str_has_prefix (id, prefix))
      g_ptr_array_add (found, id);
  if (found->len == 0 || !g_str_has_prefix (pattern, "segment/"))
    atlas_json_complain (element,
                         ATLAS_PROBLEM_ERROR,
                         ATLAS_DATASET_ERROR_REFERENCE,
                         "the beginning of ids of segments that are in the atlas");
  else
    {
      g_ptr_array_sort (found, compare_ids);
      g_ptr_array_extend (ids, found, NULL, NULL);
    }
}

static const char *const *
read_highlights (const AtlasJson *json)
{
  AtlasJson list = atlas_json_member (json, "highlight");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char **copy;
  guint n = atlas_json_is_list (&list, TRUE) ? atlas_json_length_up_to (&list, MAX_HIGHLIGHTS) : 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasJson element = atlas_json_element (&list, i);
      const char *id = atlas_json_need (&element, "an id") ? atlas_json_string (&element) : NULL;

      if (id != NULL && g_str_has_suffix (id, "*"))
        add_all_that_begin (&element, id, ids);
      else if (id != NULL &&
               (id = atlas_json_id (&element, "event|place|leg|segment|person")) != NULL)
        g_ptr_array_add (ids, (gpointer) id);
    }
  copy = atlas_pool_array (json->context->pool, ids->len + 1, sizeof (char *));
  for (guint i = 0; i < ids->len; i++)
    copy[i] = ids->pdata[i];
  return copy;
}

static void
read_step (AtlasChapterStep *step, const AtlasJson *json)
{
  static const char *const none[] = { NULL };
  AtlasViewRead view = { 0 };

  step->highlights = none;
  if (!atlas_json_is_object (json, TRUE))
    return;
  step->title = need_text (json, "title");
  step->text = need_text (json, "text");
  step->window = atlas_view_read_span (json, "when");
  atlas_view_read (json, &view);
  step->lon = view.lon;
  step->lat = view.lat;
  step->zoom = view.zoom;
  step->date = view.day;
  step->viewpoint = atlas_json_get_id (json, "viewpoint", "polity");
  step->highlights = read_highlights (json);
  step->citations = atlas_record_read_citations (json, "citations", &step->n_citations);
}

void
atlas_chapter_read_steps (AtlasChapter *self, const AtlasJson *root)
{
  AtlasJson list = atlas_json_member (root, "steps");
  AtlasChapterStep *steps;

  if (!atlas_json_is_object (root, TRUE) || !atlas_json_is_list (&list, TRUE))
    return;
  self->n_steps = atlas_json_length_up_to (&list, MAX_STEPS);
  steps = atlas_pool_array (root->context->pool, self->n_steps, sizeof (AtlasChapterStep));
  self->steps = steps;
  for (guint i = 0; i < self->n_steps; i++)
    {
      AtlasJson json = atlas_json_element (&list, i);

      read_step (&steps[i], &json);
    }
}
