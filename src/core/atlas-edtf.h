/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

#define ATLAS_EDTF_ERROR (atlas_edtf_error_quark ())
GQuark atlas_edtf_error_quark (void);

typedef enum
{
  ATLAS_EDTF_ERROR_SYNTAX, /* not EDTF */
  ATLAS_EDTF_ERROR_RANGE,  /* EDTF, but no such month or day */
  ATLAS_EDTF_ERROR_ORDER,  /* an interval that ends before it begins */
} AtlasEdtfError;

/**
 * AtlasEdtf:
 * @start: the days among which the beginning lies (for a date that is no interval: the days that it may mean)
 * @end: the days among which the end lies (for a date that is no interval: the same as @start)
 * @is_interval: whether the text has the form START/END
 * @is_set: whether it is a set, [..] one of or {..} all of
 * @uncertain: some part carries ? or %
 * @approximate: some part carries ~ or %
 * @open_start: the interval begins at .. (open)
 * @open_end: the interval ends at .. (open, or still so)
 * @unknown_start: the interval has no beginning written (unknown)
 * @unknown_end: the interval has no end written (unknown)
 *
 * What an EDTF text (ISO 8601-2:2019; level 1, and of level 2 the sets) says about days.
 * Earliest is @start.begin and latest is @end.end; both may be the open days.
 */
typedef struct
{
  AtlasTimeSpan start;
  AtlasTimeSpan end;
  guint is_interval : 1;
  guint is_set : 1;
  guint uncertain : 1;
  guint approximate : 1;
  guint open_start : 1;
  guint open_end : 1;
  guint unknown_start : 1;
  guint unknown_end : 1;
} AtlasEdtf;

gboolean atlas_edtf_parse (const char *text, AtlasEdtf *edtf, GError **error);

/* Earliest to latest: every day that the date may touch. */
static inline AtlasTimeSpan
atlas_edtf_bounds (const AtlasEdtf *self)
{
  return (AtlasTimeSpan){ self->start.begin, self->end.end };
}

G_END_DECLS
