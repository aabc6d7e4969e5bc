/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-event-words.h"
#include "atlas-filter-words.h"

char *
atlas_filter_words_count (AtlasHistoryIndex *index, const AtlasFilter *filter)
{
  g_autoptr (AtlasFilterMask) mask = atlas_history_index_ref_mask (index, filter);
  guint n = atlas_dataset_get_n_records (atlas_history_index_get_dataset (index), ATLAS_KIND_EVENT);
  guint off = atlas_filter_mask_count_off (mask, ATLAS_KIND_EVENT);

  return g_strdup_printf (ngettext ("%u of %u events is switched off",
                                    "%u of %u events are switched off",
                                    off),
                          off,
                          n);
}

static void
add_reason (GString *text, const char *reason)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", reason);
}

/* Those that are off, by number; where only one is left on, that one by name. */
static void
add_sources (GString *text, AtlasDataset *dataset, const AtlasFilter *filter, const char *lang)
{
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_SOURCE), off = 0;
  AtlasRecord *on = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *source = atlas_dataset_get_record (dataset, ATLAS_KIND_SOURCE, i);

      if (atlas_filter_shows_source (filter, atlas_record_get_id (source)))
        on = source;
      else
        off++;
    }
  if (off == 0)
    return;
  if (off + 1 == n)
    /* Translators: %s is a source; every other one is switched off. */
    words = g_strdup_printf (_ ("Only %s"), atlas_text_get (atlas_record_get_title (on), lang));
  else
    words = g_strdup_printf (ngettext ("%u source", "%u sources", off), off);
  add_reason (text, words);
}

char *
atlas_filter_words_reasons (AtlasHistoryIndex *index, const AtlasFilter *filter, const char *lang)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= ATLAS_STATUS_UNCORROBORATED; i++)
    if (!atlas_filter_shows_status (filter, (AtlasStatus) i))
      add_reason (text, atlas_event_words_status ((AtlasStatus) i));
  add_sources (text, dataset, filter, lang);
  for (guint i = 0; i < ATLAS_N_EVENT_KINDS; i++)
    if (!atlas_filter_shows_event_kind (filter, (AtlasEventKind) i))
      add_reason (text, atlas_event_words_kind ((AtlasEventKind) i));
  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS; i++)
    {
      AtlasRecord *record =
        atlas_dataset_lookup (dataset, atlas_filter_get_only (filter, (AtlasFilterAspect) i));
      g_autofree char *words =
        record != NULL
          ? g_strdup_printf (_ ("Only %s"), atlas_text_get (atlas_record_get_title (record), lang))
          : NULL;

      if (words != NULL)
        add_reason (text, words);
    }
  return g_string_free (text, FALSE);
}
