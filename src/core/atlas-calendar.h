/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

#define ATLAS_CALENDAR_ERROR (atlas_calendar_error_quark ())
GQuark atlas_calendar_error_quark (void);

typedef enum
{
  ATLAS_CALENDAR_ERROR_SYNTAX, /* not a date in a form that is known here */
  ATLAS_CALENDAR_ERROR_RANGE,  /* a date, but the calendar has no such day, month or year */
} AtlasCalendarError;

/* Last days on which a calendar was in use. Soviet Russia went from 31 January 1918 O.S. to 14
 * February; China from the reign of Xuantong to the Republic on the day of the abdication, 12
 * February 1912. */
#define ATLAS_CALENDAR_LAST_JULIAN_DAY ((AtlasDay) 2421638)  /* 1918-02-13 */
#define ATLAS_CALENDAR_LAST_REGNAL_DAY ((AtlasDay) 2419444)  /* 1912-02-11 */
#define ATLAS_CALENDAR_FIRST_MINGUO_DAY ((AtlasDay) 2419403) /* 1912-01-01 */

/* The reigns of the Qing from Kangxi to Xuantong, in order. */
#define ATLAS_CALENDAR_N_REIGNS 9

/**
 * AtlasRegnalDate:
 * @reign: 0 (Kangxi) to %ATLAS_CALENDAR_N_REIGNS - 1 (Xuantong)
 * @year: year of the reign, from 1, which begins with the lunar new year after the accession
 * @month: 1 to 12; 0 where only the year is meant
 * @leap: whether it is the month that repeats the number of the one before it
 * @day: 1 to 30; 0 where only the month is meant
 *
 * A date in the lunar calendar of the Qing.
 */
typedef struct
{
  guint reign;
  int year;
  int month;
  gboolean leap;
  int day;
} AtlasRegnalDate;

/* FALSE before Kangxi 1 (1662-02-18) and after Xuantong 3 (1912-02-17); the lunar year of the
 * abdication is counted to its end. */
gboolean atlas_calendar_to_regnal (AtlasDay day, AtlasRegnalDate *date);

/* The days of a regnal day, month or year. Fails with %ATLAS_CALENDAR_ERROR_RANGE where there is no
 * such one. */
gboolean atlas_calendar_from_regnal (const AtlasRegnalDate *date,
                                     AtlasTimeSpan *span,
                                     GError **error);

/* The name of a reign in @lang (zh-Hant, zh-Hans, ru; English for any other). (transfer none) */
const char *atlas_calendar_reign_name (guint reign, const char *lang);

/* FALSE before 1912-01-01. The year of the Republic, whose months and days are those of the
 * Gregorian calendar. */
gboolean atlas_calendar_to_minguo (AtlasDay day, int *year);

/* Days from text in any of the calendars: 同治三年九月初七, 光緒七年, 民國三十三年十一月,
 * 1864年10月7日, 俄曆1881年2月12日, 12 February 1881 O.S., 1881-02-12 O.S., 24 Feb 1881, October
 * 1864, 24 февраля 1881, Tongzhi 3, 9th month, day 7, 7 November, Minguo 33, and whatever EDTF
 * reads, such as 1871 or 1864-10-07. */
gboolean atlas_calendar_parse (const char *text, AtlasTimeSpan *span, GError **error);

/* The days from one date to another: 11–23 May 1864, 28 April to 2 May 1864, 同治三年至光緒七年,
 * 1864-05-11/1864-05-23. Each end in any form that atlas_calendar_parse reads; the first may leave
 * its month and year to the second. FALSE where the text is not two dates in order. */
gboolean atlas_calendar_parse_between (const char *text, AtlasTimeSpan *span);

/* Month names shared by parser and formatter. @month is 1 to 12. (transfer none) */
const char *atlas_calendar_month_name (int month, const char *lang, gboolean abbreviated);

/* The Russian name in the nominative ("февраль"); the one above gives the genitive, which stands
 * with a day. */
const char *atlas_calendar_month_name_alone (int month);

G_END_DECLS
