/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"

G_BEGIN_DECLS

/* Prints the records of a kind (events, places, people, campaigns, territories, sources) that
 * @filter lets through on the standard output, one a line or, with @json, as a JSON array. Fails
 * with G_OPTION_ERROR_BAD_VALUE for any other word. */
gboolean atlas_list_report_print (AtlasHistoryIndex *index,
                                  const char *kind,
                                  const AtlasFilter *filter,
                                  gboolean json,
                                  GError **error);

G_END_DECLS
