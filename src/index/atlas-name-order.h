/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/* Sorts records (element-type AtlasRecord) by their titles in @lang, as its readers sort (ICU
 * collation: by strokes or by sound for Chinese). Those of one name come by id. */
void atlas_name_order_sort (GPtrArray *records, const char *lang);

G_END_DECLS
