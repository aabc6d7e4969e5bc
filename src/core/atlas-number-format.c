/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <math.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "atlas-number-format.h"

/* Enough for any double without a fraction. */
#define LONGEST 512

char *
atlas_number_format_whole (double value, const char *lang)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format;
  UChar text[LONGEST];
  char *result = NULL;

  g_return_val_if_fail (lang != NULL, NULL);

  format = unum_open (UNUM_DECIMAL, NULL, 0, lang, NULL, &status);
  if (U_SUCCESS (status))
    {
      int32_t length;

      unum_setAttribute (format, UNUM_MAX_FRACTION_DIGITS, 0);
      length = unum_formatDouble (format, value, text, LONGEST, NULL, &status);
      if (U_SUCCESS (status))
        result = g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
    }
  unum_close (format);
  return result != NULL ? result : g_strdup_printf ("%.0f", value);
}

double
atlas_number_format_round (double value, guint digits)
{
  double size = fabs (value), unit;

  g_return_val_if_fail (digits > 0, value);

  if (size < pow (10.0, digits))
    return round (value);
  unit = pow (10.0, floor (log10 (size)) + 1.0 - digits);
  return round (value / unit) * unit;
}
