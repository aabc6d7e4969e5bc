/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-edtf.h"

/* Flags in the order of their letters: interval i, set s, uncertain ?, approximate ~, open start <,
 * open end >, unknown start u, unknown end w. */
static char *
describe_flags (const AtlasEdtf *edtf)
{
  return g_strdup_printf ("%s%s%s%s%s%s%s%s",
                          edtf->is_interval ? "i" : "",
                          edtf->is_set ? "s" : "",
                          edtf->uncertain ? "?" : "",
                          edtf->approximate ? "~" : "",
                          edtf->open_start ? "<" : "",
                          edtf->open_end ? ">" : "",
                          edtf->unknown_start ? "u" : "",
                          edtf->unknown_end ? "w" : "");
}

static char *
describe_day (AtlasDay day)
{
  int year, month, mday;

  if (day == ATLAS_DAY_OPEN_PAST)
    return g_strdup ("-inf");
  if (day == ATLAS_DAY_OPEN_FUTURE)
    return g_strdup ("inf");
  atlas_day_to_gregorian (day, &year, &month, &mday);
  return g_strdup_printf ("%d-%02d-%02d", year, month, mday);
}

static char *
describe (const AtlasEdtf *edtf)
{
  g_autofree char *a = describe_day (edtf->start.begin);
  g_autofree char *b = describe_day (edtf->start.end);
  g_autofree char *c = describe_day (edtf->end.begin);
  g_autofree char *d = describe_day (edtf->end.end);
  g_autofree char *flags = describe_flags (edtf);

  if (memcmp (&edtf->start, &edtf->end, sizeof edtf->start) == 0)
    return g_strdup_printf ("%s..%s %s", a, b, flags);
  return g_strdup_printf ("%s..%s | %s..%s %s", a, b, c, d, flags);
}

static const char *const good[][2] = {
  { "1864-10-07", "1864-10-07..1864-10-07 " },
  { "1864-10", "1864-10-01..1864-10-31 " },
  { "1864", "1864-01-01..1864-12-31 " },
  { "1864-02", "1864-02-01..1864-02-29 " },
  { "1900-02", "1900-02-01..1900-02-28 " },
  { "0000", "0-01-01..0-12-31 " },
  { "-0004-03-01", "-4-03-01..-4-03-01 " },
  { "Y12000", "12000-01-01..12000-12-31 " },
  { "Y-170002", "-170002-01-01..-170002-12-31 " },
  /* level 1 */
  { "1865?", "1865-01-01..1865-12-31 ?" },
  { "1865-03~", "1865-03-01..1865-03-31 ~" },
  { "1865-03-04%", "1865-03-04..1865-03-04 ?~" },
  { "1871-21", "1871-03-01..1871-05-31 " },
  { "1871-22", "1871-06-01..1871-08-31 " },
  { "1871-23", "1871-09-01..1871-11-30 " },
  { "1871-24", "1871-12-01..1872-02-29 " },
  { "1872-24~", "1872-12-01..1873-02-28 ~" },
  { "18XX", "1800-01-01..1899-12-31 " },
  { "186X", "1860-01-01..1869-12-31 " },
  { "1864-XX", "1864-01-01..1864-12-31 " },
  { "1864-XX-XX", "1864-01-01..1864-12-31 " },
  { "1864-10-XX", "1864-10-01..1864-10-31 " },
  { "1864-02-XX", "1864-02-01..1864-02-29 " },
  { "1864-XX-07", "1864-01-07..1864-12-07 " },
  { "1864-XX-31", "1864-01-31..1864-12-31 " },
  { "1864-1X", "1864-10-01..1864-12-31 " },
  { "1864-0X-2X", "1864-01-20..1864-09-29 " },
  { "1864-02-3X", NULL },
  { "18XX-02-29", "1804-02-29..1896-02-29 " },
  { "-002X", "-29-01-01..-20-12-31 " },
  { "186X-24", "1860-12-01..1870-02-28 " },
  { "1865/1877", "1865-01-01..1865-12-31 | 1877-01-01..1877-12-31 i" },
  { "1864-06-03/1864-06", "1864-06-03..1864-06-03 | 1864-06-01..1864-06-30 i" },
  { "1864-10-07/..", "1864-10-07..1864-10-07 | inf..inf i>" },
  { "../1864", "-inf..-inf | 1864-01-01..1864-12-31 i<" },
  { "1864/", "1864-01-01..1864-12-31 | 1864-01-01..inf iw" },
  { "/1864", "-inf..1864-12-31 | 1864-01-01..1864-12-31 iu" },
  { "../..", "-inf..-inf | inf..inf i<>" },
  { "1865?/1877~", "1865-01-01..1865-12-31 | 1877-01-01..1877-12-31 i?~" },
  /* level 2 */
  { "1864-~10", "1864-10-01..1864-10-31 ~" },
  { "?1864-10-07", "1864-10-07..1864-10-07 ?" },
  { "1864~-10-%07", "1864-10-07..1864-10-07 ?~" },
  { "[1871-06..1871-07]", "1871-06-01..1871-07-31 s" },
  { "[1864-05-06..1864-06-03]", "1864-05-06..1864-06-03 s" },
  { "[1864,1866]", "1864-01-01..1866-12-31 s" },
  { "[1866,1864,1870..1872]", "1864-01-01..1872-12-31 s" },
  { "[..1871-12]", "-inf..1871-12-31 s" },
  { "[1871-12..]", "1871-12-01..inf s" },
  { "{1864,1866~}", "1864-01-01..1866-12-31 s~" },
  { "{1864..1866}", "1864-01-01..1866-12-31 s" },
  { "[1871-06..1871-07]/1871-09", "1871-06-01..1871-07-31 | 1871-09-01..1871-09-30 is" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;
      AtlasEdtf edtf;

      if (good[i][1] == NULL)
        {
          g_assert_false (atlas_edtf_parse (good[i][0], &edtf, &error));
          g_assert_error (error, ATLAS_EDTF_ERROR, ATLAS_EDTF_ERROR_RANGE);
          continue;
        }
      g_test_message ("%s", good[i][0]);
      atlas_edtf_parse (good[i][0], &edtf, &error);
      g_assert_no_error (error);
      found = describe (&edtf);
      g_assert_cmpstr (found, ==, good[i][1]);
    }
}

typedef struct
{
  const char *text;
  AtlasEdtfError code;
  const char *message;
} BadCase;

static const BadCase bad[] = {
  { "",
    ATLAS_EDTF_ERROR_SYNTAX,
    "found the end, expected a year of four digits, or Y and more digits" },
  { "64",
    ATLAS_EDTF_ERROR_SYNTAX,
    "found “64”, expected a year of four digits, or Y and more digits" },
  { "18640", ATLAS_EDTF_ERROR_SYNTAX, "found “18640”, expected a year of four digits" },
  { "October 1864", ATLAS_EDTF_ERROR_SYNTAX, NULL },
  { "1864-1", ATLAS_EDTF_ERROR_SYNTAX, "found “1”, expected a month or season of two digits" },
  { "1864-10-7", ATLAS_EDTF_ERROR_SYNTAX, "found “7”, expected a day of two digits" },
  { "1864-10-07x", ATLAS_EDTF_ERROR_SYNTAX, "found “x”, expected the end of the date" },
  { "1864-10-07T12:00:00Z",
    ATLAS_EDTF_ERROR_SYNTAX,
    "found “T12:00:00Z”, expected a date without a time of day" },
  { "1864-13",
    ATLAS_EDTF_ERROR_RANGE,
    "found “1864-13”, expected a month from 01 to 12 or a season from 21 to 24" },
  { "1864-00", ATLAS_EDTF_ERROR_RANGE, NULL },
  { "1864-25", ATLAS_EDTF_ERROR_RANGE, NULL },
  { "1865-02-29",
    ATLAS_EDTF_ERROR_RANGE,
    "found “1865-02-29”, expected a month and a day that the year has" },
  { "1864-10-00", ATLAS_EDTF_ERROR_RANGE, NULL },
  { "1864-10-32", ATLAS_EDTF_ERROR_RANGE, NULL },
  { "1864-21-03", ATLAS_EDTF_ERROR_RANGE, NULL },
  { "Y9999999", ATLAS_EDTF_ERROR_RANGE, NULL },
  { "1877/1865",
    ATLAS_EDTF_ERROR_ORDER,
    "found “1877/1865”, expected an end that is not before the beginning" },
  { "1864/1865/1866", ATLAS_EDTF_ERROR_SYNTAX, "found “/1866”, expected the end of the interval" },
  { "/", ATLAS_EDTF_ERROR_SYNTAX, NULL },
  { "[1864", ATLAS_EDTF_ERROR_SYNTAX, "found “[1864”, expected “]” at the end of the set" },
  { "[]", ATLAS_EDTF_ERROR_SYNTAX, NULL },
  { "[..]", ATLAS_EDTF_ERROR_SYNTAX, "found “..”, expected a date before or after “..”" },
  { "{1864]", ATLAS_EDTF_ERROR_SYNTAX, "found “{1864]”, expected “}” at the end of the set" },
  { "[1866..1864]", ATLAS_EDTF_ERROR_ORDER, NULL },
  { "[1864,]", ATLAS_EDTF_ERROR_SYNTAX, NULL },
  { " 1864", ATLAS_EDTF_ERROR_SYNTAX, NULL },
  { "1864年", ATLAS_EDTF_ERROR_SYNTAX, "found “年”, expected the end of the date" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      AtlasEdtf edtf = { .start = { 7, 7 } };

      g_test_message ("%s", bad[i].text);
      g_assert_false (atlas_edtf_parse (bad[i].text, &edtf, &error));
      g_assert_error (error, ATLAS_EDTF_ERROR, (int) bad[i].code);
      if (bad[i].message)
        g_assert_cmpstr (error->message, ==, bad[i].message);
      g_assert_cmpint (edtf.start.begin, ==, 7);
    }
}

/* Whatever the bytes, the parser answers with an ordered span or with a message. */
static void
test_fuzz (void)
{
  static const char alphabet[] = "0123456789XY-/.,[]{}?~%T 1864-10..\xe5\x9b";
  int n_read = 0;

  for (int i = 0; i < 60000; i++)
    {
      g_autoptr (GError) error = NULL;
      char text[24];
      AtlasEdtf edtf;
      int n = g_test_rand_int_range (0, sizeof text - 1);

      if (i % 2 == 0)
        {
          const char *seed = good[g_test_rand_int_range (0, G_N_ELEMENTS (good))][0];

          g_strlcpy (text, seed, sizeof text);
          n = (int) strlen (text);
          for (int j = g_test_rand_int_range (0, 3); j > 0 && n > 0; j--)
            text[g_test_rand_int_range (0, n)] =
              alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
        }
      else
        {
          for (int j = 0; j < n; j++)
            text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
          text[n] = '\0';
        }

      if (atlas_edtf_parse (text, &edtf, &error))
        {
          n_read++;
          g_assert_no_error (error);
          g_assert_cmpint (edtf.start.begin, <=, edtf.start.end);
          g_assert_cmpint (edtf.end.begin, <=, edtf.end.end);
          g_assert_cmpint (edtf.start.begin, <=, edtf.end.end);
        }
      else
        {
          g_assert_nonnull (error);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
  g_assert_cmpint (n_read, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/edtf/good", test_good);
  g_test_add_func ("/core/edtf/bad", test_bad);
  g_test_add_func ("/core/edtf/fuzz", test_fuzz);
  return g_test_run ();
}
