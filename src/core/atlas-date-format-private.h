/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* What the formatters of days and of EDTF texts share. */

typedef enum
{
  ATLAS_DATE_LANG_EN,
  ATLAS_DATE_LANG_HANT,
  ATLAS_DATE_LANG_HANS,
  ATLAS_DATE_LANG_RU,
} AtlasDateLang;

AtlasDateLang atlas_date_lang (const char *lang);

/* One of four texts. */
const char *atlas_date_pick (AtlasDateLang lang,
                             const char *en,
                             const char *hant,
                             const char *hans,
                             const char *ru);

/* What a span is by its first and last day. */
typedef enum
{
  ATLAS_DATE_SHAPE_DAY,
  ATLAS_DATE_SHAPE_MONTH,
  ATLAS_DATE_SHAPE_SEASON,
  ATLAS_DATE_SHAPE_YEAR,
  ATLAS_DATE_SHAPE_DECADE,
  ATLAS_DATE_SHAPE_CENTURY,
  ATLAS_DATE_SHAPE_OTHER,
} AtlasDateShape;

AtlasDateShape atlas_date_shape (AtlasTimeSpan span);

/* The form that Russian needs after a preposition; the other languages do not care. */
typedef enum
{
  ATLAS_DATE_CASE_NOMINATIVE,
  ATLAS_DATE_CASE_GENITIVE,
  ATLAS_DATE_CASE_ACCUSATIVE,
} AtlasDateCase;

/* What the other end of a pair says already. */
typedef enum
{
  ATLAS_DATE_OMIT_NOTHING,
  ATLAS_DATE_OMIT_YEAR,
  ATLAS_DATE_OMIT_MONTH, /* and the year */
} AtlasDateOmit;

/* The name of a span of any shape but OTHER. (transfer full) */
char *atlas_date_phrase (AtlasTimeSpan span,
                         AtlasDateLang lang,
                         AtlasDateCase kasus,
                         AtlasDateOmit omit);

typedef enum
{
  ATLAS_DATE_PAIR_TO,      /* it lasted from the one to the other */
  ATLAS_DATE_PAIR_BETWEEN, /* some time between the one and the other */
} AtlasDatePair;

/* Two spans of any shape but OTHER, with what they share said once. (transfer full) */
char *atlas_date_phrase_pair (AtlasTimeSpan first,
                              AtlasTimeSpan last,
                              AtlasDatePair pair,
                              AtlasDateLang lang);

G_END_DECLS
