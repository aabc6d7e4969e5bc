/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-site-words.h"

#define MOST_TIP_EVENTS 5

/* (nullable) */
static const char *
get_place_name (const AtlasSite *site, const char *lang, AtlasDay date)
{
  return site->place != NULL ? atlas_record_get_name_on (ATLAS_RECORD (site->place), lang, date)
                             : NULL;
}

static const char *
get_title (AtlasEvent *event, const char *lang)
{
  return atlas_text_get (atlas_record_get_title (ATLAS_RECORD (event)), lang);
}

char *
atlas_site_words_name (const AtlasSite *site, const char *lang, AtlasDay date)
{
  const char *place = get_place_name (site, lang, date);
  g_autofree char *count = NULL;

  g_return_val_if_fail (site != NULL, NULL);

  if (site->n_events == 1)
    return g_strdup (get_title (site->events[0], lang));
  if (site->n_events == 0)
    return g_strdup (place);
  count = g_strdup_printf (ngettext ("%u event", "%u events", site->n_events), site->n_events);
  return place != NULL ? g_strdup_printf ("%s, %s", place, count) : g_steal_pointer (&count);
}

/* "Battle, 1 May 1871, Ketmen, accounts differ" */
static char *
describe_event (const AtlasSite *site, const char *lang, AtlasDay date)
{
  AtlasRecord *event = ATLAS_RECORD (site->events[0]);
  const char *edtf = atlas_record_get_edtf (event);
  const char *place = get_place_name (site, lang, date);
  g_autofree char *day =
    edtf != NULL ? atlas_date_format_edtf (edtf, lang) : g_strdup (_ ("date not known"));

  return g_strdup_printf ("%s, %s%s%s, %s",
                          atlas_event_words_kind (atlas_event_get_event_kind (site->events[0])),
                          day,
                          place != NULL ? ", " : "",
                          place != NULL ? place : "",
                          atlas_event_words_status (atlas_record_get_status (event)));
}

char *
atlas_site_words_describe (const AtlasSite *site, const char *lang, AtlasDay date)
{
  GString *text;

  g_return_val_if_fail (site != NULL, NULL);

  if (site->n_events == 1)
    return describe_event (site, lang, date);
  if (site->n_events == 0)
    return g_strdup (atlas_event_words_record (ATLAS_KIND_PLACE));
  text = g_string_new (NULL);
  for (guint i = 0; i < site->n_events; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", get_title (site->events[i], lang));
  return g_string_free (text, FALSE);
}

char *
atlas_site_words_tip (const AtlasSite *site, const char *lang, AtlasDay date)
{
  const char *place = get_place_name (site, lang, date);
  GString *text = g_string_new (place);

  g_return_val_if_fail (site != NULL, NULL);

  for (guint i = 0; i < site->n_events && i < MOST_TIP_EVENTS; i++)
    g_string_append_printf (text,
                            "%s%s",
                            text->len > 0 ? "\n" : "",
                            get_title (site->events[i], lang));
  if (site->n_events > MOST_TIP_EVENTS)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

const char *
atlas_site_words_get_id (const AtlasSite *site)
{
  g_return_val_if_fail (site != NULL, NULL);

  if (site->n_events == 1)
    return atlas_record_get_id (ATLAS_RECORD (site->events[0]));
  return site->place != NULL ? atlas_record_get_id (ATLAS_RECORD (site->place)) : NULL;
}
