/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <stdlib.h>

#include "atlas-changes-private.h"

/* A state and the next may share some days, or leave some between them. */
#define LONGEST_CHANGEOVER 31

typedef struct
{
  const char *id;
  const char *family;
  AtlasTimeSpan span;
  AtlasStanding first_standing;
} Reign;

/* From the first day on which it holds land to the last. */
static void
add_territory (GHashTable *reigns, AtlasDataset *dataset, AtlasTerritory *territory)
{
  AtlasPolity *polity =
    atlas_dataset_lookup_polity (dataset, atlas_territory_get_polity (territory));
  AtlasTimeSpan span = atlas_record_get_bounds (ATLAS_RECORD (territory));
  Reign *reign;

  if (polity == NULL || atlas_territory_get_standing (territory) == ATLAS_STANDING_CLAIM ||
      atlas_territory_get_viewpoint (territory) != NULL)
    return;
  reign = g_hash_table_lookup (reigns, polity);
  if (reign == NULL)
    {
      reign = g_new (Reign, 1);
      *reign = (Reign){ atlas_record_get_id (ATLAS_RECORD (polity)),
                        atlas_polity_get_family (polity),
                        span,
                        atlas_territory_get_standing (territory) };
      g_hash_table_insert (reigns, polity, reign);
    }
  if (span.begin < reign->span.begin)
    reign->first_standing = atlas_territory_get_standing (territory);
  reign->span = atlas_time_span_union (reign->span, span);
}

/* Rebels who hold towns succeed nobody. */
static gboolean
follows (const Reign *next, const Reign *reign)
{
  return next != reign && reign->span.end != ATLAS_DAY_OPEN_FUTURE &&
         next->span.begin > reign->span.begin && next->span.end > reign->span.end &&
         labs ((long) next->span.begin - reign->span.end) <= LONGEST_CHANGEOVER &&
         next->first_standing != ATLAS_STANDING_CONTROL &&
         next->first_standing != ATLAS_STANDING_UNADMINISTERED &&
         g_strcmp0 (next->family, "other") != 0 && g_strcmp0 (next->family, "unknown") != 0 &&
         g_strcmp0 (next->family, reign->family) == 0;
}

GHashTable *
atlas_succession_new (AtlasDataset *dataset)
{
  GHashTable *before = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) reigns = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY); i++)
    add_territory (reigns,
                   dataset,
                   ATLAS_TERRITORY (atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i)));
  g_hash_table_iter_init (&iter, reigns);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Reign *next = value;
      GHashTableIter other;
      gpointer reign;

      g_hash_table_iter_init (&other, reigns);
      while (g_hash_table_iter_next (&other, NULL, &reign))
        if (follows (next, reign))
          g_hash_table_insert (before, (gpointer) next->id, (gpointer) ((Reign *) reign)->id);
    }
  return before;
}

const char *
atlas_succession_get_first (GHashTable *succession, const char *polity)
{
  const char *before;

  /* Who follows begins later than the one before, so that this comes to an end. */
  while (polity != NULL && (before = g_hash_table_lookup (succession, polity)) != NULL)
    polity = before;
  return polity;
}
