/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* How a day is written. Examples are 4 July 1871 in English, Traditional Chinese and Russian. */
typedef enum
{
  ATLAS_DATE_LONG,       /* 4 July 1871; 1871年7月4日; 4 июля 1871 г. */
  ATLAS_DATE_DAY_MONTH,  /* 4 July; 7月4日; 4 июля */
  ATLAS_DATE_MONTH_YEAR, /* July 1871; 1871年7月; июль 1871 г. */
  ATLAS_DATE_YEAR,       /* 1871; 1871年; 1871 г. */
  ATLAS_DATE_SHORT,      /* 4 Jul; 7月4日; 4 июл. */
  ATLAS_DATE_JULIAN,     /* 22 June O.S.; 俄曆6月22日; 22 июня ст. ст. */
  ATLAS_DATE_REGNAL, /* Tongzhi 10, 5th month, day 17; 同治十年五月十七日; Тунчжи, 10-й год, 5-й
                        месяц, 17-й день */
  ATLAS_DATE_MINGUO, /* for 7 November 1944: 7 November, Minguo 33; 民國三十三年十一月七日; 7 ноября
                        33 г. Республики */
  ATLAS_DATE_CHINESE, /* regnal while there were reigns, then Minguo */
} AtlasDateForm;

/* Languages are BCP 47 tags of the content: zh-Hant, zh-Hans, ru, and English for any other. All
 * return new strings. */

/* A day in one form. A Julian date has its year where that is not the Gregorian one. NULL for an
 * open day, and for a calendar that was not in use on that day: Julian until 1918-02-13, regnal
 * until 1912-02-11, Minguo from 1912-01-01. (transfer full) (nullable) */
char *atlas_date_format_day (AtlasDay day, AtlasDateForm form, const char *lang);

/* An EDTF text in words: "October 1864", "about 1865", "between 6 May and 3 June 1864", "by
 * December 1871". A text that is not EDTF comes back as it is. (transfer full) */
char *atlas_date_format_edtf (const char *edtf_text, const char *lang);

/* The days from the first to the last of @span: "1865 to 1877", "6 May to 3 June 1864", "from
 * 1864"; an exact year, month or day is called by its name. An empty span gives an empty string.
 * (transfer full) */
char *atlas_date_format_span (AtlasTimeSpan span, const char *lang);

G_END_DECLS
