/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* Prints what the search box finds for @query, in the same order: one line each with kind, id, date
 * and title in @lang, or as JSON. */
void atlas_search_report_print (AtlasDataset *dataset,
                                const char *query,
                                const char *lang,
                                gboolean json);

G_END_DECLS
