/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-date-format-private.h"
#include "atlas-date-format.h"
#include "atlas-edtf.h"

/* The parser answers with days; words need the form of the text too ("1871-06..1871-07" is said by
 * its months). So the text is taken apart here once more, after the parser has found it good. */

/* The first and last whole day, month or year of an untidy span, so that its ends can be named. */
static void
split_ends (AtlasTimeSpan span, AtlasTimeSpan *first, AtlasTimeSpan *last)
{
  int year, month, first_day, ignored;
  AtlasDay next = span.end + 1;
  int end_year, end_month, end_day;

  *first = (AtlasTimeSpan){ span.begin, span.begin };
  *last = (AtlasTimeSpan){ span.end, span.end };
  atlas_day_to_gregorian (span.begin, &year, &month, &first_day);
  atlas_day_to_gregorian (next, &end_year, &end_month, &end_day);
  if (first_day != 1 || end_day != 1)
    return;
  if (month == 1 && end_month == 1)
    {
      first->end = atlas_day_from_gregorian (year + 1, 1, 1) - 1;
      last->begin = atlas_day_from_gregorian (end_year - 1, 1, 1);
      return;
    }
  first->end = atlas_day_add_months (span.begin, 1) - 1;
  atlas_day_to_gregorian (span.end, &end_year, &end_month, &ignored);
  last->begin = atlas_day_from_gregorian (end_year, end_month, 1);
}

/* One date, with its qualifiers in words. */
static char *
phrase_date (const char *text, AtlasDateLang lang, AtlasDateCase kasus)
{
  g_autofree char *name = NULL;
  AtlasEdtf edtf;
  AtlasTimeSpan span, first, last;

  if (!atlas_edtf_parse (text, &edtf, NULL))
    return g_strdup (text);
  span = atlas_edtf_bounds (&edtf);
  if (edtf.approximate)
    kasus = ATLAS_DATE_CASE_GENITIVE;
  if (atlas_date_shape (span) != ATLAS_DATE_SHAPE_OTHER)
    name = atlas_date_phrase (span, lang, kasus, ATLAS_DATE_OMIT_NOTHING);
  else
    {
      split_ends (span, &first, &last);
      name = atlas_date_phrase_pair (first, last, ATLAS_DATE_PAIR_BETWEEN, lang);
    }

  return g_strconcat (edtf.uncertain
                        ? atlas_date_pick (lang, "perhaps ", "", "", "предположительно ")
                        : "",
                      edtf.approximate ? atlas_date_pick (lang, "about ", "約", "约", "около ")
                                       : "",
                      name,
                      edtf.uncertain ? atlas_date_pick (lang, "", "（不確定）", "（不确定）", "")
                                     : "",
                      NULL);
}

/* Whether a text names one day, month, season or year without a qualifier, so that it can be one of
 * a pair; then its days. */
static gboolean
is_plain (const char *text, AtlasTimeSpan *span)
{
  AtlasEdtf edtf;

  if (!atlas_edtf_parse (text, &edtf, NULL) || edtf.is_set || edtf.is_interval || edtf.uncertain ||
      edtf.approximate)
    return FALSE;
  *span = edtf.start;
  return atlas_date_shape (*span) != ATLAS_DATE_SHAPE_OTHER;
}

/* The two ends of something, either as one phrase or, where they are too long for that, one after
 * the other. */
static char *
phrase_ends (const char *first, const char *last, AtlasDatePair pair, AtlasDateLang lang)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  AtlasTimeSpan first_span, last_span;

  if (is_plain (first, &first_span) && is_plain (last, &last_span))
    return atlas_date_phrase_pair (first_span, last_span, pair, lang);

  a = atlas_date_format_edtf (first, atlas_date_pick (lang, "en", "zh-Hant", "zh-Hans", "ru"));
  b = atlas_date_format_edtf (last, atlas_date_pick (lang, "en", "zh-Hant", "zh-Hans", "ru"));
  if (lang == ATLAS_DATE_LANG_RU)
    return g_strdup_printf ("начало: %s; конец: %s", a, b);
  if (*first == '[' || *first == '{' || *last == '[' || *last == '{')
    return g_strconcat (a, atlas_date_pick (lang, "; until ", "；至", "；至", ""), b, NULL);
  if (pair == ATLAS_DATE_PAIR_BETWEEN)
    return g_strconcat (atlas_date_pick (lang, "between ", "", "", ""),
                        a,
                        atlas_date_pick (lang, " and ", "至", "至", ""),
                        b,
                        atlas_date_pick (lang, "", "之間", "之间", ""),
                        NULL);
  return g_strconcat (a, atlas_date_pick (lang, " to ", "至", "至", ""), b, NULL);
}

static char *
phrase_member (const char *text, gboolean all, AtlasDateLang lang)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;

  if (dots == NULL)
    return phrase_date (text, lang, ATLAS_DATE_CASE_NOMINATIVE);
  if (dots == text)
    {
      name = phrase_date (text + 2, lang, ATLAS_DATE_CASE_GENITIVE);
      return g_strconcat (atlas_date_pick (lang, "by ", "不晚於", "不晚于", "не позднее "),
                          name,
                          NULL);
    }
  first = g_strndup (text, (gsize) (dots - text));
  if (dots[2] == '\0')
    {
      name = phrase_date (first, lang, ATLAS_DATE_CASE_GENITIVE);
      return g_strconcat (atlas_date_pick (lang, "", "不早於", "不早于", "не ранее "),
                          name,
                          atlas_date_pick (lang, " or later", "", "", ""),
                          NULL);
    }
  return phrase_ends (first, dots + 2, all ? ATLAS_DATE_PAIR_TO : ATLAS_DATE_PAIR_BETWEEN, lang);
}

static char *
phrase_set (const char *text, AtlasDateLang lang)
{
  gboolean all = *text == '{';
  g_autofree char *inside = g_strndup (text + 1, strlen (text) - 2);
  g_auto (GStrv) members = g_strsplit (inside, ",", -1);
  guint n = g_strv_length (members);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = phrase_member (members[i], all, lang);

      if (i > 0 && i + 1 < n)
        g_string_append (words, atlas_date_pick (lang, ", ", "、", "、", ", "));
      else if (i > 0)
        g_string_append (words,
                         all ? atlas_date_pick (lang, " and ", "及", "及", " и ")
                             : atlas_date_pick (lang, " or ", "或", "或", " или "));
      g_string_append (words, name);
    }
  return g_string_free (words, FALSE);
}

static char *
phrase_one (const char *text, AtlasDateLang lang, AtlasDateCase kasus)
{
  return *text == '[' || *text == '{' ? phrase_set (text, lang) : phrase_date (text, lang, kasus);
}

/* An interval of which only one end is named: @name, in the case that phrase_half_case() asks for.
 */
static char *
phrase_half (const AtlasEdtf *edtf, const char *name, AtlasDateLang lang)
{
  if (edtf->open_end || edtf->unknown_end)
    return g_strconcat (atlas_date_pick (lang, "from ", "", "", "с "),
                        name,
                        atlas_date_pick (lang, "", "起", "起", ""),
                        edtf->unknown_end ? atlas_date_pick (lang,
                                                             ", end not known",
                                                             "，止期不詳",
                                                             "，止期不详",
                                                             ", конец неизвестен")
                                          : "",
                        NULL);
  return g_strconcat (atlas_date_pick (lang, "until ", "至", "至", "по "),
                      name,
                      atlas_date_pick (lang, "", "止", "止", ""),
                      edtf->unknown_start ? atlas_date_pick (lang,
                                                             ", beginning not known",
                                                             "，始期不詳",
                                                             "，始期不详",
                                                             ", начало неизвестно")
                                          : "",
                      NULL);
}

static gboolean
lacks_start (const AtlasEdtf *edtf)
{
  return edtf->open_start || edtf->unknown_start;
}

static gboolean
lacks_end (const AtlasEdtf *edtf)
{
  return edtf->open_end || edtf->unknown_end;
}

static AtlasDateCase
phrase_half_case (const AtlasEdtf *edtf)
{
  return lacks_end (edtf) ? ATLAS_DATE_CASE_GENITIVE : ATLAS_DATE_CASE_ACCUSATIVE;
}

static char *
phrase_always (AtlasDateLang lang)
{
  return g_strdup (atlas_date_pick (lang, "at all times", "始終", "始终", "всё время"));
}

char *
atlas_date_format_edtf (const char *edtf_text, const char *lang)
{
  AtlasDateLang language = atlas_date_lang (lang);
  g_auto (GStrv) ends = NULL;
  AtlasEdtf edtf;

  g_return_val_if_fail (edtf_text != NULL, NULL);

  if (!atlas_edtf_parse (edtf_text, &edtf, NULL))
    return g_strdup (edtf_text);
  if (!edtf.is_interval)
    return phrase_one (edtf_text, language, ATLAS_DATE_CASE_NOMINATIVE);

  if (lacks_start (&edtf) && lacks_end (&edtf))
    return phrase_always (language);
  ends = g_strsplit (edtf_text, "/", 2);
  if (lacks_start (&edtf) || lacks_end (&edtf))
    {
      g_autofree char *name =
        phrase_one (ends[lacks_start (&edtf) ? 1 : 0], language, phrase_half_case (&edtf));

      return phrase_half (&edtf, name, language);
    }
  return phrase_ends (ends[0], ends[1], ATLAS_DATE_PAIR_TO, language);
}

char *
atlas_date_format_span (AtlasTimeSpan span, const char *lang)
{
  AtlasDateLang language = atlas_date_lang (lang);
  AtlasDateShape shape = atlas_date_shape (span);
  AtlasEdtf edtf = { .open_start = span.begin == ATLAS_DAY_OPEN_PAST,
                     .open_end = span.end == ATLAS_DAY_OPEN_FUTURE };
  AtlasTimeSpan first, last;

  if (atlas_time_span_is_empty (span))
    return g_strdup ("");
  if (edtf.open_start && edtf.open_end)
    return phrase_always (language);
  if (edtf.open_start || edtf.open_end)
    {
      AtlasDay day = edtf.open_start ? span.end : span.begin;
      g_autofree char *name = atlas_date_phrase ((AtlasTimeSpan){ day, day },
                                                 language,
                                                 phrase_half_case (&edtf),
                                                 ATLAS_DATE_OMIT_NOTHING);

      return phrase_half (&edtf, name, language);
    }
  if (shape == ATLAS_DATE_SHAPE_DAY || shape == ATLAS_DATE_SHAPE_MONTH ||
      shape == ATLAS_DATE_SHAPE_YEAR)
    return atlas_date_phrase (span, language, ATLAS_DATE_CASE_NOMINATIVE, ATLAS_DATE_OMIT_NOTHING);
  split_ends (span, &first, &last);
  return atlas_date_phrase_pair (first, last, ATLAS_DATE_PAIR_TO, language);
}
