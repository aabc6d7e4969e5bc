/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <stdlib.h>
#include <unicode/ucol.h>

#include "atlas-name-order.h"

typedef struct
{
  AtlasRecord *record;
  const char *name;
  UCollator *collator; /* (nullable) */
} Named;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Named *first = a, *second = b;
  UErrorCode status = U_ZERO_ERROR;
  int order =
    first->collator != NULL
      ? (int) ucol_strcollUTF8 (first->collator, first->name, -1, second->name, -1, &status)
      : g_strcmp0 (first->name, second->name);

  if (order == 0)
    order = g_strcmp0 (atlas_record_get_id (first->record), atlas_record_get_id (second->record));
  return order;
}

void
atlas_name_order_sort (GPtrArray *records, const char *lang)
{
  g_autofree Named *named = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator;

  g_return_if_fail (records != NULL);
  g_return_if_fail (lang != NULL);

  named = g_new (Named, records->len + 1);
  collator = ucol_open (lang, &status);
  for (guint i = 0; i < records->len; i++)
    {
      const char *name = atlas_text_get (atlas_record_get_title (records->pdata[i]), lang);

      named[i] = (Named){ records->pdata[i], name != NULL ? name : "", collator };
    }
  qsort (named, records->len, sizeof *named, compare_names);
  for (guint i = 0; i < records->len; i++)
    records->pdata[i] = named[i].record;
  if (collator != NULL)
    ucol_close (collator);
}
