/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* Dates as sources word them: incomplete ("6 May", 初八日), vague (8月上旬, 1865年底), with words
 * around them (夜, 起, В половине) and with a second date in brackets beside them. */

typedef enum
{
  ATLAS_DATE_QUOTE_GREGORIAN,
  ATLAS_DATE_QUOTE_JULIAN,
  ATLAS_DATE_QUOTE_REGNAL,
} AtlasDateQuoteCalendar;

/**
 * AtlasDateQuote:
 * @days: the days that the wording means
 * @beside: the days of the date in brackets
 * @has_beside: whether there is one
 *
 * What a source's wording of a date says about days.
 */
typedef struct
{
  AtlasTimeSpan days;
  AtlasTimeSpan beside;
  gboolean has_beside;
} AtlasDateQuote;

/* A year or month that @text leaves out is taken from the days of @near. Fails in the domain
 * ATLAS_CALENDAR_ERROR. */
gboolean atlas_date_quote_read (const char *text,
                                AtlasDateQuoteCalendar calendar,
                                AtlasTimeSpan near,
                                AtlasDateQuote *quote,
                                GError **error);

G_END_DECLS
