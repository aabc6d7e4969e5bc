/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/**
 * AtlasStride:
 *
 * How the date has moved, to guess where it will be next: by whole years where it kept its day of
 * the year, as when years are stepped through, else by as many days. Zeroed memory has not moved.
 */
typedef struct
{
  AtlasDay date;
  int years; /* 0 where days count */
  int days;
  gboolean begun;  /* a date was noted */
  gboolean steady; /* the last two moves were alike */
} AtlasStride;

/* Notes where the date is now; whether it has moved. */
gboolean atlas_stride_note (AtlasStride *self, AtlasDay date);

/* Which way it goes: 1, -1, or 0 where it has not moved. */
int atlas_stride_get_direction (const AtlasStride *self);

/* Where it would be after @n more moves like the last one, within what a calendar can tell; FALSE
 * where there was none. */
gboolean atlas_stride_guess (const AtlasStride *self, guint n, AtlasDay *date);

G_END_DECLS
