/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* Prints which attested dates of the atlas are not those of their records, one a line; with @json
 * all of them, by what came of them. */
void atlas_audit_report_print (AtlasDataset *dataset, gboolean json);

G_END_DECLS
