/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/* The date of a record in as few characters as the map needs: "7 Oct", "Mar–Jun 1864", "1862–64 ?".
 * The year is left out where it is that of @shown. A record that others contradict has a question
 * mark. NULL where it has no date. (transfer full) (nullable) */
char *atlas_date_label_of (AtlasRecord *record, AtlasDay shown, const char *lang);

G_END_DECLS
