/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-dataset-error.h"
#include "atlas-decimal.h"
#include "atlas-edtf.h"
#include "atlas-overlay-time.h"

/* Years of more digits are other numbers by mistake. */
#define MOST_YEAR 999999.0
/* "1864-06-04T" and an hour behind it. */
#define DATE_LENGTH 10

gboolean
atlas_overlay_time_from_number (double year, gboolean whole, AtlasTimeSpan *span, GError **error)
{
  int number;
  AtlasDay first, next, day;

  g_return_val_if_fail (span != NULL, FALSE);

  if (!(fabs (year) <= MOST_YEAR))
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_VALUE, "%g is no year", year);
      return FALSE;
    }
  number = (int) floor (year);
  first = atlas_day_from_gregorian (number, 1, 1);
  next = atlas_day_from_gregorian (number + 1, 1, 1);
  if (whole)
    {
      *span = (AtlasTimeSpan){ first, next - 1 };
      return TRUE;
    }
  day = first + (AtlasDay) floor ((year - number) * (next - first));
  *span = (AtlasTimeSpan){ MIN (day, next - 1), MIN (day, next - 1) };
  return TRUE;
}

/* Digits, at most one point among them, and a sign before: no year of EDTF has a point. */
static gboolean
is_decimal (const char *text, gsize length)
{
  gsize n_points = 0;

  for (gsize i = text[0] == '-' ? 1 : 0; i < length; i++)
    {
      if (text[i] != '.' && !g_ascii_isdigit (text[i]))
        return FALSE;
      n_points += text[i] == '.';
    }
  return n_points == 1;
}

gboolean
atlas_overlay_time_from_text (const char *text, gsize length, AtlasTimeSpan *span, GError **error)
{
  g_autofree char *copy = NULL;
  AtlasEdtf edtf;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (length > 0 && is_decimal (text, length))
    return atlas_overlay_time_from_number (atlas_decimal_parse (text, length), FALSE, span, error);
  if (length > DATE_LENGTH && (text[DATE_LENGTH] == 'T' || text[DATE_LENGTH] == ' ') &&
      memchr (text, '/', length) == NULL)
    length = DATE_LENGTH;
  copy = g_strndup (text, length);
  if (!atlas_edtf_parse (copy, &edtf, error))
    return FALSE;
  *span = atlas_edtf_bounds (&edtf);
  return TRUE;
}
