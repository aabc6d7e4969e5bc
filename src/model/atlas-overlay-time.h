/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* What a user's file says about time, as days. Errors are of ATLAS_DATASET_ERROR or
 * ATLAS_EDTF_ERROR. */

/* A decimal year: 1864.5 is the middle of 1864. A number without a fraction (@whole) is all of that
 * year. Proleptic Gregorian, astronomical years. */
gboolean atlas_overlay_time_from_number (double year,
                                         gboolean whole,
                                         AtlasTimeSpan *span,
                                         GError **error);

/* A date of EDTF or ISO 8601, whose time of day is passed over, or a decimal year in quotes. */
gboolean atlas_overlay_time_from_text (const char *text,
                                       gsize length,
                                       AtlasTimeSpan *span,
                                       GError **error);

G_END_DECLS
