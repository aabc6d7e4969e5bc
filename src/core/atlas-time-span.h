/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasDay:
 *
 * A civil day, counted as its Julian Day Number (the integer that a day has at noon):
 * 1717-01-01 Gregorian is 2348182. One count serves every calendar.
 */
typedef gint32 AtlasDay;

/* A beginning that nobody set, an end that has not come. */
#define ATLAS_DAY_OPEN_PAST ((AtlasDay) G_MININT32)
#define ATLAS_DAY_OPEN_FUTURE ((AtlasDay) G_MAXINT32)

/**
 * AtlasTimeSpan:
 * @begin: first day of the span
 * @end: last day of the span, counted in
 *
 * Whole days, both ends included. A span with @end before @begin is empty.
 */
typedef struct
{
  AtlasDay begin;
  AtlasDay end;
} AtlasTimeSpan;

static inline gboolean
atlas_time_span_is_empty (AtlasTimeSpan span)
{
  return span.end < span.begin;
}

static inline gboolean
atlas_time_span_contains (AtlasTimeSpan span, AtlasDay day)
{
  return span.begin <= day && day <= span.end;
}

static inline gboolean
atlas_time_span_overlaps (AtlasTimeSpan a, AtlasTimeSpan b)
{
  return a.begin <= b.end && b.begin <= a.end;
}

static inline AtlasTimeSpan
atlas_time_span_intersection (AtlasTimeSpan a, AtlasTimeSpan b)
{
  return (AtlasTimeSpan){ MAX (a.begin, b.begin), MIN (a.end, b.end) };
}

static inline AtlasTimeSpan
atlas_time_span_union (AtlasTimeSpan a, AtlasTimeSpan b)
{
  return (AtlasTimeSpan){ MIN (a.begin, b.begin), MAX (a.end, b.end) };
}

/* Days in the span; 0 when empty, G_MAXINT64 when an end is open. */
gint64 atlas_time_span_length (AtlasTimeSpan span);

/* The day of a proleptic Gregorian date (astronomical years: 0 is 1 BC) and back; what is not
 * wanted back may be NULL. */
AtlasDay atlas_day_from_gregorian (int year, int month, int day);
void atlas_day_to_gregorian (AtlasDay self, int *year, int *month, int *day);

/* The same for the Julian calendar. */
AtlasDay atlas_day_from_julian (int year, int month, int day);
void atlas_day_to_julian (AtlasDay self, int *year, int *month, int *day);

/* Calendar arithmetic in the Gregorian calendar; a day past the month's end becomes its last day.
 */
AtlasDay atlas_day_add_months (AtlasDay self, int months);
AtlasDay atlas_day_add_years (AtlasDay self, int years);

G_END_DECLS
