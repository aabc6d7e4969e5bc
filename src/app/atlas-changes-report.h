/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes.h"

G_BEGIN_DECLS

/* Reads the first day of FROM and the last of TO in "FROM..TO" or "FROM/TO", dates of any calendar;
 * a side that is left out is the end of the atlas. Fails with G_OPTION_ERROR_BAD_VALUE where @text
 * is no such span. */
gboolean atlas_changes_report_parse_span (AtlasHistoryIndex *index,
                                          const char *text,
                                          AtlasTimeSpan *span,
                                          GError **error);

/* Prints as JSON what changed hands in such a span. With @geometry as GeoJSON with the shapes. */
gboolean atlas_changes_report_print (AtlasHistoryIndex *index,
                                     const char *text,
                                     AtlasChangesMode mode,
                                     gboolean geometry,
                                     GError **error);

/* Prints what an event changed, measured, beside the areas that its sources give. Fails with
 * G_OPTION_ERROR_BAD_VALUE where @event is no event. */
gboolean atlas_changes_report_print_event (AtlasHistoryIndex *index,
                                           const char *event,
                                           gboolean geometry,
                                           GError **error);

G_END_DECLS
